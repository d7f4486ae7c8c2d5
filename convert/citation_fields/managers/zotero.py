"""Zotero: a field whose code has the citation as JSON, with the data of each article in it."""

from __future__ import annotations

from ...base.lazy_regex import regex
from ...ooxml.paragraphs import WordField
from .. import csl_citation
from ..field_cite import FieldCite, FieldPlace, Manager


def read(field: WordField, place: FieldPlace) -> list[FieldCite]:
    """Return what a citation cites."""
    return csl_citation.read(field.code, place)


MANAGER = Manager(
    "Zotero",
    regex(r"\s*(?:ADDIN\s+)?ZOTERO_ITEM\b"),
    regex(r"\s*(?:ADDIN\s+)?ZOTERO_BIBL\b"),
    read,
)
