"""Which text is numeric, and which is plural (CSL 1.0.2, "Choose" and "Label")."""

from __future__ import annotations

import re

from ...base.lazy_regex import regex
from .locator import split_numbers

# Numbers may have affixes ("D2", "2b"), and be in lists or ranges.
_NUMBER = r"(?:\d*[^\W\d_]+)?\d+[^\W\d_]*"
_NUMBER_OR_ROMAN = rf"(?:{_NUMBER}|[ivxlcdm]+)"
_BETWEEN = r"(?:\s*(?:[-–\u2011,&/]|\band\b)\s*|\s*;\s+)"
_NUMERIC = regex(rf"\s*{_NUMBER_OR_ROMAN}(?:{_BETWEEN}{_NUMBER_OR_ROMAN})*\s*[-–]?\s*")
_ONE_NUMBER = regex(_NUMBER)
_ROMAN_NUMERAL = regex(r"[ivxlcdm]+")  # capitals, as in "D-3", may be letters
_SEPARATOR = regex(r"\s*&\s*|,?\s+and\s+|[;,]\s+|\s*[-–]+\s*")
_BETWEEN_DIGITS = r"(?<=\d),?{0}{1}{0}(?=\d)"


def is_numeric(value: object) -> bool:
    """Whether a variable's value is only numbers (``is-numeric``)."""
    if value is None:
        return False
    text = str(value)
    if text.isdecimal():  # as most volumes and issues are
        return True
    numbers = split_numbers(text.replace("\\", ""))
    return all(is_number_list(number.text) for number in numbers)


def is_number_list(text: str) -> bool:
    """Whether a text is one number, or several in lists and ranges."""
    return _NUMERIC.fullmatch(text) is not None


def is_plural(value: str, kind: str = "", and_: str = "and") -> bool:
    """Whether a value is a list or a range that starts with a number.

    Numbers behind it that name a ``kind`` of their own count only if it is the same one.
    ``and_`` is the word between numbers in the locale's language; "and" is understood in all.
    """
    if and_ != "and" and and_ in value:
        is_spaced = and_.lower() != and_.upper()  # as words are where letters have a case
        space = r"\s+" if is_spaced else r"\s*"
        value = re.sub(_BETWEEN_DIGITS.format(space, re.escape(and_)), " and ", value)
    number, *others = split_numbers(value)
    first, *more = _SEPARATOR.split(number.text.strip())
    if "\\" in value or not (more or any(other.kind == kind for other in others)):
        return False
    return bool(_ONE_NUMBER.fullmatch(first) or _ROMAN_NUMERAL.fullmatch(first))
