"""The tables of ``docs/formats.md``: which formats are read and written, and what each lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import medcite
from medcite import format_registry, tables
from medcite.base.plugins import plugin
from medcite.format_registry import Format
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.options import Options

from tests.conftest import ROOT
from tests.golden.test_golden import EVERY

OPENING = """# Formats

Which formats medcite reads and writes, and what each has no place for. What a format lacks is told
when it is written (`not-written`), and what a reader leaves out is counted (`not-read`); everything
else that a file has beyond the model is kept, and goes back into the same format. Between RIS,
EndNote's XML and its tagged text, which have the same fields, it goes into each. What programs make
of the files is in [receivers.md](receivers.md).
"""
_LOSS = "no place for "
# Formatted lists print what the style prints.
_LISTS = "bibliography"


class Row(NamedTuple):
    """A format, and which way it goes."""

    format: Format
    reads: bool
    writes: bool


def page() -> str:
    """Return the page."""
    return "\n".join([OPENING, *_formats(), "", *_losses(), "", *_left_out(), ""])


def _formats() -> Iterator[str]:
    readers = {reader.FORMAT.name: reader.FORMAT for reader in format_registry.readers()}
    writers = {writer.FORMAT.name: writer.FORMAT for writer in format_registry.writers()}
    yield "| | read | written | suffixes | |\n|---|:-:|:-:|---|---|"
    for name in sorted({**readers, **writers}):
        format = writers.get(name) or readers[name]
        suffixes = [*format.suffixes, *(readers[name].suffixes if name in readers else ())]
        names = " ".join(f"`{suffix}`" for suffix in dict.fromkeys(suffixes))
        marks = ("✓" if name in readers else "", "✓" if name in writers else "")
        yield f"| `{name}` | {marks[0]} | {marks[1]} | {names} | {format.title} |"


def _losses() -> Iterator[str]:
    """Yield what each format that is written lacks of the records at hand."""
    lost = defaultdict[str, set[str]](set)
    names = [writer.FORMAT.name for writer in format_registry.writers()]
    names = [name for name in names if name != _LISTS]
    for name in names:
        for attribute in _lost(name):
            lost[attribute].add(name)
    yield "## What has no place\n"
    yield "– where a format has none for it, in all types of publication or in some.\n"
    yield f"| | {' | '.join(f'`{name}`' for name in names)} |"
    yield f"|---|{':-:|' * len(names)}"
    for attribute, formats in sorted(lost.items()):
        cells = " | ".join("–" if name in formats else "" for name in names)
        yield f"| {attribute} | {cells} |"


def _lost(name: str) -> set[str]:
    """Return the attributes that a format has no place for in some record."""
    report, records = Report(), _records()
    kept = {field.tag for record in records for field in record.kept}
    for _ in format_registry.writer(name).write(records, Options(), report):
        pass
    messages = [told.message for told in report.diagnostics if told.code == "not-written"]
    names = {part for message in messages for part in message.removeprefix(_LOSS).split(", ")}
    return {part.partition(" (")[0] for part in names if not part.startswith("the type ")} - kept


@cache
def _records() -> list[Record]:
    """Return the samples, a record with each of MEDLINE's tags, and what PubMed's records lack."""
    files = [*EVERY, ROOT / "tests/receivers/records.json"]
    return [record for file in files for record in medcite.read(file, report=Report())]


def _left_out() -> Iterator[str]:
    """Yield what readers count and leave out, by their tables."""
    yield "## What is left out in reading\n"
    yield "What is about the record and not about the publication:\n"
    for reader in format_registry.readers():
        table = plugin(tables, reader.FORMAT.name)
        if names := getattr(table, "HOUSEKEEPING", ()):
            yield f"- `{reader.FORMAT.name}`: {', '.join(f'`{name}`' for name in sorted(names))}"
