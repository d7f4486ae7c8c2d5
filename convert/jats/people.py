"""The persons of a citation in JATS, as RIS has them."""

from __future__ import annotations

from collections.abc import Iterator

from ..xml.node import Node, neat

_PERSONS = frozenset({"name", "string-name", "collab", "etal", "anonymous", "name-alternatives"})
_ET_AL = "et al."


def is_person(node: Node) -> bool:
    """Whether an element is a person or group, or says that there are more."""
    return node.tag in _PERSONS


def names(node: Node) -> Iterator[str]:
    """Yield the names of an element, which may be a group of persons.

    A person is ``Family, Given, Suffix``; a group has a comma behind it.
    """
    name = node.tag
    if name == "etal":
        yield _ET_AL
    elif name == "collab":
        if text := _without_stops(node.text()):
            yield f"{text},"
    elif name == "name-alternatives":
        yield from names(node.children[0]) if node.children else ()
    elif name in _PERSONS:
        yield from filter(None, [_person(node)])
    else:
        yield from _group(node)


def _group(group: Node) -> Iterator[str]:
    """Yield the names in a group of persons; a text without elements is one name or several."""
    for child in group.children:
        if is_person(child):
            yield from names(child)
    if not any(map(is_person, group.children)):
        yield from filter(None, [_without_stops(group.text())])


def _person(node: Node) -> str:
    """Return ``Family, Given, Suffix``, or the text of a name without parts."""
    parts = {child.tag: child.text().strip(" ,;") for child in node.children}
    family, given = parts.get("surname", ""), parts.get("given-names", "")
    if not family:
        return _without_stops(given or node.text())
    return ", ".join(filter(None, (family, given, parts.get("suffix", ""))))


def prefixes(node: Node) -> str:
    """Return the titles before names: ``Dr``, and what else is within a name but the name."""
    found = []
    for child in node.children:
        if child.tag in ("prefix", "degrees", "role"):
            found.append(child.text())
        elif is_person(child):
            found += filter(None, [prefixes(child)])
    return neat(["; ".join(filter(None, found))])


def _without_stops(text: str) -> str:
    return text.strip(" ,;:")
