"""Dates as NLM writes them (DP, DEP, PHST) to :class:`~medcite.model.values.Date` and back."""

from __future__ import annotations

import re
from functools import lru_cache

from ..base.lazy_regex import regex
from ..model.values import Date, Event, PartialDate

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_MONTH = {name: number for number, name in enumerate(MONTHS, start=1)}
_SEASON = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}

_USUAL = regex(r"(\d{4})(?: ([A-Z][a-z]{2})(?: (\d{1,2}))?)?")
_STAMP = regex(r"(\d{4})/(\d{1,2})(?:/(\d{1,2}))?(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?")
_COMPACT = regex(r"(\d{4})(\d{2})?(\d{2})?")
_ISO = regex(r"(\d{4})-(\d{2})-(\d{2})(?:T\S*)?")
_TOKEN = regex(r"\d+(?![\w.])|[A-Za-z]+\.?(?!\w)|[-–—/]|\S+")
_YEAR = regex(r"(?<!\d)\d{4}(?!\d)")
_DASHES = frozenset("-–—/")
_FULL = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


@lru_cache(maxsize=8192)
def date(text: str) -> Date:
    """Read any of NLM's dates; what no rule understands is the date's ``rest``.

    ``2024 Feb 27``, ``1998 Dec-1999 Jan``, ``Summer 1999``, ``20240227``, ``2024/02/27 06:00``.
    """
    raw, text = text, text.strip()
    if found := _USUAL.fullmatch(text):
        year, month, day = found.groups()
        if not month:
            return Date(PartialDate(int(year)), None, raw)
        if month in _MONTH and (moment := _valid(int(year), _MONTH[month], int(day or 0))):
            return Date(moment, None, raw)
    # What follows the year tells them apart, and a blank that it is none of them.
    pattern = {"/": _STAMP, "-": _ISO, " ": None}.get(text[4:5], _COMPACT)
    if pattern and (found := pattern.fullmatch(text)):
        numbers = [int(number or 0) for number in found.groups()]
        if moment := _valid(*numbers):
            return Date(moment, None, raw)
    return _words(text, raw)


def _valid(year: int, month: int = 0, day: int = 0) -> PartialDate | None:
    """Give the moment, unless the calendar has none such."""
    if not 1000 <= year < 3000 or not 0 <= month <= 12:
        return None
    if day and (not month or not 1 <= day <= 28) and not _is_end(year, month, day):
        return None
    return PartialDate(year, month, day)


def _is_end(year: int, month: int, day: int) -> bool:
    """Tell whether a month has such a day beyond its twenty-eighth."""
    if month == 2:
        return day == 29 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return month > 0 and 28 < day <= (30 if month in (4, 6, 9, 11) else 31)


class _Side:
    """One end of a range, as it fills up from words in any order."""

    def __init__(self) -> None:
        self.year = self.month = self.day = self.season = 0
        self.order: list[str] = []

    def take(self, token: str) -> bool:
        """Take a word if it is a year, month, season or day that is still missing."""
        kind, value = _meaning(token)
        if not kind or getattr(self, kind):
            return False
        setattr(self, kind, value)
        self.order.append(kind)
        return True

    def moment(self) -> PartialDate | None:
        if not self.year:
            return None
        whole = _valid(self.year, self.month, self.day)
        return PartialDate(self.year, self.month, self.day, self.season) if whole else None


def _meaning(token: str) -> tuple[str, int]:
    """Tell what a word of a date is, and its number; ``("", 0)`` for any other word."""
    if token.isdecimal():
        if len(token) == 4:
            return "year", int(token)
        return ("day", int(token)) if len(token) <= 2 and int(token) else ("", 0)
    word = token.rstrip(".")
    if season := _SEASON.get(word.lower()):
        return "season", season
    return ("month", number) if (number := _month(word)) else ("", 0)


def _month(word: str) -> int:
    """Give the number of a month, whole or shortened (``Sept``); 0 for any other word."""
    number = _MONTH.get(word[:3].capitalize(), 0) if len(word) > 2 else 0
    return number if number and _FULL[number - 1].startswith(word.lower()) else 0


