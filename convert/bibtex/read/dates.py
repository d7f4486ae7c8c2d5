"""The date of an entry: biblatex's one field, or BibTeX's year, month and day."""

from __future__ import annotations

import re

from ...codecs import dates
from ...codecs.edtf import edtf
from ...model.values import Date
from ...tables.calendar import SEASON_NUMBERS

DASH = re.compile(r"\s*[-–—]+\s*")
YEARS = re.compile(r"(\d{4})-(\d{4})")
SEASON = re.compile("|".join(SEASON_NUMBERS), re.IGNORECASE)


def issued(date: str, year: str, month: str, day: str, issue: str = "") -> Date | None:
    """Return the date; ``issue`` is the issue's name, which may be its season.

    ``{1998--1999}`` with ``dec # "--" # jan`` spans two years; ``oct # "~15--21"`` is a
    range of days.
    """
    if date:
        return _from_edtf(date, issue)
    year, month, day = _plain(year), _month(_plain(month)), _plain(day)
    season = issue if SEASON.match(issue) else ""
    if not year:
        return None
    years = YEARS.fullmatch(year)
    if years and "-" in month:
        first, last = month.split("-", 1)
        return dates.date(f"{years[1]} {first}-{years[2]} {last}")
    return dates.date(" ".join(part for part in (year, month or season, day) if part))


def _from_edtf(text: str, issue: str) -> Date:
    """Return biblatex's date; where it is a year alone, the name of the issue may tell more."""
    date = edtf(text)
    if issue and date.start and not (date.start.month or date.start.season):
        return dates.date(f"{date.start.year} {_plain(issue)}")
    return date._replace(raw="") if date.start and not date.rest else date


def _plain(text: str) -> str:
    """Make NLM's hyphen and blanks of LaTeX's dashes and ties."""
    return DASH.sub("-", text.replace("~", " ").replace("\u00a0", " ")).strip()


def _month(text: str) -> str:
    """Return a month that is a number its name; ``February 3`` and ``Nov-Dec`` are fine."""
    if name := dates.month_name(text):
        return name
    return text.title() if text.islower() or text.isupper() else text
