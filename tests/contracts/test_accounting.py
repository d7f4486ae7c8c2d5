"""Nothing is lost in silence: whatever a field says is in the output, or a diagnostic names it.

Every field that a format's documentation names has a value that stands nowhere else
(``documented/``); every reader reads it, every writer writes it. Then the value is in the output,
or a diagnostic of that record names the value, the field, or the attribute that has the value.
"""

from __future__ import annotations

import io
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module, util
from typing import NamedTuple

import pytest
from medcite import format_registry
from medcite.files.source import open_source
from medcite.format import REQUIRED
from medcite.format_registry import OpenedInput, Reader, Writer, read_records
from medcite.model import peek
from medcite.model.record import Record
from medcite.model.report import Diagnostic, Report
from medcite.options import Options

from tests.contracts import documented
from tests.contracts.documented.tokens import Case, Tokens
from tests.contracts.parsers import as_text
from tests.contracts.samples import sample_text
from tests.contracts.test_writers import HOUSEKEEPING, TELLS_NOTHING

# Documents are no text: see test_document_readers.py.
READERS = [
    each
    for each in format_registry.readers()
    if each.FORMAT.library != REQUIRED and not each.FORMAT.binary
]
WRITERS = [w for w in format_registry.writers() if w.FORMAT.name not in TELLS_NOTHING]
EACH_READER = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.FORMAT.name)
EACH_WRITER = pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.FORMAT.name)
# How a note calls what it says of a part of an attribute.
PARTS = {
    "affiliations": "affiliations of {}s",
    "ids": "identifiers of {}s",
    "qualifiers": "qualifiers of {}",
    "identifiers": "other identifiers",
    "issn": "further ISSNs",
    "isbn": "further ISBNs",
}


class Read(NamedTuple):
    """A case as a reader reads it: its record, the lines that it stands on, what was told."""

    case: Case
    record: Record | None
    told: list[Diagnostic]


@cache
def read_cases(reader: Reader, every: bool) -> list[Read]:
    """Return what a reader makes of its format's cases."""
    name = f"{documented.__name__}.{reader.FORMAT.name.replace('-', '_')}"
    if util.find_spec(name) is None:
        return list(_read_sample(reader))
    module = import_module(name)
    cases: list[Case] = list(module.cases(every))
    text = module.whole([case.record for case in cases])
    if not any(peek.location(record)[1] for record in _read(reader, text)[0]):
        return [_read_one(reader, case, module.whole([case.record])) for case in cases]
    return list(_read_all(reader, cases, text))


def _read_one(reader: Reader, case: Case, text: str) -> Read:
    """Read a case in a file of its own, where records do not know where they stood."""
    records, told = _read(reader, text)
    return Read(case, next(iter(records), None), told)


def _read(reader: Reader, text: str) -> tuple[list[Record], list[Diagnostic]]:
    report = Report()
    source = open_source(io.StringIO(text), report, "cases")
    return list(read_records(OpenedInput(reader, source, report))), report.diagnostics


