"""Reads medcite's own JSON lines: a record on each."""

from __future__ import annotations

from collections.abc import Iterator

from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report
from .json import OPENING, read_items


def _sniff(head: str) -> bool:
    match = OPENING.match(head)
    return match is not None and bool(match[1])


FORMAT = Format("jsonl", "medcite's own JSON, a record a line", (".jsonl", ".ndjson"), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield the records; one that does not fit the model is reported and skipped."""
    return read_items(source, report)
