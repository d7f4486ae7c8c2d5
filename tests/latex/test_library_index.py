"""The index of the exports speeds up, and decides nothing."""

from __future__ import annotations

import gzip
import json
import os
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest
from medcite import format_registry
from medcite.base.errors import InputError
from medcite.library import library_index, library_reader
from medcite.library.library import Library, mistyped_numbers
from medcite.library.library_files import files_in

from tests.conftest import ROOT

REFS = ROOT / "samples" / "refs.nbib"
GREEK = ROOT / "samples" / "greek.nbib"


def open_library(*paths: Path, wanted: frozenset[str] = frozenset()) -> Library:
    books = Library(paths, wanted)
    books.save()
    return books


def titles(books: Library, *names: str) -> list[str]:
    return [record.title for record in books.find(names)]


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "refs.nbib"
    path.write_bytes(REFS.read_bytes())
    return path


def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on, reading an export whole is a failure."""

    def fail(*_: object) -> library_reader.FileContents:
        raise AssertionError("read whole")

    monkeypatch.setattr(library_reader, "read_contents", fail)


ALL = ("pmid:16060722", "pmcid:PMC1182327", "doi:10.1371/journal.pmed.0020124",
       "key:ioannidis2005why", "key:ioannidis2005why-16060722")  # fmt: skip


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"])
def test_a_second_run_reads_only_what_it_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, newline: bytes, packed: bool
) -> None:
    export = tmp_path / "refs.nbib"
    data = REFS.read_bytes().replace(b"\n", newline)
    export.write_bytes(gzip.compress(data) if packed else data)
    first = open_library(export, wanted=frozenset(ALL))
    unread(monkeypatch)
    second = open_library(export, wanted=frozenset(ALL))
    for name in ALL:
        assert titles(first, name) == titles(second, name)
        assert len(titles(second, name)) == 1, name
    (record,) = second.find(["pmid:16060722"])
    (same,) = first.find(["pmid:16060722"])
    assert record == same


def test_what_was_not_wanted_before_is_read_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = tmp_path / "refs.nbib.gz"
    export.write_bytes(gzip.compress(REFS.read_bytes()))
    open_library(export)
    books = open_library(export)
    assert titles(books, "pmid:16060722")
    books.save()
    unread(monkeypatch)
    assert titles(open_library(export), "pmid:16060722")


def test_names_are_those_of_the_record(export: Path) -> None:
    books = open_library(export)
    assert len(titles(books, "pmid:1", "pmid:13054692")) == 1
    assert titles(books, "pmid:1606072") == []
    assert titles(books, "pmid:160607222") == []
    assert titles(books, "") == []


@pytest.mark.parametrize("what", ["size", "time", "content"])
def test_a_changed_export_is_read_again(export: Path, what: str) -> None:
    open_library(export)
    before = export.stat()
    data = export.read_bytes()
    if what == "size":
        export.write_bytes(data + b"\n" + GREEK.read_bytes())
        name = "pmid:27582220"
    elif what == "time":
        export.write_bytes(data.replace(b"PMID- 16060722", b"PMID- 16060799"))
        name = "pmid:16060799"
    else:
        export.write_bytes(data.replace(b"PMID- 16060722", b"PMID- 16060799"))
        os.utime(export, ns=(before.st_atime_ns, before.st_mtime_ns))
        name = "pmid:16060799"
    assert len(titles(open_library(export), name)) == 1
    assert (titles(open_library(export), "pmid:16060722") == []) == (what != "size")


def test_files_of_one_folder_come_and_go(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = export.with_name("other.nbib")
    other.write_bytes(GREEK.read_bytes())
    open_library(export)
    both = open_library(other, export)
    assert titles(both, "pmid:27582220")
    assert titles(both, "pmid:16060722")
    assert titles(open_library(other), "pmid:16060722") == []  # it was not asked for
    with monkeypatch.context() as patched:
        unread(patched)
        assert titles(open_library(export), "pmid:16060722")
    export.unlink()
    other.touch()
    books = open_library(other)
    assert titles(books, "pmid:27582220")
    stamps = library_index.load(other.parent).stamps
    assert [stamp.file for stamp in stamps] == ["other.nbib"]


def test_files_without_citations_are_looked_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Nothing to cite here.\n", "utf-8")
    (tmp_path / "empty.nbib").touch()
    paths = (path, tmp_path / "empty.nbib")
    assert open_library(*paths).unreadable_files() == list(paths)
    unread(monkeypatch)
    assert open_library(*paths).unreadable_files() == list(paths)


def damages() -> list[bytes]:
    head = {"medcite": library_index.VERSION, "sum": 0, "block": 10, "files": [["refs.nbib"]]}
    return [b"", b"\0\xff", b"{}\n", b"[1, 2]\n", b"null\n", json.dumps(head).encode() + b"\n"]


@pytest.mark.parametrize("damage", damages())
def test_a_broken_index_is_made_again(export: Path, damage: bytes) -> None:
    open_library(export)
    whole = (export.parent / library_index.FILE).read_bytes()
    (export.parent / library_index.FILE).write_bytes(damage)
    assert titles(open_library(export), "pmid:16060722")
    assert (export.parent / library_index.FILE).read_bytes() == whole


def test_a_damaged_byte_is_seen(export: Path) -> None:
    open_library(export)
    whole = (export.parent / library_index.FILE).read_bytes()
    for at in range(0, len(whole), 97):
        broken = bytearray(whole)
        broken[at] ^= 1
        (export.parent / library_index.FILE).write_bytes(broken)
        assert len(titles(open_library(export), "pmid:16060722")) == 1


def test_a_folder_that_cannot_be_written_does(
    export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> bool:
        raise PermissionError(13, "no")

    monkeypatch.setattr(library_index.atomic, "save", refuse)
    assert titles(open_library(export), "pmid:16060722")
    (export.parent / library_index.FILE).mkdir()  # nor read
    assert titles(open_library(export), "pmid:16060722")
    assert stat.S_ISDIR((export.parent / library_index.FILE).stat().st_mode)


def test_slips_of_the_fingers(export: Path) -> None:
    numbers = mistyped_numbers("16060722")
    assert {"1606072", "16060727", "160607722", "61060722", "16060772"} <= numbers
    assert "16060722" not in numbers
    books = open_library(export)
    assert books.similar_keys("pmid16060272") == ["pmid:16060722"]
    assert books.similar_keys("PMC1182372") == ["PMC1182327"]
    doi = "doi:10.1371/journal.pmed.002012"
    assert books.similar_keys(f"{doi}3") == [f"{doi}4"]
    assert books.similar_keys("Ioannidis2005wy") == ["ioannidis2005why"]
    assert books.similar_keys("pmid:1") == []


def test_every_readers_suffixes_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for those of documents, which cite: there may be many beside a paper."""
    readers = [reader for reader in format_registry.readers() if not reader.FORMAT.binary]
    names = {f"refs{suffix}" for reader in readers for suffix in reader.FORMAT.suffixes}
    new = SimpleNamespace(FORMAT=format_registry.Format("new", "A new format", (".new",)))
    monkeypatch.setattr(format_registry, "readers", lambda: (*readers, new))
    expected = {*names, "refs.new", "REFS.NEW.gz"}
    for name in (*expected, "main.tex", "coauthor.docx", "main.run.xml", "main-blx.bib"):
        (tmp_path / name).touch()
    assert {path.name for path in files_in(tmp_path)} == expected


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("how", ["replaced", "written to"])
@pytest.mark.parametrize("known", [False, True])
def test_an_export_that_changes_during_a_run_gives_no_wrong_record(
    known: bool, how: str, packed: bool, tmp_path: Path
) -> None:
    """The index knows where records stood in the file that was there when the run began."""
    export, other = tmp_path / "refs.nbib", tmp_path / "other"
    write = gzip.compress if packed else bytes
    export.write_bytes(write(REFS.read_bytes()))
    if known:
        open_library(export)
    books = open_library(export)
    # The same length and time, so that only the file or what is in it tells them apart.
    time = export.stat().st_mtime_ns
    data = REFS.read_bytes().replace(b"Why most", b"Why some")
    if how == "replaced":
        other.write_bytes(write(data))
        os.utime(other, ns=(time, time))
        other.replace(export)
    else:
        export.write_bytes(write(b"\n" + data))
    with pytest.raises(InputError, match=r"refs\.nbib: was changed while it was read"):
        titles(books, ALL[0])
    assert titles(open_library(export), ALL[0]) == [
        "Why some published research findings are false"
    ]
