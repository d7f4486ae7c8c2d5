"""The rows of a table as references of RIS."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from ..base.lazy_regex import regex
from ..codecs import decisions
from ..codecs.name_lists import split_names, split_run_together
from ..files.source import Source
from ..model.report import Location, Report
from ..model.values import Field
from ..ris.read.split import Reference
from ..tables.columns import DOCUMENT_TYPES, FULLER, GROUPS, IDENTIFYING, TAGS, TYPES
from ..tables.decisions import LABEL_COLUMNS
from ..tables.endnote import KEY, names_by_tag

# A row's cells with the names of their columns.
Cells: TypeAlias = list[tuple[str, str]]

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


def references(
    source: Source, format: str, report: Report, left_out: Counter[str]
) -> Iterator[Reference]:
    """Yield the references of a table's rows, those that have any value.

    A row with more or fewer cells than there are columns is reported, and read as far as it goes.
    Cells that say nothing of the publication are counted in ``left_out``.
    """
    csv.field_size_limit(_LONGEST_CELL)
    rows = csv.reader(_lines(source.lines), delimiter=delimiter_of(source.head) or ",")
    header: list[str] = []
    start = 1
    for row in rows:
        if not header:
            is_header = any(cell.strip() for cell in row) and not _is_separator_line(row)
            header = _header(row) if is_header else []
        elif any(cell.strip() for cell in row):
            if len(row) != len(header):
                message = f"has {len(row)} cells where the first line has {len(header)}"
                report.warning("bad-row", Location(source.name, start), message)
            cells = list(_cells(header, row))
            left_out.update(name for name, _ in cells if TAGS.get(name) == "")
            yield _reference(cells, start, format)
        start = rows.line_num + 1


def _header(row: list[str]) -> list[str]:
    """Return the names of the columns; one without a name is called by its number."""
    return [_name(name) or f"column {number}" for number, name in enumerate(row, start=1)]


def _cells(header: list[str], row: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the cells of a row that have a text, each with the name of its column."""
    further = (f"column {number}" for number in range(len(header) + 1, len(row) + 1))
    for name, text in zip((*header, *further), row, strict=False):
        value = _FORMULA.sub("", _LINE_END.sub(" ", text.strip()))
        if value not in _NOTHING:
            yield name, value


def _lines(lines: Iterable[str]) -> Iterator[str]:
    return (line + "\n" for line in lines)


def _is_separator_line(row: list[str]) -> bool:
    return row[0].startswith("sep=") and not any(row[1:])


def _reference(cells: Cells, line: int, format: str) -> Reference:
    """Return the fields of a row by RIS's tags; a column that nobody knows keeps its own name."""
    values = dict(reversed(cells))  # of several columns of a name the first
    names = names_by_tag((name, tag) for name, _ in cells if (tag := TAGS.get(name)))
    fields = [Field("TY", _code(values), line)]
    if date := _date(values):
        fields.append(Field("DA", date, line))
    for name, value in cells:
        if name in LABEL_COLUMNS and (note := decisions.note_of(value)):
            fields.append(Field("N1", note, line))
            continue
        tag = TAGS.get(name, name)
        if tag not in ("", "TY", "month", "day") and FULLER.get(name) not in values:
            fields += (Field(tag, part, line) for part in _parts(name, tag, value) if part)
    fields.sort(key=lambda field: field.tag not in KEY)
    return Reference(line, fields, format, names)


def _code(values: Mapping[str, str]) -> str:
    """Return RIS's type: that of an item, of a document, else an article.

    A type of item that nobody knows stays.
    """
    documents = _BETWEEN.split(values.get("document type", ""))
    known = (DOCUMENT_TYPES.get(_squeezed(document), "") for document in documents)
    items = [value for name, value in values.items() if TAGS.get(name) == "TY"]
    names = (TYPES.get(_squeezed(item), item) for item in items)
    return next(filter(None, (*names, *known)), "JOUR")


def _squeezed(name: str) -> str:
    return name.casefold().replace(" ", "")


def _date(values: Mapping[str, str]) -> str:
    """Return year, month and day, which tables for screening have in columns of their own."""
    month = values.get("month") or values.get("published month", "")
    if not month:
        return ""
    year, day = values.get("year") or values.get("published year", ""), values.get("day", "")
    if month.isdecimal():
        return f"{year}/{month.zfill(2)}/{day.zfill(2) if day else ''}".rstrip("/")
    if year and year in month:  # 1999-2000, ca. 1999
        return month
    return f"{year} {month} {day}".strip()


def _parts(name: str, tag: str, value: str) -> list[str]:
    """Return the values of a cell of this column, which has this tag."""
    if name in GROUPS:  # RIS marks a group by a comma
        return [f"{group}," for group in _BETWEEN.split(value)]
    if tag in ("AU", "A2", "A4"):
        parts = [_SCOPUS_ID.sub("", part) for part in _BETWEEN.split(value)]
        if len(parts) == 1:
            parts = split_run_together(parts[0])
        return _with_groups(parts) if len(parts) > 1 else split_names(parts[0])
    if tag in ("VL", "IS"):  # what Excel would take for a day has a dash
        return [_DASH.sub("-", value)]
    if tag == "KW":
        return _BETWEEN.split(value)
    return _BETWEEN_LABELLED.split(value) if tag == "M2" else [value]


def _with_groups(names: list[str]) -> list[str]:
    """Return names with RIS's comma behind groups: words where others have a comma between."""
    are_inverted = any("," in name for name in names)
    return [f"{name}," if are_inverted and _is_group(name) else name for name in names]


def _is_group(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and "," not in name and not words[-1].rstrip(".").isupper()
