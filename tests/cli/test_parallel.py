"""Several processes give what one gives: the same output, keys and diagnostics, in order."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from errno import EIO
from pathlib import Path
from typing import Any

import pytest
from medcite.cli import parallel, program
from medcite.files import chunks, decoding, pool, source, workers
from medcite.output import fragments

from tests.conftest import ROOT

RECORDS = sorted(ROOT.glob("samples/*.nbib"))
ODD = "PMID- 7\nTI  - Odd.\nDP  - never\nZZ  - Kept.\nAID - 11.1/x [doi]\n\n"
METHODS = ["fork", "spawn"] if hasattr(os, "fork") else ["spawn"]
LIST = ["cite", "--style", "nlm", "--as", "html", "--verbose"]
Outcome = tuple[int, str, str]


@pytest.fixture
def long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file that is worth several processes: every record thrice, with an odd one."""
    monkeypatch.setattr(chunks, "SIZE", 2000)
    monkeypatch.setattr(parallel, "MIN_SIZE", 20_000)
    for module in (source, decoding):
        monkeypatch.setattr(module, "PIECE", 7000)
    texts = [text for path in RECORDS if (text := path.read_text("utf-8")).startswith("PMID- ")]
    assert len(texts) > 9
    file = tmp_path / "long.nbib"
    file.write_text("".join(f"{text.strip()}\n\n{ODD}" for text in texts) * 3, "utf-8")
    return file


