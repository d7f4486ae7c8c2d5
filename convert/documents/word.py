"""A Word document's paragraphs in reading order, those of notes where the text refers to them."""

from __future__ import annotations

from collections.abc import Iterator

from ..citation_fields import registry
from ..manuscript.document import Manuscript, PlacedParagraph
from ..ooxml.paragraphs import WordField
from .paragraph import DocumentParagraph


def paragraphs(manuscript: Manuscript) -> Iterator[DocumentParagraph]:
    """Yield the paragraphs."""
    for placed in manuscript.paragraphs:
        fields = tuple(_citations(placed))
        text = placed.paragraph.text
        yield DocumentParagraph(placed.label, text, fields, placed.in_list)


def _citations(placed: PlacedParagraph) -> Iterator[WordField]:
    for piece in placed.paragraph.pieces:
        if piece.field and not piece.field.is_link and registry.is_citation(piece.field.code):
            yield piece.field
