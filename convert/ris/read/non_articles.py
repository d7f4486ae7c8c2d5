"""Tags of books, theses, reports and patents that mean something else in articles."""

from __future__ import annotations

import re

from ...base.lazy_regex import regex
from ...codecs import identifiers
from ...model.values import Field
from ...tables.row import Row
from ..dates import parse_dates
from .identifiers import serial_numbers, set_labelled
from .people import add_names
from .record_builder import RisRecordBuilder

# Ph.D., M.Sc., Master's, Dissertation
_DEGREE = regex(
    r"(?:[a-z]{1,4}\.\s*){2,}|ph\.?\s?d\.?|.*(?:doctor|master|bachelor|magist|licen|habil|thes[ie]s|dissert|degree"
    r"|diplom).*",
    re.IGNORECASE,
)
_COUNT_OF_PAGES = regex(r"(\d+)\s*(?:p(?:p|ages?)?|S|Seiten)\.?")
_ISSN_OR_ISBN = regex(r"\d{4}-\d{3}[\dXx](?: \(.*\))?|(?:97[89][ -]?)?\d[\d -]{7,12}[\dXx]")


def series_editors(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode A2 of a book: its series' editors if another tag has the book's, else the book's."""
    edited = builder.code == "EDBOOK" or builder.has_tag("A3", "ED")
    add_names(builder, "collection_editor" if edited else "editor", field)


def extent(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode SP of a book: the first page if there is a last one or a range, else how many."""
    if "-" in field.value or builder.has_tag("EP", "LP"):
        builder.add_part("first_page", field)
    else:
        match = _COUNT_OF_PAGES.fullmatch(field.value)
        builder.set_once("number_of_pages", match[1] if match else field.value, field)


def serial(builder: RisRecordBuilder, field: Field, row: Row) -> None:
    """Decode SN of a report or patent: its number, unless it is plainly an ISSN or ISBN."""
    if _ISSN_OR_ISBN.fullmatch(field.value):
        serial_numbers(builder, field, row)
    else:
        builder.set_once("number", field.value, field)


def count(builder: RisRecordBuilder, field: Field, row: Row) -> None:
    """Decode M1 of a book or chapter, unless it is 0: Taylor & Francis write that everywhere."""
    if field.value == "0":
        builder.keep(field)
    else:
        builder.set_once(row.to, field.value, field)


def genre(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode M3 of a thesis or report: its kind, or the DOI of older programs."""
    if doi := identifiers.doi(field.value):
        builder.set_once("doi", doi, field)
    else:
        builder.set_once("genre", field.value, field)


def document_number(builder: RisRecordBuilder, field: Field, row: Row) -> None:
    """Decode the number of a law, docket, study or document, if no other tag has it."""
    number = builder.values.get("number")
    if number == field.value:
        return
    if number or field.value == "0":
        builder.keep(field)
    else:
        builder.set_once(row.to, field.value, field)


def other_number(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Keep M1 of what has no issues, unless it is an identifier with its label."""
    if not set_labelled(builder, field):
        builder.keep(field)


def degree(builder: RisRecordBuilder, field: Field, row: Row) -> None:
    """Decode VL of a thesis: EndNote's degree, or a volume."""
    is_degree = _DEGREE.fullmatch(field.value) is not None
    builder.set_once(row.to if is_degree else "volume", field.value, field)


def published_online(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode the date of electronic publication; what is none is kept."""
    date = parse_dates(field.value)
    if date and date.start and not date.rest:
        builder.set_once("available_date", date._replace(raw=""), field)
    else:
        builder.keep(field)
