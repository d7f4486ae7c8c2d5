"""Plain text: one reference a line, never wrapped."""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..model.rich_text import BLOCKS, Text, plain
from ..tables.characters import CONTROLS, SEPARATORS
from .reference_list import ReferenceList
from .registry import Markup

# Whatever a reader of lines might take for a line's end, and all other controls.
BREAKS = regex(f"[{CONTROLS}{SEPARATORS}]+")


def escape(text: str) -> str:
    """Make ``text`` fit on a line: line ends and control characters are blanks."""
    return BREAKS.sub(" ", text)


def render(text: Text) -> str:
    """Spell one reference: its blocks (number, text, annotation) a blank apart."""
    parts: list[list[str]] = [[]]
    _part(text, parts)
    return escape(" ".join([joined for part in parts if (joined := "".join(part).strip())]))


def _part(text: Text, parts: list[list[str]]) -> None:
    """Append the strings of ``text`` to the last part; a block is a part by itself.

    What stands beside the margin goes on with what follows.
    """
    for node in text:
        if isinstance(node, str):
            parts[-1].append(node)
        elif node.kind in BLOCKS and node.kind != "right-inline":
            parts.append([])
            _part(node.children, parts)
            parts.append([])
        else:
            _part(node.children, parts)


def inline(text: Text) -> str:
    """Spell a citation, with the blanks at its ends."""
    return escape(plain(text))


def document(bibliography: ReferenceList) -> str:
    """Spell the references, one a line, in the style's order."""
    return framed(entries(bibliography))


def entries(bibliography: ReferenceList) -> str:
    """Spell the references, without what stands around them."""
    return "".join([f"{render(entry.text)}\n" for entry in bibliography.entries])


def framed(entries: str) -> str:
    """Put what stands around the references around them: nothing."""
    return entries


MARKUP = Markup("text", document, suffixes=(".txt",), inline=inline, entries=entries, framed=framed)
