"""Which text is numeric, and which is plural (CSL 1.0.2, "Choose" and "Label")."""

from __future__ import annotations

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


def is_plural(value: str, kind: str = "") -> bool:
    """Whether a value is a list or a range that starts with a number.

    Numbers behind it that name a ``kind`` of their own count only if it is the same one.
    """
    number, *others = split_numbers(value)
    first, *more = _SEPARATOR.split(number.text.strip())
    if "\\" in value or not (more or any(other.kind == kind for other in others)):
        return False
    return bool(_ONE_NUMBER.fullmatch(first) or _ROMAN_NUMERAL.fullmatch(first))
