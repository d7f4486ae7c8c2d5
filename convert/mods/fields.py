"""A record of MODS as a reference of RIS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator
from typing import TypeAlias

from ..base.lazy_regex import regex
from ..model.values import Field
from ..ris.read.split import Reference
from ..tables.endnote import KEY
from ..tables.mods import GENRES, HOST_GENRES, HOUSEKEEPING, TAGS
from ..xml.layout import XmlLayout
from ..xml.node import Node

# Of what says one thing: its path, its element, its text.
Leaves: TypeAlias = Iterator[tuple[str, Node, str]]

FORMAT = "mods"
_RELATED = "relatedItem"
_YEAR = regex(r"\d{4}")
# What a host has besides the record's own.
_OF_HOST = ("host", "series")
_AUTHORS = frozenset({"author", "creator", "aut", "cre", ""})
_PARTS_OF_NAMES = frozenset({"", "family", "given", "termsofaddress"})
_PARTS_OF_TITLES = frozenset({"nonSort", "title", "subTitle", "partNumber", "partName"})

LAYOUT = XmlLayout(
    title="MODS",
    opening="<modsCollection>",
    records=frozenset({"mods"}),
    identify=lambda record: record.attributes.get("ID", ""),
)


def reference_of(record: Node, left_out: Counter[str]) -> Reference:
    """Return a record's fields by RIS's tags.

    What is about the record, or about other publications, is counted in ``left_out``; an element
    that has no tag of RIS keeps its path as its tag.
    """
    fields = [Field("TY", _code(record), record.line)]
    names: dict[str, str] = {}
    seen: dict[str, str] = {}
    for path, node, text in _leaves(record, "", left_out):
        if path in HOUSEKEEPING:
            left_out[path] += 1
            continue
        tag = TAGS.get(path, path)
        if path.startswith("host/") and tag not in ("SN", "UR") and tag in seen:
            if seen[tag] == text:
                continue
            tag = path  # the record's own decides
        names.setdefault(tag, path)
        seen.setdefault(tag, text)
        if tag == "DA" and (year := _YEAR.search(text)):
            fields.append(Field("PY", year[0], node.line))
            if text == year[0]:
                continue
        fields.append(Field(tag, text.rstrip(",") if tag == "PB" else text, node.line))
    fields.sort(key=lambda field: field.tag not in KEY)
    return Reference(record.line, fields, FORMAT, names)


def _code(record: Node) -> str:
    """Return RIS's type, by the record's genre, else by its host."""
    for genre in _texts(record, "genre"):
        if genre.casefold() in GENRES:
            return GENRES[genre.casefold()]
    host = next((node for node in _related(record) if _kind(node) == "host"), None)
    if host is None:
        return "BOOK" if "monographic" in _texts(record, "originInfo", "issuance") else "GEN"
    codes = (HOST_GENRES.get(genre.casefold()) for genre in _texts(host, "genre"))
    is_serial = any(node.attributes.get("type") == "issn" for node in host.children)
    return next(filter(None, codes), "JOUR" if is_serial else "CHAP")


def _texts(node: Node, name: str, *within: str) -> list[str]:
    """Return the texts of the elements of a name, or of those ``within`` them by name."""
    named = [child for child in node.children if child.tag == name]
    if within:
        return [text for child in named for text in _texts(child, *within)]
    return [child.text() for child in named]


def _related(node: Node) -> list[Node]:
    return [child for child in node.children if child.tag == _RELATED]


def _kind(node: Node) -> str:
    return node.attributes.get("type", "").strip().casefold()


def _leaves(node: Node, path: str, left_out: Counter[str]) -> Leaves:
    """Yield what says one thing each; what is about other publications is counted."""
    for child in sorted(node.children, key=lambda child: child.tag == _RELATED):
        name = child.tag
        if name == _RELATED and _kind(child) in _OF_HOST:
            yield from _leaves(child, f"{path}{_kind(child)}/", left_out)
        elif name == _RELATED or name in HOUSEKEEPING:
            left_out[f"{name} {_kind(child)}".strip()] += 1
        else:
            yield from _READERS.get(name, _plain)(child, path)


def _plain(node: Node, path: str) -> Leaves:
    """Yield an element's text, or those of the elements in it."""
    name = node.tag
    if node.children:
        yield from _others(node, f"{path}{name}/")
    elif text := node.text():
        yield _path(path, name, _identifier_kind(node)), node, text


