"""The right side of a field: braces, quotes, numbers and macros, joined by ``#``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...tables.calendar import MONTHS

# Every style defines the months; their names are what NLM's dates have.
MACROS = {name.lower(): name for name in MONTHS}
NEXT = re.compile(r"\s+([A-Za-z][\w:+-]*)\s*=\s*(\S.*)", re.DOTALL)
BARE = re.compile(r"[^\s#{}\",]+")


class FaultError(ValueError):
    """A right side that does not follow BibTeX's grammar; the message says what is wrong."""


def value(text: str, strings: Mapping[str, str]) -> str:
    """Return the pieces of a value joined, as LaTeX.

    Raises:
        FaultError: A brace or quote is not closed, a macro is unknown, or ``#`` is missing.

    """
    pieces = []
    at, joined = _blank(text, 0), True
    while at < len(text):
        if text[at] == "#":
            joined, at = True, _blank(text, at + 1)
            continue
        if not joined:
            raise FaultError(f"expected a comma or # before {text[at : at + 20]!r}")
        piece, end = _piece(text, at, strings)
        pieces.append(piece)
        joined, at = False, _blank(text, end)
    return "".join(pieces)


def _blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _piece(text: str, at: int, strings: Mapping[str, str]) -> tuple[str, int]:
    """Return one piece and where it ends."""
    if text[at] in '{"':
        end = closing(text, at)
        return text[at + 1 : end], end + 1
    found = BARE.match(text, at)
    if not found:
        raise FaultError(f"expected a value, found {text[at]!r}")
    name = found[0]
    if name.isdecimal():
        return name, found.end()
    if name.lower() not in strings:
        raise FaultError(f"no @string defines {name!r}")
    return strings[name.lower()], found.end()


def closing(text: str, at: int) -> int:
    """Return the place of the sign that closes the one at ``at``; braces nest, also in quotes.

    Raises:
        FaultError: There is none.

    """
    depth = 0
    for place in range(at + 1, len(text)):
        char = text[place]
        if char == "{":
            depth += 1
        elif char == "}" and depth:
            depth -= 1
        elif not depth and char == ("}" if text[at] == "{" else '"'):
            return place
    raise FaultError("a brace or quote is not closed")


def parted(text: str) -> tuple[str, str, str] | None:
    """Part a right side that goes on with the next field, since the comma is missing.

    Gives the side, the next field's name and its right side; ``None`` if it is not like that.
    """
    try:
        end = closing(text, 0) + 1 if text[:1] in ("{", '"') else 0
    except FaultError:
        return None
    bare = BARE.match(text)
    end = end or (bare.end() if bare else 0)
    found = NEXT.fullmatch(text, end)
    return (text[:end], found[1], found[2]) if end and found else None


def whole(text: str) -> bool:
    """Return whether one pair of braces holds all of ``text``."""
    try:
        return text.startswith("{") and closing(text, 0) == len(text) - 1
    except FaultError:
        return False
