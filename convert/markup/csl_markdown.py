"""Texts of CSL's YAML, which pandoc reads as Markdown: to and from CSL's tags.

Italics, bold, superscripts and subscripts have pandoc's signs, small capitals and ``nocase`` are
its spans. What a text has of Markdown's own characters stands behind a backslash; pandoc drops
HTML's tags. So do quotes, which pandoc would make curly: 5' is no quote. It may have apostrophes.
"""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..model.rich_text import Text
from . import markdown
from .inline_tags import parse_with_case
from .markdown import opening

_SIGNS = {"italic": "*", "bold": "**", "sup": "^", "sub": "~"}
_CLASSES = {"small-caps": "smallcaps", "nocase": "nocase", "underline": "underline"}
_SCRIPTS = ("sup", "sub")
_QUOTE = regex(r"\"|(?<![^\W\d_])'|'(?![^\W\d_])")


def encode(text: str) -> str:
    """Return a text with CSL's tags as pandoc's Markdown."""
    lines = [opening(_spelt(parse_with_case(line.strip()), ())) for line in text.split("\n")]
    return "\\\n".join(lines)


def encode_plain(text: str) -> str:
    """Return a text without markup, such as a name or DOI, as pandoc's Markdown."""
    return opening(_escape(text.strip()))


def _escape(text: str) -> str:
    return _QUOTE.sub(r"\\\g<0>", markdown.escape(text))


def _spelt(text: Text, kinds: tuple[str, ...]) -> str:
    """Return rich text within spans of some ``kinds``."""
    parts = []
    for node in text:
        if isinstance(node, str):
            words = _escape(node)
            in_script = any(kind in _SCRIPTS for kind in kinds)
            parts.append(words.replace(" ", r"\ ") if in_script else words)
        elif node.kind in kinds:
            parts.append(_spelt(node.children, kinds))
        else:
            parts.append(_span(node.kind, _spelt(node.children, (*kinds, node.kind))))
    return "".join(parts)


def _span(kind: str, body: str) -> str:
    """Return a span; blanks at its ends, where it would be none, stand outside."""
    core = body.strip()
    if not core or not (kind in _SIGNS or kind in _CLASSES):
        return body
    lead, _, trail = body.partition(core)
    if sign := _SIGNS.get(kind):
        return f"{lead}{sign}{core}{sign}{trail}"
    return f"{lead}[{core}]{{.{_CLASSES[kind]}}}{trail}"
