"""JabRef: a mark in LibreOffice with citation keys, of which it keeps the articles in its .bib."""

from __future__ import annotations

from ...base.lazy_regex import regex
from ...ooxml.paragraphs import WordField
from ..field_cite import FieldCite, FieldPlace, Manager

_KEYS = regex(r"JABREF_(.+?)(?: CID_\d+.*)?")


def read(field: WordField, _: FieldPlace) -> list[FieldCite]:
    """Return what a citation cites: only by name."""
    match = _KEYS.fullmatch(field.code)
    keys = match[1].split(",") if match else []
    return [FieldCite(None, f"jabref:{key.strip()}") for key in keys]


MANAGER = Manager("JabRef", regex(r"JABREF_\S"), regex(r"JR_bib\b"), read)
