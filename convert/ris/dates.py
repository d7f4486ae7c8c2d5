"""Dates in RIS: ``YYYY/MM/DD/other``, and what other programs write."""

from __future__ import annotations

import re
from functools import lru_cache

from ..base.lazy_regex import regex
from ..codecs import dates
from ..codecs.edtf import edtf, encode_edtf
from ..model.values import Date, Event
from ..tables.calendar import MONTHS, SEASON_NUMBERS

_EVENT = regex(r"(\d{4}/\d\d?/\d\d?)/(received|revised|accepted)", re.IGNORECASE)
_YEAR_LAST = regex(r"(?:(\d{1,2})[./])?(\d{1,2})[./](\d{4})")
_EAST_ASIAN = regex(r"(?:(\d{4})年)?(?:(\d{1,2})月(?:(\d{1,2})日?)?)?")
_TWO_YEARS = regex(r"(\d{4})/(\d{4})")
_MONTH_AND_DAY = regex(r"(\d{1,2})/(\d{1,2})")
_TIME = regex(r"/\d{1,2}:\d\d(?::\d\d)?$")
_YEAR_AND_MONTH = regex(r"(\d{4})-(0[1-9]|1[0-2])")
_YEAR_OR_NOTHING = regex(r"\d{4}|")
_NUMBER = regex(r"\d{1,99}")  # int refuses thousands of digits
# Web of Science's seasons.
_SEASONS = {name[:3].title(): name.title() for name in SEASON_NUMBERS}


def parse_event(text: str) -> Event | None:
    """Return a date that is not the article's own, as in PubMed Central's exports."""
    match = _EVENT.fullmatch(text)
    return Event(match[2].lower(), _parse(match[1])) if match else None


def without_time(text: str) -> str:
    """Return a date without the time of day that Zotero writes behind it."""
    return _TIME.sub("", text)


@lru_cache(maxsize=4096)  # a reference asks several times, and many have the same date
def parse_dates(*texts: str) -> Date | None:
    """Return the fullest of several dates; a month without a year gets the year of another."""
    parsed = [_without_year_0(_parse(text)) for text in texts]
    years = [date.start.year for date in parsed if date.start]
    for text, date in zip(texts, parsed, strict=True):
        if date.start is None and years:
            with_year = dates.date(f"{years[0]} {_month(text)}")
            if with_year.start and not with_year.rest:
                return with_year
    return max(parsed, key=_fullness, default=None)


def format_date(date: Date | None) -> str:
    """Return ``YYYY/MM/DD/other``, or the year alone where no more is known."""
    if date is None:
        return ""
    other = _other(date)
    if date.start is None:
        return f"///{other}" if other else ""
    year, month, day, _ = date.start
    if not (month or other):
        return f"{year:04}"
    numbers = (f"{number:02}" if number else "" for number in (month, day))
    return "/".join((f"{year:04}", *numbers, other))


def format_edtf(date: Date | None) -> str:
    """Return a range in EDTF (``2022-05/2022-06``) and a season in words; others as in RIS.

    Of ``YYYY/MM/DD/other`` Zotero drops the last part, and keeps what has another form.
    """
    if date is None or date.start is None:
        return format_date(date)
    if date.start.season or (date.end and date.end.season):
        return f"{date.start.year} {_other(date)}".rstrip()
    if date.end is None:
        return format_date(date)
    return encode_edtf(date)


def _other(date: Date) -> str:
    """Return what the numbers do not say: a range, a season, words that no rule understood.

    It is as the record has it (``Nov-Dec``, ``15-21``), without what it shares with them.
    """
    start = date.start
    if start is None:
        text = dates.encode(date).strip()
    elif date.rest and not date.end:
        text = date.rest
    elif date.end or start.season:
        text = _range(date)
    else:
        text = "ca." if date.circa else ""
    return text.replace("/", "-")


def _range(date: Date) -> str:
    """Return a range or season without the year, and without the month of both its days."""
    start, text = date.start, dates.encode(date).strip()
    if start:
        text = text.removeprefix(f"{start.year} ")
    if start and date.end and start.day and start[:2] == date.end[:2]:
        text = text.removeprefix(f"{MONTHS[start.month - 1]} ")
    return text


