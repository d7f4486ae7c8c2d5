"""Reads EndNote's XML, as EndNote, Zotero and Mendeley export it."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report

_START = regex(
    r"<records\b[^>]*>\s*<record\b|<record>\s*<(?:database|source-app|ref-type|rec-number)\b"
)


def _sniff(head: str) -> bool:
    return _START.search(head) is not None


FORMAT = Format("endnote-xml", "EndNote's XML", (".xml",), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each reference; fields without a place in the model are kept.

    Raises:
        InputError: The file declares entities.

    """
    # Every reader is imported to recognise a file's format; few files are EndNote's.
    from ..endnote.xml_fields import LAYOUT, reference_of  # noqa: PLC0415  # see above
    from ..ris.read.build import build_record  # noqa: PLC0415  # see above
    from ..xml.records import records  # noqa: PLC0415  # see above

    for node in records(source, LAYOUT, report, report.left_out):
        yield build_record(reference_of(node, report.left_out), source.name, report)
