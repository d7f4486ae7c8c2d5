"""Reads the articles that an OpenDocument text cites, which Zotero and Mendeley keep in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report

if TYPE_CHECKING:
    from ..documents.paragraph import CitingDocument


def _sniff(head: str) -> bool:
    return head.startswith("application/vnd.oasis.opendocument.text")


FORMAT = Format(
    "odt",
    "an OpenDocument text (LibreOffice) with citations of Zotero or Mendeley",
    (".odt", ".ott"),
    _sniff,
    binary=True,
)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield the articles in the order cited, each once.

    Raises:
        InputError: It is no such document, or one that cannot be read.

    """
    # Every reader is imported to recognise a file's format; few files are documents.
    from ..documents.cited_records import cited_records  # noqa: PLC0415  # see above

    for placed in cited_records(open_document(source), report):
        yield placed.record


def open_document(source: Source) -> CitingDocument:
    """Return the document with its paragraphs. Raises InputError as ``read`` does."""
    from ..documents import open_document  # noqa: PLC0415  # see ``read``

    return open_document.open_document(source.data, source.name)
