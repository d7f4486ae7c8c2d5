"""A record as one of Word's sources."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import TypeAlias
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement

from ..checks.retractions import place
from ..model import peek
from ..model.record import Record
from ..model.report import Report
from ..model.values import Name
from ..options import Options
from ..output import field_selection, superscripts, unwritten
from ..output.value_choice import NOTICES
from ..tables.row import Row
from ..tables.word_sources import (
    CONTAINERS,
    CORPORATE,
    MAKERS,
    OTHER,
    OWN,
    ROWS,
    TYPES,
    USUAL_CONTAINER,
    USUAL_MAKER,
)  # fmt: skip
from .encode import ENCODERS, Encoder, person

TAGS = ("Tag", *(row.tag for row in ROWS))
_NAMES = frozenset({"authors", "names"})
# What the element of numbers holds.
_NUMBERS = ("doi", "pmid", "pmcid", "isbn", "issn")
Encoders: TypeAlias = tuple[tuple[Row, Encoder], ...]


def source_maker(options: Options) -> Callable[[Record, str, int, Report], Element]:
    """Return the function of a record, its key and place that makes a source, and reports losses.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` names no element.

    """
    field_selection.check(options, "Word", TAGS)

    def make(record: Record, key: str, number: int, report: Report) -> Element:
        kind = TYPES.get(record.type, OTHER)
        source = Element("b:Source")
        _add(source, "Tag", key)
        _add(source, "SourceType", kind)
        _add(source, "Guid", _guid(record, key))
        encoders, homes = _compile(options, record.type)
        names, written = Element("b:Author"), set[str]()
        for row, encode in encoders:
            if row.how in _NAMES:
                if people := getattr(record, row.to):
                    _add_names(names, _role(row, kind), people, record, report)
                    written.add(row.to)
            elif text := encode(record):
                _add(source, _element(row, kind), text)
                written.update(_written(record, row))
        if len(names):
            source.append(names)
        _add(source, "RefOrder", str(number))
        unwritten.note_unwritten(record, homes, report, written=written)
        superscripts.note_carets(record, [record.title, record.title_short], report)
        return source

    return make


def _guid(record: Record, key: str) -> str:
    """Return an identifier that the same source has in every file."""
    name = f"medcite:{key}:{record.pmid or record.doi}".encode("utf-8", "replace")
    number = uuid5(NAMESPACE_URL, name.decode())
    return f"{{{number}}}".upper()


@lru_cache(maxsize=64)
def _compile(options: Options, csl_type: str) -> tuple[Encoders, frozenset[str]]:
    """Compile the rows of a type; also return what the user leaves out, which is not lost."""
    rows = [row for row in ROWS if _applies(row, csl_type)]
    wanted = [row for row in rows if field_selection.wanted(row.tag, options)]
    homes = {row.to for row in rows} - {row.to for row in wanted}
    homes |= {"type"} if csl_type in OWN else set()
    return tuple((row, ENCODERS[row.how](row, options)) for row in wanted), frozenset(homes)


def _applies(row: Row, csl_type: str) -> bool:
    return csl_type not in row.unless.split() and (not row.when or csl_type in row.when.split())


def _element(row: Row, kind: str) -> str:
    """Return the name of an element in a type of source."""
    if row.tag == "Container":
        return CONTAINERS.get(kind, USUAL_CONTAINER)
    return "ConferenceName" if row.tag == "Conference" else row.tag


def _role(row: Row, kind: str) -> str:
    return MAKERS.get(kind, USUAL_MAKER) if row.how == "authors" else row.tag


def _notices(record: Record) -> tuple[str, ...]:
    has_all = peek.relation_kinds(record) <= NOTICES.keys()
    return ("notes", "relations") if has_all else ("notes",)


# Of an attribute's element, what it holds of a record, where that may be another attribute.
_HELD: dict[str, Callable[[Record], tuple[str, ...]]] = {
    "doi": lambda record: (*filter(partial(getattr, record), _NUMBERS), unwritten.FURTHER_ISBNS),
    "issued": lambda record: ("issued",) if record.issued else ("available_date",),
    "notes": _notices,
    "page": lambda record: ("page",) if record.page else ("number",),
    "title": lambda record: ("title", "translated") if record.title else ("original_title",),
    "url": lambda record: ("url",) if record.url else ("nbk",),
}


def _written(record: Record, row: Row) -> tuple[str, ...]:
    """Return the attributes that the element of a row holds."""
    return _HELD[row.to](record) if row.to in _HELD else (row.to,)


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, f"b:{name}").text = text


def _add_names(
    authors: Element, role: str, names: tuple[Name, ...], record: Record, report: Report
) -> None:
    """Add the names of a role: people, or one group, since Word has no list of both."""
    element = SubElement(authors, f"b:{role}")
    groups = [name for name in names if name.literal]
    if role in CORPORATE and len(names) == len(groups) == 1:
        _add(element, "Corporate", person(groups[0])["Last"])
        return
    if groups:
        message = f"{len(groups)} of {len(names)} names are groups, which stand as persons"
        report.note("group", place(record), message)
    people = SubElement(element, "b:NameList")
    for name in names:
        entry = SubElement(people, "b:Person")
        for part, text in person(name).items():
            _add(entry, part, text)
