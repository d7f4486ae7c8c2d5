"""Ranges and lists in number variables: which dash stands in ranges, and the spaces in lists."""

from __future__ import annotations

import re

from ...base.lazy_regex import regex
from ..locale import Locale
from .numeric import is_number_list

_SEPARATORS = frozenset("-–\u2011,&;/\\")  # without one of these there is no range and no list
_OPEN_RANGE = regex(r"\s+([-–])$")
# Capitals that may be a Roman numeral; "D" is more likely to be a letter ("D-3").
_CAPITALS = r"(?:[IVXLCM]|[IVXLCDM]{2,}|\d+)"
_ROMAN_RANGE = regex(rf"({_CAPITALS})\s*-\s*(?={_CAPITALS}$)")
_PREFIX = r"(\d*[^\W\d_]+0*(?=\d))?"
_RANGE = regex(rf"\b{_PREFIX}(\w+)(\s*[-–]\s*){_PREFIX}(?=\w)")
_COMMA = regex(r"\s*,\s*")
_AMPERSAND = regex(r"\s*&\s*")
# Variables in whose ranges a term stands; in those of others a hyphen does.
_NAMES = """
    chapter-number collection-number edition issue locator number number-of-pages
    number-of-volumes page volume
"""
_WITH_DELIMITER_TERM = frozenset(_NAMES.split())


def range_delimiter(name: str, locale: Locale) -> str:
    """Return what stands between the ends of a range of the number variable ``name``."""
    if name not in _WITH_DELIMITER_TERM:
        return "-"
    return locale.term("page-range-delimiter") or "–"


def number_text(text: str, delimiter: str = "–") -> str:
    """Return a number variable's text with ``delimiter`` in ranges and even spaces in lists.

    A hyphen after a backslash does not make a range.
    """
    if _SEPARATORS.isdisjoint(text):
        return text.strip()
    if "\\" in text:
        return text.replace("\\", "")
    if not is_number_list(text):
        is_range = _ROMAN_RANGE.match(text) is not None
        return _ROMAN_RANGE.sub(rf"\1{delimiter}", text) if is_range else text

    def replacement(match: re.Match[str]) -> str:
        return _range_start(match, delimiter)

    text = _OPEN_RANGE.sub(r"\1", _RANGE.sub(replacement, text.strip()))
    return _AMPERSAND.sub(" & ", _COMMA.sub(", ", text))


def _range_start(match: re.Match[str], delimiter: str) -> str:
    """Return all of a range but its end; with unlike prefixes, as in "A1-B2", it is no range."""
    prefix, start, dash, end_prefix = match.groups(default="")
    if "–" in dash:
        delimiter = "–"
    elif prefix != end_prefix:
        delimiter = "-"
    return f"{prefix}{start}{delimiter}{end_prefix}"
