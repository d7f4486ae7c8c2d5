"""Names of files that are hard for a command line: dashes, line ends, links, length."""

from __future__ import annotations

import gzip
import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.run import run_cli

SAMPLE = ROOT / "samples" / "season.nbib"
LONGEST = ("x" * 250 + "{}", "ä" * 124 + "ab{}")  # with a suffix of four letters, 254 bytes
DOCUMENT = r"\cite{pmid:3378902}\bibliography{refs}"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLE, "in.nbib")
    return tmp_path


@pytest.mark.parametrize("name", ["-x.nbib", "--to", "-q", "--", "-"])
def test_what_follows_two_dashes_is_a_file(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    Path(f"./{name}").write_bytes(SAMPLE.read_bytes())
    files = [name] if name not in ("-", "--") else []
    words = ("--to", "ris", "--fields", "TI", "-q")
    whole = run_cli(monkeypatch, "convert", *words, "in.nbib", *map("./{}".format, files))
    assert whole.status == 0
    assert run_cli(monkeypatch, "convert", *words, "in.nbib", "--", *files) == whole
    assert run_cli(monkeypatch, "convert", "in.nbib", *words, "--", *files) == whole
    assert run_cli(monkeypatch, "convert", *words, "--", "in.nbib", *files) == whole


def test_two_dashes_in_other_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("./-m.tex").write_text(DOCUMENT)
    assert "refs.bib: added" in run_cli(monkeypatch, "latex", "--", "-m.tex").out
    Path("./-x.nbib").write_bytes(SAMPLE.read_bytes())
    assert "Rosenstock" in run_cli(monkeypatch, "cite", "--", "-x.nbib").out
    assert "warning[duplicate]" in run_cli(monkeypatch, "check", "--", "-*.nbib", "in.nbib").err
    assert "expected one argument" in run_cli(monkeypatch, "cite", "in.nbib", "-o", "--", "x").err
    told = run_cli(monkeypatch, "formats", "--", "x")
    assert (told.status, told.out) == (2, "")
    assert "unexpected argument 'x'" in told.err


@pytest.mark.parametrize("base", LONGEST)
@pytest.mark.parametrize("command", ["convert", "cite", "latex", "bbl"])
def test_names_as_long_as_names_can_be(
    monkeypatch: pytest.MonkeyPatch, folder: Path, command: str, base: str
) -> None:
    suffix = {"cite": ".txt", "bbl": ".bbl"}.get(command, ".bib")
    name = base.format(suffix)
    assert len(name.encode()) == 254
    Path("main.tex").write_text(DOCUMENT)
    words = {"latex": ["latex", "main.tex"], "bbl": ["latex", "main.tex", "--bbl"]}
    words["bbl"] += ["--style", "vancouver"]
    asked = [*words.get(command, [command, "in.nbib"]), "-q", "-o", name]
    for _ in range(2):
        assert (run_cli(monkeypatch, *asked).status, run_cli(monkeypatch, *asked).err) == (0, "")
    assert "Rosenstock" in Path(name).read_text("utf-8")
    extra = {".medcite-index"} if command in ("latex", "bbl") else set()
    assert set(os.listdir(folder)) == {name, "in.nbib", "main.tex", *extra}


LOOPS = [
    ("check", "loop.nbib"),
    ("convert", "in.nbib", "-o", "loop.bib"),
    ("convert", "in.nbib", "-o", "loop.bib", "--force"),
    ("convert", "in.nbib", "-o", "loop/refs.bib"),
    ("convert", "loop.nbib", "--to", "ris"),
    ("convert", "loop/refs.nbib", "--to", "ris"),
    ("cite", "in.nbib", "-o", "loop.docx"),
    ("cite", "in.nbib", "--style", "loop.csl"),
    ("cite", "in.nbib", "--citations", "loop.json"),
    ("latex", "loop.tex"),
    ("latex", "loop.aux"),
    ("latex", "loop"),
    ("latex", "loop/main.tex"),
    ("latex", "loop/none.aux"),
    ("latex", "loop/none.bcf"),
    ("latex", "main.tex", "-o", "loop.bib"),
    ("latex", "main.tex", "-o", "loop/refs.bib"),
    ("latex", "main.tex", "loop.nbib"),
    ("latex", "main.tex", "loop"),
    ("latex", "looped.tex"),
    ("latex", "main.tex", "--bbl", "--style", "loop.csl"),
    ("latex", "main.tex", "--bbl", "--style", "vancouver", "-o", "loop.bbl"),
]


@pytest.mark.parametrize("words", LOOPS, ids=" ".join)
def test_links_that_go_round_are_one_line(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    for suffix in (".nbib", ".bib", ".docx", ".csl", ".json", ".tex", ".aux", ".bbl", ""):
        os.symlink(f"round{suffix}", f"loop{suffix}")
        os.symlink(f"loop{suffix}", f"round{suffix}")
    Path("main.tex").write_text(DOCUMENT)
    Path("looped.tex").write_text(DOCUMENT.replace("refs", "loop"))
    told = run_cli(monkeypatch, *words)
    assert told.status in (1, 2)
    assert told.err.count("\n") == 1
    assert "error" in told.err


def test_links_that_go_round_beside_a_document_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("loop.nbib", "main.log", "main.fls", "main.bcf"):
        os.symlink(name, name)
    Path("main.tex").write_text(DOCUMENT + r"\input{loop}")
    Path("main.aux").write_text("\\citation{pmid:3378902}\n\\bibdata{refs}\n\\@input{loop.aux}\n")
    assert "refs.bib: added" in run_cli(monkeypatch, "latex", "main.aux").out


ODD = ["two\nlines", "a\r\nb", "tab\tbed", "x" * 240]


@pytest.mark.parametrize("stem", ODD)
def test_odd_names_are_names(monkeypatch: pytest.MonkeyPatch, stem: str) -> None:
    shutil.copy(SAMPLE, f"{stem}.nbib")
    shutil.copy(ROOT / "styles" / "nlm.csl", f"{stem}.csl")
    Path(f"{stem}.json").write_text('[["3378902"]]')
    Path(f"{stem}.tex").write_text(DOCUMENT)
    assert run_cli(monkeypatch, "check", f"{stem}.nbib").status == 0
    assert run_cli(monkeypatch, "convert", f"{stem}.nbib", "-o", f"{stem}.ris").status == 0
    asked = ("--style", f"{stem}.csl", "--citations", f"{stem}.json", "-o", f"{stem}.txt")
    assert run_cli(monkeypatch, "cite", f"{stem}.nbib", *asked).status == 0
    assert run_cli(monkeypatch, "latex", f"{stem}.tex", f"{stem}.nbib").status == 0
    for suffix in (".ris", ".txt"):
        assert "Rosenstock" in Path(stem + suffix).read_text()


@pytest.mark.parametrize("stem", ["two\nlines", "x" * 1_200, "PMID- 1\nTI  - A title.\n\n"])
@pytest.mark.parametrize(
    "words",
    [
        ("check", "{}.nbib"),
        ("convert", "{}", "--to", "ris"),
        ("cite", "in.nbib", "--style", "{}.csl"),
        ("cite", "in.nbib", "--citations", "{}"),
        ("latex", "{}.tex"),
        ("latex", "{}"),
        ("convert", "in.nbib", "-o", "none/{}.bib"),
    ],
)
def test_missing_files_with_odd_names_are_one_line(
    monkeypatch: pytest.MonkeyPatch, stem: str, words: tuple[str, ...]
) -> None:
    told = run_cli(monkeypatch, *(word.format(stem) for word in words))
    assert (told.status, told.out, told.err.count("\n")) == (1, "", 1)
    assert stem.split("\n", maxsplit=1)[0][:50] in told.err or "none" in told.err


def test_every_kind_of_output_is_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    for words in (("convert", "x.ris.gz"), ("convert", "X.JSON.GZ"), ("cite", "x.html.gz")):
        assert run_cli(monkeypatch, words[0], "in.nbib", "-q", "-o", words[1]).status == 0
        assert "Rosenstock" in gzip.decompress(Path(words[1]).read_bytes()).decode()
    assert run_cli(monkeypatch, "cite", "in.nbib", "-o", "x.docx.gz").status == 0
    assert gzip.decompress(Path("x.docx.gz").read_bytes()).startswith(b"PK")
    assert run_cli(monkeypatch, "check", "x.ris.gz").status == 0


def test_an_open_file_by_name_keeps_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("log").open("wb", buffering=0) as stream:
        stream.write(b"before\n")
        words = ("-q", "--to", "ris", "-o", f"/dev/fd/{stream.fileno()}")
        assert run_cli(monkeypatch, "convert", "in.nbib", *words).status == 0
        stream.write(b"behind\n")
    text = Path("log").read_text()
    assert text.startswith("before\n")
    assert "Rosenstock" in text
    assert text.endswith("behind\n")
