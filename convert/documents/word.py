"""A Word document's paragraphs in reading order, those of notes where the text refers to them."""

from __future__ import annotations

from collections.abc import Iterator

from ..citation_fields import registry
from ..manuscript import document
from ..manuscript.document import PlacedParagraph
from ..ooxml.package import Package
from ..ooxml.paragraphs import WordField
from .paragraph import CitingDocument, DocumentParagraph


def open_document(data: bytes, name: str) -> CitingDocument:
    """Return a document. Raises InputError if the data are none, or cannot be read."""
    package = Package(data, name)
    paragraphs = (
        DocumentParagraph(
            placed.label, placed.paragraph.text, tuple(_citations(placed)), placed.in_list
        )
        for placed in document.read(package).paragraphs
    )
    return CitingDocument(name, tuple(paragraphs), package)


def _citations(placed: PlacedParagraph) -> Iterator[WordField]:
    for piece in placed.paragraph.pieces:
        if piece.field and not piece.field.is_link and registry.is_citation(piece.field.code):
            yield piece.field
