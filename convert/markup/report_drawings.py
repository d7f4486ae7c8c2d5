"""Drawings in SVG: a bar, columns by year, and the flow of records as PRISMA 2020 draws it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from .html import escape, quote

WIDTH, HEIGHT = 720, 150  # of the columns, in the drawing's own units
BOX_WIDTH, GAP, LINE, PADDING = 330, 44, 20, 14
ARROW_TIP = (
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8"'
    ' markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"></path></marker></defs>\n'
)
LONGEST = 38  # characters of a line in a box; the table has the whole


class FlowBox(NamedTuple):
    """A step: records that are there or, ``is_removed``, that leave; ``parts`` are its details."""

    title: str
    number: int
    parts: Sequence[tuple[str, int]]
    is_removed: bool = False

    @property
    def height(self) -> int:
        """The height of the box."""
        return 2 * PADDING + LINE * (1 + len(self.parts))


def bar(count: int, most: int) -> str:
    """Return a bar that is as long as ``count`` is of ``most``."""
    length = f"{100 * count / most:.2f}" if most else "0"
    return (
        '<svg viewBox="0 0 100 10" preserveAspectRatio="none">'
        f'<rect width="{length}" height="10"></rect></svg>'
    )


def columns(counts: Mapping[int, int]) -> str:
    """Return a column for each year from the first to the last; empty years stay empty."""
    first, last, most = min(counts), max(counts), max(counts.values())
    step = WIDTH / (last - first + 1)
    shapes = []
    for year in sorted(counts):
        height = max(HEIGHT * counts[year] / most, 1)
        shapes.append(
            f'<rect x="{(year - first) * step:.2f}" y="{HEIGHT - height:.2f}"'
            f' width="{max(step * 0.85, 0.5):.2f}" height="{height:.2f}">'
            f"<title>{year}: {counts[year]:,}</title></rect>"
        )
    labels = "".join(
        f'<text x="{(year - first + 0.42) * step:.2f}" y="{HEIGHT + 20}">{year}</text>'
        for year in _labelled(first, last)
    )
    label = f"Records by year, {first} to {last}; at most {most:,} in one year"
    return (
        f'<svg class="columns" viewBox="-22 -18 {WIDTH + 44} {HEIGHT + 48}" role="img"'
        f' aria-label="{label}">\n<text class="most" x="0" y="-5">most in a year: {most:,}</text>\n'
        f'<line x1="0" x2="{WIDTH}" y1="{HEIGHT}" y2="{HEIGHT}"></line>\n'
        f"{''.join(shapes)}\n{labels}\n</svg>\n"
    )


def _labelled(first: int, last: int) -> list[int]:
    """Return the years that have room for a label: round ones, and both ends if they have."""
    span = last - first + 1
    every = next((step for step in (1, 2, 5, 10, 20, 50) if span / step <= 14), 100)
    return [year for year in range(first, last + 1) if year % every == 0]


def flow(boxes: Sequence[FlowBox]) -> str:
    """Return the diagram: what stays goes down on the left, what leaves stands on the right."""
    shapes: list[str] = []
    end = lowest = 0  # of the box above, and of all boxes so far
    for box in boxes:
        if box.is_removed:
            middle = end + GAP // 2 + box.height // 2
            shapes += _box(box, BOX_WIDTH + GAP, middle - box.height // 2)
            shapes.append(_arrow(BOX_WIDTH // 2, middle, BOX_WIDTH + GAP, middle))
            lowest = max(lowest, middle + box.height // 2)
            continue
        top = lowest + GAP if shapes else 0
        if shapes:
            shapes.append(_arrow(BOX_WIDTH // 2, end, BOX_WIDTH // 2, top))
        shapes += _box(box, 0, top)
        end = lowest = top + box.height
    said = "; ".join(f"{box.title}: {box.number:,}" for box in boxes)
    lines = "\n".join(shapes)
    return (
        f'<svg class="flow" viewBox="-2 -2 {2 * BOX_WIDTH + GAP + 4} {lowest + 4}" role="img"'
        f' aria-label="Flow of records. {quote(said)}">\n{ARROW_TIP}{lines}\n</svg>\n'
    )


def _arrow(x1: int, y1: int, x2: int, y2: int) -> str:
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" marker-end="url(#tip)"></line>'


def _box(box: FlowBox, left: int, top: int) -> Iterator[str]:
    """Yield a box with its title and count, and a line for each of its parts."""
    yield f'<rect x="{left}" y="{top}" width="{BOX_WIDTH}" height="{box.height}" rx="4"></rect>'
    lines = [(box.title, box.number), *box.parts]
    for number, (label, count) in enumerate(lines):
        y = top + PADDING + LINE * number + 15
        kind = "part" if number else "title"
        yield (
            f'<text class="{kind}" x="{left + PADDING}" y="{y}">{escape(_short(label))}</text>'
            f'<text class="{kind} count" x="{left + BOX_WIDTH - PADDING}" y="{y}">{count:,}</text>'
        )


def _short(label: str) -> str:
    return label if len(label) <= LONGEST else f"{label[: LONGEST - 1]}…"
