"""A citation of JATS as a reference of RIS."""

from __future__ import annotations

from collections.abc import Callable

from ..base.lazy_regex import regex
from ..codecs.addresses import of_arxiv
from ..model.values import Field
from ..ris.read.split import Reference
from ..tables.jats import (
    CONNECTIVES,
    SYNONYMS,
    TAGS,
    TYPE_ATTRIBUTES,
    TYPES,
    WITHOUT_CONTAINER,
    WRAPPERS,
)
from ..xml.node import Node, neat
from . import people
from .dates import date_in_citation, date_of, day_of
from .rich_text import rich

FORMAT = "jats"
_WORD = regex(r"[^\W\d_]+|\d+")
_EDITORS = regex(r"\b[Ee]d(?:s|itors?|ited)?\b|\bHrsg\b")
_AVAILABLE = regex(
    r"(?i)(?:available|accessed|retrieved|dispon[ií]vel|disponible)?\s*(?:from|at|em|en|online)?\W*"
)
_ADDRESS = regex(r"(?i)(?:https?:|ftp:|www\.|doi|10\.\d{4}).*|crossref|google scholar|pubmed|link")
_TITLES = ("article-title", "chapter-title", "data-title")
_LINKS = frozenset({"ext-link", "uri", "pub-id", "date-in-citation"})
_ENDING = " ,;:"


def reference_of(citation: Node, key: str) -> Reference:
    """Return a citation's fields by RIS's tags; ``key`` is the reference's id.

    An element that has no tag of RIS keeps its name as its tag. A citation without elements has
    its text as a note.
    """
    return _Citation(citation, key).reference()


