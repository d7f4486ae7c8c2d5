"""Replace a part of a paragraph's text by other runs; what stands around it stays as it is."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from .names import SPACE, Element, w
from .paragraphs import ParagraphText, Piece, WordField

# What stands around runs, and goes when the last of them has gone.
_WRAPPERS = frozenset(w(name) for name in ("hyperlink", "ins", "moveTo", "smartTag"))
_INSERTED = (w("ins"), w("moveTo"))


def covered(paragraph: ParagraphText, start: int, end: int) -> list[Piece]:
    """Return the pieces of a part of the text, those without any text in it included."""
    return [
        piece
        for piece in paragraph.pieces
        if piece.start < end and (piece.end > start or start < piece.start)
    ]


def properties(paragraph: ParagraphText, start: int, end: int) -> Element | None:
    """Return the properties of the run that a part of the text begins in."""
    for piece in covered(paragraph, start, end):
        run = _run_of(piece.elements[0])
        if run is not None:
            return run.find(w("rPr"))
    return None


def replace(paragraph: ParagraphText, start: int, end: int, new: Sequence[Element]) -> None:
    """Replace the text from ``start`` to ``end`` by ``new`` runs.

    Several parts are replaced from the last to the first, since the pieces before stay valid. In
    the twins of the paragraph, copies of the runs take the same place.
    """
    for twin in paragraph.twins:
        replace(twin, start, end, [deepcopy(element) for element in new])
    pieces = covered(paragraph, start, end)
    _cut_end(pieces[-1], end)
    whole = _whole_links(paragraph, pieces)
    elements = list(_cut_start(pieces[0], start)) if pieces[0].field not in whole else []
    for piece in pieces[0 if pieces[0].field in whole else 1 :]:
        elements += piece.field.elements if piece.field in whole else piece.elements
    elements = list(dict.fromkeys(elements))
    anchor = _anchor(elements)
    if any(element.tag != w("r") for element in new):
        anchor = _out_of_insertion(anchor)
    for element in new:
        anchor.addprevious(element)
    for element in elements:
        _remove(element)


def _whole_links(paragraph: ParagraphText, pieces: list[Piece]) -> list[WordField]:
    """Return the fields for links of which all text is among ``pieces``: they go with it."""
    links = [piece.field for piece in pieces if piece.field and piece.field.is_link]
    others = [piece.field for piece in paragraph.pieces if piece.text and piece not in pieces]
    return [link for link in dict.fromkeys(links) if link not in others]


def _cut_end(piece: Piece, end: int) -> None:
    """Move the text of a piece behind ``end`` to a run of its own."""
    if piece.end <= end or (piece.field is not None and not piece.field.is_link):
        return
    element = piece.elements[0]
    rest = _split_text(element, end - piece.start)
    _split_run(rest)


def _cut_start(piece: Piece, start: int) -> tuple[Element, ...]:
    """Return the elements of a piece from ``start`` on, cut from what stands before."""
    if piece.start >= start:
        return piece.elements
    return (_split_text(piece.elements[0], start - piece.start),)


def _split_text(element: Element, at: int) -> Element:
    """Split an element of text, and return the new one with what is behind ``at``."""
    text = element.text or ""
    rest = deepcopy(element)
    element.text, rest.text = text[:at], text[at:]
    element.set(SPACE, "preserve")
    rest.set(SPACE, "preserve")
    element.addnext(rest)
    return rest


def _split_run(element: Element) -> Element:
    """Return the run that begins with ``element``, split from what is before it if need be."""
    run = element.getparent()
    assert run is not None  # an element of a run
    before = [child for child in list(run)[: run.index(element)] if child.tag != w("rPr")]
    if not before:
        return run
    rest = run.makeelement(run.tag, {str(name): str(given) for name, given in run.items()})
    if (own := run.find(w("rPr"))) is not None:
        rest.append(deepcopy(own))
    rest.extend(list(run)[run.index(element) :])
    run.addnext(rest)
    return rest


def _anchor(elements: list[Element]) -> Element:
    """Return the element before which new runs go.

    That is not within an insertion that only some of the text belongs to: who refuses the
    insertion would lose the citation. Nor is it in a link that goes.
    """
    starts = [_split_run(element) if _run_of(element) is not None else element
              for element in elements]  # fmt: skip
    settled = [start for start in starts if not _is_inserted(start)]
    anchor = (settled or starts)[0]
    parent = anchor.getparent()
    if parent is not None and parent.tag == w("hyperlink") and _is_all(parent, elements):
        return parent
    return anchor


def _out_of_insertion(anchor: Element) -> Element:
    """Return the element before which a link goes, which no insertion may hold by the schema.

    The insertion that the anchor is in is split, so that the link stands in the same place.
    """
    insertion = anchor.getparent()
    if insertion is None or insertion.tag not in _INSERTED:
        return anchor
    if before := list(insertion)[: insertion.index(anchor)]:
        attributes = {str(name): str(given) for name, given in insertion.items()}
        first = insertion.makeelement(insertion.tag, attributes)
        first.extend(before)
        insertion.addprevious(first)
    return insertion


def _is_all(link: Element, elements: list[Element]) -> bool:
    """Whether a link has no text but that of ``elements``."""
    return all(text in elements for text in link.iter(w("t")))


def _is_inserted(run: Element) -> bool:
    return any(ancestor.tag in _INSERTED for ancestor in run.iterancestors())


def _run_of(element: Element) -> Element | None:
    parent = element.getparent()
    return parent if parent is not None and parent.tag == w("r") else None


def _remove(element: Element) -> None:
    """Remove an element, and what stood around it and is empty now."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if parent.tag == w("r") and all(child.tag == w("rPr") for child in parent):
        _remove(parent)
    elif parent.tag == w("sdtContent") and not len(parent):
        control = parent.getparent()
        _remove(parent if control is None else control)
    elif parent.tag in _WRAPPERS and not len(parent):
        _remove(parent)
