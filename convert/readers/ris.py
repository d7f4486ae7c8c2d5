"""Reads RIS of every dialect: EndNote's, Zotero's, JabRef's, publishers', and that before 2011."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report

_START = regex(r"^\s?TY {1,2}-\s*\w{3,}", re.MULTILINE)


def _sniff(head: str) -> bool:
    return _START.search(head) is not None


FORMAT = Format("ris", "RIS", (".ris",), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each reference; tags without a place in the model are kept."""
    # Every reader is imported to recognise a file's format; few files are RIS.
    from ..ris.read.build import build_record  # noqa: PLC0415  # see above
    from ..ris.read.split import split_references  # noqa: PLC0415  # see above

    for reference in split_references(source.lines, source.name, report):
        yield build_record(reference, source.name, report)
