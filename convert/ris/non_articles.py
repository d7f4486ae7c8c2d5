"""Tags of books, theses, reports, patents and conferences, which mean other things in articles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..codecs import identifiers
from ..model.values import Field
from . import date_fields

if TYPE_CHECKING:
    from .build import Build

STANDARD = re.compile(r"\d{4}-\d{3}[\dXx](?: \(.*\))?|(?:97[89][ -]?)?\d[\d -]{7,12}[\dXx]")


def series(build: Build, field: Field) -> None:
    """Take A2 of a book: its series' editor if another tag has the book's own, else its own."""
    fields = build.reference.fields
    own = fields[0].value == "EDBOOK" or any(each.tag in ("A3", "ED") for each in fields)
    build.add_names("collection_editor" if own else "editor", field)


def extent(build: Build, field: Field) -> None:
    """Take SP of a book: the first page if there is a last one or a range, else how many."""
    if "-" in field.value or any(each.tag in ("EP", "LP") for each in build.reference.fields):
        build.parts.setdefault("first", []).append(field.value)
    else:
        build.once("number_of_pages", field.value, field)


def serial(build: Build, field: Field) -> None:
    """Take SN of a report or patent: its number, unless it is plainly an ISSN or ISBN."""
    if STANDARD.fullmatch(field.value):
        build.numbers(field)
    else:
        build.once("number", field.value, field)


def count(build: Build, field: Field) -> None:
    """Take M1 of a book or chapter, unless it is 0, which Taylor & Francis write in everything."""
    row = build.row(field.tag)
    if row is None or field.value == "0":
        build.keep(field)
    else:
        build.once(row.to, field.value, field)


def genre(build: Build, field: Field) -> None:
    """Take M3 of a thesis or report: its kind, or the DOI of older programs."""
    if found := identifiers.doi(field.value):
        build.once("doi", found, field)
    else:
        build.once("genre", field.value, field)


def accessed(build: Build, field: Field) -> None:
    """Take Y2 where it is a date; before 2011 it was anything."""
    found = date_fields.issued([field.value])
    if found and found.start and not found.rest:
        build.once("accessed", found._replace(raw=""), field)
    else:
        build.keep(field)


def settle(values: dict[str, Any], city: str, proceedings: str) -> None:
    """Part a conference from its proceedings, and a short title from the title.

    C1 and C3 have the publisher's place and the proceedings; then CY and T2 have the
    conference's. EndNote gives the title again for the short one, or that alone.
    """
    if proceedings:
        values["event_title"] = values.get("container_title", "")
        values["container_title"] = proceedings
    if city:
        values["event_place"] = values.get("publisher_place", "")
        values["publisher_place"] = city
    short = values.get("title_short", "")
    if short and not values.get("title"):
        values["title"] = short
    if short == values.get("title", ""):
        values["title_short"] = ""
