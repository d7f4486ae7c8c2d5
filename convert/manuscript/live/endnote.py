"""EndNote's temporary citations, of which EndNote makes live ones with a library of the records.

A record's number is its place in the library, so that is to be imported into an empty one.
EndNote puts the list to the end itself.
"""

from dataclasses import replace

from ...csl import Bibliography
from ...markup import endnote_citation
from ...markup.wordprocessing import runs
from ...ooxml.names import Element
from .. import reference_list
from ..articles import ResolvedCite
from ..document import Manuscript
from ..live_form import LiveForm, WrittenCitation

_LABELS = {"page": "p."}  # others stand in full
_RANGE_LABELS = {"page": "pp."}
_RANGE = ("-", "–", ",", "&")


def _citation(citation: WrittenCitation) -> list[Element]:
    cites = (_cite(cite, citation.numbers[cite.article.id]) for cite in citation.cites)
    text = endnote_citation.citation(cites)
    return runs((text,), citation.base)


def _cite(resolved: ResolvedCite, number: int) -> str:
    cite, record = resolved.wanted, resolved.article.record
    names = record.author or record.editor
    author = "" if cite.suppress_author or not names else names[0].family or names[0].literal
    date = record.issued or record.available_date
    year = str(date.start.year) if date and date.start else ""
    suffix = f", {_located(cite.label, cite.locator)}" if cite.locator else ""
    return endnote_citation.cite(cite.prefix, author, year, number, f"{suffix}{cite.suffix}")


def _located(label: str, locator: str) -> str:
    labels = _RANGE_LABELS if any(sign in locator for sign in _RANGE) else _LABELS
    return f"{labels.get(label, label)} {locator}".strip()


def _bibliography(manuscript: Manuscript, place: reference_list.ListPlace, _: Bibliography) -> None:
    """Remove the list of another program; EndNote writes its own."""
    reference_list.put(manuscript, replace(place, heading=""), [])


FORM = LiveForm(
    "EndNote's temporary citations",
    _citation,
    _bibliography,
    library="endnote-xml",
    advice=(
        "import {library} into a new EndNote library (option: EndNote generated XML), open"
        " {document} in Word beside it, and choose Update Citations and Bibliography in EndNote's"
        " menu"
    ),
)
