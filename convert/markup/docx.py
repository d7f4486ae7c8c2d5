"""Word's .docx, through python-docx: real numbered lists, links, and the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..base.lazy_regex import regex
from ..model.rich_text import Text
from ..tables.characters import CONTROLS
from .file_mark import ArchiveMark
from .links import link
from .paragraphs import Paragraph, TextRun, TextStyle, paragraphs
from .reference_list import Numbers, ReferenceList, items
from .registry import Markup

if TYPE_CHECKING:
    from docx.document import Document

# What XML 1.0 has no place for.
ILLEGAL = regex(rf"[{CONTROLS}\ud800-\udfff\ufffe\uffff]")
EPOCH = datetime(2000, 1, 1)  # a file that does not know when it was made is always the same
MARK = ArchiveMark()
POINTS = 12
DIGIT = POINTS / 2  # points that a digit takes
RISES = {"sup": "superscript", "sub": "subscript"}
INDENT = 36  # points: half an inch
LIST = 1000  # the list's number in the file; the template's own are below


def escape(text: str) -> str:
    """Make ``text`` fit for XML, which python-docx writes and escapes."""
    return ILLEGAL.sub(" ", text)


def document(bibliography: ReferenceList, citations: Sequence[Text] = ()) -> bytes:
    """Make a file of the references, in the paragraph style ``Bibliography``.

    ``citations`` come first, each a paragraph in the style ``Citation``.
    """
    file = _blank(bibliography.language)
    links: dict[str, str] = {}
    if citations:
        _cite(file, citations, links)
    numbers, listed = items(bibliography)
    _lay(file, bibliography)
    if numbers:
        _number(file, numbers, bibliography)
    for entry, item in zip(bibliography.entries, listed, strict=True):
        found = paragraphs(link(item.text if numbers else entry.text))
        for paragraph in found:
            element = file.add_paragraph()
            element._p.style = "Bibliography"
            if numbers and paragraph is found[0]:
                _count(element)
            else:
                _layout(element, paragraph, bibliography)
            if paragraph is not found[-1]:
                element.paragraph_format.space_after = 0
            _fill(file, element, paragraph, links)
    return _fixed(file)


def _blank(language: str) -> Document:
    """Make an empty document, to be spelt as ``language`` is, if it is known."""
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


def _cite(file: Document, citations: Sequence[Text], links: dict[str, str]) -> None:
    """Write the citations, one a paragraph."""
    _style(file, "Citation", POINTS / 2)
    for text in citations:
        for paragraph in paragraphs(text):
            element = file.add_paragraph()
            element._p.style = "Citation"
            _fill(file, element, paragraph, links)


def _lay(file: Document, bibliography: ReferenceList) -> None:
    """Add the style of the entries, with the layout that is the same for all."""
    from docx.shared import Pt  # noqa: PLC0415  # slow to load; only a .docx needs it

    style = _style(file, "Bibliography", POINTS * bibliography.entry_spacing)
    style.paragraph_format.line_spacing = float(bibliography.line_spacing)
    if bibliography.hanging_indent and not bibliography.second_field_align:
        style.paragraph_format.left_indent = Pt(INDENT)
        style.paragraph_format.first_line_indent = Pt(-INDENT)


def _style(file: Document, name: str, after: float) -> Any:
    """Add a style of paragraphs, with so many points after each."""
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415  # slow to load; only a .docx needs it
    from docx.shared import Pt  # noqa: PLC0415  # slow to load; only a .docx needs it

    style: Any = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = file.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(POINTS)
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.space_after = Pt(after)
    return style


def _bounds(bibliography: ReferenceList) -> tuple[float, float]:
    """Return the points from the margin to the text, and from there back to the label."""
    width = max(DIGIT * (bibliography.max_offset + 1), 2 * POINTS)
    return (0 if bibliography.second_field_align == "margin" else width), width


def _layout(element: Any, paragraph: Paragraph, bibliography: ReferenceList) -> None:
    """Indent a paragraph as the style asks and its label needs."""
    from docx.shared import Pt  # noqa: PLC0415  # slow to load; only a .docx needs it

    left, width = _bounds(bibliography)
    if bibliography.second_field_align or paragraph.label:
        element.paragraph_format.left_indent = Pt(left)
        element.paragraph_format.first_line_indent = Pt(-width if paragraph.label else 0)
        element.paragraph_format.tab_stops.add_tab_stop(Pt(left))
    elif paragraph.kind == "indent":
        element.paragraph_format.left_indent = Pt(INDENT)


def _number(file: Document, numbers: Numbers, bibliography: ReferenceList) -> None:
    """Define the list: how its numbers look, where they begin, how far the text is from them."""
    left, width = _bounds(bibliography)
    shown = numbers.before.replace("%", "") + "%1" + numbers.after.replace("%", "")
    abstract = _element("w:abstractNum", abstractNumId=LIST)
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
    level.append(_looks(numbers.style))
    abstract.extend([_element("w:multiLevelType", val="singleLevel"), level])
    number = _element("w:num", numId=LIST)
    number.append(_element("w:abstractNumId", val=LIST))
    definitions = file.part.numbering_part.element
    # The schema wants every w:abstractNum before the first w:num.
    definitions.insert(0, abstract)
    definitions.append(number)


def _count(element: Any) -> None:
    """Make a paragraph an item of the list; the list knows its indents."""
    number = element._p.get_or_add_pPr().get_or_add_numPr()
    number.append(_element("w:ilvl", val=0))
    number.append(_element("w:numId", val=LIST))


def _fill(file: Document, element: Any, paragraph: Paragraph, links: dict[str, str]) -> None:
    """Write a paragraph's label, a tab and its runs; ``links`` are those the file has."""
    for run in paragraph.label:
        element._p.append(_run(run))
    if paragraph.label:
        tab = _element("w:r")
        tab.append(_element("w:tab"))
        element._p.append(tab)
    for run in paragraph.runs:
        spelt = _run(run)
        if run.style.href:
            anchor = _element("w:hyperlink")
            anchor.set(_name("r:id"), _relation(file, run.style.href, links))
            anchor.append(spelt)
            spelt = anchor
        element._p.append(spelt)


