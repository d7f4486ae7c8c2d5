"""Make citations of the placeholders that pandoc has read as text, such as ``[PMID: 1]``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from ..manuscript import placeholders
from ..manuscript.placeholders import PlacedCite, Placeholder
from .syntax_tree import BLANKS, Node, inlines

_OTHER = "\ufffc"  # stands for what is no text
# In these, text is no text of the document's own, or has its own meaning.
_CLOSED = frozenset({"Cite", "Link", "Image", "Code", "CodeBlock", "Math", "RawInline", "RawBlock"})


def with_citations(blocks: list[Node]) -> bool:
    """Replace the placeholders in ``blocks`` by citations; return whether there were any."""
    is_changed = _replace_in(blocks)
    if is_changed:
        numbers = count(1)
        _number(blocks, numbers, 0)
    return is_changed


def _replace_in(node: object) -> bool:
    is_changed = False
    if isinstance(node, dict):
        if node.get("t") not in _CLOSED:
            for part in node.values():
                is_changed |= _replace_in(part)
    elif isinstance(node, list):
        for part in node:
            is_changed |= _replace_in(part)
        if any(isinstance(part, dict) and part.get("t") == "Str" for part in node):
            is_changed |= _replace_among(node)
    return is_changed


def _replace_among(nodes: list[Node]) -> bool:
    """Replace the placeholders in a list of inlines; return whether there were any."""
    text = "".join(map(_text, nodes))
    found = [each for each in placeholders.find(text) if "@" not in text[each.start : each.end]]
    for placeholder in reversed(found):
        original = text[placeholder.start : placeholder.end]
        before = _cut(nodes, 0, placeholder.start)
        behind = _cut(nodes, placeholder.end, len(text))
        nodes[:] = [*before, _citation(placeholder, original), *behind]
        text = text[: placeholder.start] + _OTHER + text[placeholder.end :]
    return bool(found)


def _text(node: Node) -> str:
    """Return an inline as text."""
    if node.get("t") == "Str":
        return str(node["c"])
    return " " if node.get("t") in BLANKS else _OTHER


def _cut(nodes: list[Node], start: int, end: int) -> Iterator[Node]:
    """Yield the part of a list of inlines between two places of its text."""
    place = 0
    for node in list(nodes):
        text = _text(node)
        part = text[max(0, start - place) : max(0, end - place)]
        place += len(text)
        if part == text:
            yield node
        elif part:
            yield {"t": "Str", "c": part}


def _citation(placeholder: Placeholder, original: str) -> Node:
    citations = [
        {
            "citationId": cite.key,
            "citationPrefix": inlines(cite.prefix),
            "citationSuffix": inlines(_suffix(cite)),
            "citationMode": {"t": "NormalCitation"},
            "citationNoteNum": 0,
            "citationHash": 0,
        }
        for cite in placeholder.cites
    ]
    return {"t": "Cite", "c": [citations, inlines(original)]}


def _suffix(cite: PlacedCite) -> str:
    """Return the locator and what follows it, as pandoc reads them: ``, p. 4``."""
    label = "p." if cite.label == "page" else cite.label
    return (f", {label} {cite.locator}" if cite.locator else "") + cite.suffix


def _number(node: object, numbers: count[int], note: int) -> None:
    """Set the numbers of citations as readers do: each is a note, or in one with its number."""
    if isinstance(node, list):
        for part in node:
            _number(part, numbers, note)
    elif isinstance(node, dict):
        if node.get("t") == "Note":
            note = next(numbers)
        elif node.get("t") == "Cite":
            number = note or next(numbers)
            for citation in node["c"][0]:
                citation["citationNoteNum"] = number
        for part in node.values():
            _number(part, numbers, note)
