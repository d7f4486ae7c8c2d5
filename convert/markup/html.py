"""HTML, in the elements and classes that citeproc-js writes, so that its style sheets fit."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..base.lazy_regex import regex
from ..model.rich_text import Span, Text, fold
from ..tables.characters import CONTROLS
from .links import link
from .mark import TextMark

if TYPE_CHECKING:
    from .listing import Bibliography

ESCAPES = str.maketrans({"&": "&#38;", "<": "&#60;", ">": "&#62;"})
QUOTED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
# HTML has no place for these, escaped or not (HTML 13.5, parse errors).
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
    """Spell ``text`` so that no character of it is markup."""
    if not text.isprintable():  # as controls are not
        text = UNPRINTABLE.sub(" ", text)
    return text.translate(ESCAPES) if "&" in text or "<" in text or ">" in text else text


def quote(text: str) -> str:
    """Spell ``text`` for an attribute's value between double quotes."""
    if not text.isprintable():
        text = UNPRINTABLE.sub(" ", text)
    marked = "&" in text or '"' in text or "<" in text or ">" in text
    return text.translate(QUOTED) if marked else text


def render(text: Text) -> str:
    """Spell rich text, as citeproc-js does: superscript characters become ``<sup>``."""
    return fold(text, _leaf, _wrap)


def _leaf(text: str) -> str:
    """Spell a string; of two blanks, which a browser makes one, the first does not break."""
    spelt = escape(text).replace("  ", "\u00a0 ")
    return spelt if text.isascii() else SUPERSCRIPTS.sub(_superscript, spelt)


def _superscript(match: re.Match[str]) -> str:
    """Give ``<sup>2</sup>`` for ``²``; fonts draw the characters in different sizes."""
    tag, _, codes = unicodedata.decomposition(match[0]).partition("> ")
    if tag != "<super":
        return match[0]
    return f"<sup>{''.join(chr(int(code, 16)) for code in codes.split())}</sup>"


def _wrap(span: Span, body: str) -> str:
    """Spell a span around ``body``."""
    if span.kind == "link":
        return f'<a href="{quote(span.href)}">{body}</a>'
    before, after = WRAPS[span.kind]
    return f"{before}{body}{after}"


def entry(text: Text) -> str:
    """Spell one reference's ``<div>``, with the line's end."""
    return f'  <div class="csl-entry">{render(text)}</div>\n'


def fragment(bibliography: Bibliography) -> str:
    """Spell the references with their links, for a place in a page that has its own styles."""
    return framed(entries(bibliography))


def entries(bibliography: Bibliography) -> str:
    """Spell the references with their links, without what stands around them."""
    return "".join([entry(link(each.text)) for each in bibliography.entries])


def framed(entries: str) -> str:
    """Put what stands around a fragment's references around them."""
    return f'<div class="csl-bib-body">\n{entries}</div>\n'


MARK = TextMark('<meta name="generator" content="medcite ', '">\n', "</head>")
PAGE = """\
<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 45em; margin: 2em auto; padding: 0 1em; font-family: serif; }}
{rules}
</style>
</head>
<body>
{cited}<h1>{title}</h1>
{body}</body>
</html>
"""


def document(
    bibliography: Bibliography,
    citations: Sequence[Text] = (),
    title: str = "References",
) -> str:
    """Spell a whole page, ``citations`` first."""
    cited = "".join(f'<p class="citation">{render(text)}</p>\n' for text in citations)
    return PAGE.format(
        lang=quote(bibliography.language or "en"),
        title=escape(title),
        cited=cited,
        rules="\n".join(_rules(bibliography)),
        body=fragment(bibliography),
    )


def _rules(bibliography: Bibliography) -> list[str]:
    """Give the style sheet's lines for the layout that the style asks for."""
    rules = [
        f".csl-bib-body {{ line-height: {1.35 * bibliography.line_spacing:g}; }}",
        f".csl-entry {{ margin-bottom: {bibliography.entry_spacing:g}em; overflow: hidden;"
        " overflow-wrap: break-word; }",
        ".csl-indent { margin-left: 2em; }",
        "sup, sub { line-height: 0; }",
    ]
    if bibliography.second_field_align:
        width = f"{bibliography.max_offset + 1:g}ch"
        rules += [
            f".csl-left-margin {{ float: left; width: {width}; text-align: right; }}",
            f".csl-right-inline {{ margin-left: calc({width} + 0.5em); }}",
        ]
        if bibliography.second_field_align == "margin":
            rules.append(f".csl-entry {{ margin-left: calc(-{width} - 0.5em); }}")
    elif bibliography.hanging_indent:
        rules.append(".csl-entry { padding-left: 2em; text-indent: -2em; }")
    return rules
