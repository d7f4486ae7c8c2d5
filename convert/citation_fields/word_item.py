"""One of Word's sources as a CSL-JSON item: each element by the row that also writes it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ..ooxml.names import Element
from ..tables import csl_json
from ..tables.row import by_tag
from ..tables.word_sources import CONTAINERS, MAKERS, OWN, READ_AS, ROWS, TYPES, USUAL_CONTAINER

_ROWS = by_tag(ROWS)
# Of several of CSL's types that are one of Word's, the one that Word's says for certain.
_TYPES = {
    **{word: csl for csl, word in reversed(TYPES.items())},
    **{word: csl for csl, word in reversed(TYPES.items()) if csl in OWN},
    **READ_AS,
}
_VARIABLES = {row.to: row.tag for row in reversed(csl_json.ROWS) if not row.when}
_CONTAINERS = frozenset({*CONTAINERS.values(), USUAL_CONTAINER, "BroadcastTitle", "AlbumTitle"})
_EVENT = "ConferenceName"
# Elements that newer versions of Word have besides.
_FURTHER = {"DOI": "DOI", "PublicationTitle": "container-title", "Medium": "medium"}
# What Word notes for itself, and what is read with another element.
_UNREAD = frozenset({"Tag", "SourceType", "Guid", "RefOrder", "Author"})
_DATES = {"issued": ("Year", "Month", "Day"),
          "accessed": ("YearAccessed", "MonthAccessed", "DayAccessed")}  # fmt: skip
_PARTS_OF_DATES = frozenset(part for parts in _DATES.values() for part in parts)
_NOTES = ("StandardNumber", "Comments")


def item_of(source: Element) -> dict[str, object]:
    """Return the item of a ``b:Source``; its id is the source's tag.

    What CSL has no variable for keeps the element's name, which the model then keeps and tells.
    """
    texts = {name: text for name, text in _texts(source) if text}
    kind = texts.get("SourceType", "")
    item: dict[str, object] = {"id": texts.get("Tag", ""), "type": _type(kind, texts)}
    for variable, parts in _DATES.items():
        if given := [texts[part] for part in parts if part in texts]:
            item[variable] = {"raw": " ".join(given)}
    for name, text in texts.items():
        if name not in _UNREAD | _PARTS_OF_DATES and name not in _NOTES:
            item.setdefault(_variable(name, kind), text)
    if notes := _notes(texts):
        item["note"] = notes
    return {**item, **_names(source, kind)}


def _texts(source: Element) -> Iterator[tuple[str, str]]:
    for child in source:
        if isinstance(child.tag, str):
            yield etree.QName(child).localname, " ".join((child.text or "").split())


def _type(kind: str, texts: dict[str, str]) -> str:
    return "thesis" if texts.get("ThesisType") else _TYPES.get(kind, "document")


def _variable(name: str, kind: str) -> str:
    """Return the variable that an element of a kind of source is."""
    if name == _EVENT and kind == "ConferenceProceedings":
        return "container-title"
    if name in _CONTAINERS:
        return "container-title"
    row = _ROWS.get(name)
    return _VARIABLES.get(row.to, name) if row else _FURTHER.get(name, name)


def _notes(texts: dict[str, str]) -> str:
    """Return the numbers, each behind its name as in Zotero's notes, then the comments."""
    numbers = texts.get("StandardNumber", "").split(";")
    return "\n".join(filter(None, (*map(str.strip, numbers), texts.get("Comments", ""))))


def _names(source: Element, kind: str) -> dict[str, object]:
    """Return the names of each role that a source has."""
    roles: dict[str, object] = {}
    for roles_element in source.iterfind("{*}Author"):
        for role in roles_element:
            name = etree.QName(role).localname
            row = _ROWS.get("Author" if name == MAKERS.get(kind) else name)
            variable = _VARIABLES.get(row.to, name) if row else name
            if names := list(_people(role)):
                roles.setdefault(variable, names)
    return roles


def _people(role: Element) -> Iterator[dict[str, str]]:
    groups = [(group.text or "").strip() for group in role.iterfind("{*}Corporate")]
    yield from ({"literal": group} for group in groups if group)
    people = (dict(_texts(person)) for person in role.iterfind("{*}NameList/{*}Person"))
    yield from (name for person in people if (name := _person(person)))


def _person(parts: dict[str, str]) -> dict[str, str]:
    """Return a name by the texts of its elements; one that has a single part stays whole."""
    given = " ".join(filter(None, map(parts.get, ("First", "Middle"))))
    family = parts.get("Last", "")
    if family and given:
        return {"family": family, "given": given}
    return {"literal": family or given} if family or given else {}
