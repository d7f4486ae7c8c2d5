"""Tables as text, with a delimiter between their columns."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Literal

from ..base.lazy_regex import regex
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..output import sorting
from ..tables.receivers import RECEIVERS
from .cells import cells_of, columns, cut, is_formula

_RANGE = regex(r"(?<=\d)-(?=\d)")  # Excel takes 3-4 for a day
_WITH_RANGES = ("pages", "issue", "volume")


def table(
    records: Iterable[Record], options: Options, format: Format, report: Report, delimiter: str
) -> Iterator[str]:
    """Yield a table's lines: the names of the columns, and a row for each record.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` names no column.

    """
    encode = cells_of(options, format)
    is_for_excel = RECEIVERS[options.receiver].spreadsheet
    quoting: Literal[0, 1] = csv.QUOTE_ALL if is_for_excel else csv.QUOTE_MINIMAL
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, quoting=quoting, lineterminator="\r\n")
    if is_for_excel:  # which takes a file without this mark for Windows-1252
        buffer.write("\ufeff")
    writer.writerow(columns(options))
    yield _taken(buffer)
    for key, record in sorting.keyed(records, options):
        cells = encode(record, key, report)
        if is_for_excel:
            cells = {name: _for_excel(name, value, record, report) for name, value in cells.items()}
        writer.writerow(map(no_formula, cells.values()))
        yield _taken(buffer)


def _taken(buffer: StringIO) -> str:
    """Return what was written to a buffer, and empty it."""
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def no_formula(value: str) -> str:
    """Return a cell that no program calculates: an apostrophe keeps it a text."""
    return f"'{value}" if is_formula(value) else value


def _for_excel(name: str, value: str, record: Record, report: Report) -> str:
    """Return a cell as Excel takes it: numbers' ranges with a dash, and no more than it holds."""
    value = _RANGE.sub("\N{EN DASH}", value) if name in _WITH_RANGES else value
    return cut(name, value, record, report)
