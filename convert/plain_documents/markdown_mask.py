"""Blank out of Markdown what pandoc takes for no text, so that only citations look like ones.

Code, formulas, comments, HTML's tags, raw LaTeX, addresses and escaped characters become blanks;
every other character keeps its place. It is pandoc's Markdown, of which Quarto and R Markdown make
the same use; tests compare what is left with pandoc's own reading.
"""

from __future__ import annotations

import re

from ..base.lazy_regex import regex
from .document import blank

_QUOTE = r"[ \t]*(?:>[ \t]?)*"
_QUOTED = regex(r"^(?: {0,3}> ?)+")
_FENCE = regex(rf"({_QUOTE}(?:(?:[-*+]|\d+[.)])[ \t]+)?[ \t]*)(`{{3,}}(?!.*`)|~{{3,}}).*")
_ITEM = regex(rf"({_QUOTE}(?:[-*+:~]|\(?(?:\d+|[A-Za-z]|#|@[\w-]*)[.)])[ \t]{{1,4}})\S.*")
_NOTE = regex(r"\[\^[^\]\s]+\]:.*")
_REFERENCE = regex(r"[ ]{0,3}\[(?!\^)[^\]\n@]+\]:[ \t]*\S+[ \t]*(?:[\"'(].*)?")
_TAB = 4  # columns
# Pairs of what begins and ends a part that may have blank lines in it.
_LONG = (
    (regex(r"<!--"), "-->"),
    (regex(r"<(?:script|style|textarea|pre)\b", re.I), "</"),
    (regex(r"\\begin\{[A-Za-z]+\*?\}"), "\\end{"),
)
_INLINE = regex(
    r"(?P<code>(?<!`)(`++)(?:(?!\n[ \t]*\n).)+?(?<!`)\2(?!`))"
    r"|(?P<escape>\\[^\w\s])"
    r"|(?P<display>\$\$[^$]+\$\$)"
    r"|(?P<math>\$(?=[^\s$])(?:[^$\\\n]|\\.|\n(?![ \t]*\n))*(?<!\s)\$(?!\d))"
    r"|(?P<command>\\[A-Za-z]+(?:\[[^\]\n]*\])*(?:\{[^{}\n]*\})+)"
    r"|(?P<tag><[A-Za-z/][^<>\n]*(?:\n[^<>\n]+){0,9}>)"
    r"|(?P<target>(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))"
    r"|(?P<attributes>(?<!@)\{[#.=][^{}\n]*\})",
    re.S,
)


def mask(text: str) -> str:
    """Return a text of the same length, in which only Markdown's text is left."""
    text = _without_code_blocks(text)
    for opening, closing in _LONG:
        text = _without_parts(text, opening, closing)
    return _INLINE.sub(lambda match: blank(match[0]), text)


def _without_code_blocks(text: str) -> str:
    """Blank blocks of code, which are fenced or indented."""
    lines = text.split("\n")
    blocks = _Blocks(lines)
    number = 0
    while number < len(lines):
        end = blocks.end_of_fence(number)
        if end > number:
            lines[number:end] = map(blank, lines[number:end])
            number = end
            blocks.after_blank = False
            continue
        if blocks.is_indented_code(lines[number]) or _REFERENCE.fullmatch(lines[number]):
            lines[number] = blank(lines[number])
        number += 1
    return "\n".join(lines)


class _Blocks:
    """Knows, from line to line, whether a line is in a list or note, and where fences end."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._unclosed: dict[str, int] = {}  # the shortest fence that none closes, by its sign
        self._inner = 0  # where the text of the list's item or the note begins
        self.after_blank = True
        self._in_code = False

    def end_of_fence(self, number: int) -> int:
        """Return the number of the line behind a fenced block; ``number`` if none begins here."""
        match = _FENCE.fullmatch(self._lines[number])
        if not match:
            return number
        sign, length = match[2][0], len(match[2])
        if length >= self._unclosed.get(sign, length + 1):
            return number
        closing = re.compile(rf"[ \t>]*{re.escape(sign)}{{{length},}}[ \t]*")
        for end in range(number + 1, len(self._lines)):
            if closing.fullmatch(self._lines[end]):
                return end + 1
        self._unclosed[sign] = length
        return number

    def is_indented_code(self, line: str) -> bool:
        """Whether the next line is code by its indentation."""
        line = _QUOTED.sub("", line)
        if not line.strip():
            self.after_blank = True
            return False
        width = _indent(line)
        may_begin = self.after_blank or self._in_code
        self.after_blank = False
        if may_begin and not width and not _ITEM.fullmatch(line):
            self._inner = _TAB if _NOTE.match(line) else 0
        self._in_code = may_begin and width >= self._inner + _TAB and not self._is_item(line)
        if not self._in_code and (item := _ITEM.fullmatch(line)):
            self._inner = len(item[1].expandtabs(_TAB))
        return self._in_code

    def _is_item(self, line: str) -> bool:
        """Whether an indented line is an item of a list within the list."""
        return self._inner > 0 and _ITEM.fullmatch(line) is not None


def _indent(line: str) -> int:
    line = line.expandtabs(_TAB)
    return len(line) - len(line.lstrip(" "))


def _without_parts(text: str, opening: re.Pattern[str], closing: str) -> str:
    """Blank parts from ``opening`` to ``closing``, with what follows it in the same tag."""
    pieces: list[str] = []
    place = 0
    for match in opening.finditer(text):
        if match.start() < place:
            continue
        end = text.find(closing, match.end())
        if end < 0:
            break
        end += len(closing)
        pieces += [text[place : match.start()], blank(text[match.start() : end])]
        place = end
    return "".join([*pieces, text[place:]])
