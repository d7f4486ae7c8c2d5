"""Dates in EDTF (ISO 8601-2), as biblatex and CSL-JSON have them."""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..model.values import Date, PartialDate
from . import dates

# Year, month or season, day; marks of doubt (~ ? %) say nothing that a citation prints.
_MOMENT = regex(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\S*)?)?)?[~?%]?")


def edtf(text: str) -> Date:
    """Read a date or an interval; a text that is none is read as NLM would write it."""
    first, slash, last = text.strip().partition("/")
    start, end = moment(first), moment(last)
    if start and not slash:
        return Date(start, None, text)
    if start and (end or last in ("", "..")):
        return Date(start, end, text)
    return dates.date(text)


def moment(text: str) -> PartialDate | None:
    """Read one moment; 21 to 24 in the month's place are the seasons."""
    found = _MOMENT.fullmatch(text.strip())
    if not found:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    if 21 <= month <= 24:
        return PartialDate(year, season=month - 20)
    return PartialDate(year, month, day) if month <= 12 and day <= 31 else None