class _Citation:
    """A citation on its way into a reference."""

    def __init__(self, node: Node, key: str) -> None:
        self.node = node
        self.names: dict[str, str] = {}
        self.made: list[Field] = []
        self.kept: list[Field] = []
        self.loose: list[str] = []  # what stands between the elements
        self.elements: dict[str, list[Node]] = {}
        self.bare: list[tuple[Node, bool]] = []  # persons in no group, and whether after a title
        self._collect(node)
        self.code = self._code()
        if key:
            self.make("ID", Node("id", {}, node.line), key)

    def _collect(self, node: Node) -> None:
        """Sort the elements by their names; those within markup count as if they were not."""
        for part in node.parts:
            if isinstance(part, str):
                self.loose.append(part)
                continue
            name = part.tag
            if name in WRAPPERS and not part.children:
                self.loose.append(part.text())
            elif name in WRAPPERS:
                self._collect(part)
            elif people.is_person(part):
                self.bare.append(
                    (part, any(title in self.elements for title in (*_TITLES, "source")))
                )
            elif name != "label":
                self.elements.setdefault(name, []).append(part)

    def _code(self) -> str:
        """Return RIS's type, by the type of publication, else by what the citation has."""
        attributes = self.node.attributes
        kind = attributes.get("publication-type") or attributes.get("citation-type") or ""
        code = TYPES.get(kind.strip().lower(), "")
        if code == "BOOK" and "source" in self.elements and self.has(*_TITLES):
            return "CHAP"
        if code:
            return code
        if "patent" in self.elements:
            return "PAT"
        is_article = "article-title" in self.elements and "publisher-name" not in self.elements
        return "JOUR" if "source" in self.elements and is_article else "GEN"

    def has(self, *names: str) -> bool:
        """Whether the citation has an element of one of these names."""
        return any(name in self.elements for name in names)

    def reference(self) -> Reference:
        """Return the reference."""
        if self._is_text():
            self.make("N1", self.node, self.node.text())
        for name, nodes in self.elements.items():
            for node in nodes:
                _READERS.get(name, _Citation.add)(self, node)
        self._add_bare_persons()
        if not self._is_text():
            self._keep_loose_text()
        line = self.node.line
        fields = [Field("TY", self.code, line), *self.made]
        return Reference(line, fields, FORMAT, self.names, self.kept)

    def _is_text(self) -> bool:
        """Whether no element says what is cited, but at most where it is."""
        return not self.bare and self.elements.keys() <= _LINKS

    def make(self, tag: str, node: Node, text: str) -> None:
        """Add a field under RIS's tag."""
        if text:
            self.names.setdefault(tag, _path(node))
            self.made.append(Field(tag, text, node.line))

    def keep(self, node: Node, text: str = "") -> None:
        """Keep an element that has no place, by its name."""
        if text := text or node.text():
            self.kept.append(Field(_path(node), text, node.line))

    def add(self, node: Node) -> None:
        """Add an element as the table has it; keep what it has no tag for."""
        path = _path(node)
        tag = TAGS.get(path, TAGS.get(node.tag))
        text = node.text().strip(_ENDING)
        if tag:
            self.make(tag, node, text)
        elif tag == "":
            self.keep(node)
        else:
            self.make(path, node, text)

    def _title(self, node: Node) -> None:
        self.make("TI", node, rich(node).strip(_ENDING))

    def _source(self, node: Node) -> None:
        """Add the source: the title of a work in itself, else of what holds it."""
        text = rich(node).strip(_ENDING)
        if self.code in WITHOUT_CONTAINER and not self.has(*_TITLES):
            self.make("TI", node, text)
        elif self.code == "CONF" and "conf-name" in self.elements:
            self.make("C3", node, text)
        else:
            self.make("T2", node, text)

    def _conference(self, node: Node) -> None:
        """Add the name or place of a conference, of which only its papers have one."""
        if self.code == "CONF":
            self.make(TAGS[node.tag], node, node.text().strip(_ENDING))
        else:
            self.keep(node)

    def _place(self, node: Node) -> None:
        """Add the publisher's place; RIS has it elsewhere where there is the conference's."""
        tag = "C1" if self.code == "CONF" and "conf-loc" in self.elements else "CY"
        self.make(tag, node, node.text().strip(_ENDING))

    def _group(self, group: Node) -> None:
        path = _path(group)
        tag = TAGS.get(path, "AU" if path == "person-group" else "")
        if not tag:
            self.keep(group)
            return
        for name in people.names(group):
            self._add_person(tag, group, name)
        if titles := people.prefixes(group):
            self.keep(group, titles)

    def _add_person(self, tag: str, node: Node, name: str) -> None:
        self.make("A2" if tag == "ED" and self.code in ("CHAP", "CONF") else tag, node, name)

    def _add_bare_persons(self) -> None:
        """Add the persons in no group: behind a title they are editors, if the text says so."""
        says_editors = any(map(_EDITORS.search, self.loose))
        for node, is_after_title in self.bare:
            tag = "ED" if is_after_title and says_editors else "AU"
            for name in people.names(node):
                self._add_person(tag, node, name)
            if titles := people.prefixes(node):
                self.keep(node, titles)

    def _year(self, node: Node) -> None:
        """Add the year, and the day from the year's attribute or the elements beside it."""
        self.make("PY", node, node.text().strip(" .,;()"))
        beside = (self._first(name) for name in ("month", "day", "season"))
        self.make("DA", node, day_of(node, *beside))

    def _without_year(self, node: Node) -> None:
        """Keep a month, day or season to which there is no year."""
        if "year" not in self.elements:
            self.keep(node)

    def _first(self, name: str) -> str:
        return next((node.text().strip(" .,;") for node in self.elements.get(name, ())), "")

    def _date(self, node: Node) -> None:
        self.make("DA", node, date_of(node))

    def _date_in_citation(self, node: Node) -> None:
        """Add when it was looked at, or appeared online; other dates are kept."""
        path = _path(node)
        tag = TAGS.get(path, "")
        if node.tag == "access-date" or (path == "date-in-citation" and "cess" in node.text()):
            tag = "Y2"
        if tag:
            self.make(tag, node, date_in_citation(node))
        else:
            self.keep(node)

    def _supplement(self, node: Node) -> None:
        """Add the supplement to the issue, or to the volume where there is no issue."""
        text = node.text().strip(_ENDING)
        word = text if text[:1].isalpha() else f"Suppl {text}"
        for index, field in enumerate(self.made):
            if field.tag == "IS":
                self.made[index] = field._replace(value=f"{field.value} {word}")
                return
        self.make("IS", node, word)

    def _range(self, node: Node) -> None:
        """Add all pages, where they say more than the first and last do."""
        if not self.has("fpage"):
            self.make("SP", node, node.text().strip(_ENDING))
        elif "," in node.text():
            self.keep(node)

    def _size(self, node: Node) -> None:
        """Add how many pages a book has; other sizes are kept."""
        text = node.attributes.get("count") or node.text()
        is_pages = node.tag == "page-count" or _path(node) == "size:page"
        if is_pages and self.code in ("BOOK", "THES"):
            self.make("SP", node, text)
        else:
            self.keep(node, text)

    def _institution(self, node: Node) -> None:
        if self.code in ("THES", "RPRT") and "publisher-name" not in self.elements:
            self.make("PB", node, node.text().strip(_ENDING))
        else:
            self.keep(node)

    def _version(self, node: Node) -> None:
        if self.code in ("COMP", "DATA"):
            self.make("ET", node, node.text().strip(_ENDING))
        else:
            self.keep(node)

    def _number(self, node: Node) -> None:
        """Add the number of a patent, with its country, or of a standard."""
        country = node.attributes.get("country", "")
        text = node.text().strip(_ENDING)
        text = text if text.upper().startswith(country.upper()) else f"{country} {text}"
        if self.code in ("PAT", "STAND"):
            self.make("SN", node, text)
        else:
            self.keep(node, text)

    def _identifier(self, node: Node) -> None:
        text = node.text().strip(_ENDING)
        path = _path(node)
        if path == "pub-id:arxiv":
            self.make("UR", node, of_arxiv(text.lower().removeprefix("arxiv:").strip()))
        elif TAGS.get(path) == "C2":
            self.make("C2", node, text if text.upper().startswith("PMC") else f"PMC{text}")
        else:
            self.add(node) if path in TAGS else self.keep(node)

    def _link(self, node: Node) -> None:
        """Add an address; a text that is none of its spellings is kept."""
        address = node.attributes.get("xlink:href", "").strip()
        text = node.text().strip(_ENDING)
        tag = TAGS.get(_path(node), "UR") or "UR"
        self.make(tag, node, (address if tag == "UR" else text) or text or address)
        if address and text and text not in address and not _ADDRESS.fullmatch(text):
            self.keep(node, text)

    def _comment(self, node: Node) -> None:
        """Add a comment, and the addresses and dates in it, without "Available from"."""
        texts = []
        for part in node.parts:
            name = "" if isinstance(part, str) else part.tag
            if isinstance(part, Node) and name in ("ext-link", "uri"):
                self._link(part)
            elif isinstance(part, Node) and name in ("pub-id", "date-in-citation", "access-date"):
                _READERS[name](self, part)
            else:
                texts.append(part if isinstance(part, str) else part.text())
        text = neat(texts)
        if not _AVAILABLE.fullmatch(text):
            self.make("N1", node, text)

    def _keep_loose_text(self) -> None:
        """Keep what stands between the elements, if it is more than punctuation and "In", "pp."."""
        for text in self.loose:
            words = _WORD.findall(text)
            if any(word.lower() not in CONNECTIVES for word in words):
                kept = neat([text]).strip(f"{_ENDING}.")
                self.kept.append(Field(self.node.tag, kept, self.node.line))


