"""What every reader has to do. The readers are discovered: a new one is tested by existing.

All that the suite needs to know of a format is its sample (see ``samples.py``).
"""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import medcite
import pytest
from medcite import format_registry
from medcite.files.source import open_source
from medcite.format import REQUIRED
from medcite.format_registry import Reader
from medcite.model.record import Record
from medcite.model.report import Diagnostic, Level, Report
from medcite.model.values import Field

from tests.contracts.samples import FIRST, SECOND, UNKNOWN, sample_path, sample_text
from tests.hostile import LINE, VALUE, raw

# A format without records of its own only names those of a library.
# Documents are no text: see test_document_readers.py.
READERS = [
    each
    for each in format_registry.readers()
    if each.FORMAT.library != REQUIRED and not each.FORMAT.binary
]
EACH_READER = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.FORMAT.name)
TABLES = ("csv", "tsv")  # whose first line names the columns
FILE = "input.file"  # its suffix tells nothing

# What may stand anywhere in a damaged or malicious file.
HOSTILE = {
    "control characters": LINE,
    "made-up lines": VALUE,
    "all of C0 and C1": "".join(map(chr, (*range(32), *range(127, 160)))),
    "NULs": "\0\0\0",
    "TeX": "\\input{secret}}}\\write18{x} $ & # ^ _ ~ % \\",
    "HTML": "<script>alert(1)</script> <b>&amp;&#x1b;</i> <!-- ]]> -->",
    "an entity": "&nbsp;&lol;&#0;",
    "quotes and brackets": '"\'`}{][)(><\\"\\u0000\\ud800,;:=@',
    "a lone surrogate": "\ud800",
    "no character": "\ufffe\uffff\ufdd0",
    "a long line": "word " * 5000,
    "a long word": "w" * 20_000,
    "nested": "[{" * 2000,
    "digits": "9" * 5000,
    "other digits": "\u0662\u0660\u00b2\u2460\u0bf0",
    "nothing": "",
}
EMPTY = [b"", b"\n", b" \r\n\t\n\n", b"\xef\xbb\xbf", b"\0\0\0", b"\xff\xfe"]
ENCODINGS: dict[str, Callable[[str], bytes]] = {
    "UTF-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16 little": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "UTF-16 big": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "CR LF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "mark and CR LF": lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    "no last line end": lambda text: text.rstrip("\n").encode(),
    "blank lines around": lambda text: f"\n\n{text}\n\n".encode(),
    "gzip": lambda text: gzip.compress(text.encode()),
    "Windows-1252": lambda text: text.encode("cp1252"),
}


def bare(record: Record) -> Record:
    """Return a record without the places in the file that it was read from."""

    def placeless(fields: tuple[Field, ...]) -> tuple[Field, ...]:
        return tuple(field._replace(line=0) for field in fields)

    origin = record.origin
    return record.replace(
        kept=placeless(record.kept),
        admin=placeless(record.admin),
        origin=origin and origin._replace(file="", line=0, fields=placeless(origin.fields)),
    )


def read(reader: Reader, data: bytes | str) -> tuple[list[Record], list[Diagnostic]]:
    """Return the records of a text that is called ``FILE``, all decoded, and what is told.

    An error that medcite raises on purpose is told.
    """
    report = Report()
    try:
        source = open_source(io.StringIO(data) if isinstance(data, str) else data, report, FILE)
        opened = format_registry.OpenedInput(reader, source, report)
        records = [bare(record) for record in format_registry.read_records(opened)]
    except medcite.Error as error:
        records, problem = [], str(error)
        assert FILE in problem
        assert "\n" not in problem
    else:
        assert records or report.diagnostics
    for diagnostic in report.diagnostics:
        assert diagnostic.where.file == FILE, diagnostic
        assert not raw(str(diagnostic))
    return records, report.diagnostics


def titles(records: list[Record]) -> list[str]:
    return [record.title for record in records]


def poisoned(text: str, hostile: str, step: int, first: int) -> str:
    """Return a text with each ``step``-th of its words replaced."""
    words = re.split(r"(\w+)", text)
    for index in range(2 * first + 1, len(words), 2 * step):
        words[index] = hostile
    return "".join(words)


def inserted(text: str, hostile: str) -> str:
    """Return a text with something in the first title."""
    return text.replace(FIRST, f"A {hostile} record")


@EACH_READER
def test_the_sample_is_read(reader: Reader) -> None:
    records, _ = read(reader, sample_text(reader))
    assert titles(records) == [FIRST, SECOND]
    assert records[0].author
    origins = {record.origin and record.origin.format for record in records}
    assert origins in ({reader.FORMAT.name}, {None})


