"""The elements of a record into MEDLINE's fields, each as its row of the table says."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import count
from typing import TypeAlias
from xml.etree.ElementTree import Element

from ..medline.fields import BLANKS, SINGLE, Fields
from ..model.report import Location, Report
from ..tables.inline_tags import SYNONYMS
from ..tables.medline import ROWS as MEDLINE
from ..tables.pubmed_xml import COUNTED, READ, ROWS, SILENT
from ..tables.row import Row
from .elements import Article, text_of
from .layout import PUBMED
from .values import HOW

# Markup, of which the text alone may be read.
MARKUP = frozenset(["i", "b", "sup", "sub", "u", "DispFormula", "math", *SYNONYMS])
_NO_ROW = Row("", "", "", "")
ADMINISTRATIVE = frozenset(row.tag for row in MEDLINE if row.how == "admin")


def fields_of(article: Article, file: str, report: Report) -> Fields | None:
    """Return the record's fields; whatever the table does not know is reported.

    What the table leaves out on purpose is counted in the report. A record without any fact of
    an article is reported, and ``None``.
    """
    walk = _Walk(article, file, report)
    walk.visit(article.root, _record_rule())
    if walk.groups.keys() <= ADMINISTRATIVE:
        message = f"the {article.root.tag} says nothing of an article; skipped"
        report.error("bad-record", Location(file, article.lines[0]), message)
        return None
    walk.take_fallbacks()
    return _ArticleFields(walk, article)


class _ArticleFields(Fields):
    """Fields of elements, whose lines are counted when they are asked for."""

    __slots__ = ("_element_lines", "_places")

    def __init__(self, walk: _Walk, article: Article) -> None:
        super().__init__()
        self.tags, self.groups, elements = walk.tags, walk.groups, walk.elements
        self.repeated = any(len(self.groups[tag]) > 1 for tag in SINGLE & self.groups.keys())
        if "PMID" in self.groups:  # before what the element around it has in attributes
            place = self.tags.index("PMID")
            self.tags.insert(0, self.tags.pop(place))
            elements.insert(0, elements.pop(place))
        order = dict(zip(article.root.iter(), count(), strict=False))
        self._places = [order[element] for element in elements]
        self._element_lines = article.lines
        self._lines = None

    @property
    def lines(self) -> list[int]:
        """The line of each field's element."""
        if self._lines is None:
            lines = list(self._element_lines)
            self._lines = [lines[place] for place in self._places]
        return self._lines

    @property
    def start(self) -> int:
        """The line of the first field's element."""
        return self._element_lines[self._places[0]]


class _Rule:
    """What becomes of an element: its row, if it has one, and the rules of elements in it.

    ``attributes`` are those that are read, or of which nothing is told. An element with
    ``has_rows`` holds others that have rows; in any other markup is no element of its own.
    """

    __slots__ = ("attributes", "has_rows", "inner", "row", "take")

    def __init__(self, tag: str = "") -> None:
        silent = (name.partition("@") for name in SILENT)
        self.attributes = {attribute for name, _, attribute in silent if name == tag}
        self.inner: dict[str, _Rule] = {}
        self.has_rows = False
        self.row = _NO_ROW
        self.take: _Take | None = None

    def at(self, path: str) -> _Rule:
        """Return the rule of an element by its path below this one, made if there is none."""
        rule = self
        for tag in path.split("/") if path else ():
            rule = rule.inner.setdefault(tag, _Rule(tag))
        return rule


@cache
def _record_rule() -> _Rule:
    """Return the rule of a record, which the table makes."""
    root = _Rule()
    for row in ROWS:
        rule = root
        for tag in row.tag.split("/"):
            rule.has_rows = True
            rule = rule.at(tag)
        rule.row, rule.take = row, _TAKE.get(row.how, _Walk.take)
        for path in READ.get(row.how, ()):
            inner, _, attribute = path.partition("@")
            rule.at(inner).attributes.add(attribute)
    return root


