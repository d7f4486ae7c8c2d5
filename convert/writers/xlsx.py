"""Writes tables as workbooks of Excel, for screening and sorting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..spreadsheet import workbook

FORMAT = Format(
    "xlsx",
    "a table as a workbook of Excel",
    (".xlsx",),
    ignores=("protect", "ascii", "article_number"),
    binary=True,
)
MARK = workbook.MARK


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[bytes]:
    """Yield the file, in which each of ``records`` is a row.

    Raises:
        MissingPackageError: XlsxWriter is not installed.
        UnknownError: ``options.fields`` or ``options.omit`` names no column.

    """
    yield workbook.workbook(records, options, FORMAT, report)
