"""Addresses in rich text: DOI, PMID, PMCID and URLs become links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..model.rich_text import Node, Span, Text
from ..tables.identifiers import ADDRESSES, DOI, DOI_RESOLVER

# Spelt without IGNORECASE, which costs as much as all the rest of a markup.
_ADDRESS = regex(
    rf"\b(?P<url>[Hh]ttps?://(?:(?:dx\.)?doi\.org/{DOI}|[^\s<>{{}}\"“”«»|\\^`]+))"
    rf"|\b(?:doi|DOI|Doi)\s*:\s*(?P<doi>{DOI})"
    r"|\bPMCID\s*:\s*(?P<pmcid>PMC[0-9]+)\b"
    r"|\bPMID\s*:?\s*(?P<pmid>[0-9]{1,8})\b"
)
# Every match has one of these; searching for them is much faster than trying every place.
_SIGN = regex("ttp|doi|DOI|Doi|PM")
_RESOLVER = regex(rf"{DOI_RESOLVER}(?P<doi>{DOI})", re.IGNORECASE)
# What may stand in an address as it is (RFC 3986); in a DOI, which is not yet an
# address, % ? and # are characters of the name (DOI Handbook, 2.5.2.4).
_UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
_URL_SAFE = "%/?#[]@!$&'()*+,;=:~"
_DOI_SAFE = "/@!$&'()*+,;=:"
_PAIRS = {")": "(", "]": "[", ">": "<", "}": "{", "”": "“", "»": "«"}
_CLOSERS = ".,;:!?'\"’。，、；："
_BARE_PERCENT = regex("%(?![0-9A-Fa-f]{2})")


def link(text: Text) -> Text:
    """Wrap each address in the strings of ``text`` in a span ``link``; a link stays as it is."""
    nodes: list[Node] = []
    for node in text:
        if isinstance(node, str):
            sign = _SIGN.search(node)
            if sign is None:
                nodes.append(node)
            else:
                nodes += _linked(node, sign.start())
        elif node.kind == "link":
            nodes.append(node)
        else:
            nodes.append(Span(node.kind, link(node.children), node.href))
    return tuple(nodes)


def _linked(text: str, first_sign: int) -> Iterator[Node]:
    """Yield the strings and links of a string that may hold addresses."""
    end = 0
    start = max(first_sign - 1, 0)  # the sign of a URL is not its first letter
    for match in _ADDRESS.finditer(text, start):
        kind = str(match.lastgroup)
        value = _trim(match[kind])
        start = match.start(kind)
        if start > end:
            yield text[end:start]
        yield Span("link", (value,), address(kind, value))
        end = start + len(value)
    if end < len(text):
        yield text[end:]


def _trim(value: str) -> str:
    """Return an address without the sentence's punctuation and brackets not opened inside."""
    while value:
        last = value[-1]
        opener = _PAIRS.get(last)
        if last in _CLOSERS or (opener and value.count(last) > value.count(opener)):
            value = value[:-1]
        else:
            break
    return value


def address(kind: str, value: str) -> str:
    """Return the address of an identifier (``doi``, ``pmid``, ``pmcid``) or of a ``url``.

    It is ASCII, and holds no blank, quote, bracket ``<>{}`` or backslash.
    """
    if kind == "url":
        resolver = _RESOLVER.fullmatch(value)
        if not resolver:
            return _quoted(_BARE_PERCENT.sub("%25", value), _URL_SAFE)
        # Somebody may have encoded it already.
        return ADDRESSES["doi"] + _quoted(
            _BARE_PERCENT.sub("%25", resolver["doi"]), _DOI_SAFE + "%"
        )
    return ADDRESSES[kind] + (_quoted(value, _DOI_SAFE) if kind == "doi" else value)


def _quoted(value: str, safe: str) -> str:
    """Percent-encode what may not stand in an address; most have nothing of the kind."""
    if not value.strip(_UNRESERVED + safe):
        return value
    from urllib.parse import quote  # noqa: PLC0415  # few addresses need quoting

    return quote(value, safe=safe)
