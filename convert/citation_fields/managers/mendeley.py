"""Mendeley: Desktop's fields have the JSON of Zotero's, Cite's content controls in their tags."""

from __future__ import annotations

from base64 import b64decode

from ...base.lazy_regex import regex
from ...ooxml.paragraphs import WordField
from .. import csl_citation
from ..field_cite import FieldCite, FieldPlace, Manager

_CONTROL = "MENDELEY_CITATION_v3_"


def read(field: WordField, place: FieldPlace) -> list[FieldCite]:
    """Return what a citation cites."""
    if not field.code.startswith(_CONTROL):
        return csl_citation.read(field.code, place)
    encoded = field.code.removeprefix(_CONTROL).split()[0]
    try:
        text = b64decode(encoded + "==").decode()
    except ValueError as error:
        message = f"the citation's tag cannot be read ({error}); skipped"
        place.report.error("bad-json", place.where, message)
        return []
    return csl_citation.read(text, place)


MANAGER = Manager(
    "Mendeley",
    regex(r"\s*(?:ADDIN\s+)?CSL_CITATION\b|MENDELEY_CITATION_v3_."),
    regex(r"\s*(?:ADDIN\s+)?Mendeley Bibliography\b|MENDELEY_BIBLIOGRAPHY"),
    read,
)
