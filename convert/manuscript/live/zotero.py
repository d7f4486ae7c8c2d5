"""Fields of Zotero's, and its preferences: its plugin for Word goes on with the document."""

from functools import partial

from ...ooxml import properties
from ...ooxml.complex_field import field_runs
from ...ooxml.names import Element
from .. import reference_list, zotero
from ..live_form import CitedWhole, LiveForm, WrittenCitation


def _citation(citation: WrittenCitation) -> list[Element]:
    code = zotero.citation(citation.id, citation.cites, citation.text, citation.note)
    return field_runs(f" ADDIN ZOTERO_{code} ", citation.runs, citation.base)


def _finish(whole: CitedWhole) -> None:
    text = zotero.preferences(whole)
    values = zotero.pieces(text)
    properties.set_texts(whole.manuscript.package, zotero.PREFERENCES, values)


FORM = LiveForm(
    "Zotero's fields",
    _citation,
    partial(reference_list.write, field_code=f" ADDIN ZOTERO_{zotero.BIBLIOGRAPHY} "),
    _finish,
)
