"""Reads the articles that a Word document cites, which reference managers keep in its fields."""

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
    """Whether an archive is a Word document; old and encrypted ones are, to be refused by name.

    The text lies in ``word/``, but its part may have any name.
    """
    kind, _, names = head.partition("\n")
    files = names.split("\n")
    if kind == "application/x-ole-storage":
        return not {"WordDocument", "EncryptedPackage"}.isdisjoint(files)
    is_package = kind == "application/zip" and "[Content_Types].xml" in files
    return is_package and any(file.startswith("word/") for file in files)


FORMAT = Format(
    "docx",
    "a Word document with citations of Zotero, Mendeley, EndNote, Citavi or Word",
    (".docx", ".docm"),
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
    from ..documents import word  # noqa: PLC0415  # see ``read``

    return word.open_document(source.data, source.name)
