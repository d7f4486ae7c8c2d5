"""Write numbers that name their own kind, as in "12, bk. 3", with the terms of these kinds."""

from __future__ import annotations

from collections.abc import Callable

from ..locale import Locale
from .locator import locator_term, split_numbers
from .number_range import number_text, range_delimiter
from .numeric import is_plural


def write_numbers(text: str, kind: str, locale: Locale, write: Callable[[str], str]) -> str:
    """Return a number of ``kind``, by ``write``, and the numbers of other kinds behind it."""
    if "." not in text:
        return write(text)
    pieces: list[str] = []
    for separator, own_kind, number in split_numbers(text):
        same = own_kind in ("", kind)
        pieces += separator, write(number) if same else _with_term(number, own_kind, locale)
    return "".join(pieces)


def _with_term(text: str, kind: str, locale: Locale) -> str:
    number = number_text(text, range_delimiter("locator", locale))
    term = locator_term(kind, "short", is_plural(text, and_=locale.term("and")), locale)
    return f"{term} {number}" if term else number
