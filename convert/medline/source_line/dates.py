"""Dates as NLM's source line spells them: ``2024 Feb 27``, ``1985 Dec 19-1986 Jan 1``."""

from __future__ import annotations

import re

from ...base.lazy_regex import regex
from ...codecs.dates import MONTHS, SEASONS, moment
from ...model.values import Date, PartialDate

WORDS = "|".join((*MONTHS, *SEASONS, "Fall"))
_SHAPE = regex(rf"\d{{4}}(?:-\d{{4}}| (?:{WORDS})(?:(?: ?[-/] ?| )(?:\d{{4}}|\d\d?|{WORDS}))*)?\.?")
# `2017 Mar 07` loses its nought in SO; that of `Jul-Aug 01`, after a range, stays.
_NOUGHT = regex(rf"(?<= )({WORDS}) 0(?=\d)")
_ANY_NOUGHT = regex(rf"({WORDS}|-) ?0(?=\d\b)")


def printed(date: Date | None) -> str:
    """Give ``date`` as SO prints it: in the record's own words where they are NLM's.

    NLM prints DP as it stands (``2017 Nov/Dec``, ``2019 Jul - Sep``) but for a day's
    leading nought. A date that was read from another format is spelled anew.
    """
    if date is None:
        return ""
    if _SHAPE.fullmatch(date.raw):
        return _NOUGHT.sub(r"\1 ", date.raw)
    return spelled(date) or date.raw


def spelled(date: Date | None) -> str:
    """Give ``date`` in NLM's words from what was understood of it, or ``""``."""
    if date is None or date.start is None:
        return ""
    start, end = date.start, date.end
    said = moment(start)
    if end is not None and end != start:
        said = _range(start, end)
    return f"{said} {date.rest}" if date.rest else said


def plain(text: str) -> str:
    """Give a date's text with its spelling unified, so that equal dates are equal texts."""
    text = " ".join(text.split()).rstrip(".")
    text = re.sub(r" ?[-/–] ?", "-", text).replace("Fall", "Autumn")
    return _ANY_NOUGHT.sub(lambda found: found[1] + (" " if found[1] != "-" else ""), text)


def covers(coarse: Date | None, fine: Date | None) -> bool:
    """Tell whether ``fine`` is ``coarse``, or lies within it (``2009`` and ``2009 Jun 12``)."""
    if coarse is None or fine is None or coarse.start is None or fine.start is None:
        return coarse is None or fine is None or coarse.raw == fine.raw
    if coarse.rest or fine.rest:  # a part that nobody understands covers nothing
        return coarse.raw == fine.raw
    first, last = coarse.start, coarse.end or coarse.start
    return _cut(fine.start, first) >= _known(first) and _cut(fine.start, last) <= _known(last)


def _known(known: PartialDate) -> tuple[int, ...]:
    """Give year, month and day as far as they are known."""
    return tuple(part for part in known[:3] if part)


def _cut(whole: PartialDate, like: PartialDate) -> tuple[int, ...]:
    """Give as much of ``whole`` as is known of ``like``."""
    return whole[: len(_known(like))]


def _range(start: PartialDate, end: PartialDate) -> str:
    """Spell a range, without what its end repeats of its start."""
    if start.year != end.year:
        return f"{moment(start)}-{moment(end)}"
    if start.day and not end.day:  # `2022 Jul-Aug 01`: the day is the first month's
        return f"{moment(start._replace(day=0))}-{MONTHS[end.month - 1]} {start.day}"
    if end.day and start.month == end.month:
        return f"{moment(start)}-{end.day}"
    word = moment(end).partition(" ")[2]
    return f"{moment(start)}-{word}" if word else f"{moment(start)}-{end.year}"
