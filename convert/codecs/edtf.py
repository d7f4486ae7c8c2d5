"""Dates in EDTF (ISO 8601-2), as biblatex and CSL-JSON have them."""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..model.values import Date, PartialDate
from ..tables.calendar import SEASON_BASE
from . import dates

_OPEN = ("", "..")  # an end that is not known, or that is still to come
# Year, month or season, day; a time is left out: no citation prints it.
_DATE = regex(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\S*)?)?)?[~?%]?")
# biblatex's 199X and 1999-XX, and u for X as drafts of the standard had it.
_UNSPECIFIED = regex(r"(\d{1,3}[Xu]{1,3}|\d{4})(-\d\d)?(?:-[Xu]{2}){0,2}")
_CIRCA = regex(r"[~?%]\s*(?:/|\Z)")  # approximate, uncertain, both: CSL has one word for them


def edtf(text: str) -> Date:
    """Return a date or an interval; a text that is neither is read as NLM would write it."""
    return _interval(text) or _unspecified(text) or dates.date(text)


def is_edtf(text: str) -> bool:
    """Whether a text is a date or an interval in EDTF."""
    return (_interval(text) or _unspecified(text)) is not None


def _interval(text: str) -> Date | None:
    """Return a date or an interval of dates that are known."""
    first, slash, last = text.strip().partition("/")
    start, end = _partial_date(first), _partial_date(last)
    if start and (not slash or end or last in _OPEN):
        return Date(start, end, text, circa=_CIRCA.search(text) is not None)
    if slash and end and first in _OPEN:
        return Date(end, None, text)
    return None


def _unspecified(text: str) -> Date | None:
    """Return a date whose last digits are unknown: a decade, a century, a year, a month."""
    match = _UNSPECIFIED.fullmatch(text.strip())
    if not match or len(match[1]) != 4:
        return None
    first, last = (int(match[1].translate(dict.fromkeys(map(ord, "Xu"), digit))) for digit in "09")
    month = int((match[2] or "-0")[1:])
    end = PartialDate(last) if first != last else None
    return Date(PartialDate(first, month), end, text) if month <= 12 else None


def _partial_date(text: str) -> PartialDate | None:
    """Return a date that is no interval; months 21 to 24 are the seasons."""
    match = _DATE.fullmatch(text.strip())
    if not match:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    if 0 < month - SEASON_BASE <= 4:
        return PartialDate(year, season=month - SEASON_BASE)
    return PartialDate(year, month, day) if month <= 12 and day <= 31 else None


def encode_edtf(date: Date) -> str:
    """Return a date in EDTF: ``2023-11/2023-12``, ``1999-22`` for a summer, ``1850~``.

    Source: the Library of Congress, EDTF (ISO 8601-2), level 1; the biblatex manual, 2.3.8.
    """
    if date.start is None:
        return ""
    ends = map(valid_parts, (date.start, date.end))
    circa = "~" if date.circa else ""
    return "/".join(_encode_partial(end) + circa for end in ends if end)


def valid_parts(date: PartialDate | None) -> PartialDate | None:
    """Return a date without a month, day or season that no calendar has."""
    if date is None:
        return None
    year, month, day, season = date
    if 0 <= month <= 12 and 0 <= day <= 31 and 0 <= season <= 4:
        return date
    month = month if 0 < month < 13 else 0
    day = day if month and 0 < day < 32 else 0
    return PartialDate(year, month, day, season if 0 < season < 5 else 0)


def _encode_partial(date: PartialDate) -> str:
    """Return one end of a range in EDTF."""
    parts = [f"{date.year:04}"]
    if date.season:
        parts.append(str(SEASON_BASE + date.season))
    elif date.month:
        parts.append(f"{date.month:02}")
        if date.day:
            parts.append(f"{date.day:02}")
    return "-".join(parts)
