"""Reads .bib text back with bibtexparser, as the oracle of its syntax."""

from __future__ import annotations

import bibtexparser
from bibtexparser.library import Library
from bibtexparser.model import Entry
from medcite import format_registry
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.options import Options
from medcite.tables import biblatex, bibtex

TABLES = {"bibtex": bibtex, "biblatex": biblatex}


def verbatim(target: str) -> set[str]:
    """The fields that hold identifiers and addresses: biber has TeX read them verbatim."""
    codecs = {"doi", "url", "eprint"}
    if target == "biblatex":
        codecs |= {"pmcid", "identifier"}
    return {row.tag for row in TABLES[target].ROWS if row.how in codecs}


def written(target: str, *records: Record, report: Report | None = None, **options: object) -> str:
    chosen = Options(**options)  # type: ignore[arg-type]  # **options
    return "".join(format_registry.writer(target).write(records, chosen, report or Report()))


def parsed(text: str) -> Library:
    """Parse, changing nothing; whatever is not an entry is a fault."""
    library = bibtexparser.parse_string(text, parse_stack=[])
    assert not library.failed_blocks
    assert len(library.blocks) == len(library.entries)
    return library


def entry(target: str, record: Record, **options: object) -> Entry:
    entries = parsed(written(target, record, **options)).entries
    assert len(entries) == 1
    return entries[0]


def fields(target: str, record: Record, **options: object) -> dict[str, str]:
    """The fields of the one entry, without the braces around each."""
    return {
        field.key: field.value[1:-1] if field.value.startswith("{") else field.value
        for field in entry(target, record, **options).fields
    }
