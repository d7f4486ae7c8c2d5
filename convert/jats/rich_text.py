"""The text of a JATS element in CSL's inline markup."""

from __future__ import annotations

from ..codecs import mathml
from ..tables.inline_tags import SYNONYMS
from ..xml.node import Node, neat

_CSL_TAGS = {**SYNONYMS, "sub": "sub", "sup": "sup"}
_SMALL_CAPS = '<span style="font-variant:small-caps;">'


def rich(node: Node) -> str:
    """Return an element's text with ``<i> <b> <sup> <sub>`` and small capitals."""
    return neat([_marked(part) for part in node.parts])


def _marked(part: str | Node) -> str:
    if isinstance(part, str):
        return part
    if mathml.is_math(part):
        return mathml.text_of(part)
    text = "".join(map(_marked, part.parts))
    if tag := _CSL_TAGS.get(part.tag):
        return f"<{tag}>{text}</{tag}>" if text else ""
    return f"{_SMALL_CAPS}{text}</span>" if part.tag == "sc" else text
