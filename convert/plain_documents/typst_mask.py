"""Blank out of Typst what is no text: comments, raw text, formulas, addresses, strings of code."""

from __future__ import annotations

import re

from ..base.lazy_regex import regex
from .document import blank

_PART = regex(
    r"(?P<raw>(`{3,}+)(?:.*?\2|.*)|`[^`]*`?)"
    r"|(?P<escape>\\[^\w\s])"
    r"|(?P<address>https?://[^\s\])}]+)"
    r"|(?P<line>//[^\n]*)"
    r"|(?P<block>/\*)"
    r"|(?P<math>\$[^$]*\$)"
    r"|(?P<code>\#(?:(?:let|set|show|import|include)\b|[\w.-]+\())"
    r"|(?P<string>\"(?:[^\"\\\n]|\\.)*\")"
    r"|(?P<bracket>[()\[\]\n])",
    re.S,
)

_CLOSED_BY = {")": "(", "]": "[", "\n": "#"}


def mask(text: str) -> str:
    """Return a text of the same length without comments, raw text and addresses."""
    return _masked(text, {"raw", "escape", "address", "line", "block"})


def mask_code(text: str) -> str:
    """Return a text of the same length without formulas and code's strings, either."""
    return _masked(text, {"raw", "escape", "address", "line", "block", "math", "string"})


def _masked(text: str, kinds: set[str]) -> str:
    pieces: list[str] = []
    place = 0
    context = _Context()
    while match := _PART.search(text, place):
        kind = match.lastgroup or ""
        end = _end_of_comment(text, match.start()) if kind == "block" else match.end()
        part = text[match.start() : end]
        is_text = kind not in kinds or (kind == "string" and not context.is_code)
        pieces += [text[place : match.start()], part if is_text else blank(part)]
        if kind in ("code", "bracket"):
            context.pass_over(part)
        place = end
    return "".join([*pieces, text[place:]])


class _Context:
    """Whether a place is in code, where quotes make strings: between ( and ), not [ and ]."""

    def __init__(self) -> None:
        self._open: list[str] = []

    @property
    def is_code(self) -> bool:
        """Whether the place is in code."""
        return self._open[-1:] in (["("], ["#"])

    def pass_over(self, part: str) -> None:
        """Go on behind a bracket, a line's end or the beginning of code."""
        last = self._open[-1:]
        if part.startswith("#"):
            self._open.append("(" if part.endswith("(") else "#")
        elif part == "[" or (part == "(" and self.is_code):
            self._open.append(part)
        elif [_CLOSED_BY.get(part)] == last:
            self._open.pop()
        elif part == "]" and "[" in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index("[") :]


def _end_of_comment(text: str, start: int) -> int:
    """Return the end of a comment, in which there may be others."""
    depth = 0
    for match in re.finditer(r"/\*|\*/", text[start:]):
        depth += 1 if match[0] == "/*" else -1
        if not depth:
            return start + match.end()
    return len(text)