@EACH_READER
def test_its_sample_is_recognized_by_text_alone_and_by_no_other_reader(reader: Reader) -> None:
    text = sample_text(reader)
    assert reader.FORMAT.sniff, "without `sniff` standard input cannot be recognized"
    readers = format_registry.readers()
    takers = [r.FORMAT.name for r in readers if r.FORMAT.sniff and r.FORMAT.sniff(text)]
    assert takers == [reader.FORMAT.name]
    report = Report()
    for data in (text, f"\ufeff{text}", f"\n\n{text}", text.replace("\n", "\r\n")):
        source = open_source(data.encode(), report, FILE)
        assert format_registry.recognise(source, Report()) is reader


@EACH_READER
def test_the_suffixes_lead_to_it(reader: Reader) -> None:
    text = sample_text(reader)
    for suffix in reader.FORMAT.suffixes:
        assert suffix == suffix.lower()
        assert suffix.startswith(".")
        report = Report()
        for name in (f"x{suffix}", f"X{suffix.upper()}", f"x{suffix}.gz"):
            source = open_source(text.encode(), report, name)
            assert format_registry.recognise(source, report) is reader
        assert not report.diagnostics


@EACH_READER
def test_it_is_found_by_its_name(reader: Reader) -> None:
    assert format_registry.reader(reader.FORMAT.name) is reader
    assert format_registry.reader(reader.FORMAT.name.upper()) is reader


@EACH_READER
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_in_a_value_costs_no_other_record(reader: Reader, name: str) -> None:
    records, diagnostics = read(reader, inserted(sample_text(reader), HOSTILE[name]))
    assert SECOND in titles(records) or any(d.level == Level.ERROR for d in diagnostics)


@EACH_READER
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_in_every_place(reader: Reader, name: str) -> None:
    text = sample_text(reader)
    words = len(re.findall(r"\w+", text))
    for step, most in ((words, words), (7, 7), (1, 1)):  # alone, with others, everywhere
        for first in range(0, most, 1 if len(HOSTILE[name]) < 10_000 else 5):
            read(reader, poisoned(text, HOSTILE[name], step, first))


@EACH_READER
def test_lines_in_any_order(reader: Reader) -> None:
    chance = random.Random(1)
    lines = sample_text(reader).splitlines(keepends=True)
    for _ in range(100):
        read(reader, "".join(chance.choices(lines, k=chance.randint(1, len(lines)))))


@EACH_READER
@pytest.mark.parametrize("character", ["\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\U0010ffff"])
def test_what_is_no_character_is_replaced_and_told(reader: Reader, character: str) -> None:
    text = sample_text(reader)
    line = text[: text.index(SECOND)].count("\n") + 1
    changed = text.replace(SECOND, SECOND.replace("other", f"other{character}"))
    for data in (changed, changed.encode(), changed.encode("utf-16")):
        records, told = read(reader, data)
        assert titles(records)[1] == SECOND.replace("other", "other\ufffd")
        lines = [each.where.line for each in told if each.code == "noncharacter"]
        assert lines == [line]


@EACH_READER
@pytest.mark.parametrize("name", ENCODINGS)
def test_encodings_and_line_ends_make_no_difference(reader: Reader, name: str) -> None:
    text = sample_text(reader)
    expected, _ = read(reader, text.encode())
    records, diagnostics = read(reader, ENCODINGS[name](text))
    assert records == expected
    codes = [each.code for each in diagnostics if each.code == "encoding"]
    assert codes == (["encoding"] if name == "Windows-1252" else [])


@EACH_READER
@pytest.mark.parametrize("data", EMPTY)
def test_an_empty_input_is_told(reader: Reader, data: bytes) -> None:
    assert read(reader, data)[0] == []


@EACH_READER
def test_a_cut_at_any_byte_costs_one_record_at_most(reader: Reader) -> None:
    data = sample_text(reader).encode()
    second = data.index(SECOND.encode())
    whole, _ = read(reader, data)
    for end in range(len(data)):
        records, diagnostics = read(reader, data[:end])
        assert len(records) <= 2
        if not records and data[:end].strip():
            assert diagnostics, "nothing is told"
        if end >= second:
            assert records[:1] == whole[:1], data[:end]


@EACH_READER
def test_a_beginning_cut_off_costs_one_record_at_most(reader: Reader) -> None:
    data = sample_text(reader).encode()
    if reader.FORMAT.name in TABLES:
        pytest.skip("without the names of its columns a table says nothing")
    for start in range(0, data.index(FIRST.encode()), 3):
        records, _ = read(reader, data[start:])
        assert SECOND in titles(records), data[start:]


@EACH_READER
def test_a_value_of_a_megabyte(reader: Reader) -> None:
    records, _ = read(reader, inserted(sample_text(reader), "long " * 200_000))
    assert [len(title.split()) for title in titles(records)] == [200_002, 2]


