"""The elements of a PubMed record: their text, and the lines at which they begin.

The standard library's parser in C makes them, in a fifth of the time that objects of ours take.
"""

from collections.abc import Iterator, Mapping
from itertools import islice, repeat
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from ..base.lazy_regex import regex
from ..codecs import mathml
from ..xml.node import BLANKS, Node

DEEPEST = 50  # elements in each other, beyond which their tags mean nothing
_START_TAG = regex(r"<(?!/)")
_NO_MARKUP: Mapping[str, str] = {}


class ElementLines:
    """The lines at which the elements of a text begin, counted when asked for.

    The text has no comments, processing instructions and CDATA: each ``<`` begins a tag.
    """

    __slots__ = ("_first", "_text")

    def __init__(self, text: str, first: int) -> None:
        self._text, self._first = text, first

    def __getitem__(self, place: int) -> int:
        """Return the line of one element; few are asked for but the first."""
        (tag,) = islice(_START_TAG.finditer(self._text), place, place + 1)
        return self._first + self._text.count("\n", 0, tag.start())

    def __iter__(self) -> Iterator[int]:
        """Yield the line of each element."""
        for number, line in enumerate(self._text.split("\n"), self._first):
            yield from repeat(number, line.count("<") - line.count("</"))


class Article(NamedTuple):
    """A record: its element, and the line of each element in it, in the document's order."""

    root: Element
    lines: list[int] | ElementLines


def article_of(node: Node) -> Article:
    """Return the record that was parsed to a tree of nodes."""
    lines = [node.line]
    root = Element(node.tag, node.attributes)
    _add_parts(root, node, lines)
    return Article(root, lines)


def _add_parts(element: Element, node: Node, lines: list[int]) -> None:
    last: Element | None = None
    for part in node.parts:
        if isinstance(part, Node):
            lines.append(part.line)
            last = SubElement(element, part.tag, part.attributes)
            _add_parts(last, part, lines)
        elif last is None:
            element.text = (element.text or "") + part
        else:
            last.tail = (last.tail or "") + part


def text_of(element: Element, markup: Mapping[str, str] = _NO_MARKUP) -> str:
    """Return the text of an element, with the tags that ``markup`` has for elements in it.

    Formulas are in a line, as :mod:`medcite.codecs.mathml` has them. The blanks by which a file is
    laid out count as one (others are text).
    """
    text = "".join(_pieces(element, markup)) if len(element) else element.text or ""
    if text.isalnum():
        return text
    if "\n" in text or "  " in text or "\t" in text:
        text = BLANKS.sub(" ", text)
    return text.strip(" ")


def child_texts(element: Element) -> dict[str, str]:
    """Return the texts of the elements in an element by their tags; the first of each counts."""
    return {child.tag: text_of(child) for child in reversed(element)}


def _pieces(element: Element, markup: Mapping[str, str], depth: int = 0) -> Iterator[str]:
    """Yield the texts in an element, with the tags in ``markup``, and formulas in a line."""
    if depth == DEEPEST:
        yield from element.itertext()
        return
    yield element.text or ""
    for child in element:
        if child.tag.rpartition(":")[2] == "math":
            formula = mathml.text_of(_node_of(child))
            yield formula if markup else mathml.without_scripts(formula)
        elif tag := markup.get(child.tag):
            yield from (f"<{tag}>", *_pieces(child, markup, depth + 1), f"</{tag}>")
        else:
            yield from _pieces(child, markup, depth + 1)
        yield child.tail or ""


def _node_of(element: Element) -> Node:
    """Return a formula as :mod:`medcite.codecs.mathml` takes it."""
    node = Node(element.tag, dict(element.items()), 0, [element.text or ""])
    for child in element:
        node.parts += (_node_of(child), child.tail or "")
    return node
