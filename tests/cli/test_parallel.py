"""Several processes give what one gives: the same entries, keys and diagnostics, in order."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from errno import EIO
from pathlib import Path
from typing import Any

import pytest
from medcite import hands
from medcite.cli import parallel, program
from medcite.files.source import Source
from medcite.medline import chunks
from medcite.model.report import Report
from medcite.output import fragments
from medcite.readers import medline

from tests.conftest import ROOT

RECORDS = sorted(ROOT.glob("samples/*.nbib"))
ODD = "PMID- 7\nTI  - Odd.\nDP  - never\nZZ  - Kept.\nAID - 11.1/x [doi]\n\n"


@pytest.fixture
def long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a file that is worth several processes: every record thrice, with an odd one."""
    monkeypatch.setattr(chunks, "SIZE", 2000)
    monkeypatch.setattr(chunks, "WINDOW", 500)
    texts = [text for path in RECORDS if (text := path.read_text("utf-8")).startswith("PMID- ")]
    assert len(texts) > 9
    file = tmp_path / "long.nbib"
    file.write_text("".join(f"{text.strip()}\n\n{ODD}" for text in texts) * 3, "utf-8")
    return file


def run(file: Path, *more: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    status = program.main(["convert", str(file), "--to", "bibtex", "--verbose", *more])
    return status, *capsys.readouterr()


def test_the_same_as_by_one(
    long: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(hands, "number", lambda: 1)
    alone = run(long, capsys=capsys)
    monkeypatch.setattr(hands, "number", lambda: 3)
    assert run(long, capsys=capsys) == alone
    assert alone[1].count("@") > 30
    assert "bad-date" in alone[2]
    assert "unknown-tag" in alone[2]


@pytest.mark.parametrize("to", ["csl-json", "ris"])
@pytest.mark.parametrize("key", ["default", "year", "pmid"])
def test_every_target_is_the_same_as_by_one(
    to: str,
    key: str,
    long: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(hands, "number", lambda: 1)
    alone = run(long, "--to", to, "--key", key, capsys=capsys)
    monkeypatch.setattr(hands, "number", lambda: 3)
    assert run(long, "--to", to, "--key", key, capsys=capsys) == alone
    assert len(alone[1]) > 20_000
    assert fragments.KEY not in alone[1]


def test_wrong_options_are_one_line(
    long: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(hands, "number", lambda: 3)
    status, out, told = run(long, "--fields", "titel", capsys=capsys)
    assert (status, out) == (2, "")
    assert told == ("medcite convert: error: unknown BibTeX field 'titel'; did you mean title?\n")


def test_what_cannot_be_read_to_its_end(
    long: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    part = chunks.part

    def broken(name: str, number: int, report: Report) -> Source | None:
        source = part(name, number, report)
        if source and number == 9:
            source.blocks = stopped(source.blocks)
        return source

    def stopped(blocks: Iterator[str]) -> Iterator[str]:
        yield "".join(next(blocks).splitlines(keepends=True)[:4])
        raise OSError(EIO, "Input/output error")

    monkeypatch.setattr(chunks, "part", broken)
    monkeypatch.setattr(hands, "number", lambda: 3)
    status, out, told = run(long, capsys=capsys)
    assert status == 1
    assert out.count("@") > 30
    assert "error[unreadable]" in told.splitlines()[-1]


def test_the_encoding_is_told_once(
    long: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    long.write_bytes(long.read_bytes().replace(b"Odd.", b"Odd\xe9."))
    monkeypatch.setattr(hands, "number", lambda: 3)
    _, out, told = run(long, capsys=capsys)
    assert out.count("Oddé") > 30
    assert told.count("note[encoding]") == 1


def test_what_one_process_has_to_do(
    long: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object) -> Iterator[object]:
        raise AssertionError

    monkeypatch.setattr(hands, "number", lambda: 3)
    monkeypatch.setattr(hands, "spread", refuse)
    assert run(long, "--sort", "year", capsys=capsys)[0] == 0
    assert run(long, str(long), capsys=capsys)[0] == 0
    assert run(long, "--to", "biblatex", capsys=capsys)[0] == 0
    with pytest.raises(AssertionError):
        run(long, capsys=capsys)


def test_results_come_in_order_until_there_are_no_more() -> None:
    def work(number: int) -> int | None:
        return number * number if number < 20 else None

    assert list(hands.spread(work, 3)) == [number * number for number in range(20)]
    assert list(hands.spread(lambda number: None, 2)) == []


def test_who_wants_no_more_waits_for_nobody() -> None:
    results = hands.spread(lambda number: "x" * 1_000_000, 2)
    assert len(next(results)) == 1_000_000
    results.close()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_where_no_process_is_to_be_had_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    fork, forks = os.fork, [0]

    def refuse() -> int:
        forks[0] += 1
        if forks[0] > 1:
            raise BlockingIOError
        return fork()

    monkeypatch.setattr(os, "fork", refuse)
    assert list(hands.spread(lambda number: number if number < 9 else None, 2)) == list(range(9))
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@pytest.mark.parametrize("last", [0, 3])
def test_a_process_that_ends_is_told(last: int) -> None:
    def work(number: int) -> int:
        if number >= last:
            os._exit(1)
        return number

    with pytest.raises(ChildProcessError):
        list(hands.spread(work, 2))


def test_a_process_that_fails_says_why(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", program.crash)
    with pytest.raises(ChildProcessError):
        list(hands.spread(lambda number: 1 // 0, 2))
    assert "internal error: ZeroDivisionError" in capfd.readouterr().err


def _count(file: str, number: int) -> int:
    """Give how many lines the reader counts in a part."""
    source = chunks.part(file, number, Report())
    assert source
    list(medline.read(source, Report()))
    return source.count


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("size", [40, 64, 150, 1000])
def test_parts_are_the_whole(
    end: str, size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chunks, "SIZE", size)
    monkeypatch.setattr(chunks, "WINDOW", 16)
    text = "".join(
        f"PMID- {number}\nTI  - {'long ' * (number % 7 * 9)}.\n\n" for number in range(60)
    )
    display = "PMC - PMC1\n\nPMID- 99\n\n" * 20
    file = tmp_path / "x.nbib"
    file.write_text(f"{text}{display}{text}end", "utf-8", newline=end)
    found, number, counts = list[str](), 0, 0
    while source := chunks.part(str(file), number, Report()):
        lines = list(source.lines)
        assert not lines or lines[0].startswith("PMID- ")
        assert _count(str(file), number) == len(lines)
        found += lines
        number += 1
        counts += bool(lines)
    assert found == f"{text}{display}{text}end".split("\n")
    assert 1 < counts <= number


@pytest.mark.parametrize(
    ("style", "apart"),
    [("nlm", True), ("vancouver", True), ("the-lancet", True), ("apa", False), ("ieee", True)],
)
def test_a_list_in_parts_is_the_whole(
    style: str,
    apart: bool,
    long: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked = ["cite", str(long), "--style", style, "--as", "html", "--verbose"]
    monkeypatch.setattr(hands, "number", lambda: 1)
    alone = program.main(asked), *capsys.readouterr()
    monkeypatch.setattr(hands, "number", lambda: 3)
    made: list[object] = []
    numbered = parallel.numbered

    def watched(*arguments: Any) -> object:
        made.append(numbered(*arguments))
        return made[0]

    monkeypatch.setattr(parallel, "numbered", watched)
    assert (program.main(asked), *capsys.readouterr()) == alone
    assert alone[1].count("csl-entry") > 30
    assert bool(made and made[0]) == apart


def test_slices_are_the_whole(
    long: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = long.with_name("long.json")
    assert program.main(["convert", str(long), "--quiet", "-o", str(file)]) == 0
    capsys.readouterr()
    asked = ["cite", str(file), "--style", "vancouver", "--verbose"]
    monkeypatch.setattr(hands, "number", lambda: 1)
    alone = program.main(asked), *capsys.readouterr()
    monkeypatch.setattr(hands, "number", lambda: 3)
    monkeypatch.setattr(parallel, "MANY", 20)
    monkeypatch.setattr(parallel, "SLICE", 7)
    assert (program.main(asked), *capsys.readouterr()) == alone
    assert alone[1].count("\n") > 60


def test_records_that_are_hard_to_count_are_left_to_one_process(
    long: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["cite", str(long), "--style", "nlm"]
    long.write_text(long.read_text("utf-8").replace("\n\nPMID- 7\n", "\nPMID- 7\n"), "utf-8")
    monkeypatch.setattr(hands, "number", lambda: 1)
    alone = program.main(asked), *capsys.readouterr()
    monkeypatch.setattr(hands, "number", lambda: 3)
    assert (program.main(asked), *capsys.readouterr()) == alone
    assert alone[1].count("\n") > 60
