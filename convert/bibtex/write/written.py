"""Which attributes of a record a field of an entry has written, for the note of all others.

Most encoders write the attribute of their row whenever there is one; the others are listed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from ...codecs import addresses
from ...codecs.journals import is_abbreviation
from ...model import peek
from ...model.record import Record
from ...output import unwritten, value_choice
from ...output.value_choice import NOTICES
from ...tables.kinds import PAGED
from ...tables.row import Row
from .encoder import EncodingContext
from .source_entry import is_from_bib

# Returns what a field that is not empty has written of a record.
Written: TypeAlias = Callable[[Record], Iterable[str]]


def _first_of(*names: str) -> Written:
    """Return the function for a field that holds the first of some attributes."""
    return lambda record: next(((name,) for name in names if getattr(record, name)), ())


_OTHER_TITLES = _first_of("original_title", "volume_title")


def _title(record: Record) -> Iterable[str]:
    return ("title", "translated") if record.title else _OTHER_TITLES(record)


def _container(context: EncodingContext) -> Written:
    if context.options.journal in value_choice.ABBREVIATED:  # the user chose which of the two
        return lambda _: ("container_title", "container_title_short")

    def written(record: Record) -> Iterable[str]:
        yield "container_title" if record.container_title else "container_title_short"
        # The field holds one form of the title, and NLM shortens all titles by one list of words.
        short = record.container_title_short
        if peek.is_from_pubmed(record) and is_abbreviation(short, record.container_title):
            yield "container_title_short"

    return written


def _number(record: Record) -> Iterable[str]:
    if record.collection_number:
        return ("collection_number",)
    return ("number",) if record.number and record.type not in PAGED else ("issue",)


def _pages(record: Record) -> Iterable[str]:
    return ("page",) if value_choice.pages(record) else _article_number(record)


def _article_number(record: Record) -> Iterable[str]:
    return ("number",) if value_choice.pages(record) else ("number", "page")


def _address(record: Record) -> Iterable[str]:
    same = not record.url or record.url == addresses.of_bookshelf(record.nbk)
    return ("url", "nbk") if same else ("url",)


def _relations(record: Record) -> Iterable[str]:
    return ("relations",) if peek.relation_kinds(record) <= NOTICES.keys() else ()


def _biblatex_note(context: EncodingContext) -> Written:
    """Return the function for biblatex's note."""
    shows_status = context.receiver.status_notes

    def written(record: Record) -> Iterable[str]:
        if shows_status and record.genre == "Preprint":
            yield "genre"
        if is_from_bib(record):
            yield "notes"

    return written


def _bibtex_note(context: EncodingContext) -> Written:
    """Return the function for BibTeX's note, which has what biblatex has fields for."""
    biblatex_note, shows_status = _biblatex_note(context), context.receiver.status_notes

    def written(record: Record) -> Iterable[str]:
        yield from (*biblatex_note(record), "version")
        if value_choice.notices(record):
            yield from _relations(record)
        if shows_status and record.genre != "Preprint" and record.status == "aheadofprint":
            yield "status"
        if record.type in ("book", "classic") and record.author:
            yield "editor"

    return written


def _author_ids(record: Record) -> Iterable[str]:
    return (unwritten.AUTHOR_IDS,) if peek.author_id_schemes(record) == {"orcid"} else ()


def _day_of(row: Row) -> Written:
    """Return the function for a date, of which EDTF has no words."""

    def written(record: Record) -> Iterable[str]:
        date = getattr(record, row.to)
        return (row.to,) if date and not date.rest else ()

    return written


_OF_ENCODER: dict[str, Written] = {
    "title": _title,
    "server": _first_of("container_title_short", "container_title", "publisher"),
    "serial": _number,
    "pages": _pages,
    "place": _article_number,
    "url": _address,
    "retraction": _relations,
    "orcids": _author_ids,
    "state": lambda _: ("status",),
    "editors": lambda _: ("editor", "editor_et_al"),
    "first": lambda record: ("isbn",),
    "alias": lambda _: (),
    "label": lambda _: (),
    "subtype": lambda _: (),
    "langid": lambda _: (),
}
# What depends on the attribute that a row is for.
_OF_ROW: dict[str, Callable[[Row], Written]] = {"day-of": _day_of}
# What depends on the user's options, too.
_OF_CONTEXT: dict[str, Callable[[EncodingContext], Written]] = {
    "container": _container,
    "notes": _bibtex_note,
    "preprint": _biblatex_note,
}
# Of a row for PubMed's number: a preprint's stands there where the record has none.
_EPRINT = {"eprint": _first_of("pmid", "archive_location"), "archive": _first_of("pmid", "archive")}
# What else an encoder writes whenever it writes its own attribute.
_ALSO = {
    "authors": ("et_al",),
    "keywords": ("mesh",),  # of which the user chooses how much is written
    "listed": (unwritten.FURTHER_ISBNS,),
}
# What else an encoder may write, one or the other.
_PERHAPS = {
    "notes": ("genre", "status", "editor", "notes"),
    "preprint": ("notes",),
    "title": ("original_title", "volume_title", "translated"),
    "container": ("container_title_short",),
    "server": ("container_title", "publisher"),
    "serial": ("collection_number", "number"),
    "eprint": ("archive_location",),
    "archive": ("archive",),
    "url": ("nbk",),
    "orcids": (unwritten.AUTHOR_IDS,),
}


def always_written(row: Row) -> Iterable[str]:
    """Return what a row's encoder writes if there is any of it."""
    if any(row.how in functions for functions in (_OF_ENCODER, _EPRINT, _OF_CONTEXT, _OF_ROW)):
        return ()
    return (row.to, *_ALSO.get(row.how, ()))


def sometimes_written(row: Row, context: EncodingContext) -> Written | None:
    """Return the function for a field that may hold one attribute or another; else ``None``."""
    if make := _OF_CONTEXT.get(row.how):
        return make(context)
    if of_row := _OF_ROW.get(row.how):
        return of_row(row)
    if row.how in _EPRINT:
        return _EPRINT[row.how] if row.to == "pmid" else lambda _: (row.to,)
    return _OF_ENCODER.get(row.how)


def left_out(row: Row) -> Iterable[str]:
    """Return the attributes that have a home in a field which the user does not want."""
    return (row.to, *_ALSO.get(row.how, ()), *_PERHAPS.get(row.how, ()))
