"""Word's .docx, through python-docx: real numbered lists, links, and the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from ..model.rich_text import Text
from ..ooxml.names import make
from .file_mark import ArchiveMark
from .links import link
from .office_archive import EPOCH, signed
from .paragraphs import Paragraph, paragraphs
from .reference_list import Numbers, ReferenceList, items
from .registry import Markup
from .wordprocessing import escape, linked_runs, style_element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph as DocxParagraph

MARK = ArchiveMark()
FONT_SIZE = 12  # points
DIGIT_WIDTH = FONT_SIZE / 2
INDENT = 36  # points: half an inch
LIST_NUMBER = 1000  # the lists of the template have lower numbers


def document(bibliography: ReferenceList, citations: Sequence[Text] = ()) -> bytes:
    """Return a file of the references, in the paragraph style ``Bibliography``.

    ``citations`` come first, each a paragraph in the style ``Citation``.
    """
    file = _empty_document(bibliography.language)
    links: dict[str, str] = {}
    if citations:
        _add_citations(file, citations, links)
    numbers, listed = items(bibliography)
    _add_entry_style(file, bibliography)
    if numbers:
        _define_list(file, numbers, bibliography)
    for entry, item in zip(bibliography.entries, listed, strict=True):
        laid_out = paragraphs(link(item.text if numbers else entry.text))
        for paragraph in laid_out:
            added = _add_paragraph(file, "Bibliography")
            if numbers and paragraph is laid_out[0]:
                _make_list_item(added)
            else:
                _indent(added, paragraph, bibliography)
            if paragraph is not laid_out[-1]:
                added.paragraph_format.space_after = 0
            _add_runs(file, added, paragraph, links)
    return _save(file)


def _empty_document(language: str) -> Document:
    """Return an empty document in ``language``, if that is known."""
    import docx  # noqa: PLC0415  # slow to load; only a .docx needs it
    from docx.oxml.ns import qn  # noqa: PLC0415  # slow to load; only a .docx needs it

    file: Document = docx.Document()
    for element in file.styles.element.iter(qn("w:lang")) if language else ():
        element.set(qn("w:val"), language)
    properties = file.core_properties
    properties.author, properties.comments, properties.title = "", "", "References"
    properties.created = properties.modified = EPOCH
    properties.identifier = MARK.value
    return file


def _add_citations(file: Document, citations: Sequence[Text], links: dict[str, str]) -> None:
    """Add the citations, each as a paragraph."""
    _add_style(file, "Citation", FONT_SIZE / 2)
    for text in citations:
        for paragraph in paragraphs(text):
            _add_runs(file, _add_paragraph(file, "Citation"), paragraph, links)


def _add_paragraph(file: Document, style: str) -> DocxParagraph:
    """Add an empty paragraph in a style; python-docx's own way looks the style up each time."""
    paragraph = file.add_paragraph()
    paragraph._p.style = style
    return paragraph


def _add_entry_style(file: Document, bibliography: ReferenceList) -> None:
    """Add the style of the entries, with the layout that is the same for all."""
    from docx.shared import Pt  # noqa: PLC0415  # slow to load; only a .docx needs it

    style = _add_style(file, "Bibliography", FONT_SIZE * bibliography.entry_spacing)
    style.paragraph_format.line_spacing = float(bibliography.line_spacing)
    if bibliography.hanging_indent and not bibliography.second_field_align:
        style.paragraph_format.left_indent = Pt(INDENT)
        style.paragraph_format.first_line_indent = Pt(-INDENT)


def _add_style(file: Document, name: str, after: float) -> ParagraphStyle:
    """Add a paragraph style with ``after`` points below each paragraph."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415  # slow to load; only a .docx needs it
    from docx.shared import Pt  # noqa: PLC0415  # slow to load; only a .docx needs it

    style = cast("ParagraphStyle", file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
    style.base_style = file.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(FONT_SIZE)
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.space_after = Pt(after)
    return style


def _indents(bibliography: ReferenceList) -> tuple[float, float]:
    """Return the points from the margin to the text, and from there back to the label."""
    width = max(DIGIT_WIDTH * (bibliography.max_offset + 1), 2 * FONT_SIZE)
    return (0 if bibliography.second_field_align == "margin" else width), width


def _indent(element: DocxParagraph, paragraph: Paragraph, bibliography: ReferenceList) -> None:
    """Indent a paragraph as the citation style asks and its label needs."""
    from docx.shared import Pt  # noqa: PLC0415  # slow to load; only a .docx needs it

    left, width = _indents(bibliography)
    if bibliography.second_field_align or paragraph.label:
        element.paragraph_format.left_indent = Pt(left)
        element.paragraph_format.first_line_indent = Pt(-width if paragraph.label else 0)
        element.paragraph_format.tab_stops.add_tab_stop(Pt(left))
    elif paragraph.kind == "indent":
        element.paragraph_format.left_indent = Pt(INDENT)


def _define_list(file: Document, numbers: Numbers, bibliography: ReferenceList) -> None:
    """Define the list: its numbers' style and start, and the distance to the text."""
    left, width = _indents(bibliography)
    shown = numbers.before.replace("%", "") + "%1" + numbers.after.replace("%", "")
    level = make(
        "lvl", make("start", val=numbers.start), make("numFmt", val="decimal"),
        make("suff", val="tab"), make("lvlText", val=escape(shown)), make("lvlJc", val="left"),
        make("pPr", make("ind", left=round(20 * left), hanging=round(20 * width))),
        style_element(numbers.style), ilvl=0,
    )  # fmt: skip
    kind = make("multiLevelType", val="singleLevel")
    abstract = make("abstractNum", kind, level, abstractNumId=LIST_NUMBER)
    number = make("num", make("abstractNumId", val=LIST_NUMBER), numId=LIST_NUMBER)
    definitions = file.part.numbering_part.element
    # The schema wants every w:abstractNum before the first w:num.
    definitions.insert(0, abstract)
    definitions.append(number)


def _make_list_item(paragraph: DocxParagraph) -> None:
    """Make a paragraph an item of the list, which sets its indents."""
    properties = paragraph._p.get_or_add_pPr()
    number = properties.get_or_add_numPr()  # type: ignore[attr-defined]  # docx declares it at run time
    number.append(make("ilvl", val=0))
    number.append(make("numId", val=LIST_NUMBER))


def _add_runs(
    file: Document, element: DocxParagraph, paragraph: Paragraph, links: dict[str, str]
) -> None:
    """Add a label, a tab and runs to a paragraph; ``links`` holds the ids of addresses so far."""

    def link_id(href: str) -> str:
        return _link_id(file, href, links)

    element._p.extend(linked_runs(paragraph.label, link_id))
    if paragraph.label:
        element._p.append(make("r", make("tab")))
    element._p.extend(linked_runs(paragraph.runs, link_id))


def _link_id(file: Document, href: str, links: dict[str, str]) -> str:
    """Return the id of an address; the file keeps addresses apart from its text."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415  # slow to load; only a .docx needs it

    if href not in links:
        links[href] = f"link{len(links) + 1}"
        file.part.rels.add_relationship(
            RELATIONSHIP_TYPE.HYPERLINK, escape(href), links[href], is_external=True
        )
    return links[href]


def _save(file: Document) -> bytes:
    """Return the file with every date in the archive the same, and with the mark."""
    saved = io.BytesIO()
    file.save(saved)
    return signed(saved, MARK)


MARKUP = Markup("docx", document, suffixes=(".docx",), mark=MARK, binary=True)
