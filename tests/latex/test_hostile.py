"""Keys and titles that are commands to TeX are only ever text; the real programs judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.latex.programs import need, pdflatex, run, text
from tests.run import run_cli

HOSTILE = [
    r"\input{/etc/passwd} reads",
    r"\write18{touch pwned} writes",
    r"\immediate\write18{touch pwned}\end{document}",
    "100% of #1 & ~50^2 $x_1$ cost",
    "braces } closed and { opened {{",
    r"back\slash \\ \csname end\endcsname ^^5cinput",
    '"quotes" , author = {Nobody}, @string(x="y")',
    "},\n@article{inserted, title={x}",
    r"\catcode`\%=12 ``ligatures'' --- <<>> ?` |",
]
RECORD = """PMID- {number}
STAT- MEDLINE
DP  - 2020 Jan
TI  - {title}
PG  - 1-2
VI  - {number}
FAU - {name}, Ann
FAU - Doe, {name}
AU  - {name} A
PT  - Journal Article
TA  - J {title}
JT  - Journal of {title}
PST - ppublish

"""
DOCUMENT = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage{lmodern}
%s
\begin{document}
\cite{%s}
%s
\end{document}
"""
ATTACK = "10.1000/^^5cimmediate^^5cwrite18^^7btouch^^20pwned^^7d"
KEYS = ",".join(f"pmid:{number}" for number in range(1, len(HOSTILE) + 1))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    records = "".join(
        RECORD.format(number=number, title=" ".join(title.split()), name=title.split()[0])
        for number, title in enumerate(HOSTILE, start=1)
    )
    records = records.replace("PST ", f"AID - {ATTACK} [doi]\nPST ")
    (folder / "exports.nbib").write_text(records, "utf-8")
    return folder


def harmless(folder: Path) -> None:
    said = text(folder / "main.pdf")
    assert "root:" not in said
    assert not (folder / "pwned").exists()
    squeezed = said.replace(" ", "")
    for wanted in (r"\input{/etc/passwd}", r"\write18{touchpwned}", "100%of#1&"):
        assert wanted in squeezed, wanted
    assert "[?]" not in said
    assert said.rstrip().endswith("1")  # the page's number: nothing ended the document before


def prepare(folder: Path, preamble: str, end: str) -> None:
    (folder / "main.tex").write_text(DOCUMENT % (preamble, KEYS, end), "utf-8")
    (folder / "main.tex").touch()
    pdflatex(folder, "main", "-shell-escape")


@need("pdflatex", "bibtex", "pdftotext")
@pytest.mark.parametrize("ascii", [[], ["--ascii"]])
def test_bibtex(folder: Path, ascii: list[str]) -> None:
    prepare(folder, "", r"\bibliographystyle{unsrt}\bibliography{refs}")
    run(folder, "medcite", "latex", "main.aux", *ascii)
    assert "inserted" not in run(folder, "bibtex", "main").lower()
    for _ in range(2):
        pdflatex(folder, "main", "-shell-escape")
    harmless(folder)


@pytest.mark.long
@need("pdflatex", "biber", "pdftotext")
def test_biblatex(folder: Path) -> None:
    prepare(
        folder,
        r"\usepackage[giveninits=true]{biblatex}\addbibresource{refs.bib}",
        r"\printbibliography",
    )
    run(folder, "medcite", "latex", "main.bcf")
    assert "WARN" not in run(folder, "biber", "main")
    for _ in range(2):
        pdflatex(folder, "main", "-shell-escape")
    harmless(folder)


@need("pdflatex", "pdftotext")
@pytest.mark.parametrize("style", ["vancouver", "apa"])
def test_bbl(folder: Path, style: str) -> None:
    prepare(folder, r"\usepackage{natbib}", r"\bibliography{none}")
    run(folder, "medcite", "latex", "--bbl", "--style", style, "main.aux")
    for _ in range(2):
        pdflatex(folder, "main", "-shell-escape")
    harmless(folder)


KEYED = """TY  - JOUR
ID  - {key}
TI  - A title
AU  - Doe, Jane
PY  - 2020
ER  -\x20
"""
BAD = [
    r"\input{/etc/passwd}",
    r"a}\write18{touch pwned}{",
    "per%cent",
    "num#ber",
    "x},y={z",
    "til~de",
    'quo"te',
]


@pytest.mark.parametrize("key", BAD)
def test_hostile_keys_are_written_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "own.ris").write_text(KEYED.replace("{key}", key), "utf-8")
    (folder / "main.aux").write_text(
        f"\\relax\n\\citation{{{key}}}\n\\citation{{fine}}\n\\bibdata{{refs}}\n", "utf-8"
    )
    for words in ([], ["--to", "biblatex"], ["--bbl"]):
        said = run_cli(monkeypatch, "latex", "main.aux", *words).err
        assert "internal error" not in said
        assert "error[bad-key]" in said or "error[unresolved]" in said
        for name in ("refs.bib", "main.bbl"):
            written = folder / name
            content = written.read_text("utf-8") if written.exists() else ""
            assert key not in content
            assert "write18" not in content


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_a_hostile_doi_is_neither_key_nor_among_the_ids(folder: Path, dialect: str) -> None:
    aux = f"\\relax\n\\citation{{pmid:1,doi:{ATTACK}}}\n\\bibdata{{refs}}\n"
    (folder / "main.aux").write_text(aux, "utf-8")
    run(folder, "medcite", "latex", "main.aux", "--to", dialect, fine=False)
    written = (folder / "refs.bib").read_text("utf-8")
    assert "{pmid:1," in written
    assert "%5E%5E5cimmediate" in written.replace("\\%", "%")
    assert "^^" not in written


def test_a_key_cannot_reach_the_terminal(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "main.aux").write_bytes(b"\\citation{a\x1b[31mb}\n\\bibdata{refs}\n")
    said = run(folder, "medcite", "latex", "main.aux", fine=False)
    assert "\x1b" not in said
    assert r"a\x1b[31mb" in said


@pytest.mark.long
@need("biber", "pdflatex", "pdftotext")
def test_a_key_that_biber_does_not_take_is_among_the_ids(folder: Path) -> None:
    record = RECORD.format(number=7, title="Parenthesis", name="Doe")
    doi = "10.1016/S0140-6736(07)61602-X"
    (folder / "exports.nbib").write_text(record.replace("PST", f"AID - {doi} [doi]\nPST"), "utf-8")
    document = DOCUMENT % (
        r"\usepackage{biblatex}\addbibresource{refs.bib}",
        f"doi:{doi}",
        r"\printbibliography",
    )
    (folder / "main.tex").write_text(document, "utf-8")
    run(folder, "medcite", "latex", "main.tex")
    for _ in range(2):
        pdflatex(folder, "main")
        assert "WARN" not in run(folder, "biber", "main")
    pdflatex(folder, "main")
    assert "[1]" in text(folder / "main.pdf")
    assert "Parenthesis" in text(folder / "main.pdf")
    assert run(folder, "medcite", "latex", "main.bcf", "--check") == ""
    (folder / "refs.bib").unlink()  # now the .bcf names the entry and its other keys
    assert "same-article" not in run(folder, "medcite", "latex", "main.bcf")
