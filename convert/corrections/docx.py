"""Corrects the articles that Zotero and Mendeley keep in a Word document's fields.

The text that readers see stays: Zotero prints it anew at the next refresh, and so does
``medcite manuscript``. Fields of other programs are left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..citation_fields import csl_citation, registry
from ..citation_fields.field_cite import FieldPlace
from ..csl_json.items import item_maker
from ..documents.cited_records import names_of
from ..manuscript import document
from ..manuscript.document import Manuscript, PlacedParagraph
from ..markup.json_text import json_text
from ..model.report import Report
from ..ooxml import field_code
from ..ooxml.package import Package
from ..ooxml.paragraphs import WordField
from ..options import Options
from ..tables.verified_fields import BY_NAME
from ..verify.correction import Correction
from .result import CorrectedFile, KeyedChange

_make_item = item_maker(Options())


def correct(data: bytes, name: str, corrections: Sequence[Correction]) -> CorrectedFile:
    """Return the document with corrected articles in its fields.

    Raises:
        InputError: It cannot be read, or has macros.

    """
    package = Package(data, name)
    package.refuse_macros()
    manuscript = document.read(package)
    done: set[str] = set()
    for placed, field in _fields(manuscript):
        changed = _corrected_code(field, manuscript, placed, corrections)
        if changed and field_code.replace(field, changed[0]):
            package.changed(_part(package, placed))
            done |= changed[1]
    fields = [(each.key in done, KeyedChange(each.key, field))
              for each in corrections for field in each.fields]  # fmt: skip
    return CorrectedFile(
        package.save() if done else data,
        tuple(change for is_done, change in fields if is_done),
        tuple(change for is_done, change in fields if not is_done),
    )


def _fields(manuscript: Manuscript) -> Iterator[tuple[PlacedParagraph, WordField]]:
    """Yield the fields whose code is a citation in JSON, which only some managers write."""
    for placed in manuscript.paragraphs:
        for piece in placed.paragraph.pieces:
            code = piece.field.code if piece.field else ""
            if piece.field and registry.is_citation(code) and csl_citation.citation_of(code):
                yield placed, piece.field


def _part(package: Package, placed: PlacedParagraph) -> str:
    kind = placed.note.partition(" ")[0]
    return package.related(kind) if kind else package.main


def _corrected_code(
    field: WordField, manuscript: Manuscript, placed: PlacedParagraph,
    corrections: Sequence[Correction],
) -> tuple[str, set[str]] | None:  # fmt: skip
    """Return a field's new code, and the keys of the references in it; ``None``: none of them."""
    citation = csl_citation.citation_of(field.code)
    place = FieldPlace(manuscript.package, manuscript.location(placed), Report())
    cites = csl_citation.read(field.code, place)
    keys = set()
    for cited, cite in zip(citation["citationItems"], cites, strict=False):
        names = set(names_of(cite, cite.record)) if cite.record else set()
        for correction in corrections:
            if not names.isdisjoint(names_of(cite, correction.reference)):
                cited["itemData"] = _corrected_item(cited["itemData"], correction)
                keys.add(correction.key)
    start, end = field.code.index("{"), field.code.rindex("}") + 1
    return (field.code[:start] + json_text(citation) + field.code[end:], keys) if keys else None


def _corrected_item(item: Mapping[str, Any], correction: Correction) -> dict[str, Any]:
    """Return an item with the variables of the fields that differ as the article has them."""
    made = _make_item(correction.corrected, str(item.get("id", "")))
    variables = {name for field in correction.fields for name in BY_NAME[field.field].csl}
    kept = {name: value for name, value in item.items() if name not in variables}
    return kept | {name: made[name] for name in variables if name in made}
