"""Word's .docx, through python-docx: real numbered lists, links, and the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from ..base.lazy_regex import regex
from ..model.rich_text import Text
from ..tables.characters import CONTROLS
from .direction import mark_numbers
from .file_mark import ArchiveMark
from .links import link
from .office_archive import EPOCH, signed
from .paragraphs import Paragraph, TextRun, TextStyle, paragraphs
from .reference_list import Numbers, ReferenceList, items
from .registry import Markup

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph as DocxParagraph

# Characters that XML 1.0 does not allow.
ILLEGAL = regex(rf"[{CONTROLS}\ud800-\udfff\ufffe\uffff]")
MARK = ArchiveMark()
FONT_SIZE = 12  # points
DIGIT_WIDTH = FONT_SIZE / 2
VERTICAL_ALIGNMENTS = {"sup": "superscript", "sub": "subscript"}
INDENT = 36  # points: half an inch
LIST_NUMBER = 1000  # the lists of the template have lower numbers


def escape(text: str) -> str:
    """Return ``text`` without what XML does not allow; python-docx escapes the rest."""
    return ILLEGAL.sub(" ", text)


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
    abstract = _element("w:abstractNum", abstractNumId=LIST_NUMBER)
    level = _element("w:lvl", ilvl=0)
    level.extend(
        [
            _element("w:start", val=numbers.start),
            _element("w:numFmt", val="decimal"),
            _element("w:suff", val="tab"),
            _element("w:lvlText", val=escape(shown)),
            _element("w:lvlJc", val="left"),
        ]
    )
    indent = _element("w:pPr")
    indent.append(_element("w:ind", left=round(20 * left), hanging=round(20 * width)))
    level.append(indent)
    level.append(_style_element(numbers.style))
    abstract.extend([_element("w:multiLevelType", val="singleLevel"), level])
    number = _element("w:num", numId=LIST_NUMBER)
    number.append(_element("w:abstractNumId", val=LIST_NUMBER))
    definitions = file.part.numbering_part.element
    # The schema wants every w:abstractNum before the first w:num.
    definitions.insert(0, abstract)
    definitions.append(number)


def _make_list_item(paragraph: DocxParagraph) -> None:
    """Make a paragraph an item of the list, which sets its indents."""
    properties = paragraph._p.get_or_add_pPr()
    number = properties.get_or_add_numPr()  # type: ignore[attr-defined]  # docx declares it at run time
    number.append(_element("w:ilvl", val=0))
    number.append(_element("w:numId", val=LIST_NUMBER))


def _add_runs(
    file: Document, element: DocxParagraph, paragraph: Paragraph, links: dict[str, str]
) -> None:
    """Add a label, a tab and runs to a paragraph; ``links`` holds the ids of addresses so far."""
    for run in paragraph.label:
        element._p.append(_run_element(run))
    if paragraph.label:
        tab = _element("w:r")
        tab.append(_element("w:tab"))
        element._p.append(tab)
    for run in mark_numbers(paragraph.runs):
        child = _run_element(run)
        if run.style.href:
            anchor = _element("w:hyperlink")
            anchor.set(_qualified_name("r:id"), _link_id(file, run.style.href, links))
            anchor.append(child)
            child = anchor
        element._p.append(child)


def _link_id(file: Document, href: str, links: dict[str, str]) -> str:
    """Return the id of an address; the file keeps addresses apart from its text."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415  # slow to load; only a .docx needs it

    if href not in links:
        links[href] = f"link{len(links) + 1}"
        file.part.rels.add_relationship(
            RELATIONSHIP_TYPE.HYPERLINK, escape(href), links[href], is_external=True
        )
    return links[href]


def _run_element(run: TextRun) -> BaseOxmlElement:
    """Return the element of a run."""
    element = _element("w:r")
    element.append(_style_element(run.style))
    text = _element("w:t")
    text.text = escape(run.text)
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.append(text)
    return element


def _style_element(style: TextStyle) -> BaseOxmlElement:
    """Return the element of a text style; its parts come in the order of the schema."""
    properties = _element("w:rPr")
    parts = {
        "w:b": style.bold,
        "w:i": style.italic or style.oblique,
        "w:smallCaps": style.caps,
    }
    properties.extend(_element(name) for name, on in parts.items() if on)
    if style.href:
        properties.append(_element("w:color", val="0563C1"))
    if style.underline or style.href:
        properties.append(_element("w:u", val="single"))
    if style.rise:
        properties.append(_element("w:vertAlign", val=VERTICAL_ALIGNMENTS[style.rise]))
    return properties


def _element(name: str, **attributes: object) -> BaseOxmlElement:
    """Return an element of WordprocessingML with attributes of the same namespace."""
    from docx.oxml import OxmlElement  # noqa: PLC0415  # slow to load; only a .docx needs it

    element = cast("BaseOxmlElement", OxmlElement(name))
    for key, value in attributes.items():
        element.set(_qualified_name(f"w:{key}"), str(value))
    return element


def _qualified_name(name: str) -> str:
    """Return an attribute's name with its namespace."""
    from docx.oxml.ns import qn  # noqa: PLC0415  # slow to load; only a .docx needs it

    return str(qn(name))


def _save(file: Document) -> bytes:
    """Return the file with every date in the archive the same, and with the mark."""
    saved = io.BytesIO()
    file.save(saved)
    return signed(saved, MARK)


MARKUP = Markup("docx", document, suffixes=(".docx",), mark=MARK, binary=True)
