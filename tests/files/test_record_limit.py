"""How much one record may hold, whatever its format, and an input that is read as a whole."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator

import medcite
import pytest
from medcite import format_registry
from medcite.files import source as source_module
from medcite.files.source import MOST_CHARACTERS, MOST_LINES, open_source
from medcite.format import REQUIRED
from medcite.format_registry import OpenedInput, Reader
from medcite.model.report import Report

from tests.contracts.samples import SECOND, sample_text

READERS = [each for each in format_registry.readers() if each.FORMAT.library != REQUIRED]
WHOLE = {"bibtex"}  # read at once


def test_the_limits_are_above_any_record() -> None:
    assert MOST_CHARACTERS >= 1 << 24
    assert MOST_LINES >= 200_000


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.FORMAT.name)
def test_a_record_that_never_ends_is_refused_with_its_line(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_module, "MOST_CHARACTERS", 1 << 19)
    monkeypatch.setattr(source_module, "MOST_AS_ONE_TEXT", 1 << 21)
    start, _, end = sample_text(reader).partition(SECOND)
    data = gzip.compress(f"{start}{SECOND}".encode() + b" word\n" * 700_000 + end.encode())
    report = Report()
    try:
        opened = OpenedInput(reader, open_source(io.BytesIO(data), report, "x"), report)
        records = list(format_registry.read_records(opened))
    except medcite.InputError as error:
        problem = str(error)
        assert problem.startswith(
            "x: holds more" if reader.FORMAT.name in WHOLE else "x: from line"
        )
        assert "\n" not in problem
    else:  # the format's own rules ended the record: then something is told
        assert records
        assert report.diagnostics


def test_many_records_are_no_long_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "MOST_CHARACTERS", 1 << 19)
    monkeypatch.setattr(source_module, "MOST_LINES", 1000)
    text = "".join(f"PMID- {number}\nTI  - {'word ' * 40}\n\n" for number in range(1, 9000))
    assert len(list(medcite.read(text=text))) == 8999


def test_the_line_is_that_at_which_no_record_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_module, "MOST_LINES", 1000)

    def blocks() -> Iterator[str]:
        yield "TY  - JOUR\nER  - \n"
        for _ in range(5):
            yield "AB  - word\n" * 400

    source = source_module.Source("x.ris", "", blocks())
    reader = format_registry.reader("ris")
    with pytest.raises(medcite.InputError, match=r"x\.ris: from line 3 on, no record ends within"):
        list(format_registry.read_records(OpenedInput(reader, source, Report())))
