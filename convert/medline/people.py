"""The people of a record: FAU with its AU, groups in their places, affiliations with whom."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ..base.lazy_regex import regex
from ..codecs import names, orcid
from ..model.values import Name
from ..tables.medline import PEOPLE

_ROWS = {row.tag: (row.to, row.how) for row in PEOPLE}
# ED in some books is the edition.
_EDITION = regex(r"\d+(?:st|nd|rd|th)\b.*|.*\b[Ee]d(?:ition|\.).*")


# Lines of ``Family, Given``, and a word at a line's end that may be a suffix.
_INVERTED = regex(r"(?:[^,\n]++(?<!\s), (?!\s)[^,\n]++(?:\n|\Z))++")
_SUFFIX = regex(rf" (?:{'|'.join(sorted(names.SUFFIXES))})\.*$", re.MULTILINE)
_JOINED_INITIALS = regex(r", [A-Z]{2,4}$", re.MULTILINE)
# Of these, a name may have no FAU: it is an author of its own, or another role's FAU follows.
_APART = frozenset(row.tag for row in PEOPLE if row.how in {"group", "short"}) - {"AU"}


def plain_authors(tags: list[str], groups: dict[str, list[str]]) -> tuple[str, ...]:
    """Return the authors as ``Family, Given`` if they are usual, else nothing.

    They are if each is an FAU with its AU behind it, and none is a group, has a suffix, or has
    initials without blanks: then FAU says all that a target wants of most names.
    """
    full = groups.get("FAU")
    short = groups.get("AU", ())
    if not full or len(full) != len(short) or "" in short or not _APART.isdisjoint(groups):
        return ()
    text = "\n".join(full)
    if not _INVERTED.fullmatch(text):
        return ()
    if _JOINED_INITIALS.search(text):
        return ()
    if _SUFFIX.search(text) and _SUFFIX.search("\n".join(short)):
        return ()
    return tuple(full) if f"{' '.join(tags)} ".count("FAU AU ") == len(full) else ()


class _NameEntry:
    """One name while its fields come in."""

    __slots__ = ("affiliations", "full", "ids", "literal", "role", "short")

    def __init__(self, role: str, full: str = "", short: str = "", literal: str = "") -> None:
        self.role, self.full, self.short, self.literal = role, full, short, literal
        self.affiliations: list[str] = []
        self.ids: list[str] = []

    def name(self) -> Name:
        """Return the name that the fields make."""
        affiliations = tuple(self.affiliations)
        ids = tuple(map(orcid.author_id, self.ids)) if self.ids else ()
        full, short = self.full, self.short
        if self.literal:
            return Name("", "", "", self.literal, "", affiliations, ids)
        family, given, suffix = names.split(full, short) if full else names.split_short(short)
        if full and given.isupper():  # of others than PubMed: Hill, BG
            given = names.spaced_initials(given, family)
        if "," in short:  # ERIC's AU is a full name
            short = ""
        return Name(family, given, suffix, "", short, affiliations, ids)


class NameFields:
    """The names that a record's name fields make: its tags in order, and the texts of each tag."""

    def __init__(self, tags: Iterable[str], groups: dict[str, list[str]]) -> None:
        self.entries: list[_NameEntry] = []
        self.affiliations: list[str] = []  # those before any name
        self.edition = ""
        self.truncated: set[str] = set()  # roles whose list goes on
        self._last: _NameEntry | None = None
        self._lone_short = False  # whether there is an AU without its FAU
        self._lone_full = False  # whether an FAU follows another that has no AU
        texts = {tag: iter(groups[tag]) for tag in _ROWS if tag in groups}
        for tag in filter(texts.__contains__, tags):
            if value := next(texts[tag]):
                role, how = _ROWS[tag]
                _TAKE[how](self, role, value)

    def names(self, role: str) -> tuple[Name, ...]:
        """Return the names of one role (``author``), in the record's order."""
        return tuple([entry.name() for entry in self.entries if entry.role == role])

    def _add(self, entry: _NameEntry) -> None:
        self.entries.append(entry)
        self._last = entry

    def _take_full(self, role: str, value: str) -> None:
        last = self._last
        if last and last.short and not last.full and names.agree(value, last.short):
            last.full = value
        elif names.is_et_al(value):
            self.truncated.add(role)
        elif self._lone_short and (entry := self._without_full(role, value)):
            entry.full = value
        else:
            if last and last.full and not last.short:
                self._lone_full = True
            self._add(_NameEntry(role, value))

    def _take_short(self, role: str, value: str) -> None:
        last = self._last
        if self._lone_full and (entry := self._without_short(role, value)):
            entry.short = value
        elif last and last.full and not last.short and last.role == role:
            last.short = value
        else:
            self._take_lone_short(role, value)

    def _take_lone_short(self, role: str, value: str) -> None:
        """Take a short name that does not follow its full one."""
        if names.is_et_al(value):
            self.truncated.add(role)
        elif role == "editor" and _EDITION.fullmatch(value):
            self.edition = value
        elif entry := self._without_short(role, value):
            entry.short = value
        else:
            self._add(_NameEntry(role, short=value))
            self._lone_short = True

    def _take_group(self, role: str, value: str) -> None:
        self._add(_NameEntry(role, literal=value.rstrip("; ")))

    def _take_affiliation(self, _: str, value: str) -> None:
        (self._last.affiliations if self._last else self.affiliations).append(value)

    def _take_id(self, _: str, value: str) -> None:
        if self._last:
            self._last.ids.append(value)

    def _without_short(self, role: str, short: str) -> _NameEntry | None:
        """Find the full name that ``short`` is of, where AU do not follow their FAU."""
        entries = (entry for entry in self.entries if entry.full and not entry.short)
        same = (e for e in entries if e.role == role and names.agree(e.full, short))
        return next(same, None)

    def _without_full(self, role: str, full: str) -> _NameEntry | None:
        """Find the short name of ``full``, where all AU stand before their FAU."""
        entries = (entry for entry in self.entries if entry.short and not entry.full)
        same = (e for e in entries if e.role == role and names.agree(full, e.short))
        return next(same, None)


# By the codecs of the table's rows.
_TAKE: dict[str, Callable[[NameFields, str, str], None]] = {
    "full": NameFields._take_full,
    "short": NameFields._take_short,
    "group": NameFields._take_group,
    "affiliation": NameFields._take_affiliation,
    "name-id": NameFields._take_id,
}
