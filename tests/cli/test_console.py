"""What is printed of a run's diagnostics, what is only counted, and the exit status."""

from __future__ import annotations

import io
import json
import sys

import pytest
from medcite.cli import console as module
from medcite.cli.console import SHOWN, Console
from medcite.model.report import Diagnostic, Level, Location

WHERE = Location("refs.nbib", 12, "31452104", "ZZ")
RETRACTED = Diagnostic(Level.WARNING, "retracted", WHERE, "this article was retracted")
WARNING = Diagnostic(Level.WARNING, "unknown-tag", WHERE, "kept verbatim")
ERROR = Diagnostic(Level.ERROR, "unreadable", WHERE, "no such file")
NOTE = Diagnostic(Level.NOTE, "encoding", WHERE, "read as Windows-1252")


def printed(capsys: pytest.CaptureFixture[str], console: Console, *told: Diagnostic) -> list[str]:
    for diagnostic in told:
        console.report.add(diagnostic)
    console.close()
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err.splitlines()


def test_a_line_names_file_line_level_code_record_and_tag(
    capsys: pytest.CaptureFixture[str],
) -> None:
    line = "refs.nbib:12: warning[unknown-tag]: 31452104 ZZ: kept verbatim"
    assert printed(capsys, Console(), WARNING) == [line]


def test_notes_of_a_kind_are_counted_after_the_first_few(
    capsys: pytest.CaptureFixture[str],
) -> None:
    lines = printed(capsys, Console(), *[NOTE] * (SHOWN + 3))
    assert len(lines) == SHOWN + 1
    assert "3 more" in lines[-1]
    assert len(printed(capsys, Console(verbose=True), *[NOTE] * 9)) == 9


def test_what_is_not_written_is_summed_up_by_field(capsys: pytest.CaptureFixture[str]) -> None:
    notes = [
        Diagnostic(Level.NOTE, "not-written", WHERE, f"no place for {fields}")
        for fields in ("mesh, grants", "mesh")
    ]
    (line,) = printed(capsys, Console(), *notes)
    assert "mesh (2), grants (1)" in line
    assert len(printed(capsys, Console(verbose=True), *notes)) == 2


def test_quiet_leaves_errors_and_retractions(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, Console(quiet=True), NOTE, WARNING, ERROR, RETRACTED)
    assert [line.split("[")[1].split("]")[0] for line in lines] == ["unreadable", "retracted"]


@pytest.mark.parametrize("quiet", [True, False])
def test_json_and_annotations_hold_everything(
    capsys: pytest.CaptureFixture[str], quiet: bool
) -> None:
    console = Console(form="json", quiet=quiet)
    rows = [json.loads(line) for line in printed(capsys, console, *[NOTE] * 9, WARNING)]
    assert [row["level"] for row in rows] == ["note"] * 9 + ["warning"]
    assert rows[-1] == {
        "level": "warning",
        "code": "unknown-tag",
        "file": "refs.nbib",
        "line": 12,
        "record": "31452104",
        "tag": "ZZ",
        "message": "kept verbatim",
    }


def test_an_annotation_is_one_line_whatever_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    odd = Diagnostic(Level.ERROR, "unreadable", Location("a,b:c.nbib", 3), "50%\nmore")
    (line,) = printed(capsys, Console(form="github"), odd)
    assert line == "::error file=a%2Cb%3Ac.nbib,line=3,title=unreadable::50%25\\nmore"


@pytest.mark.parametrize(
    ("console", "told", "status"),
    [
        (Console(), NOTE, 0),
        (Console(), WARNING, 0),
        (Console(), RETRACTED, 0),
        (Console(), ERROR, 1),
        (Console(strict=True), NOTE, 0),
        (Console(strict=True), WARNING, 1),
        (Console(quiet=True, strict=True), WARNING, 1),
        (Console(fail_on=frozenset({"retracted"})), WARNING, 0),
        (Console(fail_on=frozenset({"retracted"})), RETRACTED, 1),
        (Console(fail_on=frozenset({"encoding"})), NOTE, 1),
    ],
)
def test_the_status_follows_from_what_was_told(
    capsys: pytest.CaptureFixture[str], console: Console, told: Diagnostic, status: int
) -> None:
    printed(capsys, console, told)
    assert console.status() == status


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "console", "shows"),
    [
        (Terminal(), Console(), True),
        (io.StringIO(), Console(), False),
        (Terminal(), Console(quiet=True), False),
        (Terminal(), Console(form="json"), False),
    ],
    ids=["terminal", "pipe", "quiet", "json"],
)
def test_progress_is_for_terminals_and_long_work(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, console: Console, shows: bool
) -> None:
    clock = iter(range(1000))
    monkeypatch.setattr(module, "monotonic", lambda: float(next(clock)))
    monkeypatch.setattr(sys, "stderr", stream)
    assert list(console.follow(range(5))) == [0, 1, 2, 3, 4]
    assert ("records" in stream.getvalue()) == shows
    if shows:  # and nothing of it stays on the screen
        assert stream.getvalue().endswith("\r\x1b[K")


def test_short_work_shows_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(module, "monotonic", lambda: 0.0)
    monkeypatch.setattr(sys, "stderr", stream)
    list(Console().follow(range(5)))
    assert stream.getvalue() == ""