class Runs:
    """Runs a command by one process and by several, and counts what the workers did."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._patch, self._capsys = monkeypatch, capsys
        self.handed = 0
        imap = workers.imap

        def counting(*arguments: Any) -> Iterator[Any]:
            for result in imap(*arguments):
                self.handed += 1
                yield result

        monkeypatch.setattr(workers, "imap", counting)

    def by(self, number: int, asked: list[str]) -> Outcome:
        self._patch.setattr(workers, "number", lambda: number)
        return program.main(asked), *self._capsys.readouterr()

    def alike(self, *asked: str) -> Outcome:
        """Run a command both ways, and return what both gave."""
        alone = self.by(1, list(asked))
        assert not self.handed
        together = self.by(3, list(asked))
        assert together == alone
        return alone


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Runs:
    return Runs(monkeypatch, capsys)


@pytest.mark.parametrize("method", METHODS)
def test_the_same_as_by_one(
    method: str, long: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "method", lambda: method)
    _, out, told = runs.alike("convert", str(long), "--to", "bibtex", "--verbose")
    assert runs.handed > 10
    assert out.count("@") > 30
    assert "bad-date" in told
    assert "unknown-tag" in told


@pytest.mark.parametrize("to", ["csl-json", "ris"])
@pytest.mark.parametrize("key", ["default", "year", "pmid"])
def test_every_target_is_the_same_as_by_one(to: str, key: str, long: Path, runs: Runs) -> None:
    out = runs.alike("convert", str(long), "--to", to, "--key", key, "--verbose")[1]
    assert runs.handed > 10
    assert len(out) > 20_000
    assert fragments.KEY not in out


@pytest.mark.parametrize("to", ["bibtex", "csl-json", "ris"])
def test_non_characters_are_the_same_as_by_one(to: str, long: Path, runs: Runs) -> None:
    text = long.read_text("utf-8").replace("TI  - ", "TI  - \uffff of \uffff\uffff ")
    long.write_text(text, "utf-8")
    runs.alike("convert", str(long), "--to", to)
    assert runs.handed > 10


def test_pubmed_xml_is_the_same_as_by_one(long: Path, runs: Runs) -> None:
    xml = long.with_suffix(".xml")
    article = (
        "<PubmedArticle><MedlineCitation><PMID>{}</PMID><Article><ArticleTitle>Of {}</ArticleTitle>"
        "</Article></MedlineCitation><PubmedData><ReferenceList/></PubmedData></PubmedArticle>\n"
    )
    articles = "".join(article.format(number, "words " * (number % 50)) for number in range(1, 200))
    xml.write_text(f"<PubmedArticleSet>\n{articles}</PubmedArticleSet>\n", "utf-8")
    for to in ("bibtex", "csl-json"):
        _, out, told = runs.alike("convert", str(xml), "--to", to, "--verbose")
        assert runs.handed > 10
        runs.handed = 0
    assert out.count('"title"') == 199
    assert "199 × ReferenceList left out" in told


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_do_not_matter(end: str, long: Path, runs: Runs) -> None:
    long.write_text(long.read_text("utf-8"), "utf-8", newline=end)
    assert "bad-date" in runs.alike("convert", str(long), "--to", "ris", "--verbose")[2]
    assert runs.handed > 10


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings_do_not_matter(encoding: str, long: Path, runs: Runs) -> None:
    long.write_bytes(long.read_text("utf-8").encode(encoding))
    runs.alike("convert", str(long), "--to", "ris", "--verbose")
    assert runs.handed > 10


def test_what_is_compressed_is_shared_out_when_it_turns_out_long(long: Path, runs: Runs) -> None:
    packed = long.with_name("long.nbib.gz")
    packed.write_bytes(gzip.compress(long.read_bytes()))
    assert packed.stat().st_size < parallel.MIN_SIZE * 2
    runs.alike("convert", str(packed), "--to", "bibtex", "--verbose")
    assert runs.handed > 10


def test_a_damaged_end_is_told_at_the_end(long: Path, runs: Runs) -> None:
    packed = long.with_name("long.nbib.gz")
    packed.write_bytes(gzip.compress(long.read_bytes())[:-2000])
    status, out, told = runs.alike("convert", str(packed), "--to", "bibtex", "--verbose")
    assert runs.handed > 1
    assert status == 1
    assert "error[truncated]" in told
    assert out.count("@") > 30


def test_wrong_options_are_one_line(long: Path, runs: Runs) -> None:
    asked = ["convert", str(long), "--to", "bibtex", "--fields", "titel"]
    assert runs.alike(*asked) == (
        2, "", "medcite convert: error: unknown BibTeX field 'titel'; did you mean title?\n"
    )  # fmt: skip


class Failing(io.BytesIO):
    """An input that cannot be read to its end."""

    def read1(self, size: int | None = -1, /) -> bytes:
        if self.tell() > 30_000:
            raise OSError(EIO, "Input/output error")
        return super().read1(-1 if size is None else size)


@pytest.mark.parametrize("asked", [["convert", "--to", "bibtex", "--verbose"], LIST])
def test_what_cannot_be_read_to_its_end(
    asked: list[str], long: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes = []
    for number in (1, 3):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Failing(long.read_bytes())))
        outcomes.append(runs.by(number, [*asked, "-"]))
    assert outcomes[0] == outcomes[1]
    assert runs.handed > 2
    status, out, told = outcomes[0]
    assert status == 1
    assert out.count("@" if asked[0] == "convert" else "csl-entry") > 20
    assert "<stdin>: error[unreadable]: input/output error" in told.splitlines()[-1]


def test_the_encoding_is_told_once_at_its_place(long: Path, runs: Runs) -> None:
    data = long.read_bytes()
    half = len(data) // 2
    long.write_bytes(data[:half] + data[half:].replace(b"Odd.", b"Odd\xe9."))
    _, out, told = runs.alike("convert", str(long), "--to", "bibtex", "--verbose")
    assert out.count("Oddé") > 15
    assert told.count("note[encoding]") == 1


def test_the_kind_of_file_is_told(long: Path, runs: Runs) -> None:
    odd = long.rename(long.with_name("long.ris"))
    assert "note[read-as]" in runs.alike("convert", str(odd), "--to", "bibtex", "--verbose")[2]
    assert runs.handed > 10


def test_what_one_process_has_to_do(long: Path, runs: Runs) -> None:
    asked = ["convert", str(long), "--to", "bibtex"]
    for more in (["--sort", "year"], [str(long)], ["--to", "biblatex"], ["--from", "ris"]):
        runs.by(3, asked + more)
        assert not runs.handed
    runs.by(3, asked)
    assert runs.handed


@pytest.mark.parametrize("asked", [["convert", "--to", "bibtex"], ["cite", "--style", "nlm"]])
def test_an_input_that_gives_nothing_leaves_the_output_alone(
    asked: list[str], long: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It cannot be read behind its first records, of which none is complete."""
    output = long.with_name("out")
    output.write_text("Something else.\n", "utf-8")
    data = b"PMID- 1\nTI  - " + b"Long title. " * 10_000
    for number in (1, 3):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Failing(data)))
        status, _, told = runs.by(number, [*asked, "-", "-o", str(output)])
        assert status == 1
        assert told == "<stdin>: error[unreadable]: input/output error\n"
        assert output.read_text("utf-8") == "Something else.\n"


