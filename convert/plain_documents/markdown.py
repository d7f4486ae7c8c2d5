"""Read what a document in Markdown cites: pandoc's, Quarto's or R Markdown's."""

from __future__ import annotations

import re
from pathlib import Path

from ..base.lazy_regex import regex
from ..library import article_names
from ..manuscript.placeholders import PlacedCite
from ..reference_file.bib_entries import BibEntryMaker
from ..reference_file.csl_json_file import CslJsonMaker
from ..reference_file.yaml_file import CslYamlMaker
from . import markdown_settings
from .document import (
    Lines,
    PlainDocument,
    PlainLanguage,
    Remark,
    included,
    plain_placeholders,
    read_text,
)
from .markdown_mask import mask

# A key as pandoc reads it (its module Text.Pandoc.Parsing): signs stand within it only.
_KEY = regex(
    r"(?<![^\W_])@(?:\{(?P<braced>[^{}\s]+)\}"
    r"|(?P<bare>[\w*](?:\w|[:.#$%&+?<>~/-](?=\w)|[:/](?=/))*)(?P<rest>[(;<>\[][\w(][^\s\]]*)?)"
)
_BARE = regex(r"[\w*](?:\w|[:.#$%&+?<>~/-](?=\w)|[:/](?=/))*")
_EXAMPLE = regex(r"^[ \t]*\(@([\w-]+)\)", re.M)
# Quarto's cross-references (its documentation, "Cross References") and pandoc-crossref's.
_CROSS_REFERENCE = regex(
    r"(?:fig|tbl|tab|eq|sec|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|nte|tip|wrn|imp|cau)"
    r"[-:].+",
    re.I,
)
_INCLUDE = regex(r"\{\{<\s*include\s+[\"']?([^\s\"'>]+)[\"']?\s*>\}\}")


def read(path: Path) -> PlainDocument:
    """Return what a document cites, with what it includes. Raises InputError."""
    document = PlainDocument()
    text = read_text(path)
    markdown_settings.read(path, text, document)
    markdown_settings.read_project(path, document)
    _read_text(path, text, document, ())
    return document


def _read_text(path: Path, text: str, document: PlainDocument, ancestors: tuple[Path, ...]) -> None:
    lines, masked = Lines(path, text), mask(text)
    examples = set(_EXAMPLE.findall(masked))
    found = [*_KEY.finditer(masked), *_INCLUDE.finditer(text)]
    for match in sorted(found, key=re.Match.start):
        if match.re.pattern == _INCLUDE.pattern:
            if inner := included(path, match[1], ancestors):
                _read_text(inner, read_text(inner), document, (*ancestors, path))
            continue
        key = match["braced"] or match["bare"]
        if not _CROSS_REFERENCE.fullmatch(key) and key not in examples:
            where = lines.location(match.start(), key)
            document.cite(key, where)
            _note_cut_key(match, document, where)
    _read_placeholders(text, masked, lines, document)


def _note_cut_key(match: re.Match[str], document: PlainDocument, where: object) -> None:
    """Note a DOI that pandoc reads only up to a parenthesis or the like."""
    key = match["bare"]
    if key and match["rest"] and article_names.of_key(key)[0].startswith("doi:"):
        message = f"pandoc ends the key here; write @{{{key}{match['rest'].rstrip(';.,')}}}"
        document.remarks.append(Remark("cut-key", where, message))  # type: ignore[arg-type]


def _read_placeholders(text: str, masked: str, lines: Lines, document: PlainDocument) -> None:
    """Note placeholders that are no citations for pandoc, and what they cite."""
    for found in plain_placeholders(text, masked):
        citation = f"[{'; '.join(map(_spelled, found.cites))}]"
        where = lines.location(found.start, found.cites[0].key)
        message = f"{text[found.start : found.end]} is plain text here; write {citation}"
        document.remarks.append(Remark("plain-text", where, message))
        for cite in found.cites:
            document.cite(cite.key, where)


def _spelled(cite: PlacedCite) -> str:
    """Return a cite as pandoc reads it."""
    key = cite.key if _BARE.fullmatch(cite.key) else f"{{{cite.key}}}"
    locator = f", {cite.label} {cite.locator}".replace(" page ", " p. ") if cite.locator else ""
    return f"@{key}{locator}{cite.suffix}"


LANGUAGE = PlainLanguage(
    "Markdown",
    (".md", ".markdown", ".qmd", ".rmd"),
    {
        ".json": CslJsonMaker,
        ".yaml": CslYamlMaker,
        ".yml": CslYamlMaker,
        ".bib": lambda options: BibEntryMaker("biblatex", options),
    },
    "pandoc",
    "bibliography: refs.json in its metadata",
    read,
)
