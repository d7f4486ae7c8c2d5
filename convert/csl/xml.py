"""Parse XML into immutable elements with line numbers.

expat itself: ``xml.etree`` gives no line numbers. A document type declaration is refused: no
CSL file needs one, and its entities can be nested until they fill the memory. (The reader of
PubMed XML has a parser of its own: it reads a long file record by record, and keeps texts
between elements.)
"""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias
from xml.parsers import expat

from .errors import StyleError

_XML_LANG = "http://www.w3.org/XML/1998/namespace lang"
_NO_ATTRIBUTES: dict[str, str] = {}


class Element(NamedTuple):
    """An element without its namespace: tag, attributes, child elements, text and line."""

    tag: str
    attrs: dict[str, str]
    children: tuple["Element", ...]
    text: str
    line: int

    def get(self, name: str, default: str = "") -> str:
        """Return the attribute ``name``, or ``default``."""
        return self.attrs.get(name, default)

    def child(self, tag: str) -> "Element | None":
        """Return the first child with this tag, or None."""
        return next((child for child in self.children if child.tag == tag), None)

    def all(self, tag: str) -> list["Element"]:
        """Return the children with this tag."""
        return [child for child in self.children if child.tag == tag]

    def walk(self) -> Iterator["Element"]:
        """Yield this element and all below it, in document order."""
        # A generator for each element would pass every element up through all of them.
        elements = [self]
        while elements:
            element = elements.pop()
            yield element
            elements += element.children[::-1]


# As Element, while children and texts are still to come.
_OpenElement: TypeAlias = tuple[str, dict[str, str], list[Element], list[str], int]


class _ElementBuilder:
    """Builds elements from the events of an expat parser."""

    def __init__(self, name: str, parser: expat.XMLParserType) -> None:
        self.name = name
        self.parser = parser
        # The elements whose end tag has not come yet, the outermost first.
        self.open_elements: list[_OpenElement] = []
        self.root: Element | None = None
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.StartDoctypeDeclHandler = self.refuse_doctype

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        if attrs:
            if _XML_LANG in attrs:
                attrs["xml:lang"] = attrs.pop(_XML_LANG)
            if "&" in "".join(attrs.values()):
                attrs = {name: _unescape(value) for name, value in attrs.items()}
        local_tag = tag.rpartition(" ")[2]
        line = self.parser.CurrentLineNumber
        self.open_elements.append((local_tag, attrs or _NO_ATTRIBUTES, [], [], line))

    def end(self, _tag: str) -> None:
        tag, attrs, children, texts, line = self.open_elements.pop()
        text = "".join(texts)
        if "&" in text:
            text = _unescape(text)
        element = Element(tag, attrs, tuple(children), text, line)
        if self.open_elements:
            self.open_elements[-1][2].append(element)
        else:
            self.root = element

    def text(self, text: str) -> None:
        if self.open_elements:
            self.open_elements[-1][3].append(text)

    def refuse_doctype(self, *_: object) -> None:
        line = self.parser.CurrentLineNumber
        raise StyleError(self.name, line, "a DOCTYPE is not allowed in a CSL file; remove it")


def _unescape(value: str) -> str:
    """Return a text without the entities that a style escaped twice (``&amp;#160;``)."""
    if "&" not in value or ";" not in value:
        return value
    from html import unescape  # noqa: PLC0415  # hardly any style needs it

    return unescape(value)


def parse(source: bytes | str, name: str) -> Element:
    """Return the root element of ``source``; ``name`` stands for it in errors.

    Raises:
        StyleError: it is not well-formed XML, or declares a document type.

    """
    encoding = None
    if isinstance(source, str):  # decoded already, so the encoding that it declares is void
        source, encoding = source.encode("utf-8", "surrogatepass"), "utf-8"
    parser = expat.ParserCreate(encoding, namespace_separator=" ")
    builder = _ElementBuilder(name, parser)
    try:
        parser.Parse(source, True)
    except StyleError:
        raise
    except expat.ExpatError as error:
        problem = expat.ErrorString(error.code)
        raise StyleError(name, error.lineno, f"not XML: {problem}") from None
    except (LookupError, ValueError):  # pyexpat asks Python's codecs
        problem = "the encoding that it declares is unknown; save the file as UTF-8"
        raise StyleError(name, 1, problem) from None
    if builder.root is None:
        raise StyleError(name, 1, "not XML: no element found")
    return builder.root
