"""Reads tables with commas or semicolons between columns, as databases and managers export them."""

from __future__ import annotations

from collections.abc import Iterator

from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report

DELIMITERS = (",", ";")


def is_table(head: str, delimiters: tuple[str, ...]) -> bool:
    """Whether a text is a table of publications with one of these between its columns."""
    if not any(delimiter in head for delimiter in delimiters):
        return False
    from ..spreadsheet.read import delimiter_of  # noqa: PLC0415  # few files are tables

    return delimiter_of(head) in delimiters


FORMAT = Format(
    "csv", "a table with commas (CSV)", (".csv",), lambda head: is_table(head, DELIMITERS)
)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each row; columns without a place in the model are kept."""
    return read_rows(source, FORMAT.name, report)


def read_rows(source: Source, format: str, report: Report) -> Iterator[Record]:
    """Yield a record for each row of a table in a format."""
    from ..ris.read.build import build_record  # noqa: PLC0415  # few files are tables
    from ..spreadsheet.read import references  # noqa: PLC0415  # few files are tables

    for reference in references(source, format, report, report.left_out):
        yield build_record(reference, source.name, report)
