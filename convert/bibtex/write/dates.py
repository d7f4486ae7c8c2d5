"""The dates of an entry in BibTeX: the year, the month's macro, the day."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from ...base.lazy_regex import regex
from ...codecs.edtf import valid_parts
from ...model.values import Date
from ...tables.calendar import MONTHS, SEASON_NUMBERS, SEASONS

Speller: TypeAlias = Callable[[str], str]
_BRACKET = regex(r"[\[\]()]")

_MONTH_MACROS = tuple(name.lower() for name in MONTHS)
# A season in the record's own word (Fall), which is what BibTeX's styles print.
_SEASON = regex("|".join(SEASON_NUMBERS), re.IGNORECASE)


def encode_year(date: Date, spell: Speller) -> str:
    """Return BibTeX's year: a number, two for a range, or the text of a date without a year."""
    if date.start is None:
        year = spell(date.raw)
        # natbib takes brackets and parentheses for its own.
        return f"{{{{{year}}}}}" if _BRACKET.search(year) else f"{{{year}}}" if year else ""
    first = date.start.year
    if date.end and date.end.year != first:
        return f"{{{first}--{date.end.year}}}"
    return str(first) if first > 0 else f"{{{first}}}"


def encode_month(date: Date, spell: Speller) -> str:
    """Return BibTeX's month: ``feb``, ``nov # "--" # dec``, ``oct # "~15--21"``, ``{Summer}``."""
    start, end = valid_parts(date.start), valid_parts(date.end)
    if start is None:
        return ""
    if start.season:
        return f"{{{'--'.join(_seasons(date))}}}"
    if not start.month:
        return _encode_words(date, spell)
    if end is None or not end.month:
        return _MONTH_MACROS[start.month - 1]
    if (start.year, start.month) == (end.year, end.month):
        days = f' # "~{start.day}--{end.day}"' if start.day and end.day else ""
        return f"{_MONTH_MACROS[start.month - 1]}{days}"
    first, last = ("", "")
    if start.day and end.day:
        first, last = f"~{start.day}", f' # "~{end.day}"'
    return f'{_MONTH_MACROS[start.month - 1]} # "{first}--" # {_MONTH_MACROS[end.month - 1]}{last}'


def _encode_words(date: Date, spell: Speller) -> str:
    """Return what is said of a year in words: styles print the month before it."""
    words = date.rest or ("ca." if date.circa else "")
    return f"{{{spell(words)}}}" if words else ""


def _seasons(date: Date) -> list[str]:
    """Return the seasons of a date in the record's words, else by their usual names."""
    words = [word.capitalize() for word in _SEASON.findall(date.raw)]
    ends = [end for end in map(valid_parts, (date.start, date.end)) if end and end.season]
    return words if len(words) == len(ends) else [SEASONS[end.season - 1] for end in ends]


def encode_day(date: Date) -> str:
    """Return BibTeX's day, if the date is a single day."""
    start = valid_parts(date.start)
    return str(start.day) if start and start.day and not date.end else ""
