"""Reads RIS of every dialect: EndNote's, Zotero's, JabRef's, publishers', and that of old."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report

START = re.compile(r"^\s?TY {1,2}-\s*\w{3,}", re.MULTILINE)


def _sniff(head: str) -> bool:
    return START.search(head) is not None


FORMAT = Format("ris", "RIS", (".ris",), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each reference; tags without a place in the model are kept."""
    from ..ris.build import Build
    from ..ris.split import split

    for reference in split(source.lines, source.name, report):
        yield Build(reference, source.name, report).record()
