"""``medcite fields``: show the table by which a format's tags are read or written."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from contextlib import suppress

from ... import format_registry, tables
from ...base.plugins import plugin, plugin_names
from ...base.suggestions import UnknownError
from ...query.fields import described
from ...tables.row import Row
from ..common_arguments import OneOf
from ..console import Console

HELP = "show where each tag of a format goes"
ARGUMENTS = "FORMAT"
EXAMPLES = """\
  medcite fields medline               MEDLINE's tags, the model's names, what they mean
  medcite fields ris --as markdown     the same as a table for a document
  medcite fields bibtex --as json
  medcite fields record                the fields that --where and --sort know"""
RECORD = "record"  # no format: the fields of conditions
HEADINGS = ("tag", "variable", "how", "what")


def add(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("format", metavar="FORMAT", help="a format, such as medline; or record")
    forms = ("text", "markdown", "json")
    parser.add_argument(
        "--as", dest="form", type=OneOf(forms, "form"), default="text", metavar="FORM",
        help=f"{', '.join(forms)} (default: text)",
    )  # fmt: skip


def run(arguments: Namespace, console: Console) -> None:
    """Print one line for each row."""
    render = {"text": _text, "markdown": _markdown, "json": _json}[arguments.form]
    console.show_lines(render(_rows(arguments.format)))


def _rows(name: str) -> list[Row]:
    """Return the rows of a format's table."""
    formats = {}
    for format_name in plugin_names(tables):
        rows = getattr(plugin(tables, format_name), "ROWS", ())
        if isinstance(next(iter(rows), None), Row):
            formats[format_name] = rows
    if name.lower() == RECORD:
        return [Row(field.name, field.kind, "", field.doc) for field in described()]
    wanted = name.lower() if name.lower() in formats else _format_name(name)
    if wanted not in formats:
        raise UnknownError("table", name, (*formats, RECORD))
    return list(formats[wanted])


def _format_name(name: str) -> str:
    """Return the name of the format that has ``name`` as a suffix, as in ``--from nbib``."""
    for find in (format_registry.reader, format_registry.writer):
        with suppress(UnknownError):
            return find(name).FORMAT.name
    return name


def _cells(row: Row) -> tuple[str, str, str, str]:
    """Return the cells of a row."""
    how = " ".join(part for part in (row.how, row.arg, "(repeats)" if row.many else "") if part)
    return row.tag, row.to, how, " ".join(row.doc.split())


def _text(rows: Iterable[Row]) -> Iterator[str]:
    cells = [tuple(heading.upper() for heading in HEADINGS), *map(_cells, rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(HEADINGS) - 1)]
    for row in cells:
        start = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        yield f"{start}  {row[-1]}".rstrip()


def _markdown(rows: Iterable[Row]) -> Iterator[str]:
    yield f"| {' | '.join(HEADINGS)} |"
    yield f"|{'---|' * len(HEADINGS)}"
    for row in rows:
        cells = [cell.replace("|", "\\|") for cell in _cells(row)]
        yield f"| `{cells[0]}` | {' | '.join(cells[1:])} |"


def _json(rows: Iterable[Row]) -> Iterator[str]:
    objects = [dict(zip(HEADINGS, _cells(row), strict=True)) for row in rows]
    yield from json.dumps(objects, ensure_ascii=False, indent=1).split("\n")
