"""Find the arguments of TeX commands: groups in braces, brackets and the like.

A brace behind a backslash does not count, as for TeX. For BibTeX it does, so .bib files have a
rule of their own: :mod:`medcite.bibtex.braces`.
"""

from __future__ import annotations

import re

BLANKS = re.compile(r"(?:[ \t]|\n(?![ \t]*\n))*")  # an empty line ends the search
CLOSING = {"{": "}", "[": "]", "(": ")", "<": ">"}
BRACES = re.compile(r"\\.|[{}]", re.S)


def group(text: str, at: int, opening: str = "{") -> tuple[str, int] | None:
    """Return the content of the group at ``at`` (blanks may come first), and where it ends.

    As in TeX, a group that is not in braces ends at the first closing character outside braces.
    Return ``None`` if no such group begins there, or if it never ends.
    """
    start = skip(text, at)
    if not text.startswith(opening, start):
        return None
    end = (
        _closing_brace(text, start)
        if opening == "{"
        else _closing_character(text, start, CLOSING[opening])
    )
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


def _closing_brace(text: str, start: int) -> int:
    """Return the position of the brace that closes the one at ``start``, or -1."""
    depth = 0
    for match in BRACES.finditer(text, start):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if not depth:
            return match.start()
    return -1


def _closing_character(text: str, start: int, closing: str) -> int:
    """Return the position of the first ``closing`` outside braces, or -1."""
    depth = 0
    characters = re.compile(r"\\.|[{}]|\n[ \t]*\n|" + re.escape(closing), re.S)
    for match in characters.finditer(text, start + 1):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth < 0 or match[0].startswith("\n"):
            return -1
        if match[0] == closing and not depth:
            return match.start()
    return -1