def _words(text: str, raw: str) -> Date:
    """Read a date in words: sides of a range, each a year, month or season, and day."""
    sides, rest = [_Side()], []
    for token in _TOKEN.findall(_short_years(text).replace(",", " ")):
        if token in _DASHES and len(sides) == 1 and sides[0].order:
            sides.append(_Side())
        elif token in _DASHES or not sides[-1].take(token):
            rest.append(token)
    start, end = _settle(sides)
    if start and not rest:
        return Date(start, end, raw)
    if start and not end:
        return Date(start, None, raw, " ".join(rest))
    return _only_year(text, raw)


def _short_years(text: str) -> str:
    """Write out the second year of ``1998-99``; NLM itself gives four digits."""
    found = re.fullmatch(r"(\d{2})(\d{2})([-/])(\d{2})(.*)", text)
    if found and int(found[4]) == int(found[2]) + 1:
        return f"{found[1]}{found[2]}{found[3]}{found[1]}{found[4]}{found[5]}"
    return text


def _settle(sides: list[_Side]) -> tuple[PartialDate | None, PartialDate | None]:
    """Give each side what the other says for both (``Jul-Aug 2022``, ``Apr 10-17``)."""
    first, last = sides[0], sides[-1]
    if first is last:
        return first.moment(), None
    if not last.order:
        return None, None
    _share_day(first, last)
    if not last.month and not last.season and last.day:
        last.month = first.month
    if first.year and last.year and last.season and not first.season and not first.month:
        first.season = last.season  # 1998-1999 Winter: one winter
    turned = 0 < last.month <= 3 and first.month >= 10  # Dec-Jan: over the year's end
    if not last.year:
        last.year = first.year + turned
    elif not first.year:
        first.year = last.year - turned
    start, end = first.moment(), last.moment()
    return (start, end) if start and end and start[:3] <= end[:3] else (None, None)


def _share_day(first: _Side, last: _Side) -> None:
    """Move the day of ``2022 Jul-Aug 01`` to July: it is the day of an issue for two months."""
    if first.month and last.month and last.day and not first.day and not last.year:
        first.day, last.day = last.day, 0


def _only_year(text: str, raw: str) -> Date:
    """Give the date of a text that is not understood: its year if it has one, and the rest."""
    found = _YEAR.search(text)
    if not found:
        return Date(None, None, raw, text)
    rest = (text[: found.start()] + text[found.end() :]).strip(" ,;-")
    return Date(_valid(int(found[0])), None, raw, rest)


def fault(value: Date) -> str:
    """Say what of a date was not understood, or give ``""``."""
    if value.start is None:
        return f"no date in {value.raw!r}; expected something like 2024 Feb 27"
    return f"{value.rest!r} in {value.raw!r} is no part of a known date" if value.rest else ""


def encode(value: Date) -> str:
    """Write a date as DP does; one that was read stays as it was written."""
    if value.raw or value.start is None:
        return value.raw or value.rest
    first = moment(value.start)
    if value.end is None:
        return f"{first} {value.rest}".rstrip()
    return f"{first}-{_shorter(value.start, value.end)}"


def moment(value: PartialDate) -> str:
    """Write one moment as NLM does: ``2024 Feb 27``, ``1999 Summer``."""
    parts = [f"{value.year}"]
    if value.month:
        parts.append(MONTHS[value.month - 1])
    elif value.season:
        parts.append(SEASONS[value.season - 1])
    if value.day:
        parts.append(f"{value.day}")
    return " ".join(parts)


def _shorter(start: PartialDate, end: PartialDate) -> str:
    """Write a range's end without what it has in common with the start."""
    if end.year != start.year:
        return moment(end)
    if end.day and (end.month, end.season) == (start.month, start.season):
        return f"{end.day}"
    return moment(end).partition(" ")[2] or moment(end)


def compact(value: Date) -> str:
    """Write a date as DEP does: ``20240227``."""
    if value.start is None:
        return value.raw
    year, month, day, _ = value.start
    return f"{year:04}" + (f"{month:02}" if month else "") + (f"{day:02}" if month and day else "")


def event(text: str) -> Event:
    """Read ``2024/02/27 06:00 [entrez]``."""
    stamp, bracket, kind = text.rpartition(" [")
    if not bracket or not kind.endswith("]"):
        return Event("", date(text))
    return Event(kind[:-1], date(stamp))


def encode_event(value: Event) -> str:
    """Write an event as PHST does."""
    text = value.date.raw
    if not text and value.date.start:
        parts = value.date.start[:3]
        text = "/".join(f"{part:02}" for part in parts if part)
    return f"{text} [{value.kind}]" if value.kind else text
