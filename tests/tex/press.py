"""Sets reference lists with the real programs: bibtex or biber, pdflatex, and pdftotext."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from pathlib import Path
from typing import NamedTuple

from medcite import format_registry
from medcite.markup import text as text_markup
from medcite.markup.inline_tags import parse
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.options import Options

from tests.latex.programs import missing

USUAL = Options()
MISSING = missing("bibtex", "biber", "pdflatex", "pdftotext")

# No hyphenation and no page numbers, so that a title comes out of the PDF in one piece.
HEAD = r"""\documentclass{article}
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\usepackage{lmodern}
\usepackage[paperheight=150cm]{geometry}
\pagestyle{empty}
\raggedright
\hyphenpenalty=10000
\exhyphenpenalty=10000
"""
BIBTEX = (
    HEAD
    + r"""%s
\begin{document}
\nocite{*}
\bibliographystyle{%s}
\bibliography{refs}
\end{document}
"""
)
BIBER = (
    HEAD
    + r"""\usepackage[backend=biber,%s]{biblatex}
\addbibresource{refs.bib}
\begin{document}
\nocite{*}
\printbibliography
\end{document}
"""
)
# Nothing is wrong with a record for these: it has no author, or an issue but no volume.
FACTS = re.compile(
    r"Warning--(empty author|empty author and editor|there's a number but no volume) in "
)
# Biber takes the page 0, which some records have, for none.
ZERO = re.compile(r"^@\w+\{(.+),\n(?:  .*\n)*  pages = \{0\}", re.MULTILINE)
ERROR = re.compile(r"^(?:! .*|.*LaTeX Error.*|Missing character.*)$", re.MULTILINE)


class Print(NamedTuple):
    """What came out: the PDF's text, errors and warnings of every program."""

    text: str
    errors: list[str]
    warnings: list[str]


def available(style: str) -> bool:
    """Tell whether a .bst or .sty file is installed."""
    return bool(run(Path(), "kpsewhich", style).strip())


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, errors="replace", check=False
    )
    return done.stdout


def write(folder: Path, records: list[Record], target: str, options: Options) -> None:
    pieces = format_registry.writer(target).write(records, options, Report())
    (folder / "refs.bib").write_text("".join(pieces), encoding="utf-8")


def bibtex(folder: Path, records: list[Record], style: str, options: Options = USUAL) -> Print:
    """Set ``records`` with bibtex in a style; natbib and url are loaded where it needs them."""
    write(folder, records, "bibtex", options)
    package = r"\usepackage{natbib}" if style.endswith("nat") else ""
    if style not in ("plain", "unsrt", "abbrv", "alpha"):
        package += r"\usepackage{url,hyperref}"
    (folder / "main.tex").write_text(BIBTEX % (package, style), encoding="utf-8")
    pdflatex(folder)
    said = run(folder, "bibtex", "main")
    lines = [line for line in said.splitlines() if not FACTS.match(line)]
    warnings = [line for line in lines if line.startswith("Warning--")]
    errors = [line for line in lines if "error message" in line or line.startswith("I ")]
    return printed(folder, errors, warnings)


def biber(folder: Path, records: list[Record], style: str, options: Options = USUAL) -> Print:
    """Set ``records`` with biber in a biblatex style."""
    write(folder, records, "biblatex", options)
    (folder / "main.tex").write_text(BIBER % f"style={style},maxbibnames=9999", encoding="utf-8")
    pdflatex(folder)
    said = run(folder, "biber", "main").splitlines()
    errors = [line for line in said if line.startswith("ERROR")]
    zeros = ZERO.findall((folder / "refs.bib").read_text("utf-8"))
    known = tuple(f"WARN - Range field 'pages' in entry '{key}' is malformed" for key in zeros)
    warnings = [line for line in said if line.startswith("WARN")]
    return printed(folder, errors, [line for line in warnings if not line.startswith(known)])


def pdflatex(folder: Path) -> str:
    run(folder, "pdflatex", "-interaction=nonstopmode", "main.tex")
    return (folder / "main.log").read_text(encoding="utf-8", errors="replace")


def printed(folder: Path, errors: list[str], warnings: list[str]) -> Print:
    pdflatex(folder)
    log = pdflatex(folder)
    text = run(folder, "pdftotext", "-raw", "main.pdf", "-")
    return Print(normal(text), errors + ERROR.findall(log), warnings)


# T1's fonts have one glyph for Đ and Ð.
DASHES = dict.fromkeys(map(ord, "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212"))
QUOTES = {ord(each): "'" for each in "`´‘’‚‛′ʹʼ՚"} | {
    ord(each): "''" for each in "\"“”„″‟"
} | {ord("«"): "<<", ord("»"): ">>", ord("Ð"): "Đ"}  # fmt: skip


def normal(text: str) -> str:
    """Give what must agree: every character but blanks and dashes, quotes of one kind."""
    text = unicodedata.normalize("NFKC", text.translate(QUOTES))
    text = unicodedata.normalize("NFC", text.casefold()).translate(QUOTES | DASHES)
    return re.sub(r"[\s\u200b\ufeff]", "", text)


def expected(record: Record) -> list[str]:
    """Give what a list in full must hold of a record: its title, and each name."""
    names = [each.literal or f"{each.given} {each.family}" for each in record.author]
    return [normal(each) for each in (text_markup.render(parse(record.title)), *names)]