def _read_all(reader: Reader, cases: Sequence[Case], text: str) -> Iterator[Read]:
    """Read all cases in one file; a record is known by the line that it begins at."""
    records, diagnostics = _read(reader, text)
    starts, place = [], 0
    for case in cases:
        place = text.index(case.record, place)
        starts.append(text.count("\n", 0, place) + 1)
        place += len(case.record)
    ends = [*starts[1:], text.count("\n") + 2]
    by_line: defaultdict[int, list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        by_line[diagnostic.where.line].append(diagnostic)
    by_start = {peek.location(record)[1]: record for record in records}
    for case, start, end in zip(cases, starts, ends, strict=True):
        told = [one for line in range(start, end) for one in by_line[line]] + by_line[0]
        record = next((by_start[line] for line in range(start, end) if line in by_start), None)
        yield Read(case, record, told)


def _read_sample(reader: Reader) -> Iterator[Read]:
    """Read the contracts' sample as often as it has words, of which one is a token each time."""
    tokens, text = Tokens(), sample_text(reader)
    words = list(re.finditer(r"\w+", text))
    for word in words:
        token = tokens.word()
        changed = text[: word.start()] + token.value + text[word.end() :]
        records, told = _read(reader, changed)
        for record in records:
            if any(form in _json(record) for form in token.forms):
                yield Read(Case(changed, word[0], token), record, told)
                break
        else:
            yield Read(Case(changed, word[0], token), None, told)


def _json(value: object) -> str:
    return json.dumps(value.to_dict() if isinstance(value, Record) else value, ensure_ascii=False)


def attributes_with(record: Record, forms: Sequence[str]) -> set[str]:
    """Return the names of the attributes that a value stands in, and of the parts of these."""
    names = set()
    for name, value in record.to_dict().items():
        if name == "origin":
            continue
        for path, text in _leaves((name,), value):
            if any(form.lower() in text.lower() for form in forms):
                names |= {part for part in path if part}
    return names


def _leaves(path: tuple[str, ...], value: object) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict):
        if path[0] == "kept":
            path = (*path, value["tag"])
        for name, part in value.items():
            yield from _leaves((*path, name), part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _leaves(path, part)
    else:
        yield path, str(value)


def is_told(read: Read, names: set[str], told: Sequence[Diagnostic]) -> bool:
    """Whether a diagnostic names a value, its field, or an attribute that has it."""
    case = read.case
    wanted = {name.replace("_", " ") for name in names} | {case.tag, *case.names}
    parts = [PARTS[name] for name in names & PARTS.keys()]
    wanted |= {part.format(name.replace("_", " ")) for part in parts for name in names}
    wanted.discard("")
    for diagnostic in told:
        message, where = diagnostic.message, diagnostic.where
        if where.tag and where.tag in wanted:
            return True
        if any(form in message for form in case.token.forms):
            return True
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", message) for name in wanted):
            return True
    return False


def plain(text: str) -> str:
    """Return an output without what only spells it: braces, tags, line breaks in a value."""
    return re.sub(r"[{}]|<[/?!\w][^<>]*>", "", re.sub(r" ?\n {6}", " ", text)).lower()


def lost(reads: Sequence[Read], writer: Writer) -> list[str]:
    """Return the fields of which nothing is in the output, and that no diagnostic names."""
    records = [read.record for read in reads if read.record]
    report = Report()
    text = plain(as_text(writer, writer.write(records, Options(), report)))
    by_line: defaultdict[tuple[int, str], list[Diagnostic]] = defaultdict(list)
    for diagnostic in report.diagnostics:
        by_line[diagnostic.where.line, diagnostic.where.record].append(diagnostic)
    losses = []
    for read in reads:
        if any(form.lower() in text for form in read.case.token.forms):
            continue
        names, told = set[str](), list(read.told)
        if read.record:
            names = attributes_with(read.record, read.case.token.forms)
            if names & (HOUSEKEEPING - {"identifiers"}):
                continue
            line = peek.location(read.record)[1]
            told += by_line[line, read.record.pmid or read.record.key]
        if not is_told(read, names, told):
            losses.append(
                f"{read.case.tag} {read.case.names} in {sorted(names)}: {read.case.record!r}"
            )
    return losses


@EACH_READER
@EACH_WRITER
def test_every_documented_field_is_written_or_told(reader: Reader, writer: Writer) -> None:
    losses = lost(read_cases(reader, every=False), writer)
    assert not losses, "\n".join([f"{len(losses)} fields", *losses[:20]])


@pytest.mark.long
@EACH_READER
@EACH_WRITER
def test_every_documented_field_of_every_type(reader: Reader, writer: Writer) -> None:
    losses = lost(read_cases(reader, every=True), writer)
    assert not losses, "\n".join([f"{len(losses)} fields", *losses[:20]])


def both_ways() -> list[tuple[Reader, Writer]]:
    """Return the reader and the writer of each format that has both."""
    writers = {writer.FORMAT.name: writer for writer in WRITERS}
    names = [reader for reader in READERS if reader.FORMAT.name in writers]
    return [(reader, writers[reader.FORMAT.name]) for reader in names]


@pytest.mark.parametrize(("reader", "writer"), both_ways(), ids=lambda module: module.FORMAT.name)
def test_a_format_takes_back_what_no_attribute_holds(reader: Reader, writer: Writer) -> None:
    reads = [read for read in read_cases(reader, every=False) if read.record and read.record.kept]
    first = written(writer, reads)
    text = plain(first)
    for read in reads:
        kept = " ".join(field.value for field in read.record.kept if read.record)
        for form in read.case.token.forms:
            assert form not in kept or form.lower() in text, read.case.record
    again, _ = _read(reader, first)
    second = as_text(writer, writer.write(again, Options(), Report()))
    once_more, _ = _read(reader, second)
    assert [kept_fields(record) for record in once_more] == list(map(kept_fields, again))


def kept_fields(record: Record) -> list[tuple[str, str]]:
    return sorted((field.tag, field.value) for field in record.kept)


def written(writer: Writer, reads: Sequence[Read]) -> str:
    records = [read.record for read in reads if read.record]
    return as_text(writer, writer.write(records, Options(), Report()))
