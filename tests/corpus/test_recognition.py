"""Every real file, and every file that a writer makes, is known for what it is."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from medcite import format_registry
from medcite.format_registry import Reader

from tests.conftest import ROOT

READERS = format_registry.readers()
FOLDERS = {"raw": "medline", "xml": "pubmed-xml"}
FOREIGN = {
    "mendeley_export.xml.gz": "endnote-xml", "ris_export.txt.gz": "ris", "scopus.ris.gz": "ris",
    "wos_test.ris.gz": "ris", "zotero_export.bib.gz": "bibtex", "zotero_export.csv.gz": "csv",
    "zotero_export.ris.gz": "ris", "zotero_export.xml.gz": "endnote-xml",
}  # fmt: skip
HEAD = 4096  # characters by which a format is recognized


def takers(text: str) -> set[str]:
    """Return the names of the formats that take a text, whatever its line ends and marks."""
    head = text[:HEAD]
    variants = (head, f"\ufeff{head}", head.replace("\n", "\r\n"), head[: len(head) // 2])

    def takes(reader: Reader) -> bool:
        sniff = reader.FORMAT.sniff
        return sniff is not None and any(map(sniff, variants))

    return {reader.FORMAT.name for reader in READERS if takes(reader)}


def text_of(path: Path) -> str:
    data = path.read_bytes()
    data = gzip.decompress(data) if path.suffix == ".gz" else data
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n")


@pytest.mark.parametrize("folder", FOLDERS)
def test_real_files(folder: str, shared: Path) -> None:
    paths = sorted((shared / "corpus" / folder).iterdir())
    assert paths
    found = {path.name: takers(text_of(path)) for path in paths}
    assert not {name: names for name, names in found.items() if names != {FOLDERS[folder]}}


def test_real_files_of_other_programs(shared: Path) -> None:
    found = {path.name: takers(text_of(path)) for path in (shared / "corpus/foreign").iterdir()}
    assert {name: {format} for name, format in FOREIGN.items()} == found


def test_what_writers_write() -> None:
    paths = [path for path in (ROOT / "tests/golden").rglob("*.*") if path.suffix != ".py"]
    assert len(paths) > 300
    found = {path: takers(text_of(path)) for path in paths}
    assert not {str(path): names for path, names in found.items() if len(names) > 1}
    known = {reader.FORMAT.name for reader in READERS}
    formats = {path: path.suffix.removeprefix(".").replace("biblatex", "bibtex") for path in paths}
    wrong = {str(path): (found[path], format) for path, format in formats.items()
             if format in known and found[path] != {format}}  # fmt: skip
    assert not wrong
