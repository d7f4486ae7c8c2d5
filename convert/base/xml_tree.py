"""The XML of a document's parts as a tree, which keeps prefixes and all that is unknown."""

from __future__ import annotations

from lxml import etree

from .errors import InputError

_MOST_BYTES = 1 << 26  # of a part; a tree takes some ten times as much memory


def parse(data: bytes, place: str) -> etree._Element:
    """Return the root of XML. Raises InputError if it is broken or declares a document type."""
    if len(data) > _MOST_BYTES:
        raise InputError(f"{place}: is larger than {_MOST_BYTES >> 20} MB; not read")
    # Entities could grow to gigabytes, and no part of a document has a document type.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{place}: the XML is broken: {error}") from error
    if etree.ElementTree(root).docinfo.internalDTD is not None:
        raise InputError(f"{place}: declares a document type, which no program writes; not read")
    return root
