"""Reads the articles that an OpenDocument text cites, which Zotero and Mendeley keep in it."""

from __future__ import annotations

from collections.abc import Iterator

from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report


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
        InputError: It is damaged, or protected by a password.

    """
    # Every reader is imported to recognise a file's format; few files are documents.
    from ..documents.cited_records import cited_records  # noqa: PLC0415  # see above
    from ..documents.open_document import paragraphs  # noqa: PLC0415  # see above

    text = paragraphs(source.data, source.name)
    for placed in cited_records(text, source.name, None, report):
        yield placed.record
