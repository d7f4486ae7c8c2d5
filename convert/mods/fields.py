"""A record of MODS as a reference of RIS."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
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

LAYOUT = XmlLayout(
    title="MODS",
    opening="<modsCollection>",
    records=frozenset({"mods", "mods:mods"}),
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
        return "BOOK" if "monographic" in _texts(record, "issuance") else "GEN"
    codes = (HOST_GENRES.get(genre.casefold()) for genre in _texts(host, "genre"))
    is_serial = any(node.attributes.get("type") == "issn" for node in host.children)
    return next(filter(None, codes), "JOUR" if is_serial else "CHAP")


def _texts(node: Node, name: str) -> list[str]:
    """Return the texts of all elements of a name that are not within a related item."""
    texts = []
    for child in node.children:
        if _name(child) == name:
            texts.append(child.text())
        elif _name(child) != _RELATED:
            texts += _texts(child, name)
    return texts


def _name(node: Node) -> str:
    """Return an element's name without the prefix of its namespace."""
    return node.tag.rpartition(":")[2]


def _related(node: Node) -> list[Node]:
    return [child for child in node.children if _name(child) == _RELATED]


def _kind(node: Node) -> str:
    return node.attributes.get("type", "").strip().casefold()


def _leaves(node: Node, path: str, left_out: Counter[str]) -> Leaves:
    """Yield what says one thing each; what is about other publications is counted."""
    for child in sorted(node.children, key=lambda child: _name(child) == _RELATED):
        name = _name(child)
        if name == _RELATED and _kind(child) in _OF_HOST:
            yield from _leaves(child, f"{path}{_kind(child)}/", left_out)
        elif name == _RELATED or f"{path}{name}" in HOUSEKEEPING:
            left_out[f"{name} {_kind(child)}".strip()] += 1
        elif read := _READERS.get(name):
            yield from read(child, path)
        elif child.children:
            yield from _leaves(child, f"{path}{name}/", left_out)
        elif text := child.text():
            yield _path(path, name, _kind(child) if name == "identifier" else ""), child, text


def _path(path: str, name: str, kind: str) -> str:
    return f"{path}{name}:{kind}" if kind else f"{path}{name}"


def _names(name: Node, path: str) -> Leaves:
    yield _path(path, "name", _role(name)), name, _person(name)


def _titles(info: Node, path: str) -> Leaves:
    yield _path(path, "titleInfo", _kind(info)), info, _title(info)


def _details(detail: Node, path: str) -> Leaves:
    """Yield a part's number, without its caption."""
    if text := next(iter(_texts(detail, "number")), "") or detail.text():
        yield _path(path, "detail", _kind(detail)), detail, text


def _role(name: Node) -> str:
    """Return a person's role, ``""`` for an author."""
    roles = [role.casefold() for role in _texts(name, "roleTerm")]
    known = [role for role in roles if f"name:{role}" in TAGS]
    if known or not roles:
        return known[0] if known else ""
    return "" if _AUTHORS.intersection(roles) else roles[0]


def _person(name: Node) -> str:
    """Return a name: ``Family, Given, Suffix``, or a group with a comma behind it."""
    parts: dict[str, list[str]] = {}
    for child in name.children:
        if _name(child) == "namePart" and (text := child.text()):
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
    parts = {_name(child): child.text() for child in info.children}
    title = f"{parts.get('nonSort', '')} {parts.get('title', '')}".strip()
    if subtitle := parts.get("subTitle"):
        title += subtitle if title.endswith(":") else f": {subtitle}"
    part = ", ".join(filter(None, (parts.get("partNumber", ""), parts.get("partName", ""))))
    return f"{title}. {part}" if part else title


def _languages(language: Node, path: str) -> Leaves:
    """Yield a language once, by its code if it has one."""
    terms = [child for child in language.children if child.text()]
    codes = [term for term in terms if _kind(term) == "code"]
    yield from (
        (f"{path}language/languageTerm", term, term.text()) for term in (codes or terms)[:1]
    )


_READERS: dict[str, Callable[[Node, str], Leaves]] = {
    "detail": _details,
    "genre": lambda *_: iter(()),  # tells the type
    "language": _languages,
    "name": _names,
    "titleInfo": _titles,
}
