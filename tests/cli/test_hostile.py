"""No command lets what it read, or was told, act on a terminal or make up a diagnostic."""

from __future__ import annotations

import argparse
import io
import json
import logging
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import medcite
import pytest
from medcite import format_registry
from medcite.base.terminal import MESSAGE
from medcite.cli import program
from medcite.cli.common_arguments import OneOf
from medcite.cli.console import FORMS, Console
from medcite.csl import style_search
from medcite.csl.style_index import StyleListing
from medcite.model.report import Diagnostic, Level, Location, Report

from tests import hostile
from tests.conftest import ROOT
from tests.run import Outcome, run_cli

SAMPLE = ROOT / "samples" / "retracted.nbib"
COMMANDS = program.names()
WITH_FORM = [name for name in COMMANDS if "--diagnostics" in program.flags(name)]
COMMAND = re.compile(r"::(?P<name>[a-z-]+) (?P<properties>[^:]*)::(?P<data>.*)")


class Run(NamedTuple):
    """What a command printed, what it told its console, and why it failed."""

    outcome: Outcome
    told: list[Diagnostic]
    failures: list[str]


def actions(name: str) -> list[argparse.Action]:
    """Return the arguments that a command declares."""
    (commands,) = (each for each in program.whole_parser()._actions if each.choices)
    assert isinstance(commands.choices, dict)
    return list(commands.choices[name]._actions)


def run(patch: pytest.MonkeyPatch, *words: str) -> Run:
    """Run a command and note what its console was told."""
    told: list[Diagnostic] = []
    failures: list[str] = []
    tell, fail = Console.tell, program._fail

    def spy_tell(self: Console, diagnostic: Diagnostic) -> None:
        told.append(diagnostic)
        tell(self, diagnostic)

    def spy_fail(console: Console, name: str, message: str, status: int) -> int:
        failures.append(message)
        return fail(console, name, message, status)

    with patch.context() as patched:
        patched.setattr(Console, "tell", spy_tell)
        patched.setattr(program, "_fail", spy_fail)
        return Run(run_cli(patch, *words), told, failures)


def check(done: Run, name: str, form: str = "text") -> None:
    """Check that what was printed is harmless and says what was told, a line each."""
    lines = done.outcome.err.splitlines()  # which U+2028 and the like end too
    assert hostile.raw(done.outcome.err) == []
    assert len(lines) == done.outcome.err.count("\n")
    assert "internal error" not in done.outcome.err
    if not writes_data(name):
        assert hostile.raw(done.outcome.out) == []
    if done.outcome.status == 2 and not done.failures:  # wrong usage, which argparse found
        assert len(lines) == 1
    elif form == "json":
        assert [json.loads(line) for line in lines] == [row(each) for each in done.told]
    elif form == "github":
        assert [annotation(line) for line in lines] == [expected(each) for each in done.told]
    else:
        conditions = [text for text in done.failures if text.startswith("--where: ")]
        marked = 2 * len(conditions)  # the condition, and carets below it
        assert len(lines) == len(done.told) + len(done.failures) + marked


def writes_data(name: str) -> bool:
    """Whether a command's standard output is a document, which goes out byte for byte."""
    return any(each.dest == "output" and each.default == "-" for each in actions(name))


def row(diagnostic: Diagnostic) -> dict[str, object]:
    level, code, where, message = diagnostic
    file, line, record, tag = where
    found = {"level": level.name.lower(), "code": code, "file": file, "line": line}
    return {**found, "record": record, "tag": tag, "message": message}


def annotation(line: str) -> tuple[str, dict[str, str], bool]:
    """Parse a line as GitHub's runner does: its command, its properties, whether it is one line."""
    match = COMMAND.fullmatch(line)
    assert match, line
    pairs = (pair.split("=", 1) for pair in match["properties"].split(","))
    data = unquote(match["data"])
    return match["name"], {key: unquote(value) for key, value in pairs}, len(data.splitlines()) == 1


def expected(diagnostic: Diagnostic) -> tuple[str, dict[str, str], bool]:
    """Return what the runner is to see: the true name of the file, as far as it is printable."""
    name = {Level.NOTE: "notice", Level.WARNING: "warning", Level.ERROR: "error"}
    given = {"title": diagnostic.code}
    if diagnostic.where.line:
        given["line"] = str(diagnostic.where.line)
    if diagnostic.where.file:
        given["file"] = "".join(
            sign if sign in "\r\n" or not hostile.raw(sign) else ascii(sign)[1:-1]
            for sign in diagnostic.where.file
        )
    return name[diagnostic.level], given, True


