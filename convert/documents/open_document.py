"""An OpenDocument text's paragraphs in order, notes where the text refers to them.

Zotero and Mendeley keep a citation in the name of a reference mark, or Zotero, if its user wants
bookmarks, in properties with the bookmark's name; see ``citation_fields`` for what is in them. A
Word document that LibreOffice has saved keeps its fields, and of Word's own their codes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from ..base.archive import unpack
from ..base.errors import InputError
from ..base.lazy_regex import regex
from ..base.xml_tree import parse
from ..citation_fields import registry
from ..manuscript.document import is_list_heading
from ..ooxml.paragraphs import WordField
from .paragraph import CitingDocument, DocumentParagraph

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_BOOKMARK = "ZOTERO_BREF_"
_PIECE = regex(r"(ZOTERO_BREF_.+)_(\d+)")
_LONGEST_HEADING = 40  # characters in a label
_DEEPEST = 200  # elements in each other
Element: TypeAlias = etree._Element


def _name(space: str, name: str) -> str:
    return f"{{{_NAMESPACE}{space}:1.0}}{name}"


_PARAGRAPHS = (_name("text", "p"), _name("text", "h"))
_HEADING = _name("text", "h")
_NOTE = _name("text", "note")
_MARKS = (_name("text", "reference-mark-start"), _name("text", "reference-mark"))
_WORDS_OWN = _name("text", "bibliography-mark")
_FIELDS = "{urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0}"
_CODE = "vnd.oasis.opendocument.field.code"
_BOOKMARKS = (_name("text", "bookmark-start"), _name("text", "bookmark"))
_BLANKS = {_name("text", "s"): " ", _name("text", "tab"): "\t", _name("text", "line-break"): "\n"}
# Deleted text, comments, and numbers of notes.
_UNREAD = (
    _name("text", "tracked-changes"), _name("office", "annotation"), _name("text", "note-citation"),
)  # fmt: skip
_MARK_NAME, _LEVEL = _name("text", "name"), _name("text", "outline-level")


def open_document(data: bytes, name: str) -> CitingDocument:
    """Return a document. Raises InputError if the data are none, or cannot be read."""
    _, parts = unpack(data, name, ".odt")
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise InputError(f"{name}: is protected by a password; save it without one")
    if "content.xml" not in parts:
        raise InputError(f"{name}: is a damaged .odt: it has no content.xml")
    root = parse(parts["content.xml"], f"{name}: content.xml")
    properties = _properties(parts.get("meta.xml", b""), name)
    text = root.find(f"{_name('office', 'body')}/{_name('office', 'text')}")
    paragraphs = () if text is None else tuple(_TextReader(properties).read(text))
    return CitingDocument(name, paragraphs)


def _properties(meta: bytes, name: str) -> dict[str, str]:
    """Return the texts that Zotero keeps in properties, each put together from its pieces."""
    pieces: dict[str, dict[int, str]] = defaultdict(dict)
    if _BOOKMARK.encode() in meta:
        for element in parse(meta, f"{name}: meta.xml").iter(_name("meta", "user-defined")):
            if match := _PIECE.fullmatch(element.get(_name("meta", "name"), "")):
                pieces[match[1]][int(match[2])] = "".join(map(str, element.itertext()))
    return {name: "".join(text for _, text in sorted(own.items())) for name, own in pieces.items()}


class _TextReader:
    """Reads the text of a document, through which headings follow each other."""

    def __init__(self, properties: dict[str, str]) -> None:
        self._properties = properties
        self._number, self._list_level = 0, 0
        self._heading = ""

    def read(self, element: Element, depth: int = 0) -> Iterator[DocumentParagraph]:
        """Yield the paragraphs below an element."""
        for child in element:
            if child.tag in _PARAGRAPHS:
                yield self._paragraph(child)
                for note in child.iter(_NOTE):
                    yield from self._note(note)
            elif child.tag not in _UNREAD and depth < _DEEPEST:
                yield from self.read(child, depth + 1)

    def _paragraph(self, element: Element) -> DocumentParagraph:
        self._number += 1
        text = "".join(_texts(element))
        label = f"paragraph {self._number}"
        label += f" under {self._heading!r}" if self._heading else ""
        level = _level(element)
        if is_list_heading(text):
            self._list_level, in_list = level or 1, False
        else:
            if 0 < level <= self._list_level:
                self._list_level = 0
            in_list = self._list_level > 0
        if level and text.strip():
            self._heading = text.strip()[:_LONGEST_HEADING]
        return DocumentParagraph(label, text, tuple(self._fields(element)), in_list)

    def _note(self, note: Element) -> Iterator[DocumentParagraph]:
        kind = note.get(_name("text", "note-class"), "footnote")
        citation = note.find(_name("text", "note-citation"))
        label = f"{kind} {''.join(_texts(citation)) if citation is not None else ''}".strip()
        for element in note.iter(*_PARAGRAPHS):
            yield DocumentParagraph(label, "".join(_texts(element)), tuple(self._fields(element)))

    def _fields(self, element: Element) -> Iterator[WordField]:
        codes = (self._code(part) for part in _own(element))
        yield from (WordField(code) for code in codes if registry.is_citation(code))

    def _code(self, mark: Element) -> str:
        """Return the code that an element holds of a field, ``""`` if it is none."""
        if mark.tag in _MARKS:
            return mark.get(_MARK_NAME, "")
        if mark.tag in _BOOKMARKS:
            return self._properties.get(mark.get(_MARK_NAME, ""), "")
        if mark.tag == _WORDS_OWN:
            return mark.get(_name("text", "identifier"), "")
        is_code = mark.tag == f"{_FIELDS}param" and mark.get(f"{_FIELDS}name") == _CODE
        return mark.get(f"{_FIELDS}value", "") if is_code else ""


def _level(element: Element) -> int:
    """Return the level of a heading, 0 for any other paragraph."""
    given = element.get(_LEVEL, "")
    return (int(given) if given.isdecimal() else 1) if element.tag == _HEADING else 0


def _own(element: Element) -> Iterator[Element]:
    """Yield the elements of a paragraph, without those of its notes and comments."""
    yield from (part for event, part in _walk(element) if event == "start")


def _texts(element: Element) -> Iterator[str]:
    """Yield the texts of a paragraph, without those of its notes and comments."""
    for event, part in _walk(element):
        if event == "start":
            yield _BLANKS.get(str(part.tag), "")
            yield part.text or ""
        elif part is not element:
            yield part.tail or ""


def _walk(element: Element) -> Iterator[tuple[str, Element]]:
    """Yield where each element begins and ends; of a note or comment only where it ends."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, part in walk:
        if event == "start" and part is not element and part.tag in (_NOTE, *_UNREAD):
            walk.skip_subtree()
        else:
            yield str(event), part
