"""Reads EndNote's tagged text (``.enw``), as Google Scholar, publishers and Zotero export it."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report

# A type and another field, or two fields that every reference has.
_START = regex(r"\A\s*%0 \S.*\n|\A\s*%[ATDJ] \S.*\n(?:.*\n)*?%[ATDJ] \S")


def _sniff(head: str) -> bool:
    return _START.match(head) is not None


FORMAT = Format("enw", "EndNote's tagged text", (".enw",), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each reference; fields without a place in the model are kept."""
    # Every reader is imported to recognise a file's format; few files are EndNote's.
    from ..endnote.tagged_lines import split_references  # noqa: PLC0415  # see above
    from ..ris.read.build import build_record  # noqa: PLC0415  # see above

    for reference in split_references(source.lines, source.name, report, report.left_out):
        yield build_record(reference, source.name, report)
