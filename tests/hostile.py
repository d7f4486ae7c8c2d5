"""Values, names and files that would act on a terminal or make up lines, were they printed raw."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import medcite
from medcite import format_registry
from medcite.model.report import Report

from tests.conftest import ROOT

SIGNS = (
    "\x1b[2J\x1b]0;owned\x07",  # clears the screen, renames the window
    "\x9b31m",  # CSI in one character
    "\x08\x7f",
    "\u2028x.nbib:1: error[forged]: made up",
    "\u2029",
    "\u202egnp\u202c",
    "\u2066a\u2069",
    "\u200e\u200f\u061c",
    "\u200b\ufeff\u00ad",
    "\U000e0041",  # a tag, which is invisible
    "\x85",
)
BREAKS = ("\nx.nbib:1: error[forged]: made up\n", "\r\n::error::forged\r", "\x0b\x0c\x1c\x1d\x1e")
VALUE = "".join(BREAKS + SIGNS)
LINE = "".join(SIGNS)
NAME = "\n::error::forged \x1b[31m\u202e\udcff"  # of a file; its last byte is not UTF-8
# Documents in plain text, by their suffixes. A key ends at most signs, so some stand in braces.
_KEYS = "".join(f"@{{a{sign}}} @b{sign} [@c{sign}, p. 1] [doi:10.1000/{sign}]\n" for sign in SIGNS)
_REFERENCES = json.dumps(f"x{LINE}.json")
PLAIN = {
    ".md": f"---\nbibliography: {_REFERENCES}\n---\n\n@pmid:9500320 {VALUE}\n{_KEYS}\n[PMID: 1]",
    ".typ": f'#bibliography("x{LINE}.yml")\n@pmid-9500320 {VALUE}\n{_KEYS}\n'
    f'#cite(label("a{LINE}")) [PMID: 1] [doi:10.1000/{LINE}]',
}
VARIANTS = 7
HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def raw(text: str) -> list[str]:
    """Return the characters of ``text`` that may not reach a terminal; line feeds may."""
    return [sign for sign in text if unicodedata.category(sign) in HIDDEN and sign != "\n"]


def poisoned(text: str, variant: int, *, escaped: bool) -> str:
    """Return ``text`` with one of SIGNS within every seventh word, JSON's escapes if wanted."""
    words = re.split(r"(?<=\w)\b", text)
    signs = (*SIGNS, *BREAKS) if escaped else SIGNS
    for index in range(variant, len(words) - 1, VARIANTS):
        sign = signs[index % len(signs)]
        words[index] += json.dumps(sign)[1:-1] if escaped else sign
    return "".join(words)


def inputs(folder: Path) -> list[str]:
    """Write files of every format that is read, each with hostile values in tags and values."""
    records = list(medcite.read(ROOT / "tests/golden/every-tag.nbib", report=Report()))
    records += medcite.read(ROOT / "samples/retracted.nbib", report=Report())
    names = []
    for each in format_registry.writers():
        if each.FORMAT.binary:  # no reader takes it
            continue
        text = medcite.write(records, each.FORMAT.name, report=Report())
        escaped = text.lstrip().startswith(("{", "["))
        for variant in range(VARIANTS):
            file = folder / f"{variant}.{each.FORMAT.name}"
            file.write_text(poisoned(text, variant, escaped=escaped), "utf-8", newline="")
            names.append(str(file))
    return [*names, *_identifiers(folder)]


def document(folder: Path, suffix: str) -> str:
    """Write a document that cites hostile keys; return its name."""
    if suffix == ".docx":
        return _word_document(folder)
    if suffix in PLAIN:
        (folder / f"paper{suffix}").write_text(PLAIN[suffix], "utf-8", newline="")
        return str(folder / f"paper{suffix}")
    aux = f"\\relax\n\\citation{{{LINE}}}\n\\bibdata{{{LINE}}}\n\\bibstyle{{plain}}\n"
    tex = f"\\cite{{{LINE},{VALUE},pmid:9500320}}\n\\bibliography{{x{LINE}}}\n"
    (folder / f"paper{suffix}").write_text(aux if suffix == ".aux" else tex, "utf-8", newline="")
    return str(folder / f"paper{suffix}")


def _word_document(folder: Path) -> str:
    """Write a Word document; its XML cannot hold controls, which its fields have in JSON."""
    from docx import Document  # noqa: PLC0415  # few tests need it

    printable = "".join(sign for sign in VALUE if sign.isprintable())
    document = Document()
    document.add_paragraph(f"[@{printable}; @pmid:9500320] [@x{printable}]")
    document.save(str(folder / "paper.docx"))
    return str(folder / "paper.docx")


def _identifiers(folder: Path) -> list[str]:
    """Write records whose identifiers are hostile, line ends included where the format has them."""
    quoted = json.dumps(VALUE)
    texts = {
        "id.nbib": f"PMID- 1{LINE}\nX\x1bY - {LINE}\nDP  - {LINE}\nAID - {LINE} [doi]\n"
        f"SO  - {LINE}\nTI  - {LINE}\nPT  - Retracted Publication\nROF - {LINE}\n",
        "id.ris": f"TY  - {LINE}\nID  - {LINE}\nDO  - {LINE}\nPY  - {LINE}\nQ\x1b  - {LINE}\n"
        "ER  - \n",
        "id.bib": f"@{LINE}{{{LINE},\n {LINE} = {{{LINE}}},\n year = {{}}\n}}\n"
        f"@article{{{LINE}, doi = {{{LINE}}}, month = {LINE}, year = {{{LINE}}}}}\n",
        "id.json": f'[{{"id": {quoted}, "type": {quoted}, "DOI": {quoted}, {quoted}: {quoted},'
        f' "issued": {quoted}, "author": [{{"family": {quoted}, "given": 1}}]}}]',
        "id.xml": "<?xml version='1.0'?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>"
        "1&#10;::error::forged&#x9b;&#x202e;</PMID><Article><ArticleTitle>T&#10;</ArticleTitle>"
        "<New&#x202e;/></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8", newline="")
    return [str(folder / name) for name in texts]
