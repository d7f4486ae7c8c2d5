"""Inputs that a mistake makes slow: each once took seconds or minutes, or might."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import medcite
from medcite import format_registry
from medcite.csl.style import parse_style
from medcite.format import REQUIRED
from medcite.latex import aux_file, bib_file, tex_file
from medcite.latex.citations import collect
from medcite.model.report import Report

from tests.contracts.samples import FIRST, sample_text

Work = Callable[[], object]
_MARKUP = "<i>a</i> <sup>2</sup> "
DEPTH = 20  # of files that input each other


class Shape(NamedTuple):
    """A smallest size, and a function that makes an input of some size and returns its work."""

    size: int
    prepare: Callable[[int, Path], Work]


def _read(size: int, make: Callable[[int], str], target: str = "") -> Shape:
    """Return the shape of texts that are read, and written as ``target``."""

    def prepare(count: int, _: Path) -> Work:
        text = make(count)

        def work() -> object:
            report = Report()
            try:
                records = list(medcite.read(text=text, report=report))
            except medcite.InputError:
                return None
            return medcite.write(records, target or "json", report=report)

        return work

    return Shape(size, prepare)


def _sample(reader: format_registry.Reader) -> Shape:
    """Return the shape of a format's sample with a long title."""
    sample = sample_text(reader)
    return _read(500, lambda count: sample.replace(FIRST, FIRST + " of 5 < 6 (words)" * count))


def _writer(writer: format_registry.Writer) -> Shape:
    """Return the shape of a record with much in it, written in a format."""

    def prepare(count: int, _: Path) -> Work:
        title = "A <i>b</i> <sup>2</sup> < \u03b2 'c' \"d\" & e-f "
        text = _medline(title * count + "\n" + "FAU - Doe, Ann\nAU  - Doe A\nMH  - Word\n" * count)
        records = list(medcite.read(text=text, report=Report()))
        return lambda: medcite.write(records, writer.FORMAT.name, report=Report())

    return Shape(20, prepare)


def _list(count: int, _: Path) -> Work:
    """Return the formatting of a reference with much markup in its title."""
    text = _medline(_MARKUP * count)
    records = list(medcite.read(text=text, report=Report()))
    return lambda: medcite.format_bibliography(records, style="vancouver", report=Report())


def _tex(size: int, make: Callable[[int], str], suffix: str = ".tex") -> Shape:
    """Return the shape of a document whose citations are read."""
    readers = {".tex": tex_file.read_events, ".aux": aux_file.read_events}

    def prepare(count: int, folder: Path) -> Work:
        path = folder / f"growth{suffix}"
        path.write_text(make(count), "utf-8")
        return lambda: collect(readers[suffix](path))

    return Shape(size, prepare)


def _diamonds(count: int, folder: Path) -> Work:
    """Return the reading of files each of which inputs the next one twice, ``DEPTH`` deep."""
    main = folder / "diamonds.tex"
    main.write_text("".join(f"\\input{{d{top}}}\n" for top in range(0, count, DEPTH)))
    for number in range(count):
        following = f"\\input{{d{number + 1}}}" * 2 if (number + 1) % DEPTH else ""
        (folder / f"d{number}.tex").write_text(f"\\cite{{k{number}}}{following}")
    return lambda: collect(tex_file.read_events(main))


def _bib_file(count: int, _: Path) -> Work:
    """Return the parsing of a .bib file, entry by entry, as its upkeep does."""
    text = "% medcite 00000000\n@article{a, title = {x}, ids = {b}}\n" * count
    return lambda: [entry.ids for entry in bib_file.parse(text).entries]


def _style(count: int, _: Path) -> Work:
    """Return the compilation of a style with many macros, each of which calls the one before."""
    macros = '<macro name="m0"><text value="x"/></macro>'
    for level in range(1, count):
        calls = f'<text macro="m0"/><text macro="m{max(0, level % 50 - 1)}"/>'
        macros += f'<macro name="m{level}">{calls}</macro>'
    text = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        f"<info><title>t</title></info>{macros}"
        '<citation><layout><text macro="m40"/></layout></citation></style>'
    )
    return lambda: parse_style(text, "growth.csl")