class _Walk:
    """A walk through a record's elements, which gathers its fields."""

    def __init__(self, article: Article, file: str, report: Report) -> None:
        self.article, self.file, self.report = article, file, report
        self.tags: list[str] = []
        self.elements: list[Element] = []  # of each field
        self.groups: dict[str, list[str]] = {}
        self.fallbacks: list[tuple[Element, Row]] = []

    def visit(self, element: Element, rule: _Rule) -> None:
        """Take the elements in an element."""
        rules = rule.inner
        for child in element:
            inner = rules.get(child.tag)
            if inner is None:
                if rule.has_rows or child.tag.rpartition(":")[2] not in MARKUP:
                    self._leave_out(child, f"{element.tag}/{child.tag}", text_of(child))
            elif inner.take:
                inner.take(self, child, inner)
            elif len(child) or child.keys():
                self.enter(child, inner)

    def enter(self, element: Element, rule: _Rule) -> None:
        """Account for the attributes of an element, and take the elements in it."""
        attributes = element.keys()
        if attributes and not rule.attributes.issuperset(attributes):
            for name in attributes:
                if name not in rule.attributes:
                    self._leave_out(element, f"{element.tag}@{name}", element.get(name, ""))
        if len(element):
            self.visit(element, rule)

    def take(self, element: Element, rule: _Rule) -> None:
        """Add the fields that an element is, then those of elements in it."""
        self._add(element, rule.row)
        self.enter(element, rule)

    def _add(self, element: Element, row: Row) -> bool:
        """Add the fields that an element is; return whether there are any."""
        groups, is_taken = self.groups, False
        for tag, text in HOW[row.how](element, row):
            if text := text.strip(BLANKS):
                is_taken = True
                self.tags.append(tag)
                self.elements.append(element)
                if tag in groups:
                    groups[tag].append(text)
                else:
                    groups[tag] = [text]
        return is_taken

    def take_some(self, element: Element, rule: _Rule) -> None:
        """Take an element that is taken in some forms only: a misspelled name is not."""
        if not self._add(element, rule.row) and element.get(rule.row.arg) != "pubmed":
            self._leave_out(element, element.tag, text_of(element))
        self.enter(element, rule)

    def take_last(self, element: Element, rule: _Rule) -> None:
        """Take an element behind those in it."""
        self.enter(element, rule)
        self._add(element, rule.row)

    def postpone(self, element: Element, rule: _Rule) -> None:
        """Take an element if, in the end, no other has given the tag."""
        self.fallbacks.append((element, rule.row))
        self.enter(element, rule)

    def take_fallbacks(self) -> None:
        """Take what was postponed."""
        for element, row in self.fallbacks:
            if row.to not in self.groups:
                self._add(element, row)

    def count(self, element: Element, _: _Rule) -> None:
        """Leave out an element on purpose."""
        self.report.left_out[element.tag] += 1

    def _leave_out(self, element: Element, name: str, text: str) -> None:
        """Report an element or attribute for which MEDLINE has no field, or count it."""
        if element.tag in PUBMED.skipped:
            self.report.left_out[element.tag] += 1
        elif name in COUNTED:
            self.report.left_out[name] += 1
        elif text:
            lines = zip(self.article.root.iter(), self.article.lines, strict=False)
            line = next(line for other, line in lines if other is element)
            where = Location(
                self.file, line, self.groups.get("PMID", [""])[0],
                name.rpartition("@")[2].rpartition("/")[2],
            )  # fmt: skip
            message = f"no field of MEDLINE for {_short(text)!r}; left out"
            self.report.note("not-read", where, message)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}..."


_Take: TypeAlias = Callable[[_Walk, Element, _Rule], None]
# What is not simply taken, by the table's ``how``.
_TAKE: dict[str, _Take] = {
    "et-al": _Walk.take_last,
    "fallback": _Walk.postpone,
    "identifier": _Walk.take_some,
    "left": _Walk.count,
    "person": _Walk.take_some,
    "relation": _Walk.take_some,
}
