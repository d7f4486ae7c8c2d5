"""The page of ``medcite report``: one HTML file with its style sheet, script and data.

Nothing is loaded from anywhere: the page's own Content Security Policy allows only the script
whose hash it states, so that nothing in a record could run even if it were not escaped.
"""

import base64
import hashlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import Template
from typing import NamedTuple

from ..tables.identifiers import ADDRESSES
from . import html
from .html import escape, quote
from .json_text import json_text
from .links import address
from .report_drawings import FlowBox, bar, columns, flow

SHOWN = 12  # values of a chart that are shown at once
MOST = 500  # values of a chart that the page has
LINKS = (("PubMed", "pmid"), ("PMC", "pmcid"), ("DOI", "doi"))  # as TableRow.ids
# What could end the element in JSON, or begin a comment there (HTML 4.12.1.3).
_IN_SCRIPT = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"})


class BarChart(NamedTuple):
    """Values by their counts, the most frequent first, and how many records have none."""

    title: str
    about: str
    counts: Sequence[tuple[str, int]]
    without: int


class ListedRecord(NamedTuple):
    """The place of a record among the rows, and what is told of it."""

    place: int
    notes: tuple[str, ...]


class RecordList(NamedTuple):
    """The records with a mark: its number, words and look, how many; ``entries`` if listed.

    The look is ``alert``, ``tag``, or ``""`` for what the table's rows do not show.
    """

    mark: int
    title: str
    look: str
    entries: Sequence[ListedRecord]
    number: int


class TableRow(NamedTuple):
    """A record in the table; ``ids`` are PMID, PMCID and DOI, ``reference`` is HTML."""

    year: int
    author: str
    journal: str
    types: tuple[str, ...]
    ids: tuple[str, ...]
    marks: Sequence[int]
    sources: tuple[str, ...]
    reference: str = ""


class ReportPage(NamedTuple):
    """All that the page shows; ``years`` has the records without one at 0."""

    title: str
    flow: Sequence[FlowBox]
    years: Mapping[int, int]
    charts: Sequence[BarChart]
    lists: Sequence[RecordList]
    rows: Sequence[TableRow]


def document(page: ReportPage) -> str:
    """Return the whole page."""
    script = _file("js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return Template(_file("html")).substitute(
        title=escape(page.title),
        policy=f"sha256-{digest}",
        style=_file("css"),
        script=script,
        total=f"{len(page.rows):,}",
        flow=flow(page.flow),
        flow_table=_flow_table(page.flow),
        marks=_mark_table(page),
        lists="".join(_record_list(each, page.rows) for each in page.lists if each.entries),
        years=_years(page.years),
        charts="".join(map(_chart, page.charts)),
        mark_options=_options((each.title, each.number) for each in page.lists),
        data=json_text(_data(page)).translate(_IN_SCRIPT),
    )


def _file(suffix: str) -> str:
    """Return the text of a file beside this module; it may be in a zip file."""
    data = pkgutil.get_data(__package__, f"report_page.{suffix}")
    return (data or b"").decode()


def _row(label: str, count: int, most: int, link: str = "") -> str:
    """Return a line of a table: a label, a count, and a bar that screen readers skip."""
    name = f'<a href="#records" data-mark="{link}">{escape(label)}</a>' if link else escape(label)
    return (
        f'<tr><th scope="row"><bdi>{name}</bdi></th><td class="number">{count:,}</td>'
        f'<td class="bar" aria-hidden="true">{bar(count, most)}</td></tr>\n'
    )


def _table(caption: str, rows: Iterable[str]) -> str:
    return (
        f'<table class="bars"><caption class="hidden">{escape(caption)}</caption>\n'
        '<colgroup><col><col class="number"><col class="bar"></colgroup>\n'
        '<thead class="hidden"><tr><th scope="col">Value</th><th scope="col">Records</th>'
        f"<td></td></tr></thead>\n<tbody>\n{''.join(rows)}</tbody></table>\n"
    )


def _flow_table(boxes: Sequence[FlowBox]) -> str:
    """Return the numbers of the diagram with full names, for who cannot see it."""
    rows = []
    for box in boxes:
        rows.append(_plain_row(box.title, box.number, "step"))
        rows += [_plain_row(label, count, "part") for label, count in box.parts]
    lines = "\n".join(rows)
    return (
        '<table class="plain"><caption class="hidden">Flow of records</caption>\n'
        '<thead class="hidden"><tr><th scope="col">Step</th><th scope="col">Records</th></tr>'
        f"</thead>\n<tbody>\n{lines}\n</tbody></table>\n"
    )


