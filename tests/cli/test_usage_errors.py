"""What the command itself cannot do is told in the form that was asked for, with good advice."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from medcite.base.suggestions import nearest
from medcite.cli import program
from medcite.tables.codes import CODES

from tests.conftest import ROOT
from tests.run import Outcome, run_cli

SAMPLE = str(ROOT / "samples" / "season.nbib")
WRONG = [
    (("convrt", SAMPLE), 2),
    (("convert",), 2),
    (("convert", SAMPLE, "--jobs", "3", "--to", "ris"), 2),
    (("convert", SAMPLE, "--to", "bogus"), 2),
    (("convert", SAMPLE), 2),
    (("convert", SAMPLE, "--to", "ris", "--sort", "pages"), 2),
    (("convert", SAMPLE, "--to", "bibtex", "--key", "xyz"), 2),
    (("convert", SAMPLE, "-o", "none/x.bib"), 1),
    (("convert", "none.nbib", "--to", "ris"), 1),
    (("convert", SAMPLE, "-q", "-v", "--to", "ris"), 2),
    (("cite", SAMPLE, "--style", "none.csl"), 1),
    (("cite", SAMPLE, "--citations", "none.json"), 1),
    (("check", SAMPLE, "--fail-on", "bogus"), 2),
    (("check", "."), 1),
    (("latex", "none.tex"), 1),
    (("latex",), 2),
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("asked", [("--diagnostics", "json"), ("--diagnostics=json",)])
@pytest.mark.parametrize(("words", "status"), WRONG)
def test_errors_of_the_command_are_json_lines(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], status: int, asked: tuple[str, ...]
) -> None:
    done = run_cli(monkeypatch, words[0], *asked, *words[1:])
    assert (done.status, done.out) == (status, "")
    (row,) = map(json.loads, done.err.splitlines())
    assert (row["level"], row["code"]) in (("error", "failed"), ("error", "unreadable"))
    assert row["message"]


@pytest.mark.parametrize(("words", "status"), WRONG)
def test_errors_of_the_command_are_annotations(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], status: int
) -> None:
    done = run_cli(monkeypatch, *words, "--diagnostics", "github")
    assert (done.status, done.out, done.err.count("\n")) == (status, "", 1)
    assert done.err.startswith("::error ")


@pytest.mark.parametrize(
    "words",
    [
        ("convrt", "--", "--diagnostics", "json"),
        ("convrt", "--diagnostics", "jsn"),
        ("convrt", "--diagnostics"),
        ("convrt", "--diagnostics", "json", "--diagnostics", "text"),
        ("convrt", "json"),
    ],
)
def test_other_errors_are_text(monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    assert run_cli(monkeypatch, *words).err.startswith("medcite: error: ")


def test_our_own_mistake_is_a_json_line(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text(
        "import sys\nfrom medcite import __main__\nfrom medcite.cli.commands import formats\n"
        "formats.run = lambda *_: 1 / 0\n"
        "sys.argv = ['medcite', 'formats', '--diagnostics', 'json']\n"
        "from medcite.cli.commands.check import add\nformats.add = add\n"
        "sys.argv.append('x')\n__main__.main()\n"
    )
    done = subprocess.run([sys.executable, "broken.py"], capture_output=True, check=False)
    assert done.returncode == program.CRASHED
    (row,) = map(json.loads, done.stderr.decode().splitlines())
    assert row["message"].startswith("internal error: ZeroDivisionError")


def test_an_unknown_code_lists_the_known(monkeypatch: pytest.MonkeyPatch) -> None:
    told = run_cli(monkeypatch, "check", SAMPLE, "--fail-on", "bogus").err
    listed = told.partition("known: ")[2].partition(" (see")[0]
    assert listed.split(", ") == list(CODES)
    assert "did you mean retracted?" in (
        run_cli(monkeypatch, "convert", SAMPLE, "--fail-on", "retraced", "--to", "ris").err
    )
    assert all(code in run_cli(monkeypatch, "check", "--help").out for code in CODES)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["--fail-on", "retracted,no-type"], 0),
        (["--fail-on", "retracted,missing-field"], 1),
        (["--fail-on", "missing-field, retracted,"], 1),
        (["--fail-on=retracted", "--fail-on=Missing-Field"], 1),
        (["--fail-on", "missing-field", "--fail-on", "retracted,concern"], 1),
        (["--fail-on", "retracted,bogus"], 2),
        (["--fail-on", ","], 2),
        (["--fail-on", ""], 2),
    ],
)
def test_several_codes(
    words: list[str], status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "refs.bib"
    source.write_text("@article{k, title = {T}}")
    ran = run_cli(monkeypatch, "check", str(source), *words)
    assert ran.status == status
    if status == 2:
        assert "unknown code" in ran.err


@pytest.mark.parametrize("flag", ["-q", "--quiet"])
def test_quiet_may_stand_before_the_command(monkeypatch: pytest.MonkeyPatch, flag: str) -> None:
    words = ("convert", SAMPLE, "--to", "csl-json")
    assert run_cli(monkeypatch, flag, *words) == run_cli(monkeypatch, *words, flag)
    assert run_cli(monkeypatch, flag, flag, "check", SAMPLE) == Outcome("", "", 0)


@pytest.mark.parametrize("flag", ["-v", "--verbose"])
def test_verbose_may_stand_before_the_command(monkeypatch: pytest.MonkeyPatch, flag: str) -> None:
    words = ("convert", SAMPLE, "--to", "ris", "--fields", "TI")
    told = run_cli(monkeypatch, flag, *words)
    assert told == run_cli(monkeypatch, *words, flag)
    assert told != run_cli(monkeypatch, *words)
    assert "not allowed with" in run_cli(monkeypatch, flag, *words, "-q").err


@pytest.mark.parametrize("words", [("formats",), ("fields", "ris"), ("styles", "lancet")])
def test_listings_are_shown_even_so(monkeypatch: pytest.MonkeyPatch, words: tuple[str]) -> None:
    for flag in ("-q", "-v"):
        assert run_cli(monkeypatch, flag, *words) == run_cli(monkeypatch, *words)
        assert run_cli(monkeypatch, flag, "--version").out.startswith("medcite ")
        assert run_cli(monkeypatch, flag, "--help") == run_cli(monkeypatch, "--help")


# Options of other programs, or of none, that only look a little like ours.
STRANGERS = (
    "jobs", "threads", "format", "title", "author", "year", "csl",
    "bib", "type", "page", "color", "debug", "append", "dry-run", "encoding", "workers", "yes",
)  # fmt: skip


@pytest.mark.parametrize("stranger", STRANGERS)
def test_what_is_not_similar_is_not_suggested(
    monkeypatch: pytest.MonkeyPatch, stranger: str
) -> None:
    for name in ("convert", "cite", "check", "latex"):
        told = run_cli(monkeypatch, name, "x", f"--{stranger}").err
        assert f"unknown option '--{stranger}'" in told
        assert not nearest(f"--{stranger}", program.flags(name))


@pytest.mark.parametrize(
    ("command", "wrong", "right"),
    [
        ("convert", "--fron", "--from"), ("convert", "--ouput", "--output"),
        ("cite", "--stlye", "--style"), ("check", "--stirct", "--strict"),
        ("convert", "--abstract-no", ""), ("check", "--quite", "--quiet"),
        ("latex", "--prnue", "--prune"), ("convert", "--acsii", "--ascii"),
        ("cite", "--locales", "--locale"), ("check", "--failon", "--fail-on"),
    ],
)  # fmt: skip
def test_slips_are_suggested(
    monkeypatch: pytest.MonkeyPatch, command: str, wrong: str, right: str
) -> None:
    told = run_cli(monkeypatch, command, "x", wrong).err
    assert (f"did you mean {right}" in told) if right else ("did you mean" not in told)
