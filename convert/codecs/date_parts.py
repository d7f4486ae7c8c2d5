"""Dates as CSL-JSON writes them: year, month and day in lists, ``date-parts``."""

from __future__ import annotations

from ..model.values import Date, PartialDate


def encode(date: Date | None) -> dict[str, object] | None:
    """Give a date as CSL-JSON: what is no date stays as ``literal``.

    Beside date-parts no literal: citeproc-js prints both, and pandoc neither. Both ends of
    a range are given to the same unit: citeproc-js refuses others. What this leaves out is
    told by :func:`says_more`.
    """
    if date is None:
        return None
    if date.start is None:
        return {"literal": date.raw} if date.raw else None
    if date.end:
        start, end = parts(date.start, ranged=True), parts(date.end, ranged=True)
        unit = min(len(start), len(end))
        return {"date-parts": [start[:unit], end[:unit]]}
    made: dict[str, object] = {"date-parts": [parts(date.start)]}
    if date.start.season:
        made["season"] = date.start.season
    return made


def parts(moment: PartialDate, ranged: bool = False) -> list[int]:
    """Give year, month and day, as far as known; in a range 21 to 24 stand for the seasons."""
    year, month, day, season = moment
    if season and ranged:
        return [year, 20 + season]
    if not month:
        return [year]
    return [year, month, day] if day else [year, month]


def says_more(date: Date | None) -> bool:
    """Tell whether a date has a part in words, or a range whose ends differ in unit."""
    if date is None or date.start is None:
        return False
    return bool(date.rest) or (
        date.end is not None and len(parts(date.start, True)) != len(parts(date.end, True))
    )
