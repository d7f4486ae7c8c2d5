"""Writes tables with commas between columns, for screening tools and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..spreadsheet.write import table

FORMAT = Format(
    "csv", "a table with commas (CSV)", (".csv",), ignores=("protect", "ascii", "article_number")
)


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield the names of the columns, and a row for each of ``records``.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` names no column.

    """
    return table(records, options, FORMAT, report, ",")
