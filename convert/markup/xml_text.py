"""An element of XML as text."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from ..base.lazy_regex import regex

# What XML 1.0 does not allow in any form; line ends and blanks aside.
_NO_CHARACTERS = regex("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def characters(text: str) -> str:
    """Return a text with U+FFFD for what is no character of XML."""
    return _NO_CHARACTERS.sub("\ufffd", text)


def serialize(element: Element) -> str:
    """Return the text of an element; U+FFFD stands for what is no character of XML.

    Carriage returns are references, which a parser does not take for line ends.
    """
    text = characters(tostring(element, encoding="unicode"))
    return text.replace("\r", "&#xD;")
