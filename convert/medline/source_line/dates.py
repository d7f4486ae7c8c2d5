"""Dates as NLM's source line spells them: ``2024 Feb 27``, ``1985 Dec 19-1986 Jan 1``."""

from __future__ import annotations

from ...base.lazy_regex import regex
from ...model.values import Date, PartialDate
from ...tables.calendar import MONTHS, SEASONS

WORDS = "|".join((*MONTHS, *SEASONS, "Fall"))
_SHAPE = regex(rf"\d{{4}}(?:-\d{{4}}| (?:{WORDS})(?:(?: ?[-/] ?| )(?:\d{{4}}|\d\d?|{WORDS}))*)?\.?")
# `2017 Mar 07` loses its leading zero in SO; that of `Jul-Aug 01`, after a range, stays.
_ZERO = regex(rf"(?<= )({WORDS}) 0(?=\d)")
_ANY_ZERO = regex(rf"({WORDS}|-) ?0(?=\d\b)")
_DASH = regex(r" ?[-/–] ?")


def printed(date: Date | None) -> str:
    """Return ``date`` as SO prints it: in the record's own words where they are NLM's.

    NLM prints DP as it stands (``2017 Nov/Dec``, ``2019 Jul - Sep``) but for a day's
    leading zero. A date that was read from another format is spelled anew.
    """
    if date is None:
        return ""
    if _SHAPE.fullmatch(date.raw):
        return _ZERO.sub(r"\1 ", date.raw)
    return spelled(date) or date.raw


def spelled(date: Date | None) -> str:
    """Return ``date`` in NLM's words from what was understood of it, or ``""``."""
    return str(date) if date and date.start else ""


def normalized(text: str) -> str:
    """Return a date's text with its spelling unified, so that equal dates are equal texts."""
    text = " ".join(text.split()).rstrip(".")
    text = _DASH.sub("-", text).replace("Fall", "Autumn")
    return _ANY_ZERO.sub(lambda match: match[1] + (" " if match[1] != "-" else ""), text)


def covers(coarse: Date | None, fine: Date | None) -> bool:
    """Whether ``fine`` is ``coarse``, or lies within it (``2009`` and ``2009 Jun 12``)."""
    if coarse is None or fine is None or coarse.start is None or fine.start is None:
        return coarse is None or fine is None or coarse.raw == fine.raw
    if coarse.rest or fine.rest:  # a part that nobody understands covers nothing
        return coarse.raw == fine.raw
    first, last = coarse.start, coarse.end or coarse.start
    return _cut_like(fine.start, first) >= _known(first) and (
        _cut_like(fine.start, last) <= _known(last)
    )


def _known(date: PartialDate) -> tuple[int, ...]:
    """Return year, month and day as far as they are known."""
    return tuple(part for part in date[:3] if part)


def _cut_like(date: PartialDate, other: PartialDate) -> tuple[int, ...]:
    """Return as much of ``date`` as is known of ``other``."""
    return date[: len(_known(other))]
