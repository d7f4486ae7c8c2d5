"""Reads tables with tabs between columns, as databases export them."""

from __future__ import annotations

from collections.abc import Iterator

from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report
from .csv import is_table, read_rows

FORMAT = Format("tsv", "a table with tabs (TSV)", (".tsv",), lambda head: is_table(head, ("\t",)))


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each row; columns without a place in the model are kept."""
    return read_rows(source, FORMAT.name, report)
