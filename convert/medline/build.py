"""Fields into a record, each tag by its row of the table.

What costs little is decoded at once. Names, headings and the like are made by
:class:`Later` when a writer first asks for them: a record of a few thousand lines has most
of its values in fields that a target never looks at.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from ..model.record import HEAVY, Record
from ..model.values import Field, Name, Origin
from ..tables.medline import PEOPLE, ROWS
from ..tables.row import Row, by_variable
from . import derive
from .codec import CODECS
from .fields import Raw
from .people import People, inverted

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
        values = _empty(_WEIGHTY.intersection(groups)).copy()
        values |= {to: groups[tag][0] for tag, to in _TEXTS if tag in groups}
        values["affiliations"] = _affiliations(self)
        for tag, to, decode in _VALUES:
            if tag in groups:
                values[to] = decode(groups[tag][0])
        for tag, to, decoded in _TUPLES:
            if tag in groups:  # only of these may two tags be for one attribute
                made = decoded(groups[tag])
                values[to] = values[to] + made if to in values else made
        derive.derive(values, groups)
        if "ED" in groups and (edition := self.people().edition):
            values["edition"] = edition
        if "AU" in groups and "et al" in groups["AU"][-1]:
            values["et_al"] = self.people().et_al
        if self.kept:
            values["kept"] = self.kept
        return Record.later(values, self.make, (self.file, self.raw.start))

    def make(self, name: str) -> Any:
        """Give the value of a heavy attribute of the record."""
        return _MAKERS[name](self)

    def line(self, tag: str) -> int:
        """Give the line of a tag's first field."""
        return self.raw.lines[self.raw.tags.index(tag)]

    def people(self) -> People:
        """Give the record's names, put together once."""
        if self._people is None:
            self._people = People(self.raw.tags, self.groups)
        return self._people


@lru_cache(maxsize=1024)
def _empty(tags: frozenset[str]) -> dict[str, Any]:
    """Give the heavy attributes that are empty in a record with no other heavy tags."""
    return {
        name: getattr(Record, name) for name, needed in _TAGS.items() if needed.isdisjoint(tags)
    }


def _many(decoders: dict[str, Decode], later: Later) -> tuple[Any, ...]:
    """Make the values of tags that repeat, tag by tag in the record's order."""
    made: tuple[Any, ...] = ()
    if later.groups.keys().isdisjoint(decoders):
        return made
    for tag, texts in later.groups.items():
        if tag in decoders:
            made += tuple(map(decoders[tag], texts))
    return made


def _affiliations(later: Later) -> tuple[str, ...]:
    """Give the affiliations that stand before any name."""
    groups, tags = later.groups, later.raw.tags
    if "AD" not in groups:
        return ()
    if "FAU" in groups and "," in groups["FAU"][0]:
        before = tags[: tags.index("FAU")]
        if _NAMES.isdisjoint(before):  # then no name need be made
            return tuple(filter(None, groups["AD"][: before.count("AD")]))
    return tuple(later.people().affiliations)


def _addressed(later: Later) -> bool:
    """Tell whether an affiliation stands behind an author."""
    groups, tags = later.groups, later.raw.tags
    if "AD" not in groups:
        return False
    if groups.keys().isdisjoint(_OTHERS) and "FAU" in groups and "," in groups["FAU"][0]:
        return tags[: tags.index("FAU")].count("AD") < len(groups["AD"])
    return any(name.affiliations for name in later.people().names("author"))


def _descriptors(later: Later) -> tuple[str, ...]:
    texts = later.groups.get("MH", ())
    return tuple([text.partition("/")[0].removeprefix("*") for text in texts])


def _kinds(later: Later) -> frozenset[str]:
    return frozenset([_RELATIONS[tag] for tag in later.groups if tag in _RELATIONS])


def _decoder(row: Row) -> Decode:
    """Give the function that reads one row's text."""
    decode = CODECS[row.how].decode
    if row.how == "relation":
        return partial(decode, kind=row.arg)
    return partial(decode, tag=row.tag) if row.how == "identifier" else decode


def _every(row: Row) -> Callable[[list[str]], tuple[Any, ...]]:
    """Give the function that reads all texts of one row."""
    decode = _decoder(row)
    return tuple if decode is _PLAIN else lambda texts: tuple(map(decode, texts))


def _admin(later: Later) -> tuple[Field, ...]:
    return tuple([field for field in later.raw.fields() if field[0] in _ADMIN])


def _origin(later: Later) -> Origin:
    return Origin(later.format, later.file, later.raw.start, later.raw.fields())


def _names(role: str, tags: frozenset[str], later: Later) -> tuple[Name, ...]:
    return () if later.groups.keys().isdisjoint(tags) else later.people().names(role)


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
        "affiliations": _affiliations,
        "addressed": _addressed,
        "inverted": lambda later: inverted(later.raw.tags, later.groups),
        "descriptors": _descriptors,
        "kinds": _kinds,
        "submitted": lambda later: derive.submitted(later.groups),
        "other_abstracts": lambda later: derive.other_abstracts(later.groups),
    }


# What tells that a record has a heavy attribute. An affiliation alone makes no author; there
# is no record without admin and origin.
_TAGS = {
    name: frozenset(row.tag for row in rows if row.how not in ("affiliation", "name-id"))
    for name, rows in by_variable([*ROWS, *PEOPLE]).items()
    if name in HEAVY - {"admin"}
} | {"submitted": frozenset({"PHST"})}
_WEIGHTY = frozenset().union(*_TAGS.values())
_NAMES = frozenset(row.tag for row in PEOPLE) - {"AD"}
_OTHERS = frozenset(row.tag for row in PEOPLE if row.to != "author")
_RELATIONS = {row.tag: row.arg for row in ROWS if row.how == "relation"}
_ADMIN = frozenset(row.tag for row in ROWS if row.how == "admin")
# What is decoded at once: a text as it is, the first text's value, every text's.
_PLAIN = CODECS["text"].decode
_LIGHT = [row for row in ROWS if row.to not in HEAVY | derive.DERIVED]
_ONCE = [row for row in _LIGHT if not row.many]
_TEXTS = [(row.tag, row.to) for row in _ONCE if CODECS[row.how].decode is _PLAIN]
_VALUES = [
    (row.tag, row.to, _decoder(row)) for row in _ONCE if CODECS[row.how].decode is not _PLAIN
]
_TUPLES = [(row.tag, row.to, _every(row)) for row in _LIGHT if row.many]
_MAKERS = _makers()
