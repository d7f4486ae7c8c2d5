"""Reads tables with tabs between columns, as databases export them."""

from __future__ import annotations

from collections.abc import Iterator

from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report

_DELIMITERS = ("\t",)


def _sniff(head: str) -> bool:
    if not any(delimiter in head for delimiter in _DELIMITERS):
        return False
    from ..spreadsheet.read import delimiter_of  # noqa: PLC0415  # few files are tables

    return delimiter_of(head) in _DELIMITERS


FORMAT = Format("tsv", "a table with tabs (TSV)", (".tsv",), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each row; columns without a place in the model are kept."""
    from ..ris.read.build import build_record  # noqa: PLC0415  # few files are tables
    from ..spreadsheet.read import references  # noqa: PLC0415  # few files are tables

    for reference in references(source, FORMAT.name, report):
        yield build_record(reference, source.name, report)
