"""Records that an input names by their PMIDs, taken from a library of exports."""

from __future__ import annotations

import gzip
from pathlib import Path

import medcite
import pytest
from medcite.model.report import Report

from tests.run import run_cli

ONE = "PMID- 1111111\nTI  - One.\nFAU - Doe, Jane\nAU  - Doe J\nDP  - 2020\n\n"
TWO = "PMID- 2222222\nTI  - Two.\nFAU - Roe, Ann\nAU  - Roe A\nDP  - 2021\nPMC - PMC2\n\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.nbib").write_text(ONE)
    (tmp_path / "b.nbib.gz").write_bytes(gzip.compress(TWO.encode()))
    return tmp_path


def titles(
    folder: Path, text: str, report: Report | None = None, *, recognized: bool = False
) -> list[str]:
    (folder / "list.txt").write_text(text)
    library = [folder / "a.nbib", folder / "b.nbib.gz"]
    report = report or Report()
    format = None if recognized else "pmid-list"
    records = medcite.read(folder / "list.txt", format, report, library=library)
    return [record.title for record in records]


@pytest.mark.parametrize(
    "text",
    [
        "2222222\n1111111\n", "2222222, 1111111", "2222222\r\n\r\n1111111", "2222222;1111111\n",
        "PMID: 2222222\nPMID:1111111\n", "pmid\n2222222\n1111111\n",
        '"PMID"\n"2222222"\n"1111111"\n',
    ],
)  # fmt: skip
def test_a_list_gives_the_records_in_its_order(folder: Path, text: str) -> None:
    assert titles(folder, text) == titles(folder, text, recognized=True) == ["Two", "One"]


def test_unknown_numbers_doubles_and_words_are_told_with_their_lines(folder: Path) -> None:
    report = Report()
    assert titles(folder, "1111111\n3333333\n1111111\n2222222 x\n", report) == ["One", "Two"]
    told = [(found.where.line, found.code, found.where.record) for found in report.diagnostics]
    assert sorted(told) == [
        (2, "unresolved", "3333333"), (3, "duplicate", "1111111"), (4, "stray-text", ""),
    ]  # fmt: skip


def test_a_summary_is_completed_where_the_library_has_its_record(folder: Path) -> None:
    report = Report()
    text = (
        "1: Doe J. Short. J Test. 2020;1:2. PMID: 1111111.\n\n"
        "2: Poe E. Other. J Test. 2020;1:3. PMID: 3333333.\n"
    )
    (folder / "summary.txt").write_text(text)
    records = list(medcite.read(folder / "summary.txt", report=report, library=folder / "a.nbib"))
    assert [record.title for record in records] == ["One", "Other"]
    assert records[0].author[0].given == "Jane"
    assert ("unresolved", 3) in [(each.code, each.where.line) for each in report.diagnostics]


def test_without_a_library_a_list_is_refused_in_one_line() -> None:
    with pytest.raises(medcite.InputError, match="a list of PMIDs; name the exports") as caught:
        list(medcite.read(text="1111111\n2222222\n", report=Report()))
    assert "\n" not in str(caught.value)


def test_other_formats_do_not_ask_the_library(folder: Path) -> None:
    records = list(medcite.read(text=ONE.replace("One", "Own"), library=folder / "a.nbib"))
    assert [record.title for record in records] == ["Own"]


@pytest.mark.parametrize("library", ["missing.nbib", "text.txt"])
def test_a_file_that_is_no_library_is_told(folder: Path, library: str) -> None:
    (folder / "text.txt").write_text("no citations\n")
    with pytest.raises(medcite.InputError, match=library):
        list(medcite.read(text="1111111\n", report=Report(), library=folder / library))


def test_a_list_of_pmids_is_no_library(folder: Path) -> None:
    (folder / "more.txt").write_text("1111111\n")
    with pytest.raises(medcite.InputError, match="holds no citations"):
        list(medcite.read(text="1111111\n", report=Report(), library=folder / "more.txt"))


@pytest.mark.parametrize(
    ("command", "expected"),
    [(["convert", "--to", "medline"], "PMID- 1111111"), (["cite"], "Doe J. One."), (["check"], "")],
)
def test_commands(
    folder: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], expected: str
) -> None:
    monkeypatch.chdir(folder)
    (folder / "list.txt").write_text("1111111\n")
    name, *options = command
    arguments = [name, "list.txt", *options, "--from-library", "a.nbib", "b.nbib.gz"]
    outcome = run_cli(monkeypatch, *arguments)
    assert outcome.status == 0, outcome
    assert expected in outcome.out
    assert not (folder / ".medcite-index").exists()


def test_an_input_with_records_of_its_own_needs_no_library(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    done = run_cli(monkeypatch, "convert", "a.nbib", "--to", "ris", "--from-library", "b.nbib.gz")
    assert (done.status, done.out.count("TY  - ")) == (0, 1)
    said = "a.nbib: warning[unused-option]: has its records itself: --from-library changes nothing"
    assert said in done.err