def _path(node: Node) -> str:
    """Return an element's name with its type behind a colon, as the table has it."""
    kinds = (node.attributes.get(name, "") for name in TYPE_ATTRIBUTES)
    kind = next(filter(None, kinds), "").strip().lower()
    name = node.tag
    return f"{name}:{SYNONYMS.get(kind, kind)}" if kind else name


_READERS: dict[str, Callable[[_Citation, Node], None]] = {
    "access-date": _Citation._date_in_citation,
    "annotation": _Citation._comment,
    "article-title": _Citation._title,
    "chapter-title": _Citation._title,
    "comment": _Citation._comment,
    "conf-loc": _Citation._conference,
    "conf-name": _Citation._conference,
    "data-title": _Citation._title,
    "date": _Citation._date,
    "date-in-citation": _Citation._date_in_citation,
    "day": _Citation._without_year,
    "ext-link": _Citation._link,
    "institution": _Citation._institution,
    "month": _Citation._without_year,
    "page-count": _Citation._size,
    "page-range": _Citation._range,
    "patent": _Citation._number,
    "person-group": _Citation._group,
    "pub-id": _Citation._identifier,
    "publisher-loc": _Citation._place,
    "season": _Citation._without_year,
    "size": _Citation._size,
    "source": _Citation._source,
    "std": _Citation._number,
    "supplement": _Citation._supplement,
    "uri": _Citation._link,
    "version": _Citation._version,
    "year": _Citation._year,
}
