"""The recipes that the README shows are those of the sample paper, and work."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.latex.programs import PAPER, need, run
from tests.run import blocks

README = (ROOT / "README.md").read_text("utf-8")


def block(kind: str) -> str:
    (found,) = (each["body"] for each in blocks(README, kind))
    return str(found)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    folder = tmp_path / "my paper é"
    shutil.copytree(PAPER, folder)
    return folder


def test_latexmkrc_is_the_samples() -> None:
    assert block("perl") in (PAPER / ".latexmkrc").read_text("utf-8")


@need("make")
def test_make_rule_asks_once(paper: Path) -> None:
    (paper / "Makefile").write_text(block("make"), "utf-8")
    assert "refs.bib: added" in run(paper, "make", "bibtex.stamp")
    assert "up to date" in run(paper, "make", "bibtex.stamp")
    time.sleep(0.01)
    (paper / "bibtex.tex").touch()
    before = (paper / "refs.bib").stat().st_mtime_ns
    assert "added" not in run(paper, "make", "bibtex.stamp")
    assert (paper / "refs.bib").stat().st_mtime_ns == before


@need("vim")
def test_vim_runs_it_on_saving(paper: Path) -> None:
    (paper / "vimrc").write_text(block("vim"), "utf-8")
    words = ["vim", "-N", "-u", "vimrc", "-i", "NONE", "-n", "-es", "bibtex.tex", "-c", "write"]
    run(paper, *words, "-c", "quit")
    assert "@article{pmid:27582220," in (paper / "refs.bib").read_text("utf-8")


def test_what_an_editor_runs_takes_any_path(paper: Path) -> None:
    run(paper, "sh", "-c", 'cd / && medcite latex "$0"', str(paper / "bibtex.tex"))
    assert "@article{pmid:27582220," in (paper / "refs.bib").read_text("utf-8")


@need("pdflatex")
@pytest.mark.parametrize(("name", "source"), [("bcf", "biblatex"), ("aux", "bibtex")])
def test_shell_examples_run(paper: Path, name: str, source: str) -> None:
    shutil.copytree(ROOT / "samples", paper / "exports", ignore=shutil.ignore_patterns("paper"))
    (paper / "more").mkdir()
    shutil.copy(PAPER / "exports.nbib", paper / "more")
    shutil.copy(PAPER / f"{source}.tex", paper / "main.tex")
    run(paper, "pdflatex", "-interaction=nonstopmode", "main")
    section = README[README.index("## Inside LaTeX") : README.index("## From Python")]
    shells = "".join(str(each["body"]) for each in blocks(section, "sh"))
    lines = [line for line in shells.splitlines() if f"main.{name}" in line]
    assert lines
    for line in lines:
        ran = re.sub(r"\s+#.*", "", line)
        said = run(paper, "sh", "-c", ran, fine="--check" not in line)
        assert "error" not in said
        assert "Traceback" not in said
    assert (paper / "main.bbl").exists() == (name == "aux")