@EACH_READER
@pytest.mark.parametrize("piece", ["w", "\\{}", "<b>x</b> ", "{", "[", "(", "\u0301", "- ", "1"])
def test_a_long_value_takes_no_time_out_of_proportion(reader: Reader, piece: str) -> None:
    long = piece * (200_000 // len(piece))  # 0.1 s; the square of it would be hours
    records, diagnostics = read(reader, inserted(sample_text(reader), long))
    assert SECOND in titles(records) or diagnostics


@EACH_READER
def test_an_unknown_tag_is_told_with_its_place(reader: Reader) -> None:
    text = sample_text(reader)
    records, diagnostics = read(reader, text)
    line = text[: text.index(UNKNOWN)].count("\n") + 1
    places = [diagnostic.where for diagnostic in diagnostics if diagnostic.where.line == line]
    assert places, f"nothing is told about line {line} of {sample_path(reader).name}"
    (place,) = places
    assert place.tag
    assert place.tag in text.splitlines()[0 if reader.FORMAT.name in TABLES else line - 1]
    name = records[1].pmid or records[1].key
    assert place.record == name
    assert records[1].kept == () or UNKNOWN in [field.value for field in records[1].kept]


@EACH_READER
def test_nothing_else_is_told_of_a_good_file(reader: Reader) -> None:
    _, diagnostics = read(reader, sample_text(reader))
    assert len(diagnostics) == 1, "the sample is to have one fault, the unknown tag"


@EACH_READER
def test_all_ways_of_reading_give_equal_records(reader: Reader, tmp_path: Path) -> None:
    text = sample_text(reader)
    path, packed = tmp_path / sample_path(reader).name, tmp_path / f"{sample_path(reader).name}.gz"
    path.write_text(text, "utf-8")
    packed.write_bytes(gzip.compress(text.encode()))
    report = Report()

    def several() -> Iterator[list[Record]]:
        for source in (path, str(path), packed, io.BytesIO(text.encode()), io.StringIO(text)):
            yield list(medcite.read(source, report=report))
        for content in (text, text.encode()):
            yield list(medcite.read(text=content, report=report))
            yield list(medcite.read(text=content, format=reader.FORMAT.name, report=report))
        with path.open("rb") as binary, path.open(encoding="utf-8") as decoded:
            yield list(medcite.read(binary, report=report))
            yield list(medcite.read(decoded, report=report))

    first, *others = ([bare(record) for record in records] for records in several())
    assert titles(first) == [FIRST, SECOND]
    assert all(records == first for records in others)


@EACH_READER
def test_records_come_one_by_one_and_stay_as_they_are(reader: Reader) -> None:
    source = open_source(sample_text(reader).encode(), Report(), FILE)
    records = reader.read(source, Report())
    first = next(records)
    before = repr(first)
    assert titles([first, *records]) == [FIRST, SECOND]
    assert repr(first) == before
    assert hash(first) == hash(first.replace())


def with_unknown_tags(reader: Reader) -> str:
    """Return a sample with several unknown tags in its second record, each with its value."""
    text = sample_text(reader)
    tag = read(reader, text)[1][0].where.tag
    start, end = text.rindex(tag, 0, text.index(UNKNOWN)), text.index(UNKNOWN) + len(UNKNOWN)
    line = next(line for line in text.splitlines() if UNKNOWN in line)
    if SECOND in line:  # a record is one line, in which names and values are quoted
        pair = text[start - 1 : end + 1]
        pairs = [pair.replace(tag, tag[:-1] + letter) for letter in "abcdefgh"]
        return text.replace(pair, ", ".join(pairs))
    return text.replace(line, "\n".join(line.replace(tag, tag[:-1] + c) for c in "ABCDEFGH"))


SCRIPT = """
import json, sys, medcite
from medcite.model.report import Report
out = []
for path in sys.argv[1:]:
    report = Report()
    out.append([repr(record) for record in medcite.read(path, report=report)])
    out.append([str(diagnostic) for diagnostic in report.diagnostics])
print(json.dumps(out))
"""


def test_reading_does_not_depend_on_the_order_of_sets(tmp_path: Path) -> None:
    paths = [tmp_path / sample_path(reader).name for reader in READERS]
    for reader, path in zip(READERS, paths, strict=True):
        path.write_text(with_unknown_tags(reader), "utf-8")
    outputs = []
    for seed in ("1", "2"):
        command = [sys.executable, "-c", SCRIPT, *map(str, paths)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        outputs.append(subprocess.run(command, env=environment, capture_output=True, check=True))
    first, second = (json.loads(output.stdout) for output in outputs)
    assert first == second