def _month(text: str) -> str:
    """Return months and seasons as NLM spells them.

    Web of Science has ``MAR-APR`` and ``SPR``, others ``05/17`` and ``5月17日``; of ``03/04``
    nobody knows which is the month.
    """
    if match := _MONTH_AND_DAY.fullmatch(text):
        return _month_and_day(int(match[1]), int(match[2])) or text
    match = _EAST_ASIAN.fullmatch(text)
    if match and match[2]:
        return " ".join([*_month_names([int(match[2])]), match[3] or ""]).strip()
    return _SEASONS.get(text.title(), text.title())


def _month_and_day(first: int, second: int) -> str:
    """Return month and day in words where only one of two numbers can be the month."""
    month, day = sorted((first, second))
    if month > 12 or (day <= 12 and first != second):
        return ""
    return " ".join([*_month_names([month]), str(day)])


def _fullness(date: Date) -> tuple[bool, int]:
    """Return how much is known of a date, to compare it with others."""
    known = sum(map(bool, date.start)) if date.start else 0
    return date.start is not None, known + bool(date.end) + bool(date.rest) + date.circa


def _without_year_0(date: Date) -> Date:
    """Return a date whose year is not 0, which programs write for an unknown one."""
    return date._replace(start=None) if date.start and not date.start.year else date


def _year_first(text: str) -> str:
    """Return a date of another order or writing as ``2014/01/17``; others as they are."""
    if match := _YEAR_AND_MONTH.fullmatch(text):
        return f"{match[1]}/{match[2]}"
    if match := _TWO_YEARS.fullmatch(text):
        return f"{match[1]}-{match[2]}"
    if match := dates.YEAR_ALONE.fullmatch(text) or _EAST_ASIAN.fullmatch(text):
        return "/".join(part for part in match.groups() if part) if match[1] else text
    match = _YEAR_LAST.fullmatch(text)
    return _from_year_last(text, *match.groups()) if match else text


def _from_year_last(text: str, first: str | None, second: str, year: str) -> str:
    """Return ``17.01.2014`` or ``1/2014`` as ``2014/01/17``.

    Of ``03/04/2014`` only the year is certain: the United States write the month first.
    """
    if first is None:
        return f"{year}/{second}"
    if "." in text or int(first) > 12 or first == second:
        return f"{year}/{second}/{first}"
    return f"{year}/{first}/{second}" if int(second) > 12 else f"{year}///{first}-{second}"


def _parse(text: str) -> Date:
    """Return the date in ``YYYY/MM/DD/other``, any part of which may be missing, or NLM's."""
    text = _year_first(text)
    year, *parts = (part.strip() for part in text.split("/", 3))
    if not parts or not _YEAR_OR_NOTHING.fullmatch(year):
        return edtf(text)
    month, day, other = (*parts, "", "", "")[:3]
    if not year:
        return dates.date(other or text)
    if month.isdecimal() and len(month) == 2 and int(month) > 12:
        return dates.date(year)._replace(rest="-".join(filter(None, parts)))
    return _parse_parts(year, month, day, other)


def _parse_parts(year: str, month: str, day: str, other: str) -> Date:
    """Return the date of a year and what may stand behind it."""
    if not (other or month.isdecimal()):
        other = _month(month)  # 2015/october
    numbers = [int(part) for part in (month, day) if _NUMBER.fullmatch(part) and int(part)]
    other = other.removesuffix(year).strip().replace("/", "-")  # EBSCO: Mar/Apr2019
    if other:
        return _with_other(year, numbers, other)
    return dates.date(_words(year, numbers))


def _words(year: str, numbers: list[int]) -> str:
    """Return year, month and day as NLM writes them (``2024 Feb 27``)."""
    return " ".join([year, *_month_names(numbers), *map(str, numbers[1:])])


def _month_names(numbers: list[int]) -> list[str]:
    """Return the name of the month in ``[month, day]``, or nothing."""
    return [MONTHS[number - 1] for number in numbers[:1] if number <= 12]


def _with_other(year: str, numbers: list[int], other: str) -> Date:
    """Return a date whose last part is a range, a season or anything else.

    The range may repeat year and month. A season says less than the numbers beside it.
    """
    named = dates.date(f"{year} {other}")
    if not (numbers and named.start and named.start.season and not named.start.month):
        for words in ((year, *_month_names(numbers), other), (year, other), (other,)):
            date = dates.date(" ".join(words))
            if date.start and not date.rest and str(date.start.year) == year:
                return date._replace(raw=" ".join(words))
    date = dates.date(_words(year, numbers))
    return Date(date.start, None, "", other)
