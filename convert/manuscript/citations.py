"""Where a manuscript cites: its placeholders and citation fields, neighbours as one citation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from ..base.lazy_regex import regex
from ..citation_fields import registry
from ..citation_fields.field_cite import FieldCite, FieldPlace
from ..model.report import Report
from ..ooxml.paragraphs import WordField
from . import placeholders
from .document import Manuscript, PlacedParagraph
from .placeholders import PlacedCite

WantedCite: TypeAlias = PlacedCite | FieldCite
_BETWEEN = regex("[ \u00a0]*[,;]?[ \u00a0]*")


@dataclass(eq=False, slots=True)
class CitationPlace:
    """A citation: where it stands in a paragraph's text, and what it cites.

    ``fields`` are those that it is made of; a placeholder has none.
    """

    placed: PlacedParagraph
    start: int
    end: int
    cites: tuple[WantedCite, ...]
    fields: tuple[WordField, ...] = ()

    @property
    def order(self) -> tuple[int, ...]:
        """Return what sorts citations as they are read."""
        return (*self.placed.order, self.start)

    @property
    def citation_id(self) -> str:
        """Return the id that Zotero gave the citation, ``""`` if it has none."""
        for found in self.fields:
            try:
                code = found.code
                given = json.loads(code[code.index("{") : code.rindex("}") + 1])
            except ValueError:
                continue
            if isinstance(given, dict) and isinstance(given.get("citationID"), str):
                return str(given["citationID"])
        return ""


def find(manuscript: Manuscript, report: Report) -> list[CitationPlace]:
    """Return a document's citations in reading order; tell of what only looks like one."""
    found: list[CitationPlace] = []
    for placed in manuscript.paragraphs:
        single = sorted(_single(manuscript, placed, report), key=lambda place: place.start)
        found += _joined(single)
        _tell_bare(manuscript, placed, report)
    for placed in manuscript.aside:
        if next(placeholders.find(placed.paragraph.text), None):
            message = "holds a placeholder, which stays: a citation there would be in no list"
            report.warning("unused-placeholder", manuscript.location(placed), message)
    return sorted(found, key=lambda place: place.order)


def _single(
    manuscript: Manuscript, placed: PlacedParagraph, report: Report
) -> Iterator[CitationPlace]:
    """Yield the fields and placeholders of a paragraph."""
    for piece in placed.paragraph.pieces:
        manager = registry.manager_of(piece.field.code) if piece.field else None
        if piece.field and manager and not piece.field.is_link:
            where = manuscript.location(placed)
            cites = manager.read(piece.field, FieldPlace(manuscript.package, where, report))
            if cites:
                yield CitationPlace(placed, piece.start, piece.end, tuple(cites), (piece.field,))
    if placed.in_list:  # where reference lists print PMIDs
        if next(placeholders.find(placed.paragraph.text), None):
            message = "a placeholder below the heading of the reference list stays as it is"
            report.warning("unused-placeholder", manuscript.location(placed), message)
        return
    for found in placeholders.find(placed.paragraph.text):
        if _splits_link(placed, found.start, found.end):
            message = "a placeholder goes beyond its link: it stays as it is"
            report.warning("unused-placeholder", manuscript.location(placed), message)
        else:
            yield CitationPlace(placed, found.start, found.end, found.cites)


def _splits_link(placed: PlacedParagraph, start: int, end: int) -> bool:
    """Whether a part of the text begins or ends within a field for a link, and goes on outside."""
    links: dict[WordField, list[int]] = {}
    for piece in placed.paragraph.pieces:
        if piece.field and piece.field.is_link and piece.text:
            links.setdefault(piece.field, []).extend((piece.start, piece.end))
    return any(
        min(ends) < end and start < max(ends)
        and not (start <= min(ends) and max(ends) <= end)
        and not (min(ends) <= start and end <= max(ends))
        for ends in links.values()
    )  # fmt: skip


def _joined(places: list[CitationPlace]) -> Iterator[CitationPlace]:
    """Yield the citations of a paragraph, those that follow each other as one.

    Two fields are one only if nothing is between them, as Zotero has it.
    """
    last: CitationPlace | None = None
    for place in places:
        if last and _is_neighbour(last, place):
            last.end, last.cites = place.end, (*last.cites, *place.cites)
            last.fields = (*last.fields, *place.fields)
            continue
        if last:
            yield last
        last = place
    if last:
        yield last


def _is_neighbour(first: CitationPlace, second: CitationPlace) -> bool:
    between = first.placed.paragraph.text[first.end : second.start]
    if first.fields and second.fields:
        return not between
    return _BETWEEN.fullmatch(between) is not None


def _tell_bare(manuscript: Manuscript, placed: PlacedParagraph, report: Report) -> None:
    if placed.in_list:
        return
    for bare in placeholders.find_bare(placed.paragraph.text):
        message = f"{bare!r} is in no brackets and stays; write [{bare}] for a citation"
        report.warning("unused-placeholder", manuscript.location(placed), message)
