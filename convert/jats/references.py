"""The citations in a reference of JATS: one, several, or one in several forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from string import ascii_lowercase

from ..ris.read.split import Reference
from ..xml.layout import XmlLayout
from ..xml.node import Node
from .citation import reference_of

_CITATIONS = frozenset({"element-citation", "mixed-citation", "nlm-citation", "citation"})
_OF_TEXT = frozenset({"TY", "ID", "N1", "UR", "DO", "PM", "C2", "Y2"})
_ALTERNATIVES = "citation-alternatives"
ARTICLE = "front"  # of which each article has one

LAYOUT = XmlLayout(
    title="JATS",
    opening="<ref-list>",
    records=frozenset({"ref"}),
    identify=lambda ref: ref.attributes.get("id", ""),
    counted=frozenset({ARTICLE}),
)


def references_of(ref: Node, left_out: Counter[str]) -> Iterator[Reference]:
    """Yield a reference for each citation.

    Of several the keys get a letter. What is no citation is counted, as is a citation that has the
    words of another.
    """
    citations = list(_citations(ref, left_out))
    key = ref.attributes.get("id", "")
    for number, citation in enumerate(citations):
        letter = ascii_lowercase[number % 26] if len(citations) > 1 and key else ""
        yield reference_of(citation, f"{key}{letter}")


def is_text(reference: Reference) -> bool:
    """Whether a citation has no elements, so that all its text is a note."""
    tags = {field.tag for field in reference.fields}
    return "N1" in tags and tags <= _OF_TEXT


def _citations(ref: Node, left_out: Counter[str]) -> Iterator[Node]:
    children = [child for child in ref.children if child.tag != "label"]
    with_elements = any(
        child.tag in _CITATIONS and child.tag != "mixed-citation" for child in children
    )
    for child in children:
        name = child.tag
        if name == _ALTERNATIVES:
            yield from _best(child, left_out)
        elif name not in _CITATIONS or (name == "mixed-citation" and with_elements):
            left_out[name] += 1  # SciELO has each citation once more, as a text
        else:
            yield child


def _best(alternatives: Node, left_out: Counter[str]) -> Iterator[Node]:
    """Yield the form with elements; count the others."""
    forms = sorted(alternatives.children, key=lambda form: form.tag == "mixed-citation")
    for form in forms[1:]:
        left_out[form.tag] += 1
    yield from forms[:1]