def positionals(name: str, files: list[str], document: str) -> list[str]:
    """Return what a command cannot do without; what names no file is hostile text."""
    known = {"inputs": files, "document": [document], "files": files, "ids": files}
    needed = [each for each in actions(name) if not each.option_strings]
    words = [word for each in needed for word in known.get(each.dest, [hostile.NAME])]
    flags = {"--against"}  # verify needs this or --online
    required = [each for each in actions(name) if flags.intersection(each.option_strings)]
    return [*words, *(word for each in required for word in (each.option_strings[0], *files))]


def targets(name: str) -> list[list[str]]:
    """Return the options that name what to write: every value of ``--to`` and ``--as``."""
    found = []
    for each in actions(name):
        for flag in {"--to", "--as"}.intersection(each.option_strings):
            known = [writer.FORMAT.name for writer in format_registry.writers()]
            values = each.type.values if isinstance(each.type, OneOf) else known
            found += [[flag, value] for value in values if value != "bibliography"]
    return found or [[]]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return hostile.inputs(tmp_path_factory.mktemp("inputs"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def documents(name: str, folder: Path) -> list[str]:
    """Return hostile documents for a command that takes one; any name for one that does not."""
    if all(each.dest != "document" for each in actions(name)):
        return [""]
    return [hostile.document(folder, suffix) for suffix in (".tex", ".aux", ".docx", ".md", ".typ")]


@pytest.mark.parametrize(
    "some", [slice(None, None, 4), pytest.param(slice(None), marks=pytest.mark.long)],
    ids=["some", "all"],
)  # fmt: skip
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", WITH_FORM)
def test_hostile_records(
    monkeypatch: pytest.MonkeyPatch,
    here: Path,
    files: list[str],
    *,
    name: str,
    form: str,
    some: slice,
) -> None:
    told = 0
    for document in documents(name, here):
        words = positionals(name, files, document)
        for target in targets(name)[some]:
            done = run(monkeypatch, name, *words, *target, "--verbose", "--diagnostics", form)
            check(done, name, form)
            told += len(done.told)
    assert told


def named(folder: Path) -> list[str]:
    """Return hostile names of files that there are, of one that there is not, and of a folder."""
    names = [f"{hostile.NAME}{end}" for end in (".nbib", ".missing.tex", ".d")]
    names.append(names[0].replace("\n", "\u2028"))
    try:
        for name in (names[0], names[-1]):
            (folder / name).write_text(f"PMID- 1{hostile.LINE}\nXYZ - x\nTI  - y\n", "utf-8")
        (folder / names[2]).mkdir()
    except OSError as error:
        pytest.skip(f"no such file names here: {error.strerror}")
    return names


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", WITH_FORM)
def test_hostile_file_names(
    monkeypatch: pytest.MonkeyPatch, here: Path, name: str, form: str
) -> None:
    for file in named(here):
        words = positionals(name, [file], file)
        done = run(monkeypatch, name, *words, *targets(name)[0], "-v", "--diagnostics", form)
        check(done, name, form)
        assert done.told or done.failures


@pytest.mark.parametrize("name", COMMANDS)
def test_hostile_values_of_options(monkeypatch: pytest.MonkeyPatch, here: Path, name: str) -> None:
    words = positionals(name, [str(SAMPLE)], str(ROOT / "samples/paper/bibtex.tex"))
    taking = [each for each in actions(name) if each.option_strings and each.nargs is None]
    spelled = [f"{each.option_strings[-1]}={hostile.NAME}" for each in taking]
    for option in (*spelled, f"--{hostile.NAME}", hostile.NAME, "\n", ""):
        for form in FORMS if name in WITH_FORM else ("text",):
            chosen = ["-v", "--diagnostics", form] if name in WITH_FORM else []
            needed = targets(name)[0] if not option.startswith(("--to", "--as")) else []
            check(run(monkeypatch, name, *words, *needed, *chosen, option), name, form)


@pytest.mark.parametrize("word", [hostile.NAME, f"--{hostile.NAME}", "\n", ""])
def test_hostile_commands(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    for words in ((word,), ("help", word)):
        done = run_cli(monkeypatch, *words)
        assert hostile.raw(done.err) == []
        assert len(done.err.splitlines()) == 1
        assert done.status == 2


def test_a_hostile_style(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    file = here / "evil.csl"
    for text in (
        f"<style>{hostile.LINE}",
        "<style><title>a&#10;&#x9b;</title><bad&#x85;/></style>",
    ):
        file.write_text(text, "utf-8")
        for form in FORMS:
            words = ("cite", str(SAMPLE), "--style", str(file), "--diagnostics", form, "-v")
            done = run(monkeypatch, *words)
            check(done, "cite", form)
            assert done.failures


def test_hostile_citations(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    file = here / "citations.json"
    for cites in ([[hostile.VALUE]], [[{"id": hostile.VALUE, "label": hostile.VALUE}]], [[1, {}]]):
        file.write_text(json.dumps(cites), "utf-8")
        for form in FORMS:
            words = ("cite", str(SAMPLE), "--citations", str(file), "--diagnostics", form, "-v")
            done = run(monkeypatch, *words)
            check(done, "cite", form)
            assert done.told or done.failures


def test_a_listing_of_hostile_styles(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = StyleListing(hostile.VALUE, hostile.VALUE, "", (), (), hostile.VALUE, True)
    monkeypatch.setattr(style_search, "search_styles", lambda _: [entry, entry])
    done = run_cli(monkeypatch, "styles", "x")
    assert hostile.raw(done.out) == []
    assert len(done.out.splitlines()) == 2
    assert r"\x1b[2J" in done.out


def test_what_latex_says_of_changes(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    record = SAMPLE.read_text("utf-8").replace("Wakefield", f"Wakefield{hostile.LINE}")
    (here / "refs.nbib").write_text(record, "utf-8")
    (here / "paper.tex").write_text("\\cite{pmid:9500320}\\bibliography{paper}", "utf-8")
    done = run_cli(monkeypatch, "latex", "paper.tex", "refs.nbib")
    assert done.out.startswith("paper.bib: added pmid:9500320 (Wakefield")
    assert hostile.raw(done.out) == []
    assert len(done.out.splitlines()) == 1


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


PIECES = ("TI  - a\x1b[31m\x9b\u202e\tb\r\n", b"c\xff\x1b\n", "\u05d0\u200f\u200d\n", "d\re\n")


def test_a_terminal_gets_a_document_whose_controls_are_escaped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = Terminal(newline="")
    monkeypatch.setattr(sys, "stdout", stream)
    Console().deliver(PIECES, "-")
    first, second, third, fourth, last = stream.getvalue().split("\n")
    assert (first, second) == ("TI  - a\\x1b[31m\\x9b\\u202e\tb\r", r"c\udcff\x1b")
    assert (third, fourth, last) == ("\u05d0\u200f\u200d", r"d\re", "")


def test_a_pipe_gets_every_byte_of_a_document(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="", write_through=True)
    monkeypatch.setattr(sys, "stdout", stream)
    Console().deliver(PIECES, "-")
    wanted = b"".join(each if isinstance(each, bytes) else each.encode() for each in PIECES)
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    assert buffer.getvalue() == wanted


def diagnostics(source: bytes) -> Iterator[Diagnostic]:
    report = Report()
    list(medcite.read(text=source, report=report))
    yield from report.diagnostics


def test_a_logger_gets_one_harmless_line_and_the_attributes_stay_true(
    caplog: pytest.LogCaptureFixture,
) -> None:
    source = f"PMID- 1{hostile.LINE}\nXYZ - a\nTI  - b\n".encode()
    with caplog.at_level(logging.INFO, "medcite"):
        list(medcite.read(text=source))
    assert caplog.messages
    for message in caplog.messages:
        assert hostile.raw(message) == []
        assert len(message.splitlines()) == 1
    (record,) = {each.where.record for each in diagnostics(source)}
    assert record == f"1{hostile.LINE}"


def test_a_diagnostic_is_spelled_legibly() -> None:
    where = Location("a\nb\udcff.nbib", 3, "1\x1b\u202e", "T\tI")
    told = Diagnostic(Level.NOTE, "kept", where, "C:\\new é\xa0漢 \u2028")
    assert str(told) == (
        r"a\nb\udcff.nbib:3: note[kept]: 1\x1b\u202e T\tI: C:\new é" + "\xa0" + r"漢 \u2028"
    )


def test_very_long_values_are_shortened_for_people_only(monkeypatch: pytest.MonkeyPatch) -> None:
    long = Diagnostic(Level.ERROR, "kept", Location("f", 1, "r" * 10**6, "t" * 10**6), "m" * 10**6)
    for form in FORMS:
        stream = io.StringIO()
        monkeypatch.setattr(sys, "stderr", stream)
        Console(form=form).tell(long)
        printed = stream.getvalue()
        if form == "json":
            assert json.loads(printed) == row(long)
        else:
            assert MESSAGE < len(printed) < MESSAGE + 500
            assert printed.count("…") == 3
