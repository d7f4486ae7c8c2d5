"""The people of a record: FAU with its AU, groups in their places, affiliations with whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from convert.codecs import names
from convert.model import Identifier, Name
from convert.tables.medline import PEOPLE

_ACTS = {row.tag: (row.to, row.how) for row in PEOPLE}
# ED in some books is the edition.
_EDITION = re.compile(r"\d+(?:st|nd|rd|th)\b.*|.*\b[Ee]d(?:ition|\.).*")


@dataclass(slots=True)
class _Entry:
    """One name while its fields come in."""

    role: str
    full: str = ""
    short: str = ""
    literal: str = ""
    affiliations: list[str] = field(default_factory=list)
    ids: list[Identifier] = field(default_factory=list)

    def name(self) -> Name:
        affiliations, ids = tuple(self.affiliations), tuple(self.ids)
        if self.literal:
            return Name("", "", "", self.literal, "", affiliations, ids)
        if self.full:
            family, given, suffix = names.split(self.full, self.short)
        else:
            family, given, suffix = names.split_short(self.short)
        short = "" if "," in self.short else self.short  # ERIC's AU is a full name
        return Name(family, given, suffix, "", short, affiliations, ids)


@dataclass(slots=True)
class People:
    """What a record's name fields say, by the attribute of the record that takes it."""

    entries: list[_Entry] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    edition: str = ""
    et_al: bool = False

    def names(self, role: str) -> tuple[Name, ...]:
        """Give the names of one role (``author``), in the record's order."""
        return tuple([entry.name() for entry in self.entries if entry.role == role])

    def take(self, fields: Iterable[tuple[str, str]]) -> None:
        """Take the name fields among ``fields``, in order."""
        for tag, value in fields:
            act = _ACTS.get(tag)
            if act is None or not value:
                continue
            role, how = act
            if how == "full":
                self._full(role, value)
            elif how == "short":
                self._short(role, value)
            elif how == "group":
                self.entries.append(_Entry(role, literal=value.rstrip("; ")))
            elif how == "affiliation":
                self._affiliation(value)
            elif self.entries:
                self.entries[-1].ids.append(names.name_id(value))

    def _full(self, role: str, value: str) -> None:
        last = self.entries[-1] if self.entries else None
        if last and last.short and not last.full and names.agree(value, last.short):
            last.full = value
        elif names.is_et_al(value):
            self.et_al = True
        else:
            self.entries.append(_Entry(role, value))

    def _short(self, role: str, value: str) -> None:
        last = self.entries[-1] if self.entries else None
        if last and last.full and not last.short and last.role == role:
            last.short = value
        elif names.is_et_al(value):
            self.et_al = True
        elif role == "editor" and _EDITION.fullmatch(value):
            self.edition = value
        elif other := self._waiting(role, value):
            other.short = value
        else:
            self.entries.append(_Entry(role, short=value))

    def _waiting(self, role: str, value: str) -> _Entry | None:
        """Find the full name that ``value`` is short for, where AU do not follow their FAU."""
        if not self.entries or self.entries[-1].literal:
            return None
        return next(
            (
                entry
                for entry in self.entries
                if entry.full and not entry.short and entry.role == role
                and names.agree(entry.full, value)
            ),
            None,
        )  # fmt: skip

    def _affiliation(self, value: str) -> None:
        place = self.entries[-1].affiliations if self.entries else self.affiliations
        place.append(value)
