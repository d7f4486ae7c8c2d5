"""The engine citeproc-py: slower and less exact than ours, kept for comparison."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from html import unescape
from io import BytesIO

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from ...base.errors import InputError
from ...base.lazy_regex import regex
from ...csl.bibliography import Bibliography, BibliographyEntry
from ...csl.context import Item
from ...csl.style_repository import StyleSource
from ...markup.inline_tags import parse
from ...model.rich_text import Node, Span, Text
from ...tables.csl_variables import MORE_NAMES

# What it raises where it does not know how to go on, as with a range of months.
_FAILURES = (
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    TypeError,
    ValueError,
)

# "others" as the last of the names, with what the style puts before it.
_OTHERS = regex(r"(?:,?\s+(?:&(?:amp;|#38;)?|[^\W\d_]{1,4})\s+|[,;]\s+)others\b")


def bibliography(items: Sequence[Item], style: StyleSource, locale: str) -> Bibliography:
    """Return ``items`` formatted in ``style``; citeproc-py knows no layout of entries.

    Raises:
        InputError: citeproc-py cannot format them.

    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of every variable that it does not know
        try:
            listed = _listed(items, style, locale)
        except _FAILURES as error:
            reason = f"{type(error).__name__}: {error}"
            message = f"citeproc-py cannot format these records ({reason}); the engine medcite can"
            raise InputError(f"{style.name}: {message}") from error
    # citeproc-py changes keys to lower case.
    ids = {str(item["id"]).lower(): str(item["id"]) for item in items}
    truncated = {str(item["id"]).lower() for item in items if _has_more_names(item)}
    entries = [
        BibliographyEntry(
            (ids.get(key, key),), _rich_text(_with_et_al(html) if key in truncated else html)
        )
        for key, html in listed
    ]
    return Bibliography(tuple(entries), entry_spacing=0)


def _listed(items: Sequence[Item], style: StyleSource, locale: str) -> list[tuple[str, str]]:
    """Return the keys and the HTML of citeproc-py's entries."""
    parsed = CitationStylesStyle(
        BytesIO(style.source), locale=locale or style.locale or None, validate=False
    )
    listing = CitationStylesBibliography(parsed, CiteProcJSON(list(items)), formatter.html)
    for item in items:
        listing.register(Citation([CitationItem(item["id"])]))
    listing.sort()
    entries = zip(listing.keys, listing.bibliography(), strict=False)
    return [(str(key), str(entry)) for key, entry in entries]


def _rich_text(html: str) -> Text:
    """Return HTML as rich text."""
    return _unescape(parse(html))


def _has_more_names(item: Item) -> bool:
    """Whether a list of names goes on after its last name."""
    return any(isinstance(value, list) and MORE_NAMES in value for value in item.values())


def _with_et_al(html: str) -> str:
    """Return an entry with "et al." for "others", which citeproc-py takes for a person."""
    return _OTHERS.sub(", et al.", html, count=1).replace("et al..", "et al.")


def _unescape(text: Text) -> Text:
    """Return a rich text without the HTML escapes in its strings."""
    nodes: list[Node] = []
    for node in text:
        if isinstance(node, str):
            nodes.append(unescape(node))
        else:
            nodes.append(Span(node.kind, _unescape(node.children), node.href))
    return tuple(nodes)
