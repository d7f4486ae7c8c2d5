"""Rich text laid out: blocks and paragraphs of runs, as word processors have them."""

from __future__ import annotations

from typing import NamedTuple

from ..model.rich_text import BLOCKS, Span, Text


class TextStyle(NamedTuple):
    """How a run of characters looks, everything settled."""

    italic: bool = False
    oblique: bool = False
    bold: bool = False
    light: bool = False
    caps: bool = False
    underline: bool = False
    rise: str = ""  # sup, sub
    href: str = ""


class TextRun(NamedTuple):
    """Characters of one look."""

    text: str
    style: TextStyle


class Block(NamedTuple):
    """Runs of one block: its kind (``""`` outside of any) and what it holds."""

    kind: str
    runs: list[TextRun]


CHANGES: dict[str, dict[str, object]] = {
    "italic": {"italic": True}, "upright": {"italic": False, "oblique": False},
    "oblique": {"oblique": True}, "bold": {"bold": True},
    "medium": {"bold": False, "light": False}, "light": {"light": True},
    "small-caps": {"caps": True}, "normal-caps": {"caps": False},
    "underline": {"underline": True}, "no-underline": {"underline": False},
    "sup": {"rise": "sup"}, "sub": {"rise": "sub"}, "baseline": {"rise": ""},
}  # fmt: skip


def blocks(text: Text) -> list[Block]:
    """Flatten ``text`` into blocks of runs, in order, none of them empty."""
    found: list[Block] = [Block("", [])]
    _flatten(text, TextStyle(), found)
    return [block for block in found if block.runs]


def _flatten(text: Text, style: TextStyle, found: list[Block]) -> None:
    """Append the runs of ``text`` to the last block; a block inside it opens another."""
    for node in text:
        if isinstance(node, str):
            if node:
                found[-1].runs.append(TextRun(node, style))
        elif node.kind in BLOCKS:
            outer = found[-1].kind
            found.append(Block(node.kind, []))
            _flatten(node.children, style, found)
            found.append(Block(outer, []))
        else:
            _flatten(node.children, _change(style, node), found)


def _change(style: TextStyle, span: Span) -> TextStyle:
    """Return the text style inside a span."""
    if span.kind == "link":
        return style._replace(href=span.href)
    return style._replace(**CHANGES[span.kind])  # type: ignore[arg-type]  # a table's values


class Paragraph(NamedTuple):
    """Lines that belong together: a label for the margin, the runs beside it.

    ``kind`` is ``""``, ``block`` or ``indent``.
    """

    kind: str
    label: list[TextRun]
    runs: list[TextRun]


def paragraphs(text: Text) -> list[Paragraph]:
    """Lay the blocks of ``text`` out; blanks at a paragraph's ends are cut off."""
    found: list[Paragraph] = []
    for kind, content in blocks(text):
        if kind == "left-margin":
            found.append(Paragraph("", content, []))
        elif kind in {"block", "indent"} or not found or found[-1].kind:
            own = kind if kind in {"block", "indent"} else ""
            found.append(Paragraph(own, [], list(content)))
        else:
            found[-1].runs.extend(content)
    parted = (Paragraph(kind, strip(label), strip(runs)) for kind, label, runs in found)
    return [paragraph for paragraph in parted if paragraph.label or paragraph.runs]


def strip(runs: list[TextRun]) -> list[TextRun]:
    """Cut the blanks off at both ends."""
    runs = list(runs)
    while runs and not runs[0].text.strip():
        del runs[0]
    while runs and not runs[-1].text.strip():
        del runs[-1]
    if runs:
        runs[0] = runs[0]._replace(text=runs[0].text.lstrip())
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
    return runs
