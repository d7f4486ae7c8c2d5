"""Numerals: ordinals, ordinal words and Roman numerals, as cs:number and cs:date-part ask."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...base.lazy_regex import regex
from ..locale import Locale, LocaleTerm
from .numeric import is_numeric

_NUMBER = regex(r"\b[1-9]\d*\b")
_ROMAN_NUMERALS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(number: int, _locale: Locale, _gender: str = "") -> str:
    """Return a number in lowercase Roman numerals; beyond their range, in digits."""
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, letters in _ROMAN_NUMERALS:
        count, number = divmod(number, value)
        text += letters * count
    return text


def ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """Return ``number`` with its ordinal suffix (CSL 1.0.2, "Ordinal Suffixes")."""
    term = _suffix(number, locale, gender) or locale.find("ordinal", "long", gender)
    return f"{number}{term.single if term else ''}"


def _suffix(number: int, locale: Locale, gender: str) -> LocaleTerm | None:
    """Return the term for a number's last two digits, else for its last digit."""
    for digits in (number % 100, number % 10):
        for form in dict.fromkeys((gender, "")):
            term = locale.terms.get((f"ordinal-{digits:02d}", "long", form))
            if term is not None and _matches(term, number, digits):
                return term
    return None


def _matches(term: LocaleTerm, number: int, digits: int) -> bool:
    """Whether an ordinal term for ``digits`` is for such a number, by its ``match``."""
    match = term.match or ("last-digit" if digits < 10 else "last-two-digits")
    if match == "whole-number":
        return number == digits
    return match != "last-two-digits" or number % 100 == digits


def long_ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """Return a number's ordinal word up to ten, else ``ordinal``."""
    if 1 <= number <= 10:
        term = locale.find(f"long-ordinal-{number:02d}", "long", gender)
        if term is not None and term.single:
            return term.single
    return ordinal(number, locale, gender)


_FORMS: dict[str, Callable[[int, Locale, str], str]] = {
    "ordinal": ordinal,
    "long-ordinal": long_ordinal,
    "roman": roman,
}


def in_form(text: str, form: str, locale: Locale, gender: str) -> str:
    """Return a text with its numbers in a form of cs:number; as it is if it is not numeric."""
    write = _FORMS.get(form)
    if write is None or "/" in text or not is_numeric(text):
        return text

    def replacement(match: re.Match[str]) -> str:
        return write(int(match.group()), locale, gender)

    return _NUMBER.sub(replacement, text)
