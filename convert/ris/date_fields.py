"""The dates of a reference: ``YYYY/MM/DD/other``, and what else programs write."""

from __future__ import annotations

import re

from ..codecs import dates
from ..model.values import Date, Event
from ..tables.calendar import MONTHS, SEASON_NUMBERS

EVENT = re.compile(r"(\d{4}/\d\d?/\d\d?)/(received|revised|accepted)", re.IGNORECASE)
SEASONS = {name[:3].title(): name.title() for name in SEASON_NUMBERS}


def event(text: str) -> Event | None:
    """Read a date that is not the article's own, as PubMed Central's exports have them."""
    found = EVENT.fullmatch(text)
    return Event(found[2].lower(), _date(found[1])) if found else None


def issued(texts: list[str]) -> Date | None:
    """Choose the fullest of several dates; a month without a year gets the other's."""
    found = [_date(text) for text in texts]
    years = [date.start.year for date in found if date.start]
    for text, date in zip(texts, found, strict=True):
        if date.start is None and years:
            whole = dates.date(f"{years[0]} {_month(text)}")
            if whole.start and not whole.rest:
                return whole
    return max(found, key=_fullness, default=None)


def _month(text: str) -> str:
    """Give Web of Science's months and seasons in NLM's letters: ``MAR-APR``, ``SPR``."""
    return SEASONS.get(text.title(), text.title())


def _fullness(date: Date) -> tuple[bool, int]:
    """Tell how much is known of a date."""
    known = sum(map(bool, date.start)) if date.start else 0
    return date.start is not None, known + bool(date.end) + bool(date.rest)


def _date(text: str) -> Date:
    """Read ``YYYY/MM/DD/other``, each part of which may be missing, or any of NLM's dates."""
    year, *rest = (part.strip() for part in text.split("/", 3))
    if not rest or not re.fullmatch(r"\d{4}|", year):
        return dates.date(text)
    month, day, other = (*rest, "", "", "")[:3]
    if not year:
        return dates.date(other or text)
    if not (other or month.isdecimal()):
        other = _month(month)  # 2015/october
    numbers = [int(part) for part in (month, day) if part.isdecimal() and int(part)]
    other = other.removesuffix(year).strip().replace("/", "-")  # EBSCO: Mar/Apr2019
    if other:
        return _ranged(year, numbers, other, text)
    words = [year, *(MONTHS[number - 1] for number in numbers[:1] if number <= 12)]
    return dates.date(" ".join([*words, *map(str, numbers[1:])]))


def _ranged(year: str, numbers: list[int], other: str, raw: str) -> Date:
    """Read a date whose last part has a range or season, with or without year and month."""
    months = [MONTHS[number - 1] for number in numbers[:1] if number <= 12]
    named = dates.date(f"{year} {other}")
    if numbers and named.start and named.start.season and not named.start.month:
        return _beside(year, months, numbers, other)  # as full as it can be without the season
    for words in ((year, *months, other), (year, other), (other,)):
        read = dates.date(" ".join(words))
        if read.start and not read.rest and str(read.start.year) == year:
            return Date(read.start, read.end, " ".join(words))
    return _beside(year, months, numbers, other)


def _beside(year: str, months: list[str], numbers: list[int], other: str) -> Date:
    """Give the date of the numbers, and the words beside them as the rest."""
    read = dates.date(" ".join([year, *months, *map(str, numbers[1:])]))
    return Date(read.start, None, "", other)
