"""Dates as NLM writes them (DP, DEP, PHST) to :class:`~medcite.model.values.Date` and back."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..base.lazy_regex import regex
from ..model.values import Date, Event, PartialDate
from ..tables.calendar import MONTH_NAMES, MONTHS, MONTHS_ELSEWHERE, SEASON_NUMBERS

_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)}
_FULL_NAMES = tuple(name.lower() for name in MONTH_NAMES)

_USUAL = regex(r"(\d{4})(?: ([A-Z][a-z]{2})(?: (\d{1,2}))?)?")
_STAMP = regex(r"(\d{4})/(\d{1,2})(?:/(\d{1,2}))?(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?")
_COMPACT = regex(r"(\d{4})(\d{2})?(\d{2})?")
_ISO = regex(r"(\d{4})-(\d{2})-(\d{2})(?:T\S*)?")
_TOKEN = regex(r"\d+(?![\w.])|[^\W\d_]+\.?(?!\w)|[-–—/]|\S+")
_YEAR = regex(r"(?<!\d)\d{4}(?!\d)")
# A copyright's year, one that the publication itself does not say, one told from another by a
# letter: c2014, [2014], 2014a.
YEAR_ALONE = regex(r"[\[(]?[c©]?\s?(\d{4})(?:[a-rt-z]|(?<!0)s)?[\])]?\.?", re.IGNORECASE)
_DECADE = regex(r"[\[(]?(?:the )?(\d{3})0s[\])]?", re.IGNORECASE)
_SHORT_YEAR = regex(r"(\d{2})(\d{2})([-/])(\d{2})(.*)")
_DASHES = frozenset("-–—/")
_LONGEST = 60  # of a date that is looked at for circa
# A date that is said to be approximate: ``ca. 1850``, ``[circa 1850]``, ``1850 (ca.)``, ``1850?``,
# ``about 1850``. The c of ``c1998``, without a stop, is a copyright's.
_CIRCA = regex(
    r"[\[(]?(?:(?:circa\b|ca\b\.?|c\.|c |about |around |approximately |approx\. |~)"
    r"\s*([^\[\]()]+?)\??|([^\[\]()]+?)\s*(?:\s[\[(]?(?:circa|ca\.?)|[\[(]?\?))[\])]?",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def date(text: str) -> Date:
    """Read any of NLM's dates; what no rule understands is the date's ``rest``.

    ``2024 Feb 27``, ``1998 Dec-1999 Jan``, ``Summer 1999``, ``20240227``, ``2024/02/27 06:00``,
    ``ca. 1850``, ``1980s``.
    """
    raw, text = text, text.strip()
    if match := _USUAL.fullmatch(text):
        year, month, day = match.groups()
        if not month:
            return Date(PartialDate(int(year)), None, raw)
        number = _MONTH_NUMBERS.get(month)
        if number and (start := _valid(int(year), number, int(day or 0))):
            return Date(start, None, raw)
    # The character after the year selects the pattern; after a blank, none applies.
    pattern = {"/": _STAMP, "-": _ISO, " ": None}.get(text[4:5], _COMPACT)
    if pattern and (match := pattern.fullmatch(text)):
        numbers = [int(number or 0) for number in match.groups()]
        if start := _valid(*numbers):
            return Date(start, None, raw)
    return _in_another_form(text, raw) or _date_in_words(text, raw)


def _in_another_form(text: str, raw: str) -> Date | None:
    """Return a decade, or a date that says that it is approximate, or ``None``."""
    return _decade(text, raw) or _approximate(text, raw)


def _decade(text: str, raw: str) -> Date | None:
    """Return the ten years that ``1980s`` names, or ``None``."""
    match = _DECADE.fullmatch(text)
    if match is None or not (start := _valid(int(f"{match[1]}0"))):
        return None
    return Date(start, PartialDate(int(f"{match[1]}9")), raw)


def _approximate(text: str, raw: str) -> Date | None:
    """Return a date that says that it is approximate, or ``None``."""
    match = _CIRCA.fullmatch(text) if len(text) < _LONGEST else None
    known = date(match[1] or match[2]) if match else None
    return known._replace(raw=raw, circa=True) if known and known.start else None


def month_name(number: str) -> str:
    """Return NLM's name of the month that a text of digits numbers, ``""`` if it is no such."""
    if not number.isdecimal() or len(number.lstrip("0")) > 2:  # int refuses thousands of digits
        return ""
    return MONTHS[int(number) - 1] if 1 <= int(number) <= 12 else ""


def _valid(year: int, month: int = 0, day: int = 0) -> PartialDate | None:
    """Return the date, unless the calendar has none such."""
    if not 1000 <= year < 3000 or not 0 <= month <= 12:
        return None
    if day and (not month or not 1 <= day <= 28) and not _is_month_end(year, month, day):
        return None
    return PartialDate(year, month, day)


def _is_month_end(year: int, month: int, day: int) -> bool:
    """Whether a month has such a day after its twenty-eighth."""
    if month == 2:
        return day == 29 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return month > 0 and 28 < day <= (30 if month in (4, 6, 9, 11) else 31)


