"""Reads the articles that a Word document cites, which reference managers keep in its fields."""

from __future__ import annotations

from collections.abc import Iterator

from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report


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
        InputError: It is no Word document, or one that cannot be read.

    """
    # Every reader is imported to recognise a file's format; few files are documents.
    from ..documents import word  # noqa: PLC0415  # see above
    from ..documents.cited_records import cited_records  # noqa: PLC0415  # see above
    from ..manuscript import document  # noqa: PLC0415  # see above
    from ..ooxml.package import Package  # noqa: PLC0415  # see above

    package = Package(source.data, source.name)
    paragraphs = word.paragraphs(document.read(package))
    for placed in cited_records(paragraphs, source.name, package, report):
        yield placed.record
