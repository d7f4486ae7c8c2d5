"""Dates in words (CSL-JSON ``raw``) to numbers.

CSL leaves it to processors how to read them. This one understands what citeproc-js does:
numbers between hyphens or slashes, months and seasons by their English names, days, years,
eras, and ranges of such dates with a hyphen or slash.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from ...base.lazy_regex import regex
from ...tables.calendar import MONTHS, SEASON_BASE, SEASON_NUMBERS

YearMonthDay: TypeAlias = tuple[int, int, int]

# Three letters tell them all apart.
_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS, start=1)} | {
    name[:3]: SEASON_BASE + number for name, number in SEASON_NUMBERS.items()
}
_MONTH = regex("|".join(_MONTHS), re.IGNORECASE)
_TIME = regex(r"(?<=\d)T\d.*|\s*\d\d:\d\d(?::\d+)?")
_KANJI = str.maketrans({"年": "-", "月": "-", "日": "", "〜": "/"})
_APPROXIMATE = regex(r"[?~]|\bc(?:ir|a\b|\b)", re.IGNORECASE)
_ABBREVIATION_POINT = regex(r"(?<=[A-Za-z])\.")
_SEPARATOR = regex("[-/]")
_NUMERIC_DATE = regex(r"\d[-/]\d")


def _tokens(delimiter: str, range_mark: str) -> re.Pattern[str]:
    """Return the pattern of a date's tokens: numbers with ``delimiter`` between them are one."""
    year_last = rf"(?:\d{{1,2}}{delimiter}){{0,2}}\d{{4}}(?!\d)"
    year_first = rf"\d{{4}}(?:{delimiter}\d{{1,2}}){{0,2}}(?!\d)"
    return regex(rf"{year_first}|{year_last}|\d+|{range_mark}|[^-/~?\d]+")


_HYPHENS = _tokens("-", "-")
_HYPHENS_IN_SLASH_RANGE = _tokens("-", "/")
_SLASHES_IN_HYPHEN_RANGE = _tokens("/", "-")


def is_approximate(raw: str) -> bool:
    """Whether a date in words says that it is approximate."""
    return _APPROXIMATE.search(raw) is not None


def parse_raw(raw: str) -> list[YearMonthDay]:
    """Return one or two ``(year, month, day)``, 0 for unknown; empty if not understood."""
    text = _TIME.sub("", raw.strip())
    negative = text.startswith("-")
    ends = [_parse(tokens) for tokens in _split(text.removeprefix("-"))]
    if len(ends) == 2:
        ends = [_completed(ends[0], ends[1]), _completed(ends[1], ends[0])]
    year, month, day = ends[0]
    if not year or (day and not month):
        return []
    if negative:
        ends[0] = (-year, month, day)
    return ends


def _split(text: str) -> list[list[str]]:
    """Return the tokens of a date, or of each end of a range."""
    if "年" in text or "月" in text:
        text = text.translate(_KANJI).replace("-/", "/").rstrip("-")
    if text.isdigit() and len(text) < 4:
        text = text.zfill(4)
    text = _ABBREVIATION_POINT.sub("", text)
    pattern, range_mark = _HYPHENS, "-"
    if "/" not in text or "-" not in text:
        text = text.replace("/", "-")
    elif text.count("/") > 2:
        pattern = _SLASHES_IN_HYPHEN_RANGE
    else:
        pattern, range_mark = _HYPHENS_IN_SLASH_RANGE, "/"
    tokens = [token.strip() for token in pattern.findall(re.sub("[–—]", "-", text))]
    if range_mark not in tokens:
        return [tokens]
    at = tokens.index(range_mark)
    return [tokens[:at], tokens[at + 1 :]]


def _parse(tokens: list[str]) -> YearMonthDay:
    year = month = day = number = 0
    for token in tokens:
        if _NUMERIC_DATE.search(token):
            year, month, day = _parse_numeric(_SEPARATOR.split(token))
        elif token.isdigit():
            if len(token) > 3:
                year = int(token)
            else:
                number = int(token)
        elif name := _MONTH.search(token):
            month = _MONTHS[name.group().lower()]
        elif number and (era := token[:2].lower()) in ("bc", "ad"):
            year, number = -number if era == "bc" else number, 0
    return year, month, number or day


def _parse_numeric(parts: list[str]) -> YearMonthDay:
    """Return a date in numbers: the year has four digits, the month comes before the day."""
    numbers = [int(part) for part in parts]
    at = next((index for index, part in enumerate(parts) if len(part) == 4), None)
    year = 0 if at is None else numbers.pop(at)
    month, day = (*numbers, 0, 0)[:2]
    if day and month > 12:
        month, day = day, month
    return year, month, day


def _completed(end: YearMonthDay, other: YearMonthDay) -> YearMonthDay:
    """Return an end of a range with what only the other end says."""
    year, month, day = end
    return year or other[0], month or other[1], day or other[2]
