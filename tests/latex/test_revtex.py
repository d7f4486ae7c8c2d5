"""A REVTeX article, whose class cites its settings and footnotes as if they were references."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.latex.programs import need, pdflatex, run, text

DOCUMENT = r"""\documentclass[aps,prl,reprint]{revtex4-2}
\usepackage{lmodern}
\begin{document}
\title{On keys}\author{A. Author}\affiliation{Here}\maketitle
Behaviour~\cite{https://pubmed.ncbi.nlm.nih.gov/3378902/}, findings~\cite{fieldNotes}%%
\footnote{A footnote among the references.},
and more~\cite{https://doi.org/10.1371/journal.pmed.0020124}.
%s
\bibliography{myNotes,refs}
\end{document}
"""
OWN = "@book{fieldNotes, author = {Doe, Jane}, title = {Field notes}, year = 2001}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    shutil.copy(ROOT / "samples" / "refs.nbib", folder)
    (folder / "myNotes.bib").write_text(OWN, "utf-8")
    return folder


@need("pdflatex", "bibtex", "pdftotext", "revtex4-2.cls")
@pytest.mark.parametrize("more", ["", r"\nocite{*}"])
def test_the_class_keeps_its_own_entries(folder: Path, more: str) -> None:
    (folder / "lab.tex").write_text(DOCUMENT % more, "utf-8")
    pdflatex(folder, "lab")
    said = run(folder, "medcite", "latex", "lab.aux")
    assert "error" not in said
    assert "refs.bib: added https://pubmed.ncbi.nlm.nih.gov/3378902/ (Rosenstock" in said
    written = (folder / "refs.bib").read_text("utf-8")
    assert "footnote" not in written.lower()
    assert "Control" not in written
    run(folder, "bibtex", "lab", fine=False)
    for _ in range(2):
        pdflatex(folder, "lab")
    said = text(folder / "lab.pdf")
    for words in ("Rosenstock", "Ioannidis", "Field notes", "A footnote among"):
        assert words in said
    assert "[?]" not in said
    assert (folder / "myNotes.bib").read_text("utf-8") == OWN
