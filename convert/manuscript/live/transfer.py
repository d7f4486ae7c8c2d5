"""Zotero's transfer document, from which its plugins for Google Docs and LibreOffice go on.

Each citation is a link whose text is its code; Zotero makes the citations of them, and removes the
first paragraphs and the last. (Read in Zotero's ``integration.js``, not tried with Zotero.)
"""

from collections.abc import Iterator

from ...csl import Bibliography
from ...markup.paragraphs import TextRun, TextStyle
from ...markup.wordprocessing import LinkId, run_element
from ...ooxml.names import Element, R, make, make_text, w
from .. import reference_list, zotero
from ..document import Manuscript
from ..live_form import CitedWhole, LiveForm, WrittenCitation

_ADDRESS = "https://www.zotero.org/"
_INSTRUCTIONS = (
    "This document holds Zotero's citations for another word processor. Open it there, or import"
    " it, and choose Refresh in Zotero's menu; until then, do not change it."
)


def _citation(citation: WrittenCitation) -> list[Element]:
    code = zotero.citation(citation.id, citation.cites, citation.text, citation.note)
    return [_link(code, citation.link_id)]


def _bibliography(
    manuscript: Manuscript, place: reference_list.ListPlace, bibliography: Bibliography
) -> None:
    if bibliography.entries:
        reference_list.put(manuscript, place, [_paragraph(manuscript, zotero.BIBLIOGRAPHY)])


def _finish(whole: CitedWhole) -> None:
    """Put the paragraphs before and behind the text by which Zotero knows the document."""
    package = whole.manuscript.package
    body = package.changed(package.main).find(w("body"))
    assert body is not None  # it has paragraphs
    code = f"DOCUMENT_PREFERENCES {zotero.preferences(whole)}"
    section = body.find(w("sectPr"))
    place = len(body) if section is None else list(body).index(section)
    body.insert(place, _paragraph(whole.manuscript, code))
    for number, paragraph in enumerate(_opening()):
        body.insert(number, paragraph)


def _opening() -> Iterator[Element]:
    for text in (zotero.TRANSFER_MARK, "", _INSTRUCTIONS, ""):
        yield make("p", *([make("r", make_text("t", text))] if text else []))


def _paragraph(manuscript: Manuscript, code: str) -> Element:
    def link_id(address: str) -> str:
        return manuscript.package.relate("hyperlink", address, external=True)

    return make("p", _link(code, link_id))


def _link(code: str, link_id: LinkId) -> Element:
    link = make("hyperlink", run_element(TextRun(code, TextStyle(href=_ADDRESS))))
    link.set(f"{{{R}}}id", link_id(_ADDRESS))
    return link


FORM = LiveForm(
    "Zotero's transfer document",
    _citation,
    _bibliography,
    _finish,
    advice="open {document} in Google Docs or LibreOffice with Zotero, and choose Refresh",
)
