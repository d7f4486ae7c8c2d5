"""Dates read from CSL-JSON, and as text that sorts by time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from .raw_date import is_fuzzy, parse_raw


class Moment(NamedTuple):
    """One end of a date: numbers, 0 for what is unknown; a season's words or number."""

    year: int
    month: int = 0
    day: int = 0
    season: str = ""


class When(NamedTuple):
    """A date variable: one or two moments, or words."""

    start: Moment | None
    end: Moment | None = None
    open: bool = False  # a range that has no end
    literal: str = ""


def is_uncertain(value: Any) -> bool:
    """Whether a date variable is marked as approximate (``circa``), or says so in words."""
    if not isinstance(value, Mapping):
        return False
    return bool(value.get("circa")) or is_fuzzy(str(value.get("raw") or ""))


def when(value: Any) -> When | None:
    """Read a CSL-JSON date; nothing where it holds nothing."""
    if not isinstance(value, (dict, Mapping)):  # a dict is told at once
        return parsed(str(value)) if value else None
    parts = value.get("date-parts")
    moments = [_moment(part) for part in parts or () if part]
    if not moments or moments[0] is None:
        return _in_words(value)
    first = moments[0]
    if value.get("season") and not first.month:
        first = first._replace(season=str(value["season"]))
    if len(moments) < 2:
        return When(first)
    last = moments[1]
    if last is None:
        return When(first, open=True)
    return When(first, last if last != first else None)


def _in_words(value: Mapping[str, Any]) -> When | None:
    if value.get("literal"):
        return When(None, literal=str(value["literal"]))
    if value.get("raw"):
        return parsed(str(value["raw"]))
    if value.get("year"):  # as CSL-JSON had it before ``date-parts``
        return when({"date-parts": [[value.get(name) for name in ("year", "month", "day")]]})
    season = value.get("season")
    return When(Moment(0, season=str(season))) if season else None


def parsed(raw: str) -> When:
    """Read a date in words; what no rule understands stays as it is."""
    found = parse_raw(raw)
    if not found:
        return When(None, literal=raw)
    moments = [Moment(year, month, day) for year, month, day in found]
    return When(moments[0], moments[1] if len(moments) > 1 else None)


def _moment(parts: Any) -> Moment | None:
    numbers = [part if type(part) is int else _integer(part) for part in parts][:3]
    if not numbers or not any(numbers):
        return None
    year, month, day = (*numbers, 0, 0)[:3]
    return Moment(year, month, day)


def _integer(part: Any) -> int:
    try:
        return int(part)
    except (TypeError, ValueError):
        return 0


def sort_text(date: When, names: tuple[str, ...] = ("year", "month", "day")) -> str:
    """Return a date as text that sorts by time: CSL 1.0.2 asks for YYYYMMDD; nothing for words."""
    if date.start is None:
        return ""
    text = _sortable(date.start, names)
    if date.end is not None:
        text += " " + _sortable(date.end, names)
    return text


def _sortable(moment: Moment, names: tuple[str, ...]) -> str:
    year = moment.year if "year" in names else 0
    # Years before our era come first, the earliest first of all.
    lead = f"0{100000 + year:06d}" if year < 0 else f"1{year:06d}"
    month = moment.month if "month" in names else 0
    return f"{lead}{month:02d}{moment.day if 'day' in names else 0:02d}"
