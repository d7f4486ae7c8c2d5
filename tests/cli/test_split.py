"""An output in several files: each whole by itself, and none written if one must not be."""

from __future__ import annotations

from pathlib import Path

import medcite
import pytest
from medcite.cli.split_output import name, parts
from medcite.model.record import Record
from medcite.model.report import Report

from tests.conftest import ROOT
from tests.run import Outcome, run_cli

REFS = str(ROOT / "samples" / "refs.nbib")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def convert(patch: pytest.MonkeyPatch, *words: str) -> Outcome:
    return run_cli(patch, "convert", REFS, *words)


def pmids(file: Path) -> list[str]:
    return [record.pmid for record in medcite.read(file, report=Report())]


@pytest.mark.parametrize("suffix", ["ris", "csv", "nbib", "json", "bib", "xml", "ris.gz"])
def test_each_part_is_whole(monkeypatch: pytest.MonkeyPatch, folder: Path, suffix: str) -> None:
    done = convert(monkeypatch, "-o", f"all.{suffix}", "--split", "4", "-q")
    assert (done.status, done.out) == (0, "")
    files = sorted(folder.iterdir())
    assert [file.name for file in files] == [f"all-1.{suffix}", f"all-2.{suffix}"]
    assert list(map(len, map(pmids, files))) == [4, 2]


def test_a_workbook_is_split_too(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    convert(monkeypatch, "-o", "all.xlsx", "--split", "3", "-q")
    convert(monkeypatch, "-o", "all.xlsx", "--split", "5", "-q")  # ours may be replaced
    assert [file.name for file in sorted(folder.iterdir())] == ["all-1.xlsx", "all-2.xlsx"]


def test_records_are_chosen_and_sorted_before(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    words = ("--split", "2", "--sort", "-year", "--where", "year > 1985", "-q")
    convert(monkeypatch, "-o", "all.ris", *words)
    assert pmids(folder / "all-1.ris") == ["22426310", "20332509"]
    assert pmids(folder / "all-2.ris") == ["16060722", "3378902"]


def test_a_merge_is_split(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    run_cli(monkeypatch, "merge", REFS, REFS, "-o", "all.ris", "--split", "5", "-q")
    assert sorted(file.name for file in folder.glob("all*")) == ["all-1.ris", "all-2.ris"]


def test_no_file_is_written_if_one_must_not_be_replaced(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    own = folder / "all-2.ris"
    own.write_text("TY  - JOUR\nTI  - My own reference\nER  - \n")
    done = convert(monkeypatch, "-o", "all.ris", "--split", "4")
    assert (done.status, "all-2.ris: holds 1 entry" in done.err) == (2, True)
    assert list(folder.iterdir()) == [own]
    assert convert(monkeypatch, "-o", "all.ris", "--split", "4", "--force", "-q").status == 0
    assert len(pmids(own)) == 2


def test_records_may_move_from_part_to_part(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    words = ("-o", "all.csv", "--split", "2", "-q")
    convert(monkeypatch, *words, "--where", "year > 1960")
    done = convert(monkeypatch, *words)  # with one more before them
    assert (done.status, done.err) == (0, "")
    assert [len(pmids(folder / f"all-{number}.csv")) for number in (1, 2, 3)] == [2, 2, 2]


def test_parts_of_an_earlier_run_are_told(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    convert(monkeypatch, "-o", "all.ris", "--split", "2", "-q")
    done = convert(monkeypatch, "-o", "all.ris", "--split", "4")
    assert "all-3.ris: warning[left-over]: is no part of this output, which ends" in done.err
    assert (folder / "all-3.ris").exists()


def test_a_split_needs_a_name_and_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "name them by -o FILE" in convert(monkeypatch, "--to", "ris", "--split", "2").err
    assert "expected a number such as 100, not 0" in convert(monkeypatch, "--split", "0").err


def test_no_records_give_one_file() -> None:
    assert [list(part) for part in parts([], 3)] == [[]]
    records = [Record(pmid=str(number)) for number in range(6)]
    assert [list(part) for part in parts(records, 3)] == [records[:3], records[3:]]


@pytest.mark.parametrize(
    ("file", "second"),
    [
        ("a/all.ris", "a/all-2.ris"),
        ("all.csl.json", "all-2.csl.json"),
        ("all", "all-2"),
        (".x/.hidden.csv", ".x/.hidden-2.csv"),
    ],
)
def test_names(file: str, second: str) -> None:
    assert name(file, 2) == second
