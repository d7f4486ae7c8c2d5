"""The engine citeproc-py: slower and less exact than ours, kept to compare with."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from html import unescape
from io import BytesIO
from typing import Any

from ...csl.bibliography import Bibliography, Entry
from ...csl.style_repository import Found
from ...markup.inline import parse
from ...model.rich_text import Node, Span, Text


def bibliography(items: Sequence[dict[str, Any]], style: Found, locale: str) -> Bibliography:
    """Format ``items`` in ``style``; citeproc-py does not lay out, so the layout is none."""
    from citeproc import (
        Citation,
        CitationItem,
        CitationStylesBibliography,
        CitationStylesStyle,
        formatter,
    )
    from citeproc.source.json import CiteProcJSON

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of every variable that it does not know
        parsed = CitationStylesStyle(
            BytesIO(style.source), locale=locale or style.locale or None, validate=False
        )
        made = CitationStylesBibliography(parsed, CiteProcJSON(list(items)), formatter.html)
        for item in items:
            made.register(Citation([CitationItem(item["id"])]))
        made.sort()
        # Its keys are in lower case; ours are kept.
        keys = {str(item["id"]).lower(): str(item["id"]) for item in items}
        entries = tuple(
            Entry((keys.get(str(key), str(key)),), _text(str(entry)))
            for key, entry in zip(made.keys, made.bibliography(), strict=False)
        )
    return Bibliography(entries, entry_spacing=0)


def _text(markup: str) -> Text:
    """Read citeproc-py's HTML as rich text."""
    return _plain(parse(markup))


def _plain(text: Text) -> Text:
    """Undo the HTML escapes of the leaves."""
    nodes: list[Node] = []
    for node in text:
        if isinstance(node, str):
            nodes.append(unescape(node))
        else:
            nodes.append(Span(node.kind, _plain(node.children), node.href))
    return tuple(nodes)
