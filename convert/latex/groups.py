"""TeX's arguments: groups in braces, brackets and the like, found without TeX.

A brace behind a backslash does not count, as for TeX. For BibTeX it does, so that .bib files
have a rule of their own: :mod:`medcite.bibtex.braces`.
"""

from __future__ import annotations

import re

BLANKS = re.compile(r"(?:[ \t]|\n(?![ \t]*\n))*")  # an empty line ends a paragraph, and the search
CLOSING = {"{": "}", "[": "]", "(": ")", "<": ">"}
BRACES = re.compile(r"\\.|[{}]", re.S)


def group(text: str, at: int, opening: str = "{") -> tuple[str, int] | None:
    """Return the inside of the group that begins at ``at`` (blanks may come first) and its end.

    Any group but one in braces ends at the first closing sign that stands outside braces,
    as TeX has it. ``None`` where no such group begins there, or it never ends.
    """
    start = skip(text, at)
    if not text.startswith(opening, start):
        return None
    end = _brace(text, start) if opening == "{" else _sign(text, start, CLOSING[opening])
    return (text[start + 1 : end], end + 1) if end > 0 else None


def skip(text: str, at: int) -> int:
    """Return the place after the blanks at ``at``."""
    return BLANKS.match(text, at).end()  # type: ignore[union-attr]  # it matches the empty text


def options(text: str, at: int, openings: str = "[<") -> int:
    """Return the place after the optional arguments at ``at``."""
    while found := next((each for sign in openings if (each := group(text, at, sign))), None):
        at = found[1]
    return at


def _brace(text: str, start: int) -> int:
    """Return the place of the brace that closes the one at ``start``, or -1."""
    depth = 0
    for found in BRACES.finditer(text, start):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if not depth:
            return found.start()
    return -1


def _sign(text: str, start: int, closing: str) -> int:
    """Return the place of the first ``closing`` outside braces, or -1."""
    depth = 0
    signs = re.compile(r"\\.|[{}]|\n[ \t]*\n|" + re.escape(closing), re.S)
    for found in signs.finditer(text, start + 1):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth < 0 or found[0].startswith("\n"):
            return -1
        if found[0] == closing and not depth:
            return found.start()
    return -1
