"""The people of a record: FAU with its AU, groups in their places, affiliations with whom."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..base.lazy_regex import regex
from ..codecs import names
from ..model.values import Name
from ..tables.medline import PEOPLE

_ACTS = {row.tag: (row.to, row.how) for row in PEOPLE}
# ED in some books is the edition.
_EDITION = regex(r"\d+(?:st|nd|rd|th)\b.*|.*\b[Ee]d(?:ition|\.).*")


# Lines of ``Family, Given``, and a word at a line's end that may be a suffix.
_INVERTED = regex(r"(?:[^,\n]++(?<!\s), (?!\s)[^,\n]++(?:\n|\Z))++")
_SUFFIX = regex(rf" (?:{'|'.join(sorted(names.SUFFIXES))})\.*$", re.MULTILINE)
# Of these, a name may have no FAU: it is an author of its own, or another role's FAU follows.
_APART = frozenset(row.tag for row in PEOPLE if row.how in {"group", "short"}) - {"AU"}


def inverted(tags: list[str], groups: dict[str, list[str]]) -> tuple[str, ...]:
    """Give the authors as ``Family, Given`` if they are usual, else nothing.

    They are if each is an FAU with its AU behind it, and none is a group or has a suffix:
    then FAU says all that a target wants of most names.
    """
    full = groups.get("FAU")
    short = groups.get("AU", ())
    if not full or len(full) != len(short) or "" in short or not _APART.isdisjoint(groups):
        return ()
    text = "\n".join(full)
    if not _INVERTED.fullmatch(text):
        return ()
    if _SUFFIX.search(text) and _SUFFIX.search("\n".join(short)):
        return ()
    return tuple(full) if f"{' '.join(tags)} ".count("FAU AU ") == len(full) else ()


class _Entry:
    """One name while its fields come in."""

    __slots__ = ("affiliations", "full", "ids", "literal", "role", "short")

    def __init__(self, role: str, full: str = "", short: str = "", literal: str = "") -> None:
        self.role, self.full, self.short, self.literal = role, full, short, literal
        self.affiliations: list[str] = []
        self.ids: list[str] = []

    def name(self) -> Name:
        """Give the name that the fields make."""
        affiliations = tuple(self.affiliations)
        ids = tuple(map(names.name_id, self.ids)) if self.ids else ()
        full, short = self.full, self.short
        if self.literal:
            return Name("", "", "", self.literal, "", affiliations, ids)
        family, given, suffix = names.split(full, short) if full else names.split_short(short)
        if "," in short:  # ERIC's AU is a full name
            short = ""
        return Name(family, given, suffix, "", short, affiliations, ids)


class People:
    """What a record's name fields say: its tags in order, and the texts of each tag."""

    def __init__(self, tags: Iterable[str], groups: dict[str, list[str]]) -> None:
        self.entries: list[_Entry] = []
        self.affiliations: list[str] = []  # those before any name
        self.edition = ""
        self.et_al = False
        self._last: _Entry | None = None
        self._alone = False  # whether there is an AU without its FAU
        self._apart = False  # whether an FAU follows another that has no AU
        texts = {tag: iter(groups[tag]) for tag in _ACTS if tag in groups}
        for tag in filter(texts.__contains__, tags):
            if value := next(texts[tag]):
                role, how = _ACTS[tag]
                self._take(role, how, value)

    def names(self, role: str) -> tuple[Name, ...]:
        """Give the names of one role (``author``), in the record's order."""
        return tuple([entry.name() for entry in self.entries if entry.role == role])

    def _take(self, role: str, how: str, value: str) -> None:
        last = self._last
        if how == "short":
            if self._apart and (other := self._waiting(role, value)):
                other.short = value
            elif last and last.full and not last.short and last.role == role:
                last.short = value
            else:
                self._short(role, value)
        elif how == "affiliation":
            (last.affiliations if last else self.affiliations).append(value)
        elif how == "full":
            self._full(role, value)
        elif how == "group":
            self._add(_Entry(role, literal=value.rstrip("; ")))
        elif last:
            last.ids.append(value)

    def _add(self, entry: _Entry) -> None:
        self.entries.append(entry)
        self._last = entry

    def _full(self, role: str, value: str) -> None:
        last = self._last
        if last and last.short and not last.full and names.agree(value, last.short):
            last.full = value
        elif names.is_et_al(value):
            self.et_al = True
        elif self._alone and (other := self._shortened(role, value)):
            other.full = value
        else:
            self._apart = self._apart or bool(last and last.full and not last.short)
            self._add(_Entry(role, value))

    def _short(self, role: str, value: str) -> None:
        """Take a short name that does not follow its full one."""
        if names.is_et_al(value):
            self.et_al = True
        elif role == "editor" and _EDITION.fullmatch(value):
            self.edition = value
        elif other := self._waiting(role, value):
            other.short = value
        else:
            self._add(_Entry(role, short=value))
            self._alone = True

    def _waiting(self, role: str, value: str) -> _Entry | None:
        """Find the full name that ``value`` is short for, where AU do not follow their FAU."""
        waiting = (each for each in self.entries if each.full and not each.short)
        agreed = (e for e in waiting if e.role == role and names.agree(e.full, value))
        return next(agreed, None)

    def _shortened(self, role: str, value: str) -> _Entry | None:
        """Find the short name of ``value``, where all AU stand before their FAU."""
        alone = (each for each in self.entries if each.short and not each.full)
        agreed = (e for e in alone if e.role == role and names.agree(value, e.short))
        return next(agreed, None)
