"""HTML in one spelling: each stretch of text with the formatting in effect there."""

from __future__ import annotations

import re
from itertools import groupby

_TAG = re.compile(r"(<[^>]*>)")
_STYLE = re.compile(r'<span style="(?:([\w-]+):([\w-]+);|baseline)">')
# What each tag sets, and to which value.
_SETS = {
    "<i>": ("font-style", "italic"),
    "<b>": ("font-weight", "bold"),
    "<sup>": ("vertical-align", "sup"),
    "<sub>": ("vertical-align", "sub"),
}
_DEFAULTS = frozenset({"normal", "none", "baseline"})


def effective(html: str) -> str:
    """Return ``html`` with a tag ``<italic bold>`` before each change of what is in effect.

    Nested and idle elements are spelled as others that look the same; a space looks like what is
    before it. Blocks stay.
    """
    pieces: list[tuple[str, str]] = []  # texts with the formatting in effect
    for text, formatting in _stretches(html):
        if pieces and not text.strip():
            formatting = pieces[-1][0]  # noqa: PLW2901  # a space
        pieces.append((formatting, text))
    stretches = [
        (formatting, "".join(text for _, text in group))
        for formatting, group in groupby(pieces, key=lambda piece: piece[0])
    ]
    before, spelled = "", ""
    for formatting, text in stretches:
        spelled += f"<{formatting}>{text}" if formatting != before else text
        before = formatting
    return spelled


def _stretches(html: str) -> list[tuple[str, str]]:
    """Return texts and tags of blocks, each with the names of the formatting in effect."""
    stretches: list[tuple[str, str]] = []
    state: dict[str, str] = {}
    stack: list[tuple[dict[str, str], str]] = []  # what was set before, what ends a block
    for piece in _TAG.split(html):
        if piece.startswith("</") and stack:
            state, end = stack.pop()
            text = end
        elif piece.startswith("<"):
            name, value = _set_by(piece)
            stack.append((state, "" if name else "</div>"))
            state = {**state, name: value} if name else state
            text = "" if name else piece
        else:
            text = piece
        values = sorted(value for value in state.values() if value not in _DEFAULTS)
        # A space at the edge of formatting belongs to neither side.
        parts = [text] if piece.startswith("<") else re.split(r"(\s+)", text)
        stretches += [(part, " ".join(values)) for part in parts if part]
    return stretches


def _set_by(tag: str) -> tuple[str, str]:
    """Return which property a tag sets, and to which value; ("", "") for a block."""
    match = _STYLE.fullmatch(tag)
    if match is None:
        return _SETS.get(tag, ("", ""))
    return (match[1], match[2]) if match[1] else ("vertical-align", "baseline")
