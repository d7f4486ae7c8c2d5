"""Names of WordprocessingML with their namespaces, and elements made of them."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML = "http://www.w3.org/XML/1998/namespace"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/"  # how the namespaces of strict OOXML begin

SPACE = f"{{{XML}}}space"


def w(name: str) -> str:
    """Return a name of WordprocessingML as lxml spells it."""
    return f"{{{W}}}{name}"


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute of an element, ``""`` if there is none or no element."""
    return "" if element is None else element.get(w(name), "")


def make(name: str, *children: Element, **attributes: object) -> Element:
    """Return an element of WordprocessingML with attributes of the same namespace."""
    element = etree.Element(w(name), nsmap={"w": W})
    for key, attribute in attributes.items():
        element.set(w(key), str(attribute))
    element.extend(children)
    return element


def make_text(name: str, text: str) -> Element:
    """Return an element whose text keeps its blanks."""
    element = make(name)
    element.text = text
    element.set(SPACE, "preserve")
    return element
