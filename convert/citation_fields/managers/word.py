r"""Word itself: a field with the tags of its own sources, which are kept beside the text.

A field is ``CITATION Fu24 \p 12-13 \m Doe20``: ``\p`` is the page, ``\v`` the volume, ``\f`` a
prefix, ``\s`` a suffix, ``\n`` leaves the author out, and ``\m`` adds a source. Source: ECMA-376,
part 1, 17.16.5.9.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from ...base.errors import InputError
from ...base.lazy_regex import regex
from ...csl_json.build import build_record
from ...csl_json.record_builder import ItemPlace
from ...model.record import Record
from ...ooxml.names import Element
from ...ooxml.package import Package
from ...ooxml.paragraphs import WordField
from ..field_cite import FieldCite, FieldPlace, Manager
from ..word_item import item_of

_WORD = regex(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_SWITCHES = frozenset("lpvfs")  # those that a value follows
_FORMAT = "word-sources"


def read(field: WordField, place: FieldPlace) -> list[FieldCite]:
    """Return what a citation cites."""
    known = _sources(place.package) if place.package else {}
    return [_cite(switches, known, place) for switches in _cited(field.code)]


def _cited(code: str) -> Iterator[dict[str, str]]:
    r"""Yield the switches of each source that a field cites; its tag is that of ``\m``."""
    words = [quoted or bare for quoted, bare in _WORD.findall(code.partition("CITATION")[2])]
    words = ["\\m", *words]
    switches: dict[str, str] = {}
    place = 0
    while place < len(words):
        name = words[place].lower().removeprefix("\\")
        takes_value = name in _SWITCHES or name == "m"
        if name == "m" and switches:
            yield switches
            switches = {}
        if words[place].startswith("\\"):
            switches[name] = words[place + 1] if takes_value and place + 1 < len(words) else "on"
        place += 2 if takes_value else 1
    yield switches


def _sources(package: Package) -> dict[str, Element]:
    """Return the sources that a document has, by their tags in small letters."""
    sources: dict[str, Element] = {}
    for part in package.names():
        if part.startswith("customXml/item") and part.endswith(".xml"):
            with suppress(InputError):  # another program's part, which need not be XML
                root = package.tree(part)
                for source in root.iterfind("{*}Source"):
                    sources.setdefault(_tag(source).casefold(), source)
    return sources


def _tag(source: Element) -> str:
    found = source.find("{*}Tag")
    return (found.text or "").strip() if found is not None else ""


def _cite(switches: dict[str, str], known: dict[str, Element], place: FieldPlace) -> FieldCite:
    tag = switches["m"]
    source = known.get(tag.casefold())
    item = item_of(source) if source is not None else None
    volume, pages = switches.get("v", ""), switches.get("p", "")
    return FieldCite(
        _record(item, place) if item else None,
        f"word:{tag}",
        locator=":".join(filter(None, (volume, pages))),
        label="page" if pages else "volume" if volume else "",
        prefix=switches.get("f", ""),
        suffix=switches.get("s", ""),
        suppress_author="n" in switches,
        item=item,
    )


def _record(item: dict[str, object], place: FieldPlace) -> Record:
    return build_record(item, ItemPlace(place.where.file, 0, _FORMAT), place.report)


MANAGER = Manager(
    "Word",
    regex(r"\s*CITATION\s+\S"),
    regex(r"\s*BIBLIOGRAPHY\b(?!\S)"),
    read,
)
