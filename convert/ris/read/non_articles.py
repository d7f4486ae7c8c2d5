"""Tags of books, theses, reports and patents that mean something else in articles."""

from __future__ import annotations

from ...base.lazy_regex import regex
from ...codecs import identifiers
from ...model.values import Field
from ...tables.row import Row
from .identifiers import serial_numbers
from .people import add_names
from .record_builder import RisRecordBuilder

_ISSN_OR_ISBN = regex(r"\d{4}-\d{3}[\dXx](?: \(.*\))?|(?:97[89][ -]?)?\d[\d -]{7,12}[\dXx]")


def series_editors(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode A2 of a book: its series' editors if another tag has the book's, else the book's."""
    edited = builder.reference.fields[0].value == "EDBOOK" or builder.has_tag("A3", "ED")
    add_names(builder, "collection_editor" if edited else "editor", field)


def extent(builder: RisRecordBuilder, field: Field, _: Row) -> None:
    """Decode SP of a book: the first page if there is a last one or a range, else how many."""
    if "-" in field.value or builder.has_tag("EP", "LP"):
        builder.add_part("first_page", field)
    else:
        builder.set_once("number_of_pages", field.value, field)


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
