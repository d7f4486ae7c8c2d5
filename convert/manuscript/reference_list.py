"""A manuscript's reference list: where it stands, and its paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..citation_fields import registry
from ..csl import Bibliography
from ..csl.locale import normalize_tag
from ..markup.links import link
from ..markup.paragraphs import Paragraph, paragraphs
from ..markup.wordprocessing import linked_runs
from ..model.report import Report
from ..ooxml.complex_field import field_end, field_start
from ..ooxml.names import Element, make, make_text, value, w
from ..tables.reference_headings import DEFAULT, HEADINGS, MARKS
from .document import Manuscript, PlacedParagraph

STYLE = "Bibliography"  # Word's own style for the entries of a list
_TWIPS = 20  # in a point
_LINE = 240  # twentieths of a point: a line of 12 points
_DIGIT = 120  # the width of a digit in it
_INDENT = 720  # half an inch
_LABEL_ROOM = 2 * _LINE  # the least room for a label


@dataclass(slots=True)
class ListPlace:
    """Where the list goes: behind ``before``, in the place of ``replaced`` elements.

    ``heading`` is a text to put above it, ``""`` if the document has one.
    """

    before: Element | None
    parent: Element
    replaced: list[Element]
    heading: str = ""


def find_place(manuscript: Manuscript, language: str, report: Report) -> ListPlace:
    """Return where the list goes: where one is, at a mark, below its heading, at the end."""
    if place := _old_list(manuscript):
        return place
    if marked := _mark(manuscript):
        return _in_place_of([marked.paragraph.element])
    if heading := manuscript.list_heading:
        _tell_what_stands_below(manuscript, heading, report)
        element = heading.paragraph.element
        return ListPlace(element, _parent(element), [])
    body = manuscript.package.tree(manuscript.package.main).find(w("body"))
    assert body is not None  # read_story has found paragraphs in it
    last = next((child for child in reversed(body) if child.tag != w("sectPr")), None)
    return ListPlace(last, body, [], _heading(language))


def _heading(language: str) -> str:
    words = HEADINGS.get(language.partition("-")[0].lower(), HEADINGS[DEFAULT])
    return words[0]


def _old_list(manuscript: Manuscript) -> ListPlace | None:
    """Return the place of the list that a field or content control holds."""
    root = manuscript.package.tree(manuscript.package.main)
    for control in root.iter(w("sdt")):
        tag = value(control.find(f"{w('sdtPr')}/{w('tag')}"))
        if (
            tag
            and registry.is_bibliography(tag)
            and control.find(f"{w('sdtContent')}/{w('p')}") is not None
        ):
            return _in_place_of([control])
    for found in manuscript.block_fields:
        if registry.is_bibliography(found.code) and found.first is not None:
            return _in_place_of(_from_to(found.first, found.last))
    for placed in manuscript.body:
        for piece in placed.paragraph.pieces:
            if piece.field and registry.is_bibliography(piece.field.code):
                return _in_place_of([placed.paragraph.element])
    return None


def entries(manuscript: Manuscript) -> list[PlacedParagraph]:
    """Return the paragraphs of the list that the document has: its field's, else its heading's."""
    old = _old_list(manuscript)
    if old is None:
        return [placed for placed in manuscript.body if placed.in_list]
    of_field = {paragraph for element in old.replaced for paragraph in element.iter(w("p"))}
    return [placed for placed in manuscript.body if placed.paragraph.element in of_field]


def _from_to(first: Element, last: Element | None) -> list[Element]:
    """Return an element and its siblings up to ``last``, or all that follow if it is no sibling."""
    elements = [first]
    for sibling in first.itersiblings():
        if elements[-1] is last or sibling.tag == w("sectPr"):
            break
        elements.append(sibling)
    return elements if elements[-1] is last else [first]


def _mark(manuscript: Manuscript) -> PlacedParagraph | None:
    return next(
        (placed for placed in manuscript.body if placed.paragraph.text.strip().casefold() in MARKS),
        None,
    )


def _in_place_of(elements: list[Element]) -> ListPlace:
    return ListPlace(elements[0].getprevious(), _parent(elements[0]), elements)


def _parent(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None  # a paragraph is in a body, cell or the like
    return parent


def _tell_what_stands_below(
    manuscript: Manuscript, heading: PlacedParagraph, report: Report
) -> None:
    below = [placed for placed in manuscript.body if placed.in_list]
    if text := next(
        (placed.paragraph.text.strip() for placed in below if placed.paragraph.text.strip()), ""
    ):
        message = f"what stands below the heading stays, below the new list: {text:.60}"
        report.warning("kept-list", manuscript.location(heading), message)


def write(
    manuscript: Manuscript, place: ListPlace, bibliography: Bibliography, field_code: str = ""
) -> None:
    """Write the list, if it has entries; ``field_code`` makes it a field, ``""`` leaves it text."""
    if not bibliography.entries:
        return
    style = manuscript.styles.define(STYLE, *_layout(bibliography))
    direct = [] if style else _layout(bibliography)
    entries = [
        _paragraph(manuscript, paragraph, style, direct)
        for entry in bibliography.entries
        for paragraph in paragraphs(link(entry.text))
    ]
    if field_code:
        start = field_start(field_code)
        for run in reversed(start):
            entries[0].insert(1, run)
        entries[-1].append(field_end())
    put(manuscript, place, entries)


def put(manuscript: Manuscript, place: ListPlace, paragraphs: Sequence[Element]) -> None:
    """Put paragraphs where the list goes, below its heading."""
    entries = list(paragraphs)
    manuscript.package.changed(manuscript.package.main)
    _keep_section(place.replaced, entries)
    if place.heading:
        entries.insert(0, _heading_paragraph(manuscript, place.heading))
    index = 0 if place.before is None else list(place.parent).index(place.before) + 1
    for element in place.replaced:
        place.parent.remove(element)
    for number, entry in enumerate(entries):
        place.parent.insert(index + number, entry)


def _paragraph(
    manuscript: Manuscript, paragraph: Paragraph, style: str, direct: Sequence[Element]
) -> Element:
    named = [make("pStyle", val=style)] if style else []
    element = make("p", make("pPr", *named, *direct))

    def link_id(address: str) -> str:
        return manuscript.package.relate("hyperlink", address, external=True)

    element.extend(linked_runs(paragraph.label, link_id))
    if paragraph.label:
        element.append(make("r", make("tab")))
    element.extend(linked_runs(paragraph.runs, link_id))
    return element


def _heading_paragraph(manuscript: Manuscript, text: str) -> Element:
    """Return a heading in the document's style for headings, or in bold if it has none."""
    run = make("r", make_text("t", text))
    style = manuscript.styles.named("heading 1")
    if not style:
        run.insert(0, make("rPr", make("b")))
    return make("p", make("pPr", *([make("pStyle", val=style)] if style else [])), run)


def _layout(bibliography: Bibliography) -> list[Element]:
    """Return the properties of paragraphs by which entries hang, in the schema's order.

    Zotero sets the same ones of the same style from a citation style's options.
    """
    after = make("spacing", after=_LINE * bibliography.entry_spacing)
    if align := bibliography.second_field_align:
        width = max(_DIGIT * (bibliography.max_offset + 1), _LABEL_ROOM)
        left = 0 if align == "margin" else width
        tabs = make("tabs", make("tab", val="left", pos=left))
        return [tabs, after, make("ind", left=left, hanging=width)]
    indent = _INDENT if bibliography.hanging_indent else 0
    return [after, make("ind", left=indent, hanging=indent)]


def _keep_section(replaced: Sequence[Element], entries: Sequence[Element]) -> None:
    """Keep the end of a section, which is a property of its last paragraph."""
    for element in replaced:
        section = element.find(f"{w('pPr')}/{w('sectPr')}")
        if section is not None and entries:
            properties = entries[-1].find(w("pPr"))
            if properties is not None:
                properties.append(section)


def language_of(manuscript: Manuscript, locale: str) -> str:
    """Return the language of the list's heading: the one asked for, else the document's."""
    return normalize_tag(locale) or manuscript.styles.language
