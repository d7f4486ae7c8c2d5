"""The dates of a reference: ``YYYY/MM/DD/other``, and what else programs write."""

from __future__ import annotations

import re

from convert.codecs import dates
from convert.model import Date

SEASONS = {"Spr": "Spring", "Sum": "Summer", "Fal": "Fall", "Win": "Winter"}


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
    numbers = [int(part) for part in (month, day) if part.isdecimal() and int(part)]
    other = other.removesuffix(year).strip().replace("/", "-")  # EBSCO: Mar/Apr2019
    if other:
        return _ranged(year, numbers, other, text)
    words = [year, *(dates.MONTHS[number - 1] for number in numbers[:1] if number <= 12)]
    return dates.date(" ".join([*words, *map(str, numbers[1:])]))


def _ranged(year: str, numbers: list[int], other: str, raw: str) -> Date:
    """Read a date whose last part has a range or season, with or without year and month."""
    months = [dates.MONTHS[number - 1] for number in numbers[:1] if number <= 12]
    for words in ((year, *months, other), (year, other), (other,)):
        read = dates.date(" ".join(words))
        if read.start and not read.rest and str(read.start.year) == year:
            return Date(read.start, read.end, " ".join(words))
    read = dates.date(" ".join([year, *months, *map(str, numbers[1:])]))
    return Date(read.start, None, f"{year} {other}", other)
