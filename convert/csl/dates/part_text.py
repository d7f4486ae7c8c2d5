"""The text of a cs:date-part: a year, month or day in a form of CSL, without its attributes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from ..locale import Locale
from ..numbers.numerals import ordinal
from .date_parts import DateParts

PartText: TypeAlias = Callable[[DateParts], str]


def part_text(name: str, form: str, locale: Locale) -> PartText:
    """Return the function that returns the text of a date part; "" for what a date lacks."""
    return _PARTS[name](form, locale)


def _year(form: str, locale: Locale) -> PartText:
    after, before = locale.term("ad"), locale.term("bc")

    def text(date: DateParts) -> str:
        year = date.year
        if not year:
            return ""
        if form == "short" and year > 999:
            return f"{year % 100:02d}"
        if year < 0:
            return f"{-year}{before}"
        return f"{year}{after}" if year < 1000 else str(year)

    return text


def _month(form: str, locale: Locale) -> PartText:
    season = _season(form, locale)
    if form in ("numeric", "numeric-leading-zeros"):
        width = 2 if form == "numeric-leading-zeros" else 1
        months = [f"{month:0{width}d}" for month in range(1, 13)]
    else:
        months = _terms("month", 12, form, locale)
    return lambda date: months[date.month - 1] if 1 <= date.month <= 12 else season(date)


def _season(form: str, locale: Locale) -> PartText:
    """Return the text of a season: as a month from 13 on, by its number from 1 to 4, or a word."""
    seasons = _terms("season", 4, form, locale)
    numeric = form in ("numeric", "numeric-leading-zeros")

    def text(date: DateParts) -> str:
        if 13 <= date.month <= 24:
            return "" if numeric else seasons[(date.month - 13) % 4]
        return seasons[int(date.season) - 1] if date.season in ("1", "2", "3", "4") else date.season

    return text


def _terms(name: str, count: int, form: str, locale: Locale) -> list[str]:
    """Return numbered terms in a form: ``month-01`` to ``month-12``, say."""
    form = "short" if form == "short" else "long"
    return [locale.term(f"{name}-{number:02d}", form) for number in range(1, count + 1)]


def _day(form: str, locale: Locale) -> PartText:
    only_first = locale.options.get("limit-day-ordinals-to-day-1") == "true"

    def text(date: DateParts) -> str:
        day = date.day
        if day < 1:
            return ""
        if form == "numeric-leading-zeros":
            return f"{day:02d}"
        if form == "ordinal" and (day == 1 or not only_first):
            return ordinal(day, locale, locale.gender(f"month-{date.month:02d}"))
        return str(day)

    return text


_PARTS: dict[str, Callable[[str, Locale], PartText]] = {
    "year": _year,
    "month": _month,
    "day": _day,
}
