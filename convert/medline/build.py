"""Fields into a record, each tag by its row of the table.

What costs little is decoded at once. Names, headings and the like are made by
:class:`Later` when a writer first asks for them: a record of a few thousand lines has most
of its values in fields that a target never looks at.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from convert.medline import derive
from convert.medline.codec import CODECS
from convert.medline.people import People
from convert.medline.raw import Raw
from convert.model import HEAVY, Field, Name, Origin, Record
from convert.table import Row, by_variable
from convert.tables.medline import PEOPLE, ROWS

Groups = dict[str, list[str]]
Decode = Callable[[str], Any]


class Later:
    """One record's text, and the maker of its values."""

    __slots__ = ("_people", "file", "format", "groups", "kept", "raw")

    def __init__(self, raw: Raw, file: str, format: str = "medline") -> None:
        self.raw, self.file, self.format = raw, file, format
        self.groups = raw.groups
        self.kept: tuple[Field, ...] = ()
        self._people: People | None = None

    def record(self) -> Record:
        """Give the record."""
        values: dict[str, Any] = {}
        for tag, texts in self.groups.items():
            if tag in _SIMPLE:
                to, decode = _SIMPLE[tag]
                if decode:
                    made = decode(texts)  # of two tags for one attribute only lists can meet
                    values[to] = values[to] + made if to in values else made
                elif texts[0]:
                    values[to] = texts[0]
        derive.derive(values, self.groups)
        if "ED" in self.groups and (edition := self.people().edition):
            values["edition"] = edition
        if "et al" in self.groups.get("AU", [""])[-1]:
            values["et_al"] = self.people().et_al
        if self.kept:
            values["kept"] = self.kept
        return Record.later(values, self.make, self.has, (self.file, self.raw.start))

    def make(self, name: str) -> Any:
        """Give the value of a heavy attribute of the record."""
        return _MAKERS[name](self)

    def has(self, name: str) -> bool:
        """Tell whether the record has a tag that a heavy attribute is made of."""
        tags = _TAGS.get(name)
        return bool(self.make(name)) if tags is None else not tags.isdisjoint(self.groups)

    def line(self, tag: str) -> int:
        """Give the line of a tag's first field."""
        return self.raw.lines[self.raw.tags.index(tag)]

    def people(self) -> People:
        """Give the record's names, put together once."""
        if self._people is None:
            self._people = People(self.raw.tags, self.groups)
        return self._people


def _many(decoders: dict[str, Decode], later: Later) -> tuple[Any, ...]:
    """Make the values of tags that repeat, tag by tag in the record's order."""
    made: tuple[Any, ...] = ()
    for tag, texts in later.groups.items():
        if tag in decoders:
            made += tuple(map(decoders[tag], texts))
    return made


def _all(decode: Decode, texts: list[str]) -> tuple[Any, ...]:
    return tuple(map(decode, texts))


def _first(decode: Decode, texts: list[str]) -> Any:
    return decode(texts[0])


def _simple() -> dict[str, tuple[str, Callable[[list[str]], Any] | None]]:
    """Compile the table's rows that are decoded at once; ``None`` is the first text as it is."""
    plain = CODECS["text"].decode
    found: dict[str, tuple[str, Callable[[list[str]], Any] | None]] = {}
    for row in ROWS:
        if row.to in HEAVY or row.to in derive.DERIVED:
            continue
        decode = CODECS[row.how].decode
        if row.many:
            found[row.tag] = row.to, tuple if decode is plain else partial(_all, decode)
        else:
            found[row.tag] = row.to, None if decode is plain else partial(_first, decode)
    return found


def _decoder(row: Row) -> Decode:
    """Give the function that reads one row's text."""
    decode = CODECS[row.how].decode
    if row.how == "relation":
        return partial(decode, kind=row.arg)
    return partial(decode, tag=row.tag) if row.how == "identifier" else decode


def _admin(later: Later) -> tuple[Field, ...]:
    return tuple([field for field in later.raw.fields() if field[0] in _ADMIN])


def _origin(later: Later) -> Origin:
    return Origin(later.format, later.file, later.raw.start, later.raw.fields())


def _names(role: str, tags: frozenset[str], later: Later) -> tuple[Name, ...]:
    return () if tags.isdisjoint(later.groups) else later.people().names(role)


def _makers() -> dict[str, Callable[[Later], Any]]:
    """Compile the table: what makes each heavy attribute."""
    makers: dict[str, Callable[[Later], Any]] = {}
    for name, rows in by_variable(ROWS).items():
        makers[name] = partial(_many, {row.tag: _decoder(row) for row in rows})
    for role, rows in by_variable(PEOPLE).items():
        makers[role] = partial(_names, role, frozenset(row.tag for row in rows))
    return makers | {
        "admin": _admin,
        "origin": _origin,
        "affiliations": lambda later: tuple(later.people().affiliations),
        "submitted": lambda later: derive.submitted(later.groups),
        "other_abstracts": lambda later: derive.other_abstracts(later.groups),
    }


# What tells that a record has a heavy attribute; of the others the value itself does.
_TAGS = {
    name: frozenset(row.tag for row in rows)
    for name, rows in by_variable([*ROWS, *PEOPLE]).items()
    if name in HEAVY and name not in ("affiliations", "author")
} | {"origin": frozenset({"PMID", "STAT"})}
_ADMIN = frozenset(row.tag for row in ROWS if row.how == "admin")
_SIMPLE = _simple()
_MAKERS = _makers()
