"""Whatever a .bib file says is in the next .bib file, or it is told; a second pass changes nothing.

Sources of the types and fields: "BibTeXing"; biblatex's default data model (blx-dm.def) and its
manual, 2.2.5; natbib's and IEEEtran's styles, REVTeX's, and the exporters that add fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import medcite
import pytest
from medcite.tables import biblatex, bibtex

TARGETS = ("bibtex", "biblatex")
TYPES = sorted(
    bibtex.ENTRY_TYPES
    | biblatex.ENTRY_TYPES
    | {"electronic", "movie", "report", "www", "unheardof"}
)
NAMES = (
    "author", "editor", "translator", "afterword", "annotator", "bookauthor", "commentator",
    "editora", "editorb", "editorc", "foreword", "holder", "introduction", "namea", "nameb",
    "namec", "shortauthor", "shorteditor", "sortname",
)  # fmt: skip
TEXTS = (
    "abstract", "addendum", "annotation", "annote", "booksubtitle", "booktitle",
    "booktitleaddon", "chapter", "edition", "eprintclass", "eventtitle", "eventtitleaddon",
    "howpublished", "indexsorttitle", "indextitle", "isan", "ismn", "isrn", "issue",
    "issuesubtitle", "issuetitle", "issuetitleaddon", "iswc", "journalsubtitle",
    "journaltitle", "journal", "journaltitleaddon", "label", "library", "mainsubtitle",
    "maintitle", "maintitleaddon", "nameaddon", "note", "number", "origtitle", "pagetotal",
    "part", "relatedstring", "reprinttitle", "series", "shorthand", "shorthandintro",
    "shortjournal", "shortseries", "shorttitle", "subtitle", "title", "titleaddon", "usera",
    "userb", "userc", "userd", "usere", "userf", "venue", "version", "sorttitle",
    "sortshorthand", "sortkey", "presort", "institution", "lista", "listb", "listc", "listd",
    "liste", "listf", "location", "address", "organization", "origlocation", "origpublisher",
    "publisher", "school", "authortype", "editoratype", "editorbtype", "editorctype",
    "editortype", "bookpagination", "nameatype", "namebtype", "namectype", "pagination",
    "pubstate", "type", "language", "origlanguage", "langid", "langidopts", "entrysubtype",
    "relatedtype", "eprinttype", "archiveprefix", "primaryclass", "eprint", "file", "pdf",
    "verba", "verbb", "verbc", "keywords", "gender", "options", "relatedoptions", "execute",
    "key", "crossref", "xref", "xdata", "ids", "entryset", "related", "collaboration", "eid",
    "articleno", "numpages", "affiliation", "contents", "copyright", "lccn", "mrnumber",
    "price", "size", "urlseen", "assignee", "intype", "day", "month", "archive", "comment",
    "hyphenation", "volume", "volumes", "sortyear",
)  # fmt: skip
OTHERS = {
    "date": "1871-05-17", "year": "1872", "eventdate": "1873-06/1874-07", "origdate": "1875~",
    "urldate": "1876-08-18", "doi": "10.1000/qvxdoi", "url": "https://qvxurl.example.org/a_b",
    "pages": "qvxa1--qvxb9", "isbn": "978-0-306-40615-7", "issn": "1741-7015", "pmid": "8765432",
    "pmcid": "PMC7654321", "nihmsid": "NIHMS76543", "nationality": "qvxnationality",
    "dayfiled": "27", "monthfiled": "qvxfiled", "yearfiled": "1877", "mesh": "qvxmesh",
}  # fmt: skip
FIELDS = {
    **{tag: f"Qvx{tag}, Jane" for tag in NAMES},
    **{tag: f"qvx{tag}" for tag in TEXTS},
    **OTHERS,
}


def pass_through(text: str, target: str) -> tuple[list[str], list[str]]:
    """Return the entries that are written, and what is told of writing them."""
    report = medcite.Report()
    records = list(medcite.read(text=text, format="bibtex", report=report))
    read = len(report.diagnostics)
    written = medcite.write(records, target, report=report)
    told = [f"{note.where.tag} {note.message}" for note in report.diagnostics[read:]]
    return written.split("\n\n")[:-1], told


def entry(entry_type: str, key: str, fields: dict[str, str]) -> str:
    lines = [f"{tag} = {{{value}}}" for tag, value in fields.items()]
    return f"@{entry_type}{{{key},\n  " + ",\n  ".join(lines) + "\n}\n"


def tokens(value: str) -> Iterator[str]:
    """Yield what of a value has to be found: its words, and of dates the years."""
    yield from re.findall(r"qvx\w+|\d{3,}", value.lower())


STEP = 8  # every eighth field of a type, beginning with another each; all of them take minutes


def lost_fields(entry_type: str, target: str, fields: dict[str, str]) -> list[tuple[str, str]]:
    """Return the fields that are not in the entries written, each having a title and an author."""
    rest = {"author": "Roe, Ann", "title": "A thing"}
    given = [entry(entry_type, tag, {**rest, tag: value}) for tag, value in fields.items()]
    entries, _ = pass_through("\n".join(given), target)
    again, _ = pass_through("\n\n".join(entries), target)
    assert again == entries
    return [
        (tag, written)
        for (tag, value), written in zip(fields.items(), entries, strict=True)
        for token in tokens(value)
        if token not in written.partition(",")[2].lower().replace("\\", "")
    ]


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("entry_type", TYPES)
def test_no_field_is_lost(entry_type: str, target: str) -> None:
    start = TYPES.index(entry_type) % STEP
    fields = dict(list(FIELDS.items())[start::STEP])
    assert not lost_fields(entry_type, target, fields)


@pytest.mark.long
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("entry_type", TYPES)
def test_none_of_all_fields_is_lost(entry_type: str, target: str) -> None:
    assert not lost_fields(entry_type, target, FIELDS)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("entry_type", TYPES)
def test_fields_that_contradict_each_other_are_told(entry_type: str, target: str) -> None:
    (written,), told = pass_through(entry(entry_type, "k", FIELDS), target)
    text = written.lower().replace("\\", "")
    lost = [
        tag for tag, value in FIELDS.items() if not all(token in text for token in tokens(value))
    ]
    assert not [tag for tag in lost if tag not in " ".join(told)]
