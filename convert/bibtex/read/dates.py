"""The date of an entry: biblatex's one field, or BibTeX's year, month and day."""

from __future__ import annotations

import re

from ...codecs import dates
from ...codecs.edtf import edtf
from ...markup.latex_to_text import plain_text
from ...model.values import Date
from ...tables.calendar import SEASON_NUMBERS

_DASH = re.compile(r"\s*[-–—]+\s*")
# In the place of a year or month: 2014-05, 1999/, 1999?, 199X.
EDTF = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?[~?%]?|[~?%/.\d]*(?:\d{4}[~?%]|\d{4}/|/\d{4})[~?%/.\d-]*"
    r"|\d{2,3}[Xu]{1,2}|\d{4}-[Xu]{2}(?:-[Xu]{2})?"
)
_YEARS = re.compile(r"(\d{4})-(\d{4})")
SEASON = re.compile("|".join(SEASON_NUMBERS), re.IGNORECASE)


def parse_issued(date: str, year: str, month: str, day: str, issue: str = "") -> Date | None:
    """Return an entry's date; ``issue`` is the issue's name, which may be its season.

    ``{1998--1999}`` with ``dec # "--" # jan`` spans two years; ``oct # "~15--21"`` is a
    range of days.
    """
    if date:
        return _from_edtf(date, issue)
    if text := _edtf_text(year, month):
        return _from_edtf(text, issue)
    year, month, day = _without_ties(year), _month(_without_ties(month)), _without_ties(day)
    season = issue if SEASON.match(issue) else ""
    if not year:
        return None
    years = _YEARS.fullmatch(year)
    if years and "-" in month:
        first, last = month.split("-", 1)
        return dates.date(f"{years[1]} {first}-{years[2]} {last}")
    return dates.date(" ".join(part for part in (year, month or season, day) if part))


def _edtf_text(year: str, month: str) -> str:
    """Return EDTF in the place of the month, or of a year without one; else ``""``."""
    text = month or year
    return text if EDTF.fullmatch(text) else ""


def _from_edtf(text: str, issue: str) -> Date:
    """Return biblatex's date; if it is only a year, the name of the issue may tell more."""
    date = edtf(text)
    if issue and date.start and not (date.start.month or date.start.season):
        return dates.date(f"{date.start.year} {_without_ties(issue)}")
    return date._replace(raw="") if date.start and not date.rest else date


def date_text(latex: str) -> str:
    """Return the text of a date, in which ``~`` is no tie: it says that the date is approximate."""
    return plain_text(latex.replace("~", r"\textasciitilde{}")).strip()


def _without_ties(text: str) -> str:
    """Return a text with hyphens for LaTeX's dashes, as NLM writes, and blanks for its ties."""
    return _DASH.sub("-", text.replace("~", " ").replace("\u00a0", " ")).strip()


def _month(text: str) -> str:
    """Return the name of a month that is a number; ``February 3`` and ``Nov-Dec`` stay."""
    if name := dates.month_name(text):
        return name
    return text.title() if text.islower() or text.isupper() else text
