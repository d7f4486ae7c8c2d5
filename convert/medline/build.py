"""Fields into a record: each tag by its row of the table, when its value is asked for.

A record of a few thousand lines has most of its values in fields that a target never looks
at. So reading looks only for what is wrong, and :class:`Later` makes each value when a
writer first asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import repeat
from typing import Any

from convert.medline import derive
from convert.medline.codec import CODECS
from convert.medline.people import People
from convert.medline.split import Raw
from convert.model import Field, Origin, Record
from convert.table import Row, by_variable
from convert.tables.medline import PEOPLE, ROWS

Groups = dict[str, list[str]]
Maker = Callable[["Later"], Any]


class Later:
    """One record's text, and the maker of its values."""

    __slots__ = ("_people", "file", "groups", "kept", "raw")

    def __init__(self, raw: Raw, file: str) -> None:
        raw.values = list(map(str.strip, raw.values))
        self.raw, self.file = raw, file
        self.groups: Groups = {}
        self.kept: tuple[Field, ...] = ()
        self._people: People | None = None
        groups = self.groups
        for tag, value in zip(raw.tags, raw.values, strict=True):
            if tag in groups:
                groups[tag].append(value)
            else:
                groups[tag] = [value]

    def record(self) -> Record:
        """Give the record."""
        return Record.later(self.make)

    def make(self, name: str) -> Any:
        """Give the value of one attribute of the record."""
        maker = _MAKERS.get(name)
        value = maker(self) if maker else None
        return _DEFAULTS[name] if value is None else value

    def line(self, tag: str) -> int:
        """Give the line of a tag's first field, or the record's first."""
        tags = self.raw.tags
        return self.raw.lines[tags.index(tag) if tag in self.groups else 0]

    def fields(self) -> tuple[Field, ...]:
        """Give every field, in order."""
        raw = self.raw
        rows = zip(raw.tags, raw.values, raw.lines, strict=True)
        # Field's own constructor takes twice the time, and a record may have thousands.
        return tuple(map(tuple.__new__, repeat(Field), rows))

    def people(self) -> People:
        """Give the record's names, put together once."""
        if self._people is None:
            self._people = People()
            self._people.take(zip(self.raw.tags, self.raw.values, strict=True))
        return self._people


def _one(rows: tuple[tuple[str, Callable[[str], Any]], ...], later: Later) -> Any:
    """Make the value of a tag that a record has once: the first of ``rows`` that is there."""
    for tag, decode in rows:
        if tag in later.groups and (text := later.groups[tag][0]):
            return decode(text)
    return None


def _many(rows: tuple[tuple[str, Callable[[str], Any]], ...], later: Later) -> Any:
    """Make the values of tags that repeat, tag by tag in the record's order."""
    groups = later.groups
    if len(rows) == 1:
        tag, decode = rows[0]
        return tuple(map(decode, groups[tag])) if tag in groups else None
    known = dict(rows)
    return tuple(
        [known[tag](text) for tag, texts in groups.items() if tag in known for text in texts]
    )


def _decoder(row: Row) -> Callable[[str], Any]:
    """Give the function that reads one row's text."""
    decode = CODECS[row.how].decode
    if row.how == "relation":
        return partial(decode, kind=row.arg)
    return partial(decode, tag=row.tag) if row.how == "identifier" else decode


def _admin(later: Later) -> tuple[Field, ...]:
    return tuple([field for field in later.fields() if field[0] in _ADMIN])


def _origin(later: Later) -> Origin:
    return Origin("medline", later.file, later.raw.lines[0], later.fields())


def _derived(make: Callable[[Groups], Any], later: Later) -> Any:
    return make(later.groups)


def _names(role: str, later: Later) -> Any:
    return later.people().names(role)


def _makers() -> dict[str, Maker]:
    """Compile the table: for each attribute, what makes it."""
    makers: dict[str, Maker] = {}
    for name, rows in by_variable(ROWS).items():
        decoders = tuple((row.tag, _decoder(row)) for row in rows)
        makers[name] = partial(_many if rows[0].many else _one, decoders)
    for row in PEOPLE:
        makers[row.to] = partial(_names, row.to)
    for name, make in derive.DERIVED.items():
        makers[name] = partial(_derived, make)
    edition = makers["edition"]
    return makers | {
        "admin": _admin,
        "origin": _origin,
        "kept": lambda later: later.kept,
        "affiliations": lambda later: tuple(later.people().affiliations),
        "et_al": lambda later: later.people().et_al,
        "edition": lambda later: edition(later) or later.people().edition,
    }


_ADMIN = frozenset(row.tag for row in ROWS if row.how == "admin")
_MAKERS = _makers()
_DEFAULTS = {name: getattr(Record(), name) for name in Record.__dataclass_fields__}
