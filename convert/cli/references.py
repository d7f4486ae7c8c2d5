"""The references that a command is asked about: records, or items of a typed list."""

from collections.abc import Iterator
from typing import NamedTuple, cast

from .. import format_registry
from ..base.errors import InputError
from ..documents.cited_records import cited_records
from ..documents.paragraph import DocumentReader
from ..documents.printed_list import printed_list
from ..files.source import Source, open_any
from ..model import peek
from ..model.record import Record
from ..model.report import Location, Report
from ..verify import text_list


class AskedReference(NamedTuple):
    """A reference by its key, as a record or as it was typed, and where it stands."""

    key: str
    content: Record | str
    where: Location


def references(name: str, report: Report) -> Iterator[AskedReference]:
    """Yield the references of an input: a format of records, a document, or a pasted list.

    Raises:
        InputError: The input cannot be read.

    """
    source = open_any(name, report)
    try:
        reader = format_registry.recognise(source, report)
    except InputError:
        if source.data:
            raise
        yield from _typed(source)
        return
    if hasattr(reader, "open_document"):
        yield from _of_document(cast(DocumentReader, reader), source, report)
        return
    opened = format_registry.OpenedInput(reader, source, report)
    yield from map(asked, format_registry.read_records(opened))


def asked(record: Record) -> AskedReference:
    """Return a record as a reference that is asked about."""
    file, line = peek.location(record)
    return AskedReference(_key(record, f"{file}:{line}"), record, Location(file, line))


def _of_document(
    reader: DocumentReader, source: Source, report: Report
) -> Iterator[AskedReference]:
    """Yield the articles in a document's fields; if there are none, the list that it prints."""
    document, number = reader.open_document(source), 0
    for number, placed in enumerate(cited_records(document, report), start=1):
        where = Location(source.name, 0, "", placed.label)
        yield AskedReference(_key(placed.record, f"{source.name}:{number}"), placed.record, where)
    lines = [] if number else printed_list(document)
    for item in text_list.references("\n".join(line.text for line in lines)):
        number += 1
        where = Location(source.name, 0, "", lines[item.line - 1].label)
        yield AskedReference(item.key, item.text, where)
    if not number:
        message = "no citations of reference managers, and no list below a heading (References)"
        report.error("empty", Location(source.name), message)


def _typed(source: Source) -> Iterator[AskedReference]:
    for item in text_list.references(source.text()):
        yield AskedReference(item.key, item.text, Location(source.name, item.line))


def _key(record: Record, otherwise: str) -> str:
    """Return by what a reference is known: its key, or an identifier."""
    own = record.key or record.pmid or record.doi or record.pmcid
    return " ".join(own.split()) or otherwise
