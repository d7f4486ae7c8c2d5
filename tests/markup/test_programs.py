"""What the real TeX programs make of our spellings."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path

import pytest
from medcite.markup import latex, latex_items, latex_spelling, latex_title
from medcite.tables.latex import ACCENTS, KNOWN, MATH, SPELT, TEXT

from tests.latex.programs import need
from tests.markup.texts import FIRST, SECOND, bare, labelled

pytestmark = need("pdflatex", "bibtex", "biber", "pdftotext")

BOUNDS = ((0xA0, 0x3000), (0xFB00, 0xFB07), (0x1D400, 0x1D800), (0xFF01, 0xFF5F))
CLUSTERS = [letter + mark for letter in "aAix=%{ α≤" for mark in ACCENTS]
HEAD = "\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{lmodern}\n"
HOSTILE = "\\input{/etc/passwd} \\write18{ls} 50% of $3 & #2 {a_b c^d ~ | <x> \" `` '' -- ^^41"


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, errors="replace", check=False
    )
    return done.stdout


def compile(folder: Path, body: str, head: str = HEAD) -> list[str]:
    """Set a document; give the errors and the characters that its fonts lack."""
    text = f"{head}\\begin{{document}}\\scrollmode\n{body}\n\\end{{document}}\n"
    (folder / "main.tex").write_text(text, encoding="utf-8")
    run(folder, "pdflatex", "-interaction=nonstopmode", "main.tex")
    log = (folder / "main.log").read_text(encoding="utf-8", errors="replace")
    return re.findall(r"^! .*|^Missing character.*", log, re.MULTILINE)


def printed(folder: Path) -> str:
    """The document's text, on one line."""
    text = run(folder, "pdftotext", "-raw", "main.pdf", "-")
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", text))


def characters() -> list[str]:
    """Every character and cluster that has a spelling."""
    single = {*TEXT, *MATH, *SPELT, *KNOWN, *(chr(n) for part in BOUNDS for n in range(*part))}
    return [c for c in (*sorted(single), *CLUSTERS) if not latex_spelling.ascii_only(c).unspelled]


def test_every_spelling_compiles(tmp_path: Path) -> None:
    lines = [
        f"{latex_spelling.ascii_only(c).text} {latex_spelling.pdflatex(c).text}\\par"
        for c in characters()
    ]
    assert len(lines) > 2000
    assert compile(tmp_path, "\n".join(lines)) == []


@pytest.mark.parametrize("step", [17, pytest.param(1, marks=pytest.mark.long)])
def test_biber_undoes_no_spelling(tmp_path: Path, step: int) -> None:
    """biber decodes LaTeX to Unicode; what comes out must be known to pdfLaTeX."""
    entries = (
        f"@book{{k{n}, title = {{{spell(c).text}}}}}"
        for n, c in enumerate(characters()[::step])
        for spell in (latex_spelling.ascii_only if n % 2 else latex_spelling.pdflatex,)
    )
    (tmp_path / "all.bib").write_text("\n".join(entries), encoding="utf-8")
    head = HEAD + "\\usepackage[backend=biber]{biblatex}\n\\addbibresource{all.bib}\n"
    compile(tmp_path, "\\nocite{*}\\printbibliography", head)
    said = run(tmp_path, "biber", "main")
    assert not re.findall(r"WARN|ERROR", said)
    made = (tmp_path / "main.bbl").read_text(encoding="utf-8")
    titles = "".join(re.findall(r"\\field\{title\}\{(.*)\}", made))
    assert {c for c in titles if c > "\x7f"} <= KNOWN
    assert compile(tmp_path, "\\nocite{*}\\printbibliography", head) == []


def test_hostile_text_is_printed_not_run(tmp_path: Path) -> None:
    for spell in (latex_spelling.unicode, latex_spelling.pdflatex, latex_spelling.ascii_only):
        assert compile(tmp_path, spell(HOSTILE).text) == []
        wanted = HOSTILE.replace("``", "‘‘").replace("''", "’’")
        assert wanted in printed(tmp_path)


def test_bibtex_keeps_hostile_titles_whole(tmp_path: Path) -> None:
    title = latex_title.title(f"ΔNp63 <i>É. coli</i> {HOSTILE}", latex_spelling.ascii_only).text
    name = latex_spelling.ascii_only("Ångström, Nguyễn}").text
    bib = f"@book{{k, author = {{{name}}}, title = {{{title}}}, publisher = {{X}}, year = 2020}}\n"
    (tmp_path / "refs.bib").write_text(bib, encoding="utf-8")
    body = "\\nocite{*}\\bibliographystyle{plain}\\bibliography{refs}"
    compile(tmp_path, body)
    assert "Warning" not in run(tmp_path, "bibtex", "main")
    assert compile(tmp_path, body) == []
    assert "\\input{/etc/passwd} \\write18{ls} 50% of $3 & #2 {a" in printed(tmp_path)
    assert "Nguyễn} Ångström" in printed(tmp_path)


@pytest.mark.parametrize("links", ["", "\\usepackage{hyperref}\n"])
def test_bibliographies_compile(tmp_path: Path, links: str) -> None:
    numbered = latex.document(labelled("(%d) ", FIRST, SECOND))
    assert compile(tmp_path, numbered, HEAD + links) == []
    assert "(2) [Smith J.]" in printed(tmp_path)
    assert compile(tmp_path, latex.document(bare(FIRST, SECOND)), HEAD + links) == []
    items = f"\\begin{{itemize}}{latex_items.document(bare(FIRST, SECOND))}\\end{{itemize}}"
    preamble = HEAD + (links or "\\newcommand{\\href}[2]{#2}\n")
    assert compile(tmp_path, items, preamble) == []
