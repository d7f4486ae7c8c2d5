"""Dates in a .bib file: BibTeX's year and month macros, biblatex's EDTF."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...base.lazy_regex import regex
from ...model.values import Date, PartialDate
from ...tables.calendar import MONTHS, SEASON_BASE, SEASON_NUMBERS, SEASONS

Spell = Callable[[str], str]

MACROS = tuple(name.lower() for name in MONTHS)
# What the record calls a season (Fall), which is what BibTeX's styles print.
SEASON = regex("|".join(SEASON_NUMBERS), re.IGNORECASE)


def year(date: Date, spell: Spell) -> str:
    """Return BibTeX's year: a number, two for a range, or the text of what is no date."""
    if date.start is None:
        return f"{{{spell(date.raw)}}}" if date.raw else ""
    first = date.start.year
    if date.end and date.end.year != first:
        return f"{{{first}--{date.end.year}}}"
    return str(first) if first > 0 else f"{{{first}}}"


def month(date: Date, spell: Spell) -> str:
    """Return BibTeX's month: ``feb``, ``nov # "--" # dec``, ``oct # "~15--21"``, ``{Summer}``."""
    start, end = _sound(date.start), _sound(date.end)
    if start is None:
        return ""
    if start.season:
        return f"{{{'--'.join(_seasons(date))}}}"
    if not start.month:
        return f"{{{spell(date.rest)}}}" if date.rest else ""
    if end is None or not end.month:
        return MACROS[start.month - 1]
    if (start.year, start.month) == (end.year, end.month):
        days = f' # "~{start.day}--{end.day}"' if start.day and end.day else ""
        return f"{MACROS[start.month - 1]}{days}"
    first, last = ("", "")
    if start.day and end.day:
        first, last = f"~{start.day}", f' # "~{end.day}"'
    return f'{MACROS[start.month - 1]} # "{first}--" # {MACROS[end.month - 1]}{last}'


def _seasons(date: Date) -> list[str]:
    """Return the seasons of a date in the record's words, else in ours."""
    found = [word.capitalize() for word in SEASON.findall(date.raw)]
    moments = [each for each in map(_sound, (date.start, date.end)) if each and each.season]
    return found if len(found) == len(moments) else [SEASONS[each.season - 1] for each in moments]


def day(date: Date) -> str:
    """Return BibTeX's day, where the date is one."""
    start = _sound(date.start)
    return str(start.day) if start and start.day and not date.end else ""


def edtf(date: Date) -> str:
    """Return biblatex's date: ``2023-11/2023-12``, ``1999-22`` for a summer.

    Source: the biblatex manual, 2.3.8; Library of Congress, EDTF (ISO 8601-2), level 1.
    """
    if date.start is None:
        return ""
    return "/".join(_moment(each) for each in map(_sound, (date.start, date.end)) if each)


def _sound(moment: PartialDate | None) -> PartialDate | None:
    """Leave out what no calendar has: an input may say anything."""
    if moment is None:
        return None
    year, month, day, season = moment
    if 0 <= month <= 12 and 0 <= day <= 31 and 0 <= season <= 4:
        return moment
    month = month if 0 < month < 13 else 0
    day = day if month and 0 < day < 32 else 0
    return PartialDate(year, month, day, season if 0 < season < 5 else 0)


def _moment(moment: PartialDate) -> str:
    parts = [f"{moment.year:04}"]
    if moment.season:
        parts.append(str(SEASON_BASE + moment.season))
    elif moment.month:
        parts.append(f"{moment.month:02}")
        if moment.day:
            parts.append(f"{moment.day:02}")
    return "-".join(parts)
