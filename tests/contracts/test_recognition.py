"""Files are known for what they are by their text alone: whole, cut, with BOM, with CRLF."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import medcite
import pytest
from medcite import format_registry
from medcite.files.source import open_source
from medcite.model.report import Report

from tests.contracts.samples import sample_paths

GOLDEN = Path(__file__).parents[1] / "golden"
# What is read by another format's reader.
READ_AS = {"biblatex": "bibtex"}
FOREIGN = {
    ".bib": "bibtex", ".ris": "ris", ".csv": "csv", ".xml": "endnote-xml", ".txt": "ris",
}  # fmt: skip

VARIANTS: dict[str, Callable[[bytes], bytes]] = {
    "whole": lambda data: data,
    "cut to two thirds": lambda data: data[: len(data) * 2 // 3],
    "with a BOM": lambda data: b"\xef\xbb\xbf" + data.removeprefix(b"\xef\xbb\xbf"),
    "with CRLF": lambda data: data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
    "with CR": lambda data: data.replace(b"\r\n", b"\n").replace(b"\n", b"\r"),
    "with blank lines before": lambda data: b"\n\n" + data,
    "without the last line end": lambda data: data.rstrip(b"\r\n"),
    "in UTF-16": lambda data: data.decode("utf-8-sig").encode("utf-16"),
}


def known_as(path: Path) -> str:
    """Return the format that a file is taken for."""
    report = Report()
    return format_registry.recognise(open_source(path, report), report).FORMAT.name


def outputs() -> Iterator[Path]:
    """Yield the golden outputs that some reader takes."""
    names = {reader.FORMAT.name for reader in format_registry.readers()} | READ_AS.keys()
    return (file for file in sorted(GOLDEN.glob("*/expected.*")) if file.suffix[1:] in names)


@pytest.mark.parametrize("variant", VARIANTS)
def test_what_is_written_is_known_again(variant: str, tmp_path: Path) -> None:
    path, wrong = tmp_path / "export", []
    for file in outputs():
        path.write_bytes(VARIANTS[variant](file.read_bytes()))
        name = file.suffix[1:]
        try:
            known = known_as(path)
        except medcite.Error as error:
            known = str(error)
        if known != READ_AS.get(name, name):
            wrong.append((file.relative_to(GOLDEN), known))
    assert not wrong


@pytest.mark.parametrize("variant", VARIANTS)
def test_real_exports_are_known(variant: str, shared: Path, tmp_path: Path) -> None:
    path, wrong = tmp_path / "export", []
    for file, name in corpus(shared):
        data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        path.write_bytes(VARIANTS[variant](data[: 1 << 16]))
        try:
            known = known_as(path)
        except (medcite.Error, UnicodeError) as error:
            known = str(error)
        if known != name:
            wrong.append((file.name, known))
    assert not wrong


@pytest.mark.parametrize("variant", ["whole", "with a BOM", "with CRLF", "with CR"])
def test_no_two_readers_take_one_file(variant: str, shared: Path) -> None:
    wrong = []
    for file in (*sample_paths(), *outputs(), *(path for path, _ in corpus(shared))):
        data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        head = open_source(VARIANTS[variant](data[: 1 << 16]), Report()).head
        takers = [r.FORMAT.name for r in format_registry.readers()
                  if r.FORMAT.sniff and r.FORMAT.sniff(head)]  # fmt: skip
        if len(takers) != 1:
            wrong.append((file.name, takers))
    assert not wrong


def corpus(shared: Path) -> Iterator[tuple[Path, str]]:
    """Yield the files of the reference folder, each with its format."""
    folder = shared / "corpus"
    yield from ((file, "medline") for file in sorted((folder / "raw").iterdir()))
    yield from ((file, "pubmed-xml") for file in sorted((folder / "xml").iterdir()))
    for file in sorted((folder / "foreign").iterdir()):
        yield file, FOREIGN[file.with_suffix("").suffix]
