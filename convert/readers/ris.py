"""Reads RIS of every dialect: EndNote's, Zotero's, JabRef's, publishers', and that of old."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convert.formats import Format
from convert.model import Record
from convert.report import Report
from convert.source import Source

START = re.compile(r"^\s?TY {1,2}-\s*\w{3,}", re.MULTILINE)


def _sniff(head: str) -> bool:
    return START.search(head) is not None


FORMAT = Format("ris", "RIS", (".ris",), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each reference; tags without a place in the model are kept."""
    from convert.ris.build import Build
    from convert.ris.split import split

    for reference in split(source.lines, source.name, report):
        yield Build(reference, source.name, report).record()
