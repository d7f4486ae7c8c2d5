"""Dates as CSL-JSON writes them: year, month and day in lists, ``date-parts``."""

from __future__ import annotations

from ..model.values import Date, PartialDate
from ..tables.calendar import SEASON_BASE


def encode(date: Date | None) -> dict[str, object] | None:
    """Return a date as CSL-JSON: what is no date stays as ``literal``.

    Beside date-parts no literal: citeproc-js prints both, and pandoc neither. Both ends of
    a range are written to the same unit: citeproc-js refuses others. What this leaves out is
    told by :func:`says_more`.
    """
    if date is None:
        return None
    if date.start is None:
        return {"literal": date.raw} if date.raw else None
    if date.end:
        start, end = _range_parts(date.start), _range_parts(date.end)
        unit = min(len(start), len(end))
        return {"date-parts": [start[:unit], end[:unit]]}
    variable: dict[str, object] = {"date-parts": [_parts(date.start)]}
    if date.start.season:
        variable["season"] = date.start.season
    return variable


def _parts(date: PartialDate) -> list[int]:
    """Return year, month and day, as far as known."""
    year, month, day, _ = date
    if not month:
        return [year]
    return [year, month, day] if day else [year, month]


def _range_parts(date: PartialDate) -> list[int]:
    """Return an end of a range, where 21 to 24 stand for the seasons."""
    return [date.year, SEASON_BASE + date.season] if date.season else _parts(date)


def says_more(date: Date | None) -> bool:
    """Whether a date has a part in words, or a range whose ends differ in unit."""
    if date is None or date.start is None:
        return False
    return bool(date.rest) or (
        date.end is not None and len(_range_parts(date.start)) != len(_range_parts(date.end))
    )
