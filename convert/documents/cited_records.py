"""The articles that a document's fields hold: in the order cited, each once."""

from __future__ import annotations

from collections.abc import Iterator

from ..citation_fields import registry
from ..citation_fields.field_cite import FieldCite, FieldPlace
from ..codecs.characters import folded
from ..model.record import Record
from ..model.report import Diagnostic, Location, Report
from .paragraph import CitingDocument, DocumentParagraph, PlacedRecord


def cited_records(document: CitingDocument, report: Report) -> Iterator[PlacedRecord]:
    """Yield the articles; tell of those that a field only names."""
    known: set[str] = set()
    only_named: dict[str, str] = {}
    own_report = _once(report)
    for paragraph in document.paragraphs:
        where = Location(document.name, 0, "", paragraph.label)
        place = FieldPlace(document.package, where, own_report)
        for cite in _cites(paragraph, place):
            if cite.record is None:
                only_named.setdefault(cite.name, paragraph.label)
                continue
            names = set(names_of(cite, cite.record))
            if known.isdisjoint(names):
                yield PlacedRecord(cite.record, paragraph.label)
            known |= names | {cite.name}
    for name, label in only_named.items():
        if name not in known:
            message = "the field only names the article, whose data its program keeps; skipped"
            report.error("unresolved", Location(document.name, 0, name, label), message)


def _cites(paragraph: DocumentParagraph, place: FieldPlace) -> Iterator[FieldCite]:
    for field in paragraph.fields:
        if manager := registry.manager_of(field.code):
            yield from manager.read(field, place)


def names_of(cite: FieldCite, record: Record) -> Iterator[str]:
    """Yield by what an article is known again: identifiers, or else the field's name for it.

    Two libraries may call two articles the same, so their titles have to agree as well.
    """
    identifiers = {"pmid": record.pmid, "doi": record.doi.lower(), "pmcid": record.pmcid.upper()}
    yield from (f"{scheme}:{value}" for scheme, value in identifiers.items() if value)
    title = folded(record.title or record.original_title)
    yield from (f"{name} {title}" for name in (cite.name, *cite.uris))


def _once(report: Report) -> Report:
    """Return a report that hands on what it is told for the first time.

    An article that is cited again is read again, with the same faults.
    """
    told: set[tuple[str, str, str, str]] = set()

    def add(diagnostic: Diagnostic) -> None:
        _, _, record, tag = diagnostic.where
        key = (diagnostic.code, record, tag, diagnostic.message)
        if key not in told:
            told.add(key)
            report.add(diagnostic)

    return Report(sink=add)
