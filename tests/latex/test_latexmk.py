"""The README's recipe for latexmk, however latexmk is called and whatever lies there already."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.latex.programs import need, run, text
from tests.latex.test_recipes import block

DOCUMENT = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage{lmodern}
%% \cite{pmid:1}
\newcommand{\pubmed}[1]{\cite{pmid:#1}}
\begin{document}
%s
\bibliographystyle{unsrt}
\bibliography{refs}
\end{document}
"""
QUIET = "-interaction=nonstopmode"
CALLS = [
    ("latexmk", "-pdf", QUIET),
    ("latexmk", "-pdf", QUIET, "main"),
    ("latexmk", "-pdf", QUIET, "main.tex"),
    ("latexmk", QUIET),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "my paper é"
    folder.mkdir()
    shutil.copy(ROOT / "samples" / "refs.nbib", folder)
    (folder / ".latexmkrc").write_text(block("perl"), "utf-8")
    return folder


def write(folder: Path, body: str, name: str = "main") -> None:
    (folder / f"{name}.tex").write_text(DOCUMENT % body, "utf-8")


def built(folder: Path, name: str = "main") -> str:
    if not (folder / f"{name}.pdf").exists():
        run(folder, "dvipdfmx", name)
    return text(folder / f"{name}.pdf")


@need("pdflatex", "bibtex", "latexmk", "pdftotext", "dvipdfmx")
@pytest.mark.parametrize(
    "words",
    [CALLS[0], *(pytest.param(call, marks=pytest.mark.long) for call in CALLS[1:])],
    ids=" ".join,
)
def test_however_it_is_called(folder: Path, words: tuple[str, ...]) -> None:
    write(folder, r"Behaviour~\cite{pmid:3378902}.")
    assert "refs.bib: added pmid:3378902" in run(folder, *words)
    said = built(folder)
    assert "Rosenstock" in said
    assert "[?]" not in said
    assert "Nothing to do" in run(folder, *words)


@need("pdflatex", "bibtex", "latexmk", "pdftotext", "dvipdfmx")
@pytest.mark.long
@pytest.mark.parametrize("words", CALLS[:3], ids=" ".join)
def test_what_is_cited_anew_is_there_despite_an_old_aux(
    folder: Path, words: tuple[str, ...]
) -> None:
    write(folder, r"Behaviour~\pubmed{3378902} \cite{pmid:3378902}.")
    run(folder, *words)
    write(folder, r"Behaviour~\pubmed{3378902} and more~\cite{pmid:16060722}.")
    assert "refs.bib: added pmid:16060722" in run(folder, *words)
    said = built(folder)
    assert "Rosenstock" in said
    assert "Ioannidis" in said
    assert "[?]" not in said


@need("pdflatex", "bibtex", "latexmk", "pdftotext")
def test_every_document_of_the_default_files(folder: Path) -> None:
    write(folder, r"\cite{pmid:3378902}")
    write(folder, r"\cite{pmid:16060722}", "an answer")
    run(folder, "latexmk", "-pdf", QUIET)
    assert "Rosenstock" in built(folder)
    assert "Ioannidis" in built(folder, "an answer")


@need("pdflatex", "bibtex", "latexmk", "pdftotext")
@pytest.mark.long
@pytest.mark.parametrize("named", ["'my main'", "'my main.tex'", "'my*.tex'"])
def test_default_files_of_ones_own(folder: Path, named: str) -> None:
    write(folder, r"\cite{pmid:3378902}", "my main")
    (folder / "chapter.tex").write_text(r"No document: \cite{nobody}", "utf-8")
    recipe = (folder / ".latexmkrc").read_text("utf-8")
    (folder / ".latexmkrc").write_text(f"@default_files = ({named});\n{recipe}", "utf-8")
    assert "error" not in run(folder, "latexmk", "-pdf", QUIET)
    assert "Rosenstock" in built(folder, "my main")


@need("pdflatex", "bibtex", "latexmk", "pdftotext")
@pytest.mark.long
def test_without_medcite_the_committed_file_is_used(folder: Path) -> None:
    write(folder, r"\cite{pmid:3378902}")
    run(folder, "medcite", "latex", "main")
    recipe = (folder / ".latexmkrc").read_text("utf-8")
    (folder / ".latexmkrc").write_text(recipe.replace("'medcite'", "'no-such-program'"), "utf-8")
    run(folder, "latexmk", "-pdf", QUIET, "main.tex")
    assert "Rosenstock" in built(folder)


def old(path: Path) -> None:
    os.utime(path, (1, 1))


def latex(folder: Path, *words: str) -> str:
    return run(folder, "medcite", "latex", *words, fine=False)


AUX = "\\citation{pmid:16060722}\n\\citation{pmid:3378902}\n\\bibdata{refs}\n\\bibstyle{unsrt}\n"


@pytest.mark.parametrize("aged", ["main.aux", "main.tex"])
def test_a_name_alone_stands_for_both_files(folder: Path, aged: str) -> None:
    write(folder, r"\cite{pmid:3378902} \cite{doi:10.1371/journal.pmed.0020124}")
    (folder / "main.aux").write_text(AUX, "utf-8")
    old(folder / aged)
    latex(folder, "main")
    bib = (folder / "refs.bib").read_text("utf-8")
    assert "{pmid:3378902," in bib
    assert "{pmid:16060722," in bib
    assert "{doi:10.1371/journal.pmed.0020124," in bib


def test_the_text_decides_what_an_old_aux_no_longer_says(folder: Path) -> None:
    write(folder, r"\cite{pmid:3378902}")
    (folder / "main.tex").write_text(
        (folder / "main.tex").read_text("utf-8").replace("{refs}", "{newer}"), "utf-8"
    )
    (folder / "main.aux").write_text(f"\\citation{{mistyped}}\n{AUX}", "utf-8")
    old(folder / "main.aux")
    said = latex(folder, "main")
    assert "error" not in said
    assert "newer.bib: added pmid:3378902" in said
    assert not (folder / "refs.bib").exists()
    assert "mistyped" in latex(folder, "main.aux")


def test_a_fresh_aux_is_believed(folder: Path) -> None:
    write(folder, r"\cite{pmid:3378902}")
    (folder / "main.aux").write_text(f"\\citation{{mistyped}}\n{AUX}", "utf-8")
    old(folder / "main.tex")
    assert "mistyped: no record" in latex(folder, "main")


def test_the_list_is_in_the_order_of_the_text(folder: Path) -> None:
    write(folder, r"\cite{pmid:16060722} \cite{pmid:3378902}")
    (folder / "main.aux").write_text(AUX.replace("\\citation{pmid:16060722}\n", ""), "utf-8")
    old(folder / "main.aux")
    latex(folder, "main", "--bbl", "--style", "vancouver")
    bbl = (folder / "main.bbl").read_text("utf-8")
    assert bbl.index("Ioannidis") < bbl.index("Rosenstock")
