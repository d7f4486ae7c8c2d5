"""Read what a document in Typst cites."""

from __future__ import annotations

import re
from pathlib import Path

from ..base.lazy_regex import regex
from ..manuscript.placeholders import PlacedCite
from ..reference_file.bib_entries import BibEntryMaker
from ..reference_file.yaml_file import HayagrivaMaker
from .document import (
    Lines,
    PlainDocument,
    PlainLanguage,
    Remark,
    included,
    plain_placeholders,
    read_text,
)
from .typst_mask import mask, mask_code

# A label's signs (Typst's reference, "Label"); a full stop or colon at the end is the sentence's.
_LABEL = r"[\w.:-]*[\w-]"
_REFERENCE = regex(rf"@(?P<label>{_LABEL})")
_DEFINED = regex(rf"(?<![(,])(?<![(,][ \n])<({_LABEL})>")
_CITE = regex(r"\bcite\((?P<cite>(?:[^()]|\([^()]*\))*)\)")
_ARGUMENT = regex(rf"<({_LABEL})>|\blabel\(\"([^\"\n]+)\"\)")
_BIBLIOGRAPHY = regex(
    r"\bbibliography[\w-]*\s*[:(]\s*(?:(?:std\.)?bibliography\(\s*)?"
    r"(\"[^\"\n]*\"|\((?:[^()\"]|\"[^\"\n]*\")*\))"
)
_INCLUDE = regex(r"#include\s+\"(?P<include>[^\"\n]+)\"")
_STRING = regex(r"\"([^\"\n]*)\"")


def read(path: Path) -> PlainDocument:
    """Return what a document cites, with what it includes. Raises InputError."""
    document = PlainDocument()
    labels: set[str] = set()
    _read_text(path, document, labels, ())
    document.known |= labels
    return document


def _read_text(
    path: Path, document: PlainDocument, labels: set[str], ancestors: tuple[Path, ...]
) -> None:
    text = read_text(path)
    lines, masked = Lines(path, text), mask(text)
    markup = mask_code(text)
    labels.update(_DEFINED.findall(markup))
    found = [*_REFERENCE.finditer(markup), *_CITE.finditer(masked), *_INCLUDE.finditer(masked)]
    for match in sorted(found, key=re.Match.start):
        if match.lastgroup == "include":
            if inner := included(path, match["include"], ancestors):
                _read_text(inner, document, labels, (*ancestors, path))
            continue
        for key in [match["label"]] if match.lastgroup == "label" else _arguments(match["cite"]):
            document.cite(key, lines.location(match.start(), key))
    for match in _BIBLIOGRAPHY.finditer(masked):
        for name in _STRING.findall(match[1]):
            document.bibliographies[path.parent / name.lstrip("/")] = None
    _read_placeholders(text, markup, lines, document)


def _arguments(text: str) -> list[str]:
    return [first or second for first, second in _ARGUMENT.findall(text)]


def _read_placeholders(text: str, markup: str, lines: Lines, document: PlainDocument) -> None:
    """Note placeholders that are no citations for Typst, and what they cite."""
    for found in plain_placeholders(text, markup):
        citation = " ".join(map(_spelled, found.cites))
        key = _label(found.cites[0])
        where = lines.location(found.start, key)
        message = f"{text[found.start : found.end]} is plain text here; write {citation}"
        document.remarks.append(Remark("plain-text", where, message))
        for cite in found.cites:
            document.cite(_label(cite), where)


def _spelled(cite: PlacedCite) -> str:
    """Return a cite as Typst reads it."""
    label = _label(cite)
    supplement = f"{cite.label} {cite.locator}".replace("page ", "p. ") if cite.locator else ""
    if re.fullmatch(_LABEL, label):
        return f"@{label}[{supplement}]" if supplement else f"@{label}"
    more = f", supplement: [{supplement}]" if supplement else ""
    return f'#cite(label("{label}"){more})'


def _label(cite: PlacedCite) -> str:
    """Return a key as Typst's authors write it, ``pmid-1``."""
    return cite.key.replace("pmid:", "pmid-", 1)


LANGUAGE = PlainLanguage(
    "Typst",
    (".typ",),
    {
        ".yml": HayagrivaMaker,
        ".yaml": HayagrivaMaker,
        ".bib": lambda options: BibEntryMaker("biblatex", options),
    },
    "typst",
    '#bibliography("refs.yml")',
    read,
)