def _relation(file: Document, href: str, links: dict[str, str]) -> str:
    """Return the identifier of an address, which the file keeps apart from its text."""
    from docx.opc.constants import RELATIONSHIP_TYPE  # noqa: PLC0415  # slow to load; only a .docx needs it

    if href not in links:
        links[href] = f"link{len(links) + 1}"
        file.part.rels.add_relationship(
            RELATIONSHIP_TYPE.HYPERLINK, escape(href), links[href], is_external=True
        )
    return links[href]


def _run(run: TextRun) -> Any:
    """Make a run's element."""
    element = _element("w:r")
    element.append(_looks(run.style))
    text = _element("w:t")
    text.text = escape(run.text)
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.append(text)
    return element


def _looks(style: TextStyle) -> Any:
    """Make the element of a look; its parts come in the order of the schema."""
    looks = _element("w:rPr")
    parts = {
        "w:b": style.bold,
        "w:i": style.italic or style.oblique,
        "w:smallCaps": style.caps,
    }
    looks.extend(_element(name) for name, on in parts.items() if on)
    if style.href:
        looks.append(_element("w:color", val="0563C1"))
    if style.underline or style.href:
        looks.append(_element("w:u", val="single"))
    if style.rise:
        looks.append(_element("w:vertAlign", val=RISES[style.rise]))
    return looks


def _element(name: str, **attributes: object) -> Any:
    """Make an element of WordprocessingML; the attributes are of the same namespace."""
    from docx.oxml import OxmlElement  # noqa: PLC0415  # slow to load; only a .docx needs it

    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(_name(f"w:{key}"), str(value))
    return element


def _name(name: str) -> str:
    """Return an attribute's name with its namespace."""
    from docx.oxml.ns import qn  # noqa: PLC0415  # slow to load; only a .docx needs it

    return str(qn(name))


def _fixed(file: Document) -> bytes:
    """Save with every date in the archive the same, and with the mark."""
    saved, fixed = io.BytesIO(), io.BytesIO()
    file.save(saved)
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, MARK.signed(old) if name == MARK.part else old.read(name))
    return fixed.getvalue()


MARKUP = Markup("docx", document, suffixes=(".docx",), mark=MARK, binary=True)
