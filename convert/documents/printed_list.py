"""The reference list that a document prints below its heading, each paragraph a line."""

from __future__ import annotations

from itertools import takewhile

from ..base.lazy_regex import regex
from ..ooxml.paragraphs import OBJECT
from .paragraph import CitingDocument, DocumentParagraph

# What follows many a list without a heading of its own.
_BEHIND = regex(
    r"(?:supplement\w*|appendix|annex)?\s*(?:fig(?:ure|s)?|table|appendix|annex)\b.{0,9}\d"
)


def printed_list(document: CitingDocument) -> list[DocumentParagraph]:
    """Return the paragraphs of the list that are not empty, their texts without line ends."""
    in_list = (paragraph for paragraph in document.paragraphs if paragraph.in_list)
    lines = (
        paragraph._replace(text=" ".join(paragraph.text.replace(OBJECT, " ").split()))
        for paragraph in in_list
    )
    return list(takewhile(_is_of_list, filter(lambda line: line.text, lines)))


def _is_of_list(line: DocumentParagraph) -> bool:
    return _BEHIND.match(line.text.casefold()) is None
