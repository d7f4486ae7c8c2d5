"""The sample paper, built by the real programs: every reference is there, in order and whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.latex.programs import PAPER, need, pdflatex, run, stamps, text

# In the order of their citation: authors and titles with what is hard to keep.
REFERENCES = [
    ("Sevigny", "Bussière", "Aβ plaques", "Alzheimer's disease", "7618"),
    ("RECOVERY Collaborative Group", "Horby", "Dexamethasone in Hospitalized", "NEJMoa2021436"),
    ("von Elm", "Gøtzsche", "(STROBE) statement", "1453"),
    ("Yang", "(GIANT) Consortium", "(DIAGRAM) Consortium", "GWAS", "S1"),
    ("Ware", "Sherbourne", "SF36", "473"),
    ("Dalgleish", "Weiss", "CD4 (T4) antigen", "AIDS retrovirus", "763"),
]


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    folder = tmp_path / "my paper é"
    shutil.copytree(PAPER, folder)
    return folder


def check(pdf: Path, order: list[int] | None = None) -> None:
    said = text(pdf)
    assert "[?]" not in said
    at = said.rindex("References")
    for number in order or range(len(REFERENCES)):
        for words in REFERENCES[number]:
            found = said.find(words.replace("-", ""), at)
            assert found > 0, f"{words!r} is not in {said[at:]}"
            if words == REFERENCES[number][0]:
                at = found


@need("pdflatex", "bibtex", "pdftotext")
def test_bibtex_by_hand(paper: Path) -> None:
    pdflatex(paper, "bibtex")
    assert "added pmid:27582220 (Sevigny et al., Nature, 2016)" in run(
        paper, "medcite", "latex", "bibtex.aux"
    )
    assert "Warning" not in run(paper, "bibtex", "bibtex")
    pdflatex(paper, "bibtex")
    assert "undefined" not in pdflatex(paper, "bibtex")
    check(paper / "bibtex.pdf")
    assert (paper / "own.bib").read_bytes() == (PAPER / "own.bib").read_bytes()


@need("pdflatex", "bibtex", "latexmk", "pdftotext")
def test_latexmk_with_bibtex_comes_to_rest(paper: Path) -> None:
    run(paper, "latexmk", "-pdf", "-interaction=nonstopmode", "bibtex.tex")
    check(paper / "bibtex.pdf")
    rest(paper, "bibtex.tex")


@pytest.mark.long
@need("pdflatex", "biber", "latexmk", "pdftotext")
def test_latexmk_with_biber_comes_to_rest(paper: Path) -> None:
    run(paper, "latexmk", "-pdf", "-interaction=nonstopmode", "biblatex.tex")
    check(paper / "biblatex.pdf")
    said = text(paper / "biblatex.pdf")
    assert "PMID: 27582220" in said
    assert "PMCID: PMC3593158" in said.replace("pmcid", "PMCID")
    links = (paper / "biblatex.pdf").read_bytes() + (paper / "biblatex.bbl").read_bytes()
    assert b"pubmed" in links
    assert b"WARN" not in (paper / "biblatex.blg").read_bytes()
    rest(paper, "biblatex.tex")


def rest(paper: Path, document: str) -> None:
    before = stamps(paper)
    said = run(paper, "latexmk", "-pdf", "-interaction=nonstopmode", document)
    assert "Nothing to do" in said
    assert "added" not in said
    assert "refreshed" not in said
    assert {name for name, each in stamps(paper).items() if before.get(name) != each} <= {
        document.replace(".tex", ".fdb_latexmk")
    }


@need("pdflatex", "latexmk", "pdftotext")
def test_vancouver_without_bibtex(paper: Path) -> None:
    pdflatex(paper, "vancouver")
    run(paper, "medcite", "latex", "--bbl", "--style", "vancouver", "vancouver.aux")
    pdflatex(paper, "vancouver")
    assert "undefined" not in pdflatex(paper, "vancouver")
    check(paper / "vancouver.pdf")
    assert "Nature. 2016 Sep 1;537(7618):506. doi: 10.1038/nature19323." in text(
        paper / "vancouver.pdf"
    )


@need("pdflatex", "latexmk", "pdftotext")
def test_latexmk_with_medcite_in_the_place_of_bibtex(paper: Path) -> None:
    words = ["latexmk", "-norc", "-r", "vancouver.latexmkrc", "-pdf", "-interaction=nonstopmode"]
    run(paper, *words, "vancouver.tex")
    check(paper / "vancouver.pdf")
    assert "Nothing to do" in run(paper, *words, "vancouver.tex")


@need("pdflatex", "pdftotext")
def test_author_and_year_with_natbib(paper: Path) -> None:
    pdflatex(paper, "apa")
    run(paper, "medcite", "latex", "--bbl", "--style", "apa", "apa.aux")
    pdflatex(paper, "apa")
    assert "undefined" not in pdflatex(paper, "apa")
    said = text(paper / "apa.pdf")
    assert "plaques (Sevigny et al., 2016), and" in said
    assert "receptor (Dalgleish et al., 1984–1985) needs" in said
    check(paper / "apa.pdf", [5, 1, 0, 2, 4, 3])


@pytest.mark.long
@need("pdflatex", "bibtex", "biber", "latexmk", "make", "pdftotext")
def test_make(paper: Path) -> None:
    run(paper, "make")
    for name in ("bibtex", "biblatex", "vancouver"):
        check(paper / f"{name}.pdf")
    assert "Nothing to be done" in run(paper, "make")


@need("pdflatex", "bibtex", "latexmk", "pdftotext")
def test_output_directory_and_jobname(paper: Path) -> None:
    words = ["latexmk", "-pdf", "-interaction=nonstopmode", "-outdir=out", "-jobname=thesis"]
    run(paper, *words, "bibtex.tex")
    check(paper / "out" / "thesis.pdf")
    said = run(paper, "medcite", "latex", "out/thesis.aux", "--check")
    assert said == ""
    (paper / "refs.bib").unlink()
    assert "refs.bib: added PMC3593158" in run(paper, "medcite", "latex", "out/thesis.aux")
    run(paper.parent, "medcite", "latex", f"{paper.name}/out/thesis.aux", "--check")
    assert "Nothing to do" in run(paper, *words, "bibtex.tex")


@need("arara", "pdflatex", "bibtex")
def test_arara(paper: Path) -> None:
    source = (paper / "bibtex.tex").read_text("utf-8")
    directives = ["pdflatex", "medcite", "bibtex", "pdflatex", "pdflatex"]
    head = "".join(f"% arara: {each}\n" for each in directives)
    (paper / "bibtex.tex").write_text(head + source, "utf-8")
    run(paper, "arara", "bibtex.tex")
    check(paper / "bibtex.pdf")


def test_arara_calls_the_command_as_it_is() -> None:
    rule = (PAPER / "arara-rule-medcite.yaml").read_text("utf-8")
    assert rule.startswith("!config\n")
    assert "identifier: medcite\n" in rule
    assert "getCommand('medcite', 'latex', options, reference.fileName)" in rule
    assert "\t" not in rule
