"""Dates of CSL-JSON: ``date-parts``, words, and text that sorts by time."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from .raw_date import is_approximate, parse_raw


class DateParts(NamedTuple):
    """A date or one end of a range: 0 stands for what is unknown."""

    year: int
    month: int = 0
    day: int = 0
    season: str = ""  # a word, or a number from 1 to 4


class DateValue(NamedTuple):
    """The value of a date variable: a date, a range, or words."""

    start: DateParts | None
    end: DateParts | None = None
    open: bool = False  # a range without an end
    literal: str = ""


def is_uncertain(value: object) -> bool:
    """Whether a date is marked as approximate (``circa``), or its words say so."""
    if not isinstance(value, (dict, Mapping)):  # an abstract class takes longer to ask
        return False
    return bool(value.get("circa")) or is_approximate(str(value.get("raw") or ""))


def read_date(value: object) -> DateValue | None:
    """Return a date of CSL-JSON, or None if there is nothing in it."""
    # Almost all are dicts, which are recognized faster than other mappings.
    if not isinstance(value, (dict, Mapping)):  # an abstract class takes longer to ask
        return parse_date(str(value)) if value else None
    ends = [_date_parts(parts) for parts in value.get("date-parts") or () if parts]
    start = ends[0] if ends else None
    if start is None:
        return _without_date_parts(value)
    if value.get("season") and not start.month:
        start = start._replace(season=str(value["season"]))
    if len(ends) < 2:
        return DateValue(start)
    end = ends[1]
    return DateValue(start, end if end != start else None, open=end is None)


def _without_date_parts(value: Mapping[str, object]) -> DateValue | None:
    if value.get("literal"):
        return DateValue(None, literal=str(value["literal"]))
    if value.get("raw"):
        return parse_date(str(value["raw"]))
    if value.get("year"):  # CSL-JSON before it had ``date-parts``
        return read_date({"date-parts": [[value.get(name) for name in ("year", "month", "day")]]})
    season = value.get("season")
    return DateValue(DateParts(0, season=str(season))) if season else None


def parse_date(raw: str) -> DateValue:
    """Return the date that words stand for; words that are not understood stay as they are."""
    ends = [DateParts(*numbers) for numbers in parse_raw(raw)]
    if not ends:
        return DateValue(None, literal=raw)
    return DateValue(ends[0], ends[1] if len(ends) > 1 else None)


def _date_parts(parts: Iterable[object]) -> DateParts | None:
    numbers = [part if type(part) is int else _integer(part) for part in parts][:3]
    year, month, day = (*numbers, 0, 0, 0)[:3]
    return DateParts(year, month, day) if any(numbers) else None


def _integer(part: Any) -> int:
    try:
        return int(part)
    except (TypeError, ValueError):
        return 0


def sort_text(date: DateValue, names: tuple[str, ...] = ("year", "month", "day")) -> str:
    """Return a date as text that sorts by time, or "" for words.

    CSL 1.0.2 ("Sorting") asks for YYYYMMDD, of the parts in ``names``.
    """
    ends = (date.start, date.end)
    return " ".join([_sortable(end, names) for end in ends if end is not None])


def _sortable(date: DateParts, names: tuple[str, ...]) -> str:
    year = date.year if "year" in names else 0
    # CSL 1.0.2: seasons are ignored. They may stand as months from 13 on.
    month = date.month if "month" in names and date.month <= 12 else 0
    day = date.day if "day" in names else 0
    # Years before our era come first, the earliest first of all.
    era = f"0{100000 + year:06d}" if year < 0 else f"1{year:06d}"
    return f"{era}{month:02d}{day:02d}"
