"""The rows of a table as references of RIS."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from ..base.lazy_regex import regex
from ..codecs.name_lists import split_names
from ..files.source import Source
from ..model.report import Location, Report
from ..model.values import Field
from ..ris.read.split import Reference
from ..tables.columns import IDENTIFYING, NAMES, TAGS, TYPES
from ..tables.endnote import KEY

DELIMITERS = (",", "\t", ";")
_LONGEST_CELL = 1 << 24
_LINE_END = regex(r"\s*\n\s*")
_SEPARATOR_LINE = regex(r"sep=(.)")  # Excel's
_FORMULA = regex(r"\A'(?=[=+\-@])")  # an apostrophe that keeps it from being one
_DASH = regex(r"(?<=\d)\N{EN DASH}(?=\d)")
_SCOPUS_ID = regex(r" \(\d+\)$")
_BETWEEN = regex(r"\s*;\s*")
# Zotero's Extra has a label before each value; its table has blanks for line ends.
_BETWEEN_LABELLED = regex(
    r"\s+(?=(?:PMID|PMCID|DOI|ISSN|ISBN|arXiv|Citation Key|Original title|Place|Publisher): )"
)
_NOTHING = frozenset({"", "[No abstract available]", "No abstract available"})


def delimiter_of(head: str) -> str:
    """Return what stands between the columns of a table, ``""`` if a text is none of ours."""
    line = next((line for line in head.splitlines() if line.strip()), "")
    if match := _SEPARATOR_LINE.fullmatch(line.strip()):
        line = head.partition("\n")[2].partition("\n")[0]
        delimiters: Sequence[str] = (match[1],)
    else:
        delimiters = DELIMITERS
    for delimiter in delimiters:
        names = next(csv.reader([line], delimiter=delimiter), [])
        tags = {TAGS.get(_name(name)) for name in names}
        if len(tags - {None, ""}) > 1 and tags & IDENTIFYING:
            return delimiter
    return ""


def _name(text: str) -> str:
    return " ".join(text.strip("\ufeff \t").casefold().split())


def references(source: Source, format: str, report: Report) -> Iterator[Reference]:
    """Yield the references of a table's rows, those that have any value.

    A row with more or fewer cells than there are columns is reported, and read as far as it goes.
    """
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(_lines(source.lines), delimiter=delimiter_of(source.head) or ",")
    header: list[str] = []
    start = 1
    for row in rows:
        if not header:
            is_header = any(cell.strip() for cell in row) and not _is_separator_line(row)
            header = [_name(name) for name in row] if is_header else []
        elif any(cell.strip() for cell in row):
            if len(row) != len(header):
                message = f"has {len(row)} cells where the first line has {len(header)}"
                report.warning("bad-row", Location(source.name, start), message)
            yield _reference(dict(zip(header, row, strict=False)), start, format)
        start = rows.line_num + 1


def _lines(lines: Iterable[str]) -> Iterator[str]:
    return (line + "\n" for line in lines)


def _is_separator_line(row: list[str]) -> bool:
    return row[0].startswith("sep=") and not any(row[1:])


def _reference(cells: dict[str, str], line: int, format: str) -> Reference:
    """Return the fields of a row by RIS's tags; a column that nobody knows keeps its own name."""
    values = {
        name: _FORMULA.sub("", _LINE_END.sub(" ", text.strip())) for name, text in cells.items()
    }
    fields = [Field("TY", _code(values), line)]
    if date := _date(values):
        fields.append(Field("DA", date, line))
    for name, value in values.items():
        tag = TAGS.get(name, name)
        if tag in ("", "TY", "month", "day") or value in _NOTHING:
            continue
        fields += (Field(tag, part, line) for part in _parts(tag, value) if part)
    fields.sort(key=lambda field: field.tag not in KEY)
    return Reference(line, fields, format, NAMES)


def _code(values: dict[str, str]) -> str:
    """Return RIS's type: that of the first column of types that names one, else an article."""
    names = (value for name, value in values.items() if TAGS.get(name) == "TY")
    codes = (TYPES.get(name.casefold().partition(";")[0].replace(" ", "")) for name in names)
    return next(filter(None, codes), "JOUR")


def _date(values: dict[str, str]) -> str:
    """Return year, month and day, which tables for screening have in columns of their own."""
    month = values.get("month") or values.get("published month", "")
    if not month:
        return ""
    year, day = values.get("year") or values.get("published year", ""), values.get("day", "")
    if month.isdecimal():
        return f"{year}/{month.zfill(2)}/{day.zfill(2) if day else ''}".rstrip("/")
    return f"{year} {month} {day}".strip()


def _parts(tag: str, value: str) -> list[str]:
    """Return the values of a cell."""
    if tag in ("AU", "A2", "A4"):
        parts = [_SCOPUS_ID.sub("", part) for part in _BETWEEN.split(value)]
        return parts if len(parts) > 1 else split_names(parts[0])
    if tag in ("VL", "IS"):  # what Excel would take for a day has a dash
        return [_DASH.sub("-", value)]
    if tag == "KW":
        return _BETWEEN.split(value)
    return _BETWEEN_LABELLED.split(value) if tag == "M2" else [value]
