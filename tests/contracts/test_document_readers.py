"""What every reader of documents has to do. They are discovered: a new one is tested by existing.

All that the suite needs to know of a format is how one is made (see ``documents.py``).
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import medcite
import pytest
from medcite import format_registry
from medcite.files.source import open_any
from medcite.format_registry import Reader
from medcite.model.record import Record
from medcite.model.report import Report

from tests.contracts.documents import CODES, FIRST, SECOND, code, item, make
from tests.hostile import raw
from tests.run import run_cli

READERS = [each for each in format_registry.readers() if each.FORMAT.binary]
EACH_READER = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.FORMAT.name)
HOSTILE = [
    "\x1b[31m\x07",
    "\u202e\u2028",
    "\\input{x}}}$&#",
    "<script>&amp;&lol;",
    "]]>",
    "w" * 9999,
]


def read(data: bytes, name: str = "document") -> tuple[list[Record], Report]:
    """Return the records of a document of which only the content tells what it is."""
    report = Report()
    records = list(medcite.read(NamedFile(data, name), report=report))
    for diagnostic in report.diagnostics:
        assert diagnostic.where.file == name
        assert not raw(str(diagnostic))
    return records, report


class NamedFile(io.BytesIO):
    """An open file with a name."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name


@EACH_READER
def test_each_article_is_read_once_in_the_order_cited(reader: Reader) -> None:
    records, report = read(make(reader.FORMAT.name, CODES))
    assert [record.title for record in records] == [FIRST, SECOND]
    assert [record.doi for record in records] == ["10.1000/1", "10.1000/2"]
    assert not report.diagnostics


@EACH_READER
def test_it_is_known_by_its_content_and_by_no_other_reader(reader: Reader) -> None:
    source = open_any(make(reader.FORMAT.name, CODES))
    takers = [each for each in format_registry.readers()
              if each.FORMAT.sniff and each.FORMAT.sniff(source.head)]  # fmt: skip
    assert takers == [reader]


@EACH_READER
def test_the_suffixes_lead_to_it(reader: Reader) -> None:
    data = make(reader.FORMAT.name, CODES)
    for suffix in reader.FORMAT.suffixes:
        source = open_any(data, Report(), f"X{suffix.upper()}")
        report = Report()
        assert format_registry.recognise(source, report) is reader
        assert not report.diagnostics


@EACH_READER
def test_all_ways_of_reading_give_the_same(reader: Reader, tmp_path: Path) -> None:
    data = make(reader.FORMAT.name, CODES)
    path = tmp_path / f"paper{reader.FORMAT.suffixes[0]}"
    path.write_bytes(data)

    def several() -> Iterator[list[Record]]:
        yield list(medcite.read(path))
        yield list(medcite.read(str(path), format=reader.FORMAT.name))
        yield list(medcite.read(io.BytesIO(data)))
        with path.open("rb") as file:
            yield list(medcite.read(file))

    assert [[record.title for record in records] for records in several()] == [[FIRST, SECOND]] * 4


@EACH_READER
def test_it_is_read_from_standard_input(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    data = make(reader.FORMAT.name, CODES)
    result = run_cli(monkeypatch, "convert", "-", "--to", "ris", given=data)
    assert result.status == 0, result.err
    assert result.out.count("TY  - ") == 2


@EACH_READER
def test_text_is_none_of_it_and_it_is_no_text(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / f"paper{reader.FORMAT.suffixes[0]}"
    path.write_bytes(make(reader.FORMAT.name, CODES))
    with pytest.raises(medcite.InputError, match="is a document or archive, expected RIS"):
        list(medcite.read(path, format="ris"))
    path.write_text("TY  - JOUR\nTI  - A title\nER  - \n")
    with pytest.raises(medcite.InputError, match="is text, expected a"):
        list(medcite.read(path, format=reader.FORMAT.name))
    report = Report()
    assert [record.title for record in medcite.read(path, report=report)] == ["A title"]
    assert [told.code for told in report.diagnostics] == ["read-as"]


@EACH_READER
@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_costs_no_other_article(reader: Reader, hostile: str) -> None:
    codes = (code(item(f"A {hostile} title", 1)), code(item(SECOND, 2)))
    data = make(reader.FORMAT.name, tuple(text.replace("\x1b", "") for text in codes))
    assert [record.title for record in read(data)[0]][-1] == SECOND


@EACH_READER
def test_a_broken_citation_is_told_with_its_place(reader: Reader) -> None:
    records, report = read(make(reader.FORMAT.name, (CODES[0], CODES[1][:90], CODES[1])))
    assert len(records) == 2
    (told,) = report.diagnostics
    assert told.where.tag.startswith("paragraph 2")


@EACH_READER
def test_without_citations_there_is_one_line(reader: Reader) -> None:
    records, report = read(make(reader.FORMAT.name, ()))
    assert not records
    assert [told.code for told in report.diagnostics] == ["empty"]
    assert "citations" in report.diagnostics[0].message


@EACH_READER
def test_what_is_cut_or_damaged_is_told(reader: Reader) -> None:
    data = make(reader.FORMAT.name, CODES)
    chance = random.Random(1)
    for end in range(0, len(data), 97):
        changed = bytearray(data)
        for _ in range(3):
            changed[chance.randrange(len(data))] = chance.randrange(256)
        for damaged in (data[:end], bytes(changed)):
            with suppress(medcite.Error):
                records, report = read(damaged)
                assert records or report.diagnostics


@EACH_READER
def test_what_grows_too_large_is_refused(reader: Reader) -> None:
    data, name = make(reader.FORMAT.name, CODES), "a.bin"
    file = io.BytesIO(data)
    with (
        ZipFile(file, "a", ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(name, "w", force_zip64=True) as member,
    ):
        for _ in range(513):
            member.write(bytes(1 << 20))
    with pytest.raises(medcite.InputError, match="is larger than 512 MB unpacked"):
        read(file.getvalue())