def _others(node: Node, path: str, used: Container[str] = ()) -> Leaves:
    """Yield the elements in another one, but for those whose names are ``used``."""
    for child in node.children:
        if (name := child.tag) not in used:
            yield from _READERS.get(name, _plain)(child, path)


def _identifier_kind(node: Node) -> str:
    """Return which identifier an element is, ``""`` if it is none."""
    if node.tag != "identifier":
        return ""
    return _kind(node) + " (invalid)" * (node.attributes.get("invalid") == "yes")


def _path(path: str, name: str, kind: str) -> str:
    return f"{path}{name}:{kind}" if kind else f"{path}{name}"


def _names(name: Node, path: str) -> Leaves:
    """Yield a name for each of its roles, then what else is said of it, by its first role."""
    roles = [_path(path, "name", role) for role in _roles(name)]
    if any(child.tag == "etal" for child in name.children):
        yield roles[0], name, "et al."
    yield from ((role, name, person) for role in roles if (person := _person(name)))
    yield from _others(name, f"{roles[0]}/", ("namePart", "role", "etal"))
    for child in name.children:
        if child.tag == "namePart" and _kind(child) not in _PARTS_OF_NAMES:
            yield _path(f"{roles[0]}/", "namePart", _kind(child)), child, child.text()


def _titles(info: Node, path: str) -> Leaves:
    own = _path(path, "titleInfo", _kind(info))
    yield own, info, _title(info)
    yield from _others(info, f"{own}/", _PARTS_OF_TITLES)


def _details(detail: Node, path: str) -> Leaves:
    """Yield a part's number, without its caption."""
    own = _path(path, "detail", _kind(detail))
    if text := next(iter(_texts(detail, "number")), "") or detail.text():
        yield own, detail, text
    yield from _others(detail, f"{own}/", ("number", "caption"))


def _roles(name: Node) -> list[str]:
    """Return a person's roles, ``""`` for an author: those that RIS has, else the first."""
    roles = [role.casefold() for role in _texts(name, "role", "roleTerm")]
    known = [role for role in roles if f"name:{role}" in TAGS]
    if _AUTHORS.intersection(roles) or not roles:
        known.insert(0, "")
    return list(dict.fromkeys(known)) or roles[:1]


def _person(name: Node) -> str:
    """Return a name: ``Family, Given, Suffix``, or a group with a comma behind it."""
    parts: dict[str, list[str]] = {}
    for child in name.children:
        if child.tag == "namePart" and (text := child.text()):
            parts.setdefault(_kind(child), []).append(text)
    whole = " ".join(parts.get("", ()))
    family, given = " ".join(parts.get("family", ())), " ".join(parts.get("given", ()))
    suffix = " ".join(parts.get("termsofaddress", ()))
    if family:
        return ", ".join(filter(None, (family, given, suffix)))
    is_group = _kind(name) in ("corporate", "conference") or (whole and _kind(name) != "personal")
    return f"{whole}," if is_group and "," not in whole else whole or given


def _title(info: Node) -> str:
    """Return a title with what goes before it, its subtitle, and its part."""
    parts = {child.tag: child.text() for child in info.children}
    title = f"{parts.get('nonSort', '')} {parts.get('title', '')}".strip()
    if subtitle := parts.get("subTitle"):
        title += subtitle if title.endswith(":") else f": {subtitle}"
    part = ", ".join(filter(None, (parts.get("partNumber", ""), parts.get("partName", ""))))
    return f"{title}. {part}" if part else title


def _languages(language: Node, path: str) -> Leaves:
    """Yield a language once, by its code if it has one."""
    terms = [child for child in language.children if child.tag == "languageTerm"]
    codes = [term for term in terms if _kind(term) == "code"]
    yield from (
        (f"{path}language/languageTerm", term, term.text()) for term in (codes or terms)[:1]
    )
    yield from _others(language, f"{path}language/", ("languageTerm",))


def _genres(genre: Node, path: str) -> Leaves:
    """Yield a genre that tells no type."""
    text = genre.text()
    if text.casefold() not in (HOST_GENRES if path else GENRES):
        yield f"{path}genre", genre, text


_READERS: dict[str, Callable[[Node, str], Leaves]] = {
    "detail": _details,
    "genre": _genres,
    "language": _languages,
    "name": _names,
    "titleInfo": _titles,
}
