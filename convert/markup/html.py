"""An HTML fragment with the elements and classes of citeproc-js, so that its style sheets fit."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ..base.lazy_regex import regex
from ..model.rich_text import Text
from ..tables.characters import CONTROLS
from .file_mark import TextMark
from .links import link
from .registry import Markup

if TYPE_CHECKING:
    from .reference_list import ReferenceList

MARK = TextMark('<meta name="generator" content="medcite ', '">\n', "</head>")
ESCAPES = str.maketrans({"&": "&#38;", "<": "&#60;", ">": "&#62;"})
QUOTED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# HTML does not allow these, escaped or not (HTML 13.5, parse errors).
UNPRINTABLE = regex(rf"(?![\t\n])[{CONTROLS}]")
SUPERSCRIPTS = regex(
    "[ªº²³¹\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf\u2070-\u207f℠™㆒-㆟]"
)

WRAPS = {
    "italic": ("<i>", "</i>"),
    "upright": ('<span style="font-style:normal;">', "</span>"),
    "oblique": ("<em>", "</em>"),
    "bold": ("<b>", "</b>"),
    "medium": ('<span style="font-weight:normal;">', "</span>"),
    "light": ("", ""),
    "small-caps": ('<span style="font-variant:small-caps;">', "</span>"),
    "normal-caps": ('<span style="font-variant:normal;">', "</span>"),
    "underline": ('<span style="text-decoration:underline;">', "</span>"),
    "no-underline": ('<span style="text-decoration:none;">', "</span>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    # Not a style that a browser knows, yet what citeproc-js writes.
    "baseline": ('<span style="baseline">', "</span>"),
    "block": ('\n\n    <div class="csl-block">', "</div>\n"),
    "left-margin": ('\n    <div class="csl-left-margin">', "</div>"),
    "right-inline": ('<div class="csl-right-inline">', "</div>\n  "),
    "indent": ('<div class="csl-indent">', "</div>\n  "),
}


def escape(text: str) -> str:
    """Return ``text`` escaped, so that no character of it is markup."""
    if not text.isprintable():  # as controls are not
        text = UNPRINTABLE.sub(" ", text)
    return text.translate(ESCAPES) if "&" in text or "<" in text or ">" in text else text


def quote(text: str) -> str:
    """Return ``text`` escaped for the value of an attribute between double quotes."""
    if not text.isprintable():
        text = UNPRINTABLE.sub(" ", text)
    marked = "&" in text or '"' in text or "<" in text or ">" in text
    return text.translate(QUOTED) if marked else text


def render(text: Text) -> str:
    """Return rich text as citeproc-js writes it: superscript characters become ``<sup>``."""
    # As fold, whose calls of functions would take as long again: lists have many spans.
    parts = []
    for node in text:
        if isinstance(node, str):
            parts.append(_leaf(node))
        elif node.kind == "link":
            parts.append(f'<a href="{quote(node.href)}">{render(node.children)}</a>')
        else:
            before, after = WRAPS[node.kind]
            parts.append(f"{before}{render(node.children)}{after}")
    return "".join(parts)


def _leaf(text: str) -> str:
    """Return a string; the first of two blanks, which browsers join, becomes a no-break space."""
    spelt = escape(text).replace("  ", "\u00a0 ")
    return spelt if text.isascii() else SUPERSCRIPTS.sub(_superscript, spelt)


def _superscript(match: re.Match[str]) -> str:
    """Return ``<sup>2</sup>`` for ``²``; fonts draw the characters in different sizes."""
    tag, _, codes = unicodedata.decomposition(match[0]).partition("> ")
    if tag != "<super":
        return match[0]
    return f"<sup>{''.join(chr(int(code, 16)) for code in codes.split())}</sup>"


def entry(text: Text) -> str:
    """Return the ``<div>`` of a reference, as a line."""
    return f'  <div class="csl-entry">{render(text)}</div>\n'


def document(bibliography: ReferenceList) -> str:
    """Return the references with their links, for a page that has its own styles."""
    return framed(entries(bibliography))


def entries(bibliography: ReferenceList) -> str:
    """Return the references of a chunk with their links."""
    return "".join([entry(link(reference.text)) for reference in bibliography.entries])


def framed(entries: str) -> str:
    """Return the element around the references."""
    return f'<div class="csl-bib-body">\n{entries}</div>\n'


MARKUP = Markup("html", document, inline=render, entries=entries, framed=framed, mark=MARK)
