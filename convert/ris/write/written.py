"""Which attributes of a record the lines of a tag have written, for the note of all others."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeAlias

from ...codecs import addresses
from ...markup.one_line import one_line
from ...model import peek
from ...model.record import TRUNCATED, Record
from ...output import unwritten
from ...tables.row import Row

# Returns what lines have written of a record.
Written: TypeAlias = Callable[[Record, Collection[str]], Iterable[str]]


def _those_of(*names: str) -> Written:
    """Return the function for a tag that holds whichever of some attributes is among its lines."""
    return lambda record, lines: [
        name for name in names if (text := getattr(record, name)) and one_line(text) in lines
    ]


def _pages(record: Record, _: Collection[str]) -> Iterable[str]:
    if not record.page:
        return ("number",)
    same = record.number in (record.page.full, record.page.raw)
    return ("page", "number") if same else ("page",)


def _container(record: Record, lines: Collection[str]) -> Iterable[str]:
    """Return the full title if it is written, even as the user wants it, or the short one."""
    return ("container_title",) if record.container_title else ("container_title_short",)


def _addresses(record: Record, lines: Collection[str]) -> Iterable[str]:
    yield "url" if record.url else "nbk"
    if record.url == addresses.of_bookshelf(record.nbk):
        yield "nbk"
    if record.url and record.url == addresses.of_arxiv(record.archive_location):
        yield from ("archive", "archive_location")


def _retraction(record: Record, _: Collection[str]) -> Iterable[str]:
    return ("relations",) if peek.relation_kinds(record) == {"retraction-in"} else ()


def _issns(record: Record, lines: Collection[str]) -> Iterable[str]:
    yield "issn"
    if all(issn.value in lines for issn in record.issn):
        yield unwritten.FURTHER_ISSNS


_OF_ENCODER: dict[str, Written] = {
    "book-title": _container,
    "city": _those_of("publisher_place"),
    "conference": _those_of("event_title", "container_title"),
    "container": _container,
    "database": lambda _, __: (),
    "provider": lambda _, __: (),
    "first": _pages,
    "issn": _issns,
    "retraction": _retraction,
    "urls": _addresses,
    "venue": _those_of("event_place", "publisher_place"),
}
# What else an encoder writes whenever it writes its own attribute.
_ALSO = {
    "addresses": (unwritten.AFFILIATIONS,),
    "isbn": (unwritten.FURTHER_ISBNS,),
    "keywords": ("mesh",),
    "title": ("translated",),
}


def written_by(row: Row) -> Written:
    """Return the function that tells what the lines of a row's tag have written."""
    names = (row.to, *_also(row))
    return _OF_ENCODER.get(row.how, lambda _, __: names)


def _also(row: Row) -> Iterable[str]:
    """Return what else a row's encoder writes; names, whether there are more of them."""
    if row.to in TRUNCATED and row.how in ("names", "editors"):
        return (TRUNCATED[row.to],)
    return _ALSO.get(row.how, ())


def left_out(row: Row) -> Iterable[str]:
    """Return the attributes that have a home in a tag which the user does not want."""
    return (row.to, *_also(row), *(("nbk",) if row.how == "urls" else ()))