def _plain_row(label: str, count: int, kind: str) -> str:
    return (
        f'<tr class="{kind}"><th scope="row"><bdi>{escape(label)}</bdi></th>'
        f'<td class="number">{count:,}</td></tr>'
    )


def _mark_table(page: ReportPage) -> str:
    most = len(page.rows)
    rows = [_row(each.title, each.number, most, str(each.mark)) for each in page.lists]
    return _table("Records to look at", rows)


def _record_list(records: RecordList, rows: Sequence[TableRow]) -> str:
    """Return a list of records that opens, with what is told of each."""
    entries = "".join(_listed(entry, rows[entry.place]) for entry in records.entries)
    return (
        f"<details><summary>{escape(records.title)} ({records.number:,})</summary>\n"
        f"<ol>\n{entries}</ol></details>\n"
    )


def _listed(entry: ListedRecord, row: TableRow) -> str:
    notes = "".join(f"<li>{escape(note)}</li>" for note in entry.notes)
    return f"<li><div>{row.reference} {_links(row)}</div>{f'<ul>{notes}</ul>' * bool(notes)}</li>\n"


def _links(row: TableRow) -> str:
    return " ".join(
        f'<a href="{quote(address(kind, value))}" rel="noreferrer">{label}</a>'
        for (label, kind), value in zip(LINKS, row.ids, strict=True)
        if value
    )


def _years(years: Mapping[int, int]) -> str:
    known = sorted((year, count) for year, count in years.items() if year)
    if not known:
        return "<p>No record has a year.</p>\n"
    most = max(count for _, count in known)
    rows = [_row(str(year), count, most) for year, count in reversed(known)]
    return (
        columns(dict(known))
        + f"<details><summary>As a table</summary>\n{_table('Records by year', rows)}</details>\n"
        + _without(years.get(0, 0))
    )


def _without(count: int) -> str:
    if not count:
        return ""
    return f"<p>{count:,} {'record has' if count == 1 else 'records have'} none.</p>\n"


def _chart(chart: BarChart) -> str:
    """Return a table with bars; the less frequent values open, the rarest are only counted."""
    most = chart.counts[0][1] if chart.counts else 0
    rows = [_row(label, count, most) for label, count in chart.counts[:MOST]]
    about = f"<p>{escape(chart.about)}</p>\n" if chart.about and rows else ""
    body = about + (_table(chart.title, rows[:SHOWN]) if rows else "")
    if rest := rows[SHOWN:]:
        left_out = len(chart.counts) - MOST
        told = f"<p>{left_out:,} further ones are rarer still.</p>" if left_out > 0 else ""
        heading = f"{len(chart.counts) - SHOWN:,} more"
        more = _table(f"{chart.title}, the less frequent", rest)
        body += f"<details><summary>{heading}</summary>\n{more}{told}</details>\n"
    return f"<section>\n<h3>{escape(chart.title)}</h3>\n{body}{_without(chart.without)}</section>\n"


def _options(labels: Iterable[tuple[str, int]]) -> str:
    return "".join(
        f'<option value="{number}">{escape(label)} ({count:,})</option>\n'
        for number, (label, count) in enumerate(labels)
    )


def _data(page: ReportPage) -> dict[str, object]:
    """Return what the script needs: names once, and of each row their numbers."""
    types = _numbered(row.types for row in page.rows)
    sources = _numbered(row.sources for row in page.rows)
    return {
        "types": list(types),
        "sources": list(sources),
        "marks": [[each.title, each.look] for each in page.lists],
        "links": [[label, ADDRESSES[kind]] for label, kind in LINKS],
        "rows": [_row_data(row, types, sources) for row in page.rows],
    }


def _numbered(values: Iterable[Sequence[str]]) -> dict[str, int]:
    """Return a number for each value, in alphabetical order."""
    known = {value for row in values for value in row}
    return {value: number for number, value in enumerate(sorted(known))}


def _row_data(row: TableRow, types: Mapping[str, int], sources: Mapping[str, int]) -> list[object]:
    ids: Iterator[str] = (
        address(kind, value).removeprefix(ADDRESSES[kind]) if value else ""
        for (_, kind), value in zip(LINKS, row.ids, strict=True)
    )
    return [
        row.year, row.author, row.journal, row.reference, [types[name] for name in row.types],
        list(ids), list(row.marks), [sources[name] for name in row.sources],
    ]  # fmt: skip


MARK = html.MARK
