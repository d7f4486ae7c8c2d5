"""Rich text as paragraphs of text runs, as word processors have them."""

from typing import NamedTuple

from ..model.rich_text import BLOCKS, Span, Text


class TextStyle(NamedTuple):
    """How a run of characters looks."""

    italic: bool = False
    oblique: bool = False
    bold: bool = False
    light: bool = False
    caps: bool = False
    underline: bool = False
    rise: str = ""  # sup, sub
    href: str = ""


class TextRun(NamedTuple):
    """Characters that look alike."""

    text: str
    style: TextStyle


class Block(NamedTuple):
    """The runs of a block; its kind is ``""`` outside of any block."""

    kind: str
    runs: list[TextRun]


_STYLE_CHANGES: dict[str, dict[str, object]] = {
    "italic": {"italic": True}, "upright": {"italic": False, "oblique": False},
    "oblique": {"oblique": True}, "bold": {"bold": True},
    "medium": {"bold": False, "light": False}, "light": {"light": True},
    "small-caps": {"caps": True}, "normal-caps": {"caps": False},
    "underline": {"underline": True}, "no-underline": {"underline": False},
    "sup": {"rise": "sup"}, "sub": {"rise": "sub"}, "baseline": {"rise": ""},
}  # fmt: skip


def blocks(text: Text) -> list[Block]:
    """Return ``text`` as blocks of runs, in order, none of them empty."""
    flat: list[Block] = [Block("", [])]
    _flatten(text, TextStyle(), flat)
    return [block for block in flat if block.runs]


def _flatten(text: Text, style: TextStyle, flat: list[Block]) -> None:
    """Append the runs of ``text`` to the last block; a block inside it opens another."""
    for node in text:
        if isinstance(node, str):
            if node:
                flat[-1].runs.append(TextRun(node, style))
        elif node.kind in BLOCKS:
            outer = flat[-1].kind
            flat.append(Block(node.kind, []))
            _flatten(node.children, style, flat)
            flat.append(Block(outer, []))
        else:
            _flatten(node.children, _change(style, node), flat)


def _change(style: TextStyle, span: Span) -> TextStyle:
    """Return the text style inside a span."""
    if span.kind == "link":
        return style._replace(href=span.href)
    return style._replace(**_STYLE_CHANGES[span.kind])  # type: ignore[arg-type]  # a table's values


class Paragraph(NamedTuple):
    """Lines that belong together: a label for the margin, the runs beside it.

    ``kind`` is ``""``, ``block`` or ``indent``.
    """

    kind: str
    label: list[TextRun]
    runs: list[TextRun]


def paragraphs(text: Text) -> list[Paragraph]:
    """Return ``text`` as paragraphs, without blanks at their ends."""
    laid_out: list[Paragraph] = []
    for kind, content in blocks(text):
        if kind == "left-margin":
            laid_out.append(Paragraph("", content, []))
        elif kind in {"block", "indent"} or not laid_out or laid_out[-1].kind:
            own = kind if kind in {"block", "indent"} else ""
            laid_out.append(Paragraph(own, [], list(content)))
        else:
            laid_out[-1].runs.extend(content)
    stripped = (Paragraph(kind, strip(label), strip(runs)) for kind, label, runs in laid_out)
    return [paragraph for paragraph in stripped if paragraph.label or paragraph.runs]


def strip(runs: list[TextRun]) -> list[TextRun]:
    """Return runs without blanks at both ends."""
    runs = list(runs)
    while runs and not runs[0].text.strip():
        del runs[0]
    while runs and not runs[-1].text.strip():
        del runs[-1]
    if runs:
        runs[0] = runs[0]._replace(text=runs[0].text.lstrip())
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
    return runs
