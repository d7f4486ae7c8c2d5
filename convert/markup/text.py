"""Plain text: one reference a line, never wrapped.

Superscripts are Unicode's (``10⁶``), since a number on the line would be another one. Numbers that
a style raises as a whole, as labels and citations, stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..base.lazy_regex import regex
from ..model.rich_text import BLOCKS, Span, Text, plain
from ..tables.characters import CONTROLS, SEPARATORS
from . import scripts
from .registry import Markup

if TYPE_CHECKING:
    from .reference_list import ReferenceList

# Whatever a reader of lines might take for a line's end, and all other controls.
BREAKS = regex(f"[{CONTROLS}{SEPARATORS}]+")


def escape(text: str) -> str:
    """Return ``text`` on one line: line ends and control characters become blanks."""
    return BREAKS.sub(" ", text)


def render(text: Text) -> str:
    """Return a reference: its blocks (number, text, annotation) separated by blanks."""
    parts: list[list[str]] = [[]]
    _append_parts(text, parts)
    return escape(" ".join([joined for part in parts if (joined := "".join(part).strip())]))


def _append_parts(text: Text, parts: list[list[str]]) -> None:
    """Append the strings of ``text`` to the last part; a block is a part by itself.

    The text beside the margin is in one part with what follows.
    """
    for node in text:
        if isinstance(node, str):
            parts[-1].append(node)
        elif node.kind == "left-margin":
            parts += [[_flat(node.children)], []]
        elif node.kind in BLOCKS and node.kind != "right-inline":
            parts.append([])
            _append_parts(node.children, parts)
            parts.append([])
        elif node.kind == "sup":
            parts[-1].append(scripts.raised(scripts.flat(node.children)))
        else:
            _append_parts(node.children, parts)


def inline(text: Text) -> str:
    """Return a citation, with the blanks at its ends."""
    return escape(_flat(text))


def _flat(text: Text) -> str:
    """Return the characters of a text, which is not raised as a whole."""
    is_raised = len(text) == 1 and isinstance(text[0], Span) and text[0].kind == "sup"
    return plain(text) if is_raised else scripts.flat(text)


def document(bibliography: ReferenceList) -> str:
    """Return the references, one a line, in the style's order."""
    return framed(entries(bibliography))


def entries(bibliography: ReferenceList) -> str:
    """Return the references of a chunk, one a line."""
    return "".join([f"{render(entry.text)}\n" for entry in bibliography.entries])


def framed(entries: str) -> str:
    """Return the references as they are: nothing stands around them."""
    return entries


MARKUP = Markup(
    "text", document, suffixes=(".txt",), inline=inline, entries=entries, framed=framed, plain=True
)
