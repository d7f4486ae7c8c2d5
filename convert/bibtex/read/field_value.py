"""The right side of a field: braces, quotes, numbers and macros, joined by ``#``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...tables.calendar import MONTHS
from ..braces import find_closing

# Every style defines the months; their names are what NLM's dates have.
MONTH_MACROS = {name.lower(): name for name in MONTHS}
_NEXT_FIELD = re.compile(r"\s+([A-Za-z][\w:+-]*)\s*=\s*(\S.*)", re.DOTALL)
_WORD = re.compile(r"[^\s#{}\",]+")


class FieldSyntaxError(ValueError):
    """A right side that does not follow BibTeX's grammar; the message says what is wrong."""


def parse_value(text: str, macros: Mapping[str, str]) -> str:
    """Return the pieces of a right side joined, as LaTeX.

    Raises:
        FieldSyntaxError: A brace or quote is not closed, a macro is unknown, or ``#`` is missing.

    """
    pieces = []
    position, joined = _skip_blanks(text, 0), True
    while position < len(text):
        if text[position] == "#":
            joined, position = True, _skip_blanks(text, position + 1)
            continue
        if not joined:
            rest = text[position : position + 20]
            raise FieldSyntaxError(f"expected a comma or # before {rest!r}")
        piece, end = _parse_piece(text, position, macros)
        pieces.append(piece)
        joined, position = False, _skip_blanks(text, end)
    return "".join(pieces)


def _skip_blanks(text: str, position: int) -> int:
    """Return the next position that holds no blank."""
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _parse_piece(text: str, start: int, macros: Mapping[str, str]) -> tuple[str, int]:
    """Return one piece and where it ends."""
    if text[start] in '{"':
        end = find_closing(text, start)
        if end < 0:
            raise FieldSyntaxError("a brace or quote is not closed")
        return text[start + 1 : end], end + 1
    match = _WORD.match(text, start)
    if not match:
        raise FieldSyntaxError(f"expected a value, found {text[start]!r}")
    word = match[0]
    if word.isdecimal():
        return word, match.end()
    if word.lower() not in macros:
        raise FieldSyntaxError(f"no @string defines {word!r}")
    return macros[word.lower()], match.end()


def split_at_missing_comma(text: str) -> tuple[str, str, str] | None:
    """Split a right side that runs into the next field, since the comma between them is missing.

    Return the right side, the next field's name and the rest, which is that field's right side;
    ``None`` if no field follows.
    """
    if text[:1] in ("{", '"'):
        end = find_closing(text, 0) + 1
    else:
        word = _WORD.match(text)
        end = word.end() if word else 0
    match = _NEXT_FIELD.fullmatch(text, end)
    return (text[:end], match[1], match[2]) if end and match else None
