"""Pandoc's document as JSON (pandoc-types, ``Text.Pandoc.Definition``): read and made in parts.

A node is an object with its type in ``t`` and its content in ``c``. What is not known here is
walked through and stays as it is, so that any version of pandoc is served.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from ..base.lazy_regex import regex
from ..model.rich_text import Text

Node: TypeAlias = dict[str, Any]

BLANKS = ("Space", "SoftBreak")
_SPANS = {
    "italic": "Emph", "bold": "Strong", "sup": "Superscript", "sub": "Subscript",
    "small-caps": "SmallCaps", "underline": "Underline",
}  # fmt: skip
_BLANK = regex(r"([ \n\t]+)")


def citations(node: object) -> Iterator[Node]:
    """Yield what a document cites, in order: objects with a ``citationId``."""
    if isinstance(node, list):
        for part in node:
            yield from citations(part)
    elif isinstance(node, dict):
        if node.get("t") == "Cite":
            yield from node["c"][0]
        for part in node.values():
            yield from citations(part)


def metadata_texts(value: object) -> list[str]:
    """Return the texts of a value of the metadata: one text, or those of a list."""
    if not isinstance(value, dict):
        return []
    if value.get("t") == "MetaList":
        return [text for part in value["c"] for text in metadata_texts(part)]
    text = plain_text(value.get("c")).strip()
    return [text] if text and value.get("t") != "MetaMap" else []


def plain_text(node: object) -> str:
    """Return the text of inlines, or of a text alone."""
    if isinstance(node, str):
        return node
    if isinstance(node, list):
        return "".join(map(plain_text, node))
    if not isinstance(node, dict):
        return ""
    if node.get("t") in BLANKS:
        return " "
    content = node.get("c")
    if node.get("t") in ("Code", "RawInline") and isinstance(content, list):
        content = content[-1]  # behind its attributes
    return plain_text(content)


def inlines(text: str) -> list[Node]:
    """Return a text as inlines: its words, and the blanks between them."""
    return [
        {"t": "Space"} if part.isspace() else {"t": "Str", "c": part}
        for part in _BLANK.split(text)
        if part
    ]


def rich_inlines(text: Text) -> list[Node]:
    """Return rich text as inlines."""
    made: list[Node] = []
    for node in text:
        if isinstance(node, str):
            made += inlines(node)
        elif node.kind in _SPANS:
            made.append({"t": _SPANS[node.kind], "c": rich_inlines(node.children)})
        else:
            made += rich_inlines(node.children)
    return made


def meta_list(parts: list[Node]) -> Node:
    """Return values of the metadata as a list."""
    return {"t": "MetaList", "c": parts}


def meta_map(parts: Mapping[str, Node]) -> Node:
    """Return values of the metadata by their names."""
    return {"t": "MetaMap", "c": dict(parts)}


def meta_inlines(parts: list[Node]) -> Node:
    """Return inlines as a value of the metadata."""
    return {"t": "MetaInlines", "c": parts}
