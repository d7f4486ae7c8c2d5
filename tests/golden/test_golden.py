"""Every sample in every format, compared with what was accepted: ``pytest --accept`` rewrites."""

from __future__ import annotations

from pathlib import Path

import pytest
from medcite import format_registry
from medcite.files.source import open_source
from medcite.format_registry import Writer
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.options import Options
from medcite.readers import medline

from tests.conftest import ROOT
from tests.contracts.parsers import as_text

HERE = Path(__file__).parent
SAMPLES = [*sorted((ROOT / "samples").glob("*.nbib")), ROOT / "samples" / "flattened.txt"]
EVERY = [*SAMPLES, HERE / "every-tag.nbib"]
WRITERS = format_registry.writers()


def read(path: Path) -> tuple[list[Record], Report]:
    report = Report()
    name = path.relative_to(ROOT).as_posix()
    source = open_source(path, report, name)
    return list(medline.read(source, report)), report


def compare(path: Path, text: str, accept: bool) -> None:
    if accept:
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    assert path.exists(), f"{path.name} is not there yet: look at it after pytest --accept"
    assert text == path.read_bytes().decode("utf-8")


def file_name(writer: Writer) -> str:
    """Return the name of the accepted file, which is a text even where the format is not."""
    return f"expected.{writer.FORMAT.name}{'.txt' if writer.FORMAT.binary else ''}"


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.FORMAT.name)
@pytest.mark.parametrize("sample", EVERY, ids=lambda path: path.stem)
def test_sample(sample: Path, writer: Writer, accept: bool) -> None:
    records, _ = read(sample)
    text = as_text(writer, writer.write(records, Options(), Report()))
    compare(HERE / sample.stem / file_name(writer), text, accept)


@pytest.mark.parametrize("sample", EVERY, ids=lambda path: path.stem)
def test_diagnostics(sample: Path, accept: bool) -> None:
    _, report = read(sample)
    text = "".join(f"{each}\n" for each in report.diagnostics)
    compare(HERE / sample.stem / "diagnostics.txt", text, accept)


def test_nothing_is_kept_of_tests_that_are_gone() -> None:
    names = {path.stem for path in EVERY}
    folders = {path.name for path in HERE.iterdir() if path.is_dir() and path.name[0] != "_"}
    assert folders <= names
    formats_ = {file_name(writer) for writer in WRITERS} | {"diagnostics.txt"}
    assert {path.name for path in HERE.glob("*/*") if path.parent.name in names} <= formats_
