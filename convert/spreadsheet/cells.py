"""A record as the cells of a row, whichever program and file they are for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from ..checks.retractions import place
from ..codecs import decisions
from ..codecs.dates import without_year
from ..endnote.encode import encoder
from ..format_registry import Format
from ..markup.one_line import one_line
from ..model.record import Record
from ..model.report import Report
from ..model.values import Date
from ..options import Options
from ..output import field_selection
from ..output.value_choice import issued
from ..ris.write.reference import EncodedReference
from ..tables.columns import COLUMNS
from ..tables.endnote import WITH_ISSUES
from ..tables.receivers import RECEIVERS

# Returns the cells of a record with a key, by the names of their columns, in order.
Cells: TypeAlias = Callable[[Record, str, Report], dict[str, str]]

_DATES = ("month", "day")
_LABEL = "included"
_COMPUTED = (*_DATES, _LABEL)  # columns that are no field of RIS
_TAGS = {name: tag for name, tag in COLUMNS if name not in _COMPUTED}
_BETWEEN = "; "
_FORMULA = ("=", "+", "-", "@")
_LONGEST = 32_767  # characters in a cell of Excel


def columns(options: Options) -> list[str]:
    """Return the names of the columns: those that the user names, in that order, else all.

    What was decided in screening has a column where the program that will read it has one.
    """
    has_label = RECEIVERS[options.receiver].labels or f"+{_LABEL}" in options.fields
    names = [name for name, _ in COLUMNS if name != _LABEL or has_label]
    chosen = [name.lower() for name in options.fields if not name.startswith("+")]
    return [name for name in chosen or names if field_selection.wanted(name, options)]


def cells_of(options: Options, format: Format) -> Cells:
    """Return the function that encodes a record as cells, in the order of ``columns``.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` names no column.

    """
    field_selection.check(options, format.name.upper(), [name for name, _ in COLUMNS])
    names, receiver = columns(options), RECEIVERS[options.receiver]
    has_label = _LABEL in names
    wanted = tuple(name for name in options.fields if name.lower().lstrip("+") not in _COMPUTED)
    omitted = tuple(name for name in options.omit if name.lower() not in _COMPUTED)
    encode = encoder(options.replace(fields=wanted, omit=omitted), format, _TAGS)

    def cells(record: Record, key: str, report: Report) -> dict[str, str]:
        encoded = encode(record, key, report)
        lines = encoded.lines
        lines["N1"] = list(_notes(encoded, has_label))
        values = {name: _joined(tag, lines.get(tag, [])) for name, tag in _TAGS.items()}
        # EndNote's ET is both.
        values["edition" if encoded.code in WITH_ISSUES else "epub_date"] = ""
        if receiver.pmid_keys and record.pmid:
            values["key"] = record.pmid
        date = issued(record, options.date)
        if date and date.start is None:
            values["year"] = one_line(str(date))  # in press
        values[_LABEL] = decisions.label(record.notes)
        values |= zip(_DATES, _month_and_day(date), strict=True)
        return {name: values[name] for name in names}

    return cells


def _notes(encoded: EncodedReference, has_label: bool) -> Iterator[str]:
    """Yield the notes, without a label that has its own column; other columns have no place."""
    for note in encoded.lines.get("N1", ()):
        if not (has_label and decisions.is_label(note)):
            yield note
    for name, values in encoded.kept.items():
        yield from (f"{name}: {value}" for value in values)


def _month_and_day(date: Date | None) -> tuple[str, str]:
    """Return the numbers of month and day; what is more than a day stands in the month's place."""
    if date is None or date.start is None:
        return "", ""
    start = date.start
    if date.end or date.rest or date.circa or start.season:
        return one_line(without_year(date)), ""
    return str(start.month or ""), str(start.day or "")


def _joined(tag: str, lines: list[str]) -> str:
    """Return the values of a tag in one cell."""
    if tag == "UR":  # the publication's own comes first
        return lines[0] if lines else ""
    if tag in ("AU", "A2"):  # EndNote marks groups by commas
        lines = [line.rstrip(",").replace(",, ", ", ") for line in lines]
    return _BETWEEN.join(lines)


def is_formula(value: str) -> bool:
    """Whether a spreadsheet would calculate what is typed in so."""
    return value.startswith(_FORMULA)


def cut(name: str, value: str, record: Record, report: Report) -> str:
    """Return no more of a cell than Excel holds, and warn of what is cut."""
    if len(value) <= _LONGEST:
        return value
    message = f"{name} is cut: a cell of Excel holds {_LONGEST:,} characters"
    report.warning("cut", place(record), message)
    return value[:_LONGEST]
