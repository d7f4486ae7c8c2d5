"""Fields into a record, each tag by its row of the table.

What costs little is decoded at once. Names, headings and the like are made by
:class:`Later` when a writer first asks for them: a record of a few thousand lines has most
of its values in fields that a target never looks at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
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
        groups = self.groups
        values: dict[str, Any] = {to: groups[tag][0] for tag, to in _TEXTS if tag in groups}
        for tag, to, decode in _VALUES:
            if tag in groups:
                values[to] = decode(groups[tag][0])
        for tag, to, decode in _TUPLES:
            if tag in groups:  # only of these may two tags be for one attribute
                values[to] = values.get(to, ()) + tuple(map(decode, groups[tag]))
        derive.derive(values, groups)
        if "ED" in groups and (edition := self.people().edition):
            values["edition"] = edition
        if "AU" in groups and "et al" in groups["AU"][-1]:
            values["et_al"] = self.people().et_al
        if self.kept:
            values["kept"] = self.kept
        return Record.later(values, self.make, self.having, (self.file, self.raw.start))

    def make(self, name: str) -> Any:
        """Give the value of a heavy attribute of the record."""
        return _MAKERS[name](self)

    def having(self, names: Iterable[str]) -> list[str]:
        """Give those heavy attributes that the record has a tag for."""
        groups, tags = self.groups, _TAGS
        return [
            name for name in names
            if (not tags[name].isdisjoint(groups) if name in tags else self.make(name))
        ]  # fmt: skip

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
    if decoders.keys().isdisjoint(later.groups):
        return made
    for tag, texts in later.groups.items():
        if tag in decoders:
            made += tuple(map(decoders[tag], texts))
    return made


def _descriptors(later: Later) -> tuple[str, ...]:
    texts = later.groups.get("MH", ())
    return tuple([text.partition("/")[0].removeprefix("*") for text in texts])


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
        "descriptors": _descriptors,
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
# What is decoded at once: a text as it is, the first text's value, every text's.
_PLAIN = CODECS["text"].decode
_LIGHT = [row for row in ROWS if row.to not in HEAVY | derive.DERIVED]
_ONCE = [row for row in _LIGHT if not row.many]
_TEXTS = [(row.tag, row.to) for row in _ONCE if CODECS[row.how].decode is _PLAIN]
_VALUES = [
    (row.tag, row.to, _decoder(row)) for row in _ONCE if CODECS[row.how].decode is not _PLAIN
]
_TUPLES = [
    (row.tag, row.to, str if _decoder(row) is _PLAIN else _decoder(row))
    for row in _LIGHT
    if row.many
]
_MAKERS = _makers()