def test_a_worker_that_ends_is_one_line(
    long: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parallel._ChunkWork, "__call__", lambda *_: os._exit(1))
    assert runs.by(3, ["convert", str(long), "--to", "bibtex"]) == (
        1, "", f"medcite convert: error: {pool.ENDED}\n"
    )  # fmt: skip


@pytest.mark.parametrize("asked", [["convert", "--to", "bibtex", "--verbose"], LIST])
def test_a_pipe_is_shared_out_when_it_turns_out_long(
    asked: list[str], long: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, out, told = runs.by(1, [*asked, str(long)])
    copy = "import sys; sys.stdout.write(open(sys.argv[1], encoding='utf-8').read())"
    writer = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-c", copy, str(long)],
        stdout=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    with writer:
        monkeypatch.setattr(sys, "stdin", writer.stdout)
        assert runs.by(3, [*asked, "-"]) == (status, out, told.replace(str(long), "-"))
    assert runs.handed > 10


def test_records_of_a_slow_pipe_come_at_once(
    long: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each next record is written only when all but the last few that were are delivered."""
    records = [f"{text}\n\n".encode() for text in long.read_text("utf-8").rstrip().split("\n\n")]
    out, into = os.pipe()
    left = iter(records)
    delivered = 0

    def deliver(_: object, pieces: Iterator[str], *__: object) -> None:
        nonlocal delivered
        for _piece in pieces:
            delivered += 1
            if record := next(left, b""):
                os.write(into, record)
            elif delivered == len(records) - 2:
                os.close(into)

    monkeypatch.setattr("medcite.cli.console.Console.deliver", deliver)
    monkeypatch.setattr(pool, "method", lambda: "spawn")  # a fork would keep the pipe open
    for module in (source, decoding):
        monkeypatch.setattr(module, "HEAD", 1000)
    for _ in range(10):
        os.write(into, next(left))
    with os.fdopen(out, encoding="utf-8") as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert runs.by(3, ["convert", "-", "--to", "bibtex", "--quiet"])[0] == 0
    assert runs.handed > 5
    assert delivered == len(records)


@pytest.mark.parametrize(
    ("style", "apart"),
    [("nlm", True), ("vancouver", True), ("the-lancet", True), ("apa", False), ("ieee", True)],
)
@pytest.mark.parametrize("markup", ["html", "markdown"])
def test_a_list_in_parts_is_the_whole(
    style: str, apart: bool, markup: str, long: Path, runs: Runs
) -> None:
    asked = ["cite", str(long), "--style", style, "--as", markup, "--verbose"]
    assert runs.alike(*asked)[1].count("Odd") > 30
    assert bool(runs.handed) == apart


@pytest.mark.parametrize("method", METHODS)
def test_slices_are_the_whole(
    method: str, long: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = long.with_name("long.json")
    runs.by(1, ["convert", str(long), "--quiet", "-o", str(file)])
    monkeypatch.setattr(pool, "method", lambda: method)
    monkeypatch.setattr(parallel, "MIN_RECORDS", 20)
    monkeypatch.setattr(parallel, "SLICE_SIZE", 7)
    out = runs.alike("cite", str(file), "--style", "vancouver", "--verbose")[1]
    assert runs.handed > 5
    assert out.count("\n") > 60


@pytest.mark.parametrize("method", METHODS)
def test_a_list_is_the_same_however_workers_start(
    method: str, long: Path, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "method", lambda: method)
    runs.alike(*LIST, str(long))
    assert runs.handed > 10


@pytest.mark.parametrize("where", [slice(None, 4), slice(30, 33), slice(-3, None)])
def test_records_that_are_hard_to_count_are_counted_right(
    where: slice, long: Path, runs: Runs
) -> None:
    """A record that no blank line parts from the one before is not seen when text is cut."""
    parts = long.read_text("utf-8").split("\n\nPMID- 7\n")
    gaps = ["\n\nPMID- 7\n"] * (len(parts) - 1)
    gaps[where] = ["\nPMID- 7\n"] * len(gaps[where])
    text = "".join(part + gap for part, gap in zip(parts, [*gaps, ""], strict=True))
    long.write_text(text, "utf-8")
    assert runs.alike(*LIST, str(long))[1].count("csl-entry") > 60
