"""XML to frozen elements, with line numbers, by expat.

A document type declaration is refused: no CSL file needs one, and entities can be
nested until they fill the memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.parsers import expat

from .errors import StyleError

_XML_LANG = "http://www.w3.org/XML/1998/namespace lang"
_NO_ATTRIBUTES: dict[str, str] = {}


class Element(NamedTuple):
    """One element, namespace dropped: its tag, attributes, child elements, text and line."""

    tag: str
    attrs: dict[str, str]
    children: tuple[Element, ...]
    text: str
    line: int

    def get(self, name: str, default: str = "") -> str:
        """Return the attribute ``name``, or ``default``."""
        return self.attrs.get(name, default)

    def child(self, tag: str) -> Element | None:
        """Return the first child with this tag, or nothing."""
        return next((child for child in self.children if child.tag == tag), None)

    def all(self, tag: str) -> list[Element]:
        """Return the children with this tag."""
        return [child for child in self.children if child.tag == tag]

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


class _Builder:
    """Collects expat's events in a stack of open elements."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.data
        self.parser.StartDoctypeDeclHandler = self.doctype
        self.open: list[tuple[str, dict[str, str], list[Element], list[str], int]] = []
        self.root: Element | None = None

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        if attrs:
            if _XML_LANG in attrs:
                attrs["xml:lang"] = attrs.pop(_XML_LANG)
            if "&" in "".join(attrs.values()):
                attrs = {name: _unescaped(value) for name, value in attrs.items()}
        line = self.parser.CurrentLineNumber
        self.open.append((tag.rpartition(" ")[2], attrs or _NO_ATTRIBUTES, [], [], line))

    def end(self, _tag: str) -> None:
        tag, attrs, children, text, line = self.open.pop()
        element = Element(tag, attrs, tuple(children), "".join(text), line)
        if self.open:
            self.open[-1][2].append(element)
        else:
            self.root = element

    def data(self, text: str) -> None:
        if self.open:
            self.open[-1][3].append(text)

    def doctype(self, *_: object) -> None:
        line = self.parser.CurrentLineNumber
        raise StyleError(self.name, line, "a DOCTYPE is not allowed in a CSL file; remove it")


def _unescaped(value: str) -> str:
    """Undo an entity that a style escaped twice: ``&amp;#160;``."""
    if "&" not in value or ";" not in value:
        return value
    from html import unescape

    return unescape(value)


def parse(source: bytes | str, name: str) -> Element:
    """Return the root element of ``source``.

    Raises:
        StyleError: it is not well-formed XML, or declares a document type.

    """
    builder = _Builder(name)
    if isinstance(source, str):
        source = source.encode("utf-8", "surrogatepass")
        builder.parser = _as_utf8(builder)
    try:
        builder.parser.Parse(source, True)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        raise StyleError(name, error.lineno, f"not XML: {what}") from None
    if builder.root is None:
        raise StyleError(name, 1, "not XML: no element found")
    return builder.root


def _as_utf8(builder: _Builder) -> expat.XMLParserType:
    """Return the same parser for text already decoded: its declared encoding is void."""
    parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
    old = builder.parser
    parser.buffer_text = True
    parser.StartElementHandler = old.StartElementHandler
    parser.EndElementHandler = old.EndElementHandler
    parser.CharacterDataHandler = old.CharacterDataHandler
    parser.StartDoctypeDeclHandler = old.StartDoctypeDeclHandler
    return parser