def _medline(value: str, tag: str = "TI") -> str:
    return f"PMID- 1\nOWN - NLM\n{tag:4}- {value}\nDP  - 2020\n\n"


def _ris(lines: str) -> str:
    return f"TY  - JOUR\n{lines}PY  - 2020\nER  - \n\n"


def _bibtex(value: str) -> str:
    return f"@article{{a,\n title = {{{value}}},\n year = {{2020}}\n}}\n"


def _xml(title: str) -> str:
    return (
        "<?xml version='1.0'?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID>"
        f"<Article><ArticleTitle>{title}</ArticleTitle></Article></MedlineCitation>"
        "</PubmedArticle></PubmedArticleSet>"
    )


SHAPES: dict[str, Shape] = {
    "MEDLINE: one long title": _read(2000, lambda n: _medline("word " * n)),
    # Long enough not to be split at once: 2 MB without a blank line.
    "MEDLINE: continuation lines": _read(260_000, lambda n: _medline("a\n      b " * n)),
    "MEDLINE: authors": _read(500, lambda n: _medline("t\n" + "FAU - Doe, Ann\nAU  - Doe A\n" * n)),
    "MEDLINE: no blanks": _read(20_000, lambda n: _medline("w" * n), "medline"),
    "MEDLINE: run on in one line": _read(
        500, lambda n: "PMID- 1 OWN - NLM TI - A title DP - 2020 " + "OWN - NLM " * n
    ),
    "MEDLINE: unknown tags": _read(500, lambda n: _medline("t\n" + "QQQ - x\n" * n)),
    "MEDLINE: short lines": _read(2000, lambda n: _medline("t") + "x\n" * n),
    "BibTeX: a title of markup": _read(200, lambda n: _medline(_MARKUP * n), "bibtex"),
    "BibTeX: combining marks": _read(2000, lambda n: _medline("a\u0301\u0302" * n), "bibtex"),
    "BibTeX: marks upon one letter": _read(2000, lambda n: _medline("a" + "\u0301" * n), "bibtex"),
    "BibTeX: capitals": _read(500, lambda n: _medline("TGF-beta iPSC São " * n), "bibtex"),
    "BibTeX: tags without a partner": _read(200, lambda n: _medline("</i> < b> '" * n), "bibtex"),
    "RIS: quotes and tags": _read(200, lambda n: _medline('<i>a</i>"b" ' * n), "ris"),
    "list: a title of markup": Shape(100, _list),
    "bib: braces": _read(500, lambda n: _bibtex("{a}" * n)),
    "bib: nested braces": _read(100, lambda n: _bibtex("{" * n + "a" + "}" * n)),
    "bib: open braces": _read(200, lambda n: "@article{a, title = {\n" * n),
    "bib: commands": _read(200, lambda n: _bibtex(r"\emph{a} \'{e} " * n)),
    "bib: formulas": _read(200, lambda n: _bibtex("$x_{2}$ " * n)),
    "bib: dollars and quotes": _read(200, lambda n: _bibtex("$ ` ' \\ " * n)),
    "bib: authors": _read(200, lambda n: _bibtex("t}, author = {Roe, B" + " and Doe, Ann" * n)),
    "bib: entries of xdata": _read(
        20, lambda n: "".join(f"@xdata{{k{i}, xdata = {{k{i + 1},k{i + 1}}}}}\n" for i in range(n))
    ),
    "bib: entries of crossrefs": _read(
        100, lambda n: "".join(f"@inbook{{k{i}, crossref = {{k{i + 1}}}}}\n" for i in range(n))
    ),
    "RIS: authors": _read(500, lambda n: _ris("AU  - Doe, Ann\n" * n)),
    "RIS: continuation lines": _read(500, lambda n: _ris("AB  - a\n" + "b c\n" * n)),
    "RIS: names in one line": _read(200, lambda n: _ris(f"AU  - {'Doe, A., ' * n}\n")),
    "RIS: keywords": _read(500, lambda n: _ris(f"KW  - {'word; ' * n}\n")),
    "RIS: serial numbers": _read(
        200, lambda n: _ris("".join(f"SN  - {i:04}-{i % 10_000:04}\n" for i in range(n)))
    ),
    "RIS: to MEDLINE": _read(500, lambda n: _ris("AU  - Doe, Ann\n" * n), "medline"),
    "JSON: damaged in one line": _read(200, lambda n: "[" + '{"id": "a", "title": x}, ' * n + "]"),
    "JSON: damaged lines": _read(200, lambda n: "[\n" + '{"id": "a", "title": x},\n' * n + "]"),
    "JSON: never closed": _read(200, lambda n: "[" + '{"id": "a", "title": {' * n),
    "JSON: an open string": _read(500, lambda n: '[{"id": "' + "a\n" * n),
    "JSON: authors": _read(
        200,
        lambda n: json.dumps(
            [{"id": "1", "type": "article", "author": [{"family": "Doe", "given": "A"}] * n}]
        ),
    ),
    "XML: damaged in one line": _read(100, lambda n: _xml("a</b>") * n),
    "XML: damaged articles": _read(
        100,
        lambda n: (
            "<PubmedArticleSet>" + "<PubmedArticle><MedlineCitation><PMID>1</x></PubmedArticle>" * n
        ),
    ),
    "XML: an open tag": _read(500, lambda n: _xml("<" + "a b='" * n)),
    "XML: markup in a title": _read(200, lambda n: _xml(_MARKUP * n)),
    "XML: prologs": _read(50, lambda n: _xml("a") * n),
    "CSV: quotes": _read(500, lambda n: 'Title,Authors,Year\n"' + 'a""b",x\n' * n),
    "CSV: a long row": _read(500, lambda n: "Title,Authors,Year\n" + "a," * n + "\n"),
    "YAML: nested": _read(50, lambda n: "references:\n- id: a\n  title: " + "[" * n),
    "YAML: references": _read(50, lambda n: "references:\n" + "- id: a\n  title: b\n" * n),
    "tex: open iffalse": _tex(500, lambda n: "\\iffalse x\n" * n),
    "tex: open citations": _tex(500, lambda n: "\\cite{a\n" * n),
    "tex: open options": _tex(500, lambda n: "\\cite[a\n" * n),
    "tex: open packages": _tex(500, lambda n: "\\usepackage{a\n" * n),
    "tex: open verbatim": _tex(500, lambda n: "\\begin{verbatim} x\n" * n),
    "tex: many verb": _tex(500, lambda n: "\\verb|a \\lstinline{ \\begin{minted} " * n),
    "tex: bare input": _tex(500, lambda n: "\\input{x\n" * n),
    "tex: citations": _tex(500, lambda n: "\\cite{a,b}\n" * n),
    "tex: options": _tex(500, lambda n: "\\cite[a][b]<c>" * n),
    "aux: open citations": _tex(500, lambda n: "\\citation{a\n" * n, ".aux"),
    "aux: citations": _tex(500, lambda n: "\\citation{a}\n" * n, ".aux"),
    **{
        f"{reader.FORMAT.name}: a long sample": _sample(reader)
        for reader in format_registry.readers()
        if reader.FORMAT.library != REQUIRED
    },
    **{
        f"to {writer.FORMAT.name}: markup, authors": _writer(writer)
        for writer in format_registry.writers()
        if not writer.FORMAT.binary
    },
    "tex: diamonds of files": Shape(60, _diamonds),
    "bib: upkeep": Shape(200, _bib_file),
    "CSL: macros": Shape(200, _style),
}
