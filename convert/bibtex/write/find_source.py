"""Find the .bib entry that a record was read from; only records that have one need this module."""

from __future__ import annotations

from collections.abc import Mapping

from ...markup.latex_to_text import plain_text
from ...model.record import Record
from ...model.values import Field
from ...tables import biblatex, bibtex
from ...tables.bibtex_reads import REFINED_TYPES, ROWS, TYPES
from ..field_text import field_text
from ..read.names import parse_names
from .encoder import Dialect
from .source_entry import NO_SOURCE, SourceEntry

_NOTES = frozenset(row.tag for row in ROWS if row.how == "note")
_NAMES = frozenset(row.tag for row in ROWS if row.how in ("authors", "editors", "people"))
_ARTICLE_NUMBERS = frozenset(row.tag for row in ROWS if row.to == "number")
_ONLY_BIBLATEX = frozenset(
    {row.tag for row in biblatex.ROWS} - {row.tag for row in bibtex.ROWS} - {"shortjournal"}
    | {"date"}
)


def find_source(record: Record, dialect: Dialect) -> SourceEntry:
    """Return the entry that a record was read from, by the names of ``dialect``."""
    origin = record.origin
    if origin is None:
        return NO_SOURCE
    fields = {field.tag: field.value for field in reversed(origin.fields) if field.value.strip()}
    used = [field for field in origin.fields if field.tag in fields and field not in record.kept]
    own_fields = _renamed(used, dialect.aliases)
    return SourceEntry(
        origin.type,
        TYPES.get(origin.type, "document"),
        own_fields,
        {tag: fields[tag] for tag in _NOTES & fields.keys()},
        {dialect.aliases.get(field.tag, field.tag): field.value for field in record.kept},
        frozenset(tag for tag in _NAMES & fields.keys() if parse_names(fields[tag]).has_others),
        not _ONLY_BIBLATEX.isdisjoint(fields),
        not _ARTICLE_NUMBERS.isdisjoint(own_fields),
        plain_text if dialect.bytewise else field_text,
    )


def _renamed(fields: list[Field], aliases: Mapping[str, str]) -> dict[str, str]:
    """Return fields by the dialect's names; with the other name in use, one keeps its own."""
    tags = {field.tag for field in fields}
    renamed: dict[str, str] = {}
    for field in fields:
        tag = aliases.get(field.tag, field.tag)
        is_taken = tag in tags and field.tag not in _NOTES  # an address beside a location
        renamed.setdefault(field.tag if is_taken else tag, field.value)
    return renamed


def kept_type(record: Record, source: SourceEntry, dialect: Dialect) -> str:
    """Return the entry's type if the dialect has it and the record is still of it, else ``""``."""
    if source.type not in dialect.entry_types:
        return ""
    if record.type != source.csl_type and record.type not in REFINED_TYPES:
        return ""
    return "" if dialect.bytewise and _is_part_of_book(source) else source.type


def _is_part_of_book(source: SourceEntry) -> bool:
    """Whether it is biblatex's ``inbook``. In BibTeX's the title is that of the book."""
    return source.type == "inbook" and "booktitle" in source.fields and source.is_biblatex
