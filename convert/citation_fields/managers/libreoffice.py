"""LibreOffice's own citations, of which the database of its bibliography has the articles."""

from __future__ import annotations

from ...base.lazy_regex import regex
from ...ooxml.paragraphs import WordField
from ..field_cite import FieldCite, FieldPlace, Manager

PREFIX = "LIBREOFFICE_BIBLIOGRAPHY "  # before the identifier, which alone is no code


def read(field: WordField, _: FieldPlace) -> list[FieldCite]:
    """Return what a citation cites: only by name."""
    return [FieldCite(None, f"libreoffice:{field.code.removeprefix(PREFIX)}")]


MANAGER = Manager("LibreOffice", regex(PREFIX), regex(r"(?!)"), read)