class _RangeEnd:
    """One end of a range, as it fills up from words in any order."""

    def __init__(self) -> None:
        self.year = self.month = self.day = self.season = 0
        self.empty = True

    def take(self, token: str) -> bool:
        """Take a word if it is a year, month, season or day that is still missing."""
        unit, value = _unit(token)
        if not unit or getattr(self, unit):
            return False
        setattr(self, unit, value)
        self.empty = False
        return True

    def date(self) -> PartialDate | None:
        """Return the date that the words make, unless the calendar has none such."""
        if not self.year or not _valid(self.year, self.month, self.day):
            return None
        return PartialDate(self.year, self.month, self.day, self.season)


def _unit(token: str) -> tuple[str, int]:
    """Return which unit a word of a date gives, and its number; ``("", 0)`` for other words."""
    if token.isdecimal():
        if len(token) == 4:
            return "year", int(token)
        return ("day", int(token)) if len(token) <= 2 and int(token) else ("", 0)
    word = token.rstrip(".")
    if season := SEASON_NUMBERS.get(word.lower()):
        return "season", season
    return ("month", number) if (number := _month(word)) else ("", 0)


def _month(word: str) -> int:
    """Return the number of a month, whole or shortened (``Sept``); 0 for any other word."""
    number = _MONTH_NUMBERS.get(word[:3].capitalize(), 0) if len(word) > 2 else 0
    if number and _FULL_NAMES[number - 1].startswith(word.lower()):
        return number
    return _months_elsewhere().get(word.lower(), 0)


@cache
def _months_elsewhere() -> dict[str, int]:
    """Return the numbers of the months by their names in other languages than English."""
    names = ((name, number) for number, line in enumerate(MONTHS_ELSEWHERE, start=1)
             for name in line.split())  # fmt: skip
    return dict(names)


def _date_in_words(text: str, raw: str) -> Date:
    """Read a date in words: ends of a range, each a year, month or season, and day."""
    ends, rest = [_RangeEnd()], []
    for token in _TOKEN.findall(_with_full_years(text).replace(",", " ")):
        if token in _DASHES and len(ends) == 1 and not ends[0].empty:
            ends.append(_RangeEnd())
        elif token in _DASHES or not ends[-1].take(token):
            rest.append(token)
    start, end = _start_and_end(ends)
    if start and not rest:
        return Date(start, end, raw)
    if start and not end:
        return Date(start, None, raw, " ".join(rest))
    return _year_only(text, raw)


def _with_full_years(text: str) -> str:
    """Write out the second year of ``1998-99``; NLM itself gives four digits."""
    match = _SHORT_YEAR.fullmatch(text)
    if match and int(match[4]) == int(match[2]) + 1:
        return f"{match[1]}{match[2]}{match[3]}{match[1]}{match[4]}{match[5]}"
    return text


def _start_and_end(ends: list[_RangeEnd]) -> tuple[PartialDate | None, PartialDate | None]:
    """Return a range's start and end; what only one of them says and both share is copied."""
    first, last = ends[0], ends[-1]
    if first is last:
        return first.date(), None
    if last.empty:
        return None, None
    _share_day(first, last)
    _share_month(first, last)
    _share_year(first, last)
    start, end = first.date(), last.date()
    return (start, end) if start and end and start[:3] <= end[:3] else (None, None)


def _share_day(first: _RangeEnd, last: _RangeEnd) -> None:
    """Move the day of ``2022 Jul-Aug 01`` to July: it is the day of an issue for two months."""
    if first.month and last.month and last.day and not first.day and not last.year:
        first.day, last.day = last.day, 0


def _share_month(first: _RangeEnd, last: _RangeEnd) -> None:
    """Give ``Apr 10-17`` one month, and ``1998-1999 Winter`` one winter."""
    if not last.month and not last.season and last.day:
        last.month = first.month
    if first.year and last.year and last.season and not first.season and not first.month:
        first.season = last.season


def _share_year(first: _RangeEnd, last: _RangeEnd) -> None:
    """Give ``Jul-Aug 2022`` one year, and ``Dec-Jan`` two."""
    turned = 0 < last.month <= 3 and first.month >= 10
    if not last.year:
        last.year = first.year + turned
    elif not first.year:
        first.year = last.year - turned


def _year_only(text: str, raw: str) -> Date:
    """Return the date of a text that is not understood: its year if it has one, and the rest."""
    match = _YEAR.search(text)
    if not match:
        return Date(None, None, raw, text)
    rest = "" if YEAR_ALONE.fullmatch(text) else f"{text[: match.start()]}{text[match.end() :]}"
    rest = rest.strip(" ,;-")
    return Date(_valid(int(match[0])), None, raw, rest)


def problem(value: Date) -> str:
    """Return what of a date was not understood, in words, or ``""``."""
    if value.start is None:
        return f"no date in {value.raw!r}; expected something like 2024 Feb 27"
    return f"{value.rest!r} in {value.raw!r} is no part of a known date" if value.rest else ""


def encode(value: Date) -> str:
    """Write a date as DP does; one that was read stays as it was written."""
    return value.raw or str(value)


def without_year(value: Date) -> str:
    """Return what stands beside the year (``Feb 27``); all if there are two years or none is sure.

    A year alone has nothing beside it: the empty string.
    """
    text = str(value)
    if value.start is None:
        return text
    return f"{text} ".removeprefix(f"{value.start.year} ").strip()


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
        text = "/".join(f"{part:02}" for part in value.date.start[:3] if part)
    return f"{text} [{value.kind}]" if value.kind else text
