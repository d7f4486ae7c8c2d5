"""Fields into a record: each tag by its row of the table, then what several tags say together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import repeat
from typing import Any, NamedTuple

from convert.medline import derive
from convert.medline.codec import CODECS
from convert.medline.people import People
from convert.medline.split import TAGS, Raw
from convert.model import Field, Origin, Record
from convert.report import Report, Where
from convert.tables.medline import ROWS

_ADMIN = frozenset(row.tag for row in ROWS if row.how == "admin")
_PEOPLE = frozenset(["full", "short", "group", "affiliation", "name-id"])


class _Slot(NamedTuple):
    """A row of the table, ready for use: where its value goes and how it is made."""

    to: str
    many: bool
    decode: Callable[[str], Any] | None  # None: the text as it stands
    fault: Callable[[Any], str] | None
    code: str


def _slots() -> dict[str, _Slot]:
    """Compile the table to dispatch by tag; names and administration have their own ways."""
    slots = {}
    for row in ROWS:
        codec = CODECS[row.how]
        decode = codec.decode
        if row.how == "relation":
            decode = partial(decode, kind=row.arg)
        elif row.how == "identifier":
            decode = partial(decode, tag=row.tag)
        plain = CODECS["text"].decode
        if row.how not in _PEOPLE and row.how not in ("admin", "title"):
            fault = codec.fault if codec.code else None
            usable = None if decode is plain else decode
            slots[row.tag] = _Slot(row.to, row.many, usable, fault, codec.code)
    return slots


_SLOTS = _slots()
_ELSEWHERE = frozenset(TAGS) - frozenset(_SLOTS)


class Build:
    """One record in the making: its fields, values so far, and where to tell what is odd."""

    def __init__(self, raw: Raw, file: str, report: Report) -> None:
        self.raw, self.file, self.report = raw, file, report
        raw.values = [value.strip(" \t") for value in raw.values]
        self.groups: dict[str, list[str]] = {}
        for tag, value in zip(raw.tags, raw.values, strict=True):
            if tag in self.groups:
                self.groups[tag].append(value)
            else:
                self.groups[tag] = [value]
        self.values: dict[str, Any] = {}
        self.kept: list[Field] = []

    def record(self) -> Record:
        """Give the record."""
        self._fields()
        self._people()
        derive.derive(self.values, self.groups, self.tell)
        raw = self.raw
        made = map(tuple.__new__, repeat(Field), zip(raw.tags, raw.values, raw.lines, strict=True))
        fields: tuple[Field, ...] = tuple(made)
        self.values["admin"] = tuple([each for each in fields if each[0] in _ADMIN])
        self.values["origin"] = Origin("medline", self.file, raw.lines[0], fields)
        if self.kept:
            self.values["kept"] = tuple(sorted(self.kept, key=lambda each: each.line))
        return Record(**self.values)

    def tell(self, code: str, tag: str, message: str) -> None:
        """Warn about one tag of this record."""
        line = self.raw.lines[self.raw.tags.index(tag)]
        self.report.warning(code, self.where(line, tag), message)

    def where(self, line: int, tag: str = "") -> Where:
        """Give a place in this record."""
        return Where(self.file, line, self.groups.get("PMID", [""])[0], tag)

    def _fields(self) -> None:
        """Decode every tag that stands for itself."""
        values = self.values
        for tag, texts in self.groups.items():
            slot = _SLOTS.get(tag)
            if slot is None:
                if tag not in _ELSEWHERE:
                    self._unknown(tag)
                continue
            to, many, decode, fault, code = slot
            if not many:
                self._once(tag, texts, slot)
                continue
            made = tuple(map(decode, texts)) if decode else tuple(texts)
            values[to] = values[to] + made if to in values else made
            if fault:
                self._faults(tag, code, filter(None, map(fault, made)))

    def _once(self, tag: str, texts: list[str], slot: _Slot) -> None:
        """Decode a tag that a record has once."""
        if len(texts) > 1:
            self._repeated(tag)
        text = texts[0]
        if text:
            value = self.values[slot.to] = slot.decode(text) if slot.decode else text
            if slot.fault and (said := slot.fault(value)):
                self.tell(slot.code, tag, said)

    def _faults(self, tag: str, code: str, said: Iterable[str]) -> None:
        for each in said:
            self.tell(code, tag, each)

    def _people(self) -> None:
        people = People()
        people.take(zip(self.raw.tags, self.raw.values, strict=True))
        for role in ("author", "editor", "investigator", "subject"):
            if found := people.names(role):
                self.values[role] = found
        if "AUID" in self.groups:
            codec = CODECS["name-id"]
            ids = (each for entry in people.entries for each in entry.ids)
            self._faults("AUID", codec.code, filter(None, map(codec.fault, ids)))
        self.values["affiliations"] = tuple(people.affiliations)
        self.values["et_al"] = people.et_al
        if people.edition:
            self.values["edition"] = people.edition

    def _unknown(self, tag: str) -> None:
        """Keep the fields of a tag that the table does not know."""
        raw = self.raw
        found = [
            Field(tag, value, line)
            for each, value, line in zip(raw.tags, raw.values, raw.lines, strict=True)
            if each == tag
        ]
        self.kept += found
        for each in found:
            self.report.warning("unknown-tag", self.where(each.line, tag), "kept as it stands")

    def _repeated(self, tag: str) -> None:
        """Keep the further fields of a tag that a record has once."""
        raw = self.raw
        places = [number for number, each in enumerate(raw.tags) if each == tag]
        first = raw.values[places[0]]
        for place in places[1:]:
            value, line = raw.values[place], raw.lines[place]
            self.kept.append(Field(tag, value, line))
            if value == first:
                self.report.note("repeated-tag", self.where(line, tag), "stands twice")
            else:
                message = f"stands twice: {first[:40]!r} is used, {value[:40]!r} is kept"
                self.report.warning("repeated-tag", self.where(line, tag), message)
