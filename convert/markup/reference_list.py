"""A reference list as a CSL engine returns it: entries, their numbers, the layout."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from ..base.lazy_regex import regex
from ..model.rich_text import Node, Span, Text, plain
from .paragraphs import TextStyle, blocks


class ListEntry(Protocol):
    """One reference."""

    @property
    def ids(self) -> Sequence[str]:
        """Identifiers of its items; the first names it."""

    @property
    def text(self) -> Text:
        """What is printed."""


class ReferenceList(Protocol):
    """The entries in order, and CSL's options for setting them (CSL 1.0.2, Bibliography)."""

    @property
    def entries(self) -> Sequence[ListEntry]:
        """References in the style's order."""

    @property
    def second_field_align(self) -> str:
        """``flush``, ``margin`` or ``""``."""

    @property
    def hanging_indent(self) -> bool:
        """Whether all lines but the first are indented."""

    @property
    def line_spacing(self) -> int:
        """Distance of the lines, in lines."""

    @property
    def entry_spacing(self) -> int:
        """Distance of the entries, in lines."""

    @property
    def max_offset(self) -> int:
        """Characters of the widest first field."""

    @property
    def language(self) -> str:
        """Language of the style's own words (BCP 47), ``""`` if it is not known."""


class Item(NamedTuple):
    """An entry: its name, its label (``1.``, ``[Doe65]``) if it has one, and the rest."""

    name: str
    label: Text
    text: Text


class Numbers(NamedTuple):
    """How a numbered list writes its labels: the text around the number, and its style."""

    before: str
    start: int
    after: str
    style: TextStyle


_NUMBERED_LABEL = regex(r"(\D*)(\d+)(\D*)")
# A number that the style does not align is a label only if all entries have one.
_LEADING_NUMBER = regex(r"([(\[]?)(\d+)([.)\]]*)\s+")


def items(bibliography: ReferenceList) -> tuple[Numbers | None, list[Item]]:
    """Return the items of a list, and its numbers if each label is one more than the last."""
    split = [_split_label(entry) for entry in bibliography.entries]
    numbers = _numbers(item.label for item in split)
    if numbers or any(item.label for item in split):
        return numbers, split
    leading = [_LEADING_NUMBER.match(plain(item.text)) for item in split]
    labels: list[Text] = [
        take(item.text, match.end()) if match else ()
        for item, match in zip(split, leading, strict=True)
    ]
    numbers = _numbers(labels)
    if not numbers or numbers.start != 1:
        return None, split
    return numbers, [
        Item(item.name, label, drop(item.text, len(plain(label))))
        for item, label in zip(split, labels, strict=True)
    ]


def _split_label(entry: ListEntry) -> Item:
    """Split an entry into what stands in the left margin and the rest."""
    name = entry.ids[0] if entry.ids else ""
    label: Text = ()
    rest: list[Node] = []
    for node in entry.text:
        if isinstance(node, Span) and node.kind == "left-margin" and not rest:
            label = (*label, *node.children)
        else:
            rest.append(node)
    return Item(name, label, tuple(rest))


def _numbers(labels: Iterable[Text]) -> Numbers | None:
    """Return how the labels are numbered; ``None`` if they are not."""
    first: Numbers | None = None
    for index, label in enumerate(labels):
        match = _NUMBERED_LABEL.fullmatch(plain(label).strip())
        if not match:
            return None
        if first is None:
            style = next(run.style for block in blocks(label) for run in block.runs)
            first = Numbers(match[1], int(match[2]), match[3], style)
        if (match[1], int(match[2]), match[3]) != (first.before, first.start + index, first.after):
            return None
    return first


def take(text: Text, count: int) -> Text:
    """Return the first ``count`` characters of ``text``, in their spans."""
    return _slice(text, 0, count)


def drop(text: Text, count: int) -> Text:
    """Return ``text`` without its first ``count`` characters."""
    return _slice(text, count, len(plain(text)))


def _slice(text: Text, start: int, stop: int) -> Text:
    """Return the characters from ``start`` to ``stop``, in their spans."""
    nodes: list[Node] = []
    for node in text:
        length = len(node) if isinstance(node, str) else len(plain(node.children))
        low, high = max(start, 0), min(stop, length)
        if low < high:
            if isinstance(node, str):
                nodes.append(node[low:high])
            else:
                nodes.append(Span(node.kind, _slice(node.children, low, high), node.href))
        start, stop = start - length, stop - length
    return tuple(nodes)
