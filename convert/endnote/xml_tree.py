"""A reference as an element of EndNote's XML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, SubElement

from ..codecs.journals import dotted
from ..markup.inline_tags import parse
from ..markup.one_line import one_line
from ..markup.paragraphs import TextStyle, blocks
from ..ris.write.reference import EncodedReference
from ..tables.endnote import WITH_ISSUES, type_of
from ..tables.endnote_xml import ELEMENTS, NAMES

_PROGRAM = {"name": "medcite"}
# Of these each value has an element of its own; of others it has a line.
_REPEATED = frozenset({"AU", "A2", "A3", "A4", "TA", "KW", "UR", "L1", "L4"})
_LINE_END = "\r"  # as EndNote has it within a value
# EndNote's lists of journals take the titles of an article's journal from here.
_JOURNAL, _SHORT, _DOTTED = "periodical/full-title", "periodical/abbr-1", "periodical/abbr-2"


def tree(reference: EncodedReference, number: int, styled: Mapping[str, str]) -> Element:
    """Return the element of a reference, the ``number``-th of its file.

    ``styled`` are the texts that may hold a title's tags, by RIS's tag; they become styles.
    """
    record = Element("record")
    SubElement(record, "source-app", _PROGRAM).text = _PROGRAM["name"]
    SubElement(record, "rec-number").text = str(number)
    kind = type_of(reference.code)
    SubElement(record, "ref-type", {"name": kind.name}).text = str(kind.number)
    values = _values(reference)
    for path in dict.fromkeys(path for path, _ in ELEMENTS):
        for value in values.get(path, ()):
            _leaf(record, path).text = value
    for tag, text in styled.items():
        if (leaf := record.find(NAMES[tag])) is not None:
            _style(leaf, text)
    for path, kept in reference.kept.items():
        for value in kept:
            _leaf(record, path).text = value
    return record


def _values(reference: EncodedReference) -> dict[str, list[str]]:
    """Return the values of each element by its path."""
    values: dict[str, list[str]] = {}
    for tag, lines in reference.lines.items():
        texts = lines if tag in _REPEATED else [_LINE_END.join(lines)]
        values.setdefault(NAMES[tag], []).extend(texts)
    if reference.code in WITH_ISSUES and (title := reference.lines.get("T2")):
        values[_JOURNAL] = title
        values |= dict(_abbreviations(title[0], *reference.lines.get("J2", ())))
    return values


def _abbreviations(title: str, short: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield the abbreviations of a journal's title, without and with full stops."""
    if short:
        yield _SHORT, [short]
        if (with_stops := dotted(short, title)) != short:
            yield _DOTTED, [with_stops]


def _leaf(record: Element, path: str) -> Element:
    """Add an element to a record, within those around it, which may be there already."""
    element = record
    *around, name = path.split("/")
    for tag in around:
        inner = element.find(tag)
        element = SubElement(element, tag) if inner is None else inner
    return SubElement(element, name)


def _style(leaf: Element, text: str) -> None:
    """Give an element its text in runs of one style each, if it has more than one."""
    runs = [run for block in blocks(parse(text)) for run in block.runs]
    if all(_face(run.style) == "normal" for run in runs):
        return
    leaf.text = None
    for run in runs:
        attributes = {"face": _face(run.style), "font": "default", "size": "100%"}
        words = one_line(run.text)
        before = " " * run.text[:1].isspace()
        after = " " * run.text[-1:].isspace()
        SubElement(leaf, "style", attributes).text = f"{before}{words}{after}" if words else " "


def _face(style: TextStyle) -> str:
    """Return EndNote's name of a style: ``bold italic``."""
    faces = {
        "bold": style.bold,
        "italic": style.italic or style.oblique,
        "underline": style.underline,
        "superscript": style.rise == "sup",
        "subscript": style.rise == "sub",
    }
    return " ".join(face for face, is_set in faces.items() if is_set) or "normal"
