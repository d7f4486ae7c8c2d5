"""Walks over rich text that the markups share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from convert.text import BLOCKS, Span, Text


def fold(text: Text, leaf: Callable[[str], str], wrap: Callable[[Span, str], str]) -> str:
    """Render bottom up: ``leaf`` spells a string, ``wrap`` a span around what it holds."""
    return "".join(
        leaf(node) if isinstance(node, str) else wrap(node, fold(node.children, leaf, wrap))
        for node in text
    )


class Style(NamedTuple):
    """How a run of characters looks, everything settled."""

    italic: bool = False
    oblique: bool = False
    bold: bool = False
    light: bool = False
    caps: bool = False
    underline: bool = False
    rise: str = ""  # sup, sub
    href: str = ""


class Run(NamedTuple):
    """Characters of one look."""

    text: str
    style: Style


class Block(NamedTuple):
    """Runs of one block: its kind (``""`` outside of any) and what it holds."""

    kind: str
    runs: list[Run]


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
    _flatten(text, Style(), found)
    return [block for block in found if block.runs]


def _flatten(text: Text, style: Style, found: list[Block]) -> None:
    """Append the runs of ``text`` to the last block; a block inside it opens another."""
    for node in text:
        if isinstance(node, str):
            if node:
                found[-1].runs.append(Run(node, style))
        elif node.kind in BLOCKS:
            outer = found[-1].kind
            found.append(Block(node.kind, []))
            _flatten(node.children, style, found)
            found.append(Block(outer, []))
        else:
            _flatten(node.children, _change(style, node), found)


def _change(style: Style, span: Span) -> Style:
    """Give the look inside ``span``."""
    if span.kind == "link":
        return style._replace(href=span.href)
    return style._replace(**CHANGES[span.kind])  # type: ignore[arg-type]  # a table's values


def runs(text: Text) -> Iterator[Run]:
    """Yield the runs of ``text``, whatever block they are in."""
    for block in blocks(text):
        yield from block.runs
