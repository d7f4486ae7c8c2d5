"""A record as the cells of a row."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import Literal, TypeAlias

from ..base.lazy_regex import regex
from ..checks.retractions import place
from ..endnote.encode import encoder
from ..format_registry import Format
from ..markup.one_line import one_line
from ..model.record import Record
from ..model.report import Report
from ..model.values import Date
from ..options import Options
from ..output import field_selection, sorting
from ..output.value_choice import issued
from ..tables.columns import COLUMNS
from ..tables.endnote import WITH_ISSUES
from ..tables.receivers import RECEIVERS

# Returns the cells of a record with a key.
Cells: TypeAlias = Callable[[Record, str, Report], list[str]]

_DATES = ("month", "day")
_TAGS = {name: tag for name, tag in COLUMNS if name not in _DATES}
_BETWEEN = "; "
_FORMULA = ("=", "+", "-", "@")
_RANGE = regex(r"(?<=\d)-(?=\d)")  # Excel takes 3-4 for a day
_LONGEST_IN_EXCEL = 32_767


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
        writer.writerow(encode(record, key, report))
        yield _taken(buffer)


def _taken(buffer: StringIO) -> str:
    """Return what was written to a buffer, and empty it."""
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def columns(options: Options) -> list[str]:
    """Return the names of the columns: those that the user names, in that order, else all."""
    names = [name for name, _ in COLUMNS]
    chosen = [name.lower() for name in options.fields if not name.startswith("+")]
    return [name for name in chosen or names if field_selection.wanted(name, options)]


def cells_of(options: Options, format: Format) -> Cells:
    """Return the function that encodes a record as cells, in the order of ``columns``.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` names no column.

    """
    field_selection.check(options, format.name.upper(), [name for name, _ in COLUMNS])
    names, receiver = columns(options), RECEIVERS[options.receiver]
    wanted = tuple(name for name in options.fields if name.lower() not in _DATES)
    omitted = tuple(name for name in options.omit if name.lower() not in _DATES)
    encode = encoder(options.replace(fields=wanted, omit=omitted), format, _TAGS)

    def cells(record: Record, key: str, report: Report) -> list[str]:
        encoded = encode(record, key, report)
        lines = encoded.lines
        # A table's other columns have no place in this one.
        others = (f"{name}: {value}" for name, values in encoded.kept.items() for value in values)
        if notes := [*lines.get("N1", ()), *others]:
            lines["N1"] = notes
        values = {name: _joined(tag, lines.get(tag, [])) for name, tag in _TAGS.items()}
        values["edition" if encoded.code in WITH_ISSUES else "epub_date"] = (
            ""  # EndNote's ET is both
        )
        if receiver.pmid_keys and record.pmid:
            values["key"] = record.pmid
        values |= zip(_DATES, _month_and_day(issued(record, options.date)), strict=True)
        if receiver.spreadsheet:
            values = {
                name: _for_excel(name, value, record, report) for name, value in values.items()
            }
        return [_no_formula(values[name]) for name in names]

    return cells


def _month_and_day(date: Date | None) -> tuple[str, str]:
    """Return the numbers of month and day; what is more than a day stands in the month's place."""
    if date is None or date.start is None:
        return one_line(str(date or "")), ""
    start = date.start
    if date.end or date.rest or start.season:
        return one_line(str(date).removeprefix(str(start.year))), ""
    return str(start.month or ""), str(start.day or "")


def _joined(tag: str, lines: list[str]) -> str:
    """Return the values of a tag in one cell."""
    if tag == "UR":  # the publication's own comes first
        return lines[0] if lines else ""
    if tag in ("AU", "A2"):  # EndNote marks groups by commas
        lines = [line.rstrip(",").replace(",, ", ", ") for line in lines]
    return _BETWEEN.join(lines)


def _no_formula(value: str) -> str:
    """Return a cell that no program calculates: an apostrophe keeps it a text."""
    return f"'{value}" if value.startswith(_FORMULA) else value


def _for_excel(name: str, value: str, record: Record, report: Report) -> str:
    """Return a cell as Excel takes it: numbers' ranges with a dash, and no more than it holds."""
    if name in ("pages", "issue", "volume"):
        return _RANGE.sub("\N{EN DASH}", value)
    if len(value) > _LONGEST_IN_EXCEL:
        message = f"{name} is cut: a cell of Excel holds {_LONGEST_IN_EXCEL:,} characters"
        report.warning("cut", place(record), message)
        return value[:_LONGEST_IN_EXCEL]
    return value
