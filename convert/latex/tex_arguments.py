"""Find the arguments of TeX commands: groups in braces, brackets and the like.

A brace behind a backslash does not count, as for TeX. For BibTeX it does, so .bib files have a
rule of their own: :mod:`medcite.bibtex.braces`.
"""

from __future__ import annotations

import re
from functools import lru_cache

BLANKS = re.compile(r"(?:[ \t]|\n(?![ \t]*\n))*")  # an empty line ends the search
CLOSING = {"{": "}", "[": "]", "(": ")", "<": ">"}
DELIMITER = re.compile(r"\\.|[][{}()<>]|\n[ \t]*\n", re.S)


def group(text: str, at: int, opening: str = "{") -> tuple[str, int] | None:
    """Return the content of the group at ``at`` (blanks may come first), and where it ends.

    As in TeX, a group that is not in braces ends at the first closing character outside braces.
    Return ``None`` if no such group begins there, or if it never ends.
    """
    start = skip(text, at)
    if not text.startswith(opening, start):
        return None
    end = _ends(text).get(start, -1)
    return (text[start + 1 : end], end + 1) if end > 0 else None


def skip(text: str, at: int) -> int:
    """Return the position after the blanks at ``at``."""
    return BLANKS.match(text, at).end()  # type: ignore[union-attr]  # it matches the empty text


def options(text: str, at: int, openings: str = "[<") -> int:
    """Return the position after the optional arguments at ``at``."""
    while argument := next(
        (option for opening in openings if (option := group(text, at, opening))), None
    ):
        at = argument[1]
    return at


class _Level:
    """What is open within one pair of braces: brackets and the like, in one paragraph."""

    __slots__ = ("brackets", "paragraph", "start")

    def __init__(self, start: int = -1) -> None:
        self.start, self.paragraph = start, 0
        self.brackets: dict[str, list[int]] = {}  # where they open, by what closes them

    def in_paragraph(self, number: int) -> dict[str, list[int]]:
        """Return what is open in a paragraph; what an earlier one left open never closes."""
        if number != self.paragraph:
            self.paragraph, self.brackets = number, {}
        return self.brackets


@lru_cache(maxsize=2)  # a document's file is asked once for each of its commands
def _ends(text: str) -> dict[int, int]:
    """Return where each group of a text ends, by where it begins.

    All in one pass: a search for each command would go on to the end of a text that closes none.
    """
    ends: dict[int, int] = {}
    levels, paragraph = [_Level()], 0
    for match in DELIMITER.finditer(text):
        sign, position = match[0], match.start()
        if sign == "{":
            levels.append(_Level(position))
        elif sign == "}":
            closed = levels.pop()
            if levels:
                ends[closed.start] = position
            else:  # it closes nothing, and ends every bracket
                levels = [_Level()]
        elif sign in CLOSING:
            levels[-1].in_paragraph(paragraph).setdefault(CLOSING[sign], []).append(position)
        elif sign[0] == "\n":
            paragraph += 1
        elif sign[0] != "\\":
            for start in levels[-1].in_paragraph(paragraph).pop(sign, ()):
                ends[start] = position
    return ends
