"""Work out a file that has every cited article, and keeps all that the author wrote.

Entries that the author wrote or edited stay as they are. Those of medcite (see ``entry``) are
written again from the library, so that an article ahead of print becomes the printed one. Their
keys stay, because documents cite them. What is cited and missing is added at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol
from zlib import crc32

from .. import __version__
from ..citekeys.keys import Keys
from ..library import article_names
from ..library.resolver import Resolver
from ..model.record import Record
from .entry import (
    Entry,
    EntryDraft,
    EntryMaker,
    ReferenceFile,
    describe,
    describe_differences,
)


class CitedKeys(Protocol):
    """What a document cites: its keys in order, or ``everything`` that there is."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys, each once."""
        ...

    @property
    def everything(self) -> bool:
        """Whether the document asks for every reference."""
        ...


@dataclass(frozen=True, slots=True)
class Change:
    """One change to the file: its ``kind`` is added, refreshed or removed."""

    kind: str
    key: str
    detail: str


@dataclass(slots=True)
class NewArticle:
    """An article that is not in the file yet, and the keys that it is cited under, in order."""

    record: Record
    keys: list[str]


@dataclass(slots=True)
class FileUpdate:
    """One update of one file: the file, what finds records and makes entries, and the changes.

    ``others`` are the document's other files. ``written`` are the keys in the .tex files:
    from its second run on, biblatex lists an entry's alias keys as if they were cited.
    """

    bib: ReferenceFile
    others: tuple[ReferenceFile, ...]
    resolver: Resolver
    maker: EntryMaker
    written: frozenset[str] = frozenset()
    changes: list[Change] = field(default_factory=list)
    _entries: dict[str, Entry] = field(default_factory=dict)  # by key and alias keys
    _records: dict[str, Record] = field(default_factory=dict)  # by the key of their entry
    _first_keys: dict[str, str] = field(default_factory=dict)  # by the article's names
    _with_pmid: set[str] = field(default_factory=set)  # first keys of articles with a PMID
    _is_current: dict[str, bool] = field(default_factory=dict)  # by the key of medcite's entry
    _new_ids: dict[str, list[str]] = field(default_factory=dict)  # by the key of the entry
    _new: list[NewArticle] = field(default_factory=list)

    def run(self, cited: CitedKeys) -> ReferenceFile:
        """Return the updated file."""
        for entry in self._all_entries():
            for key in (entry.key, *entry.ids):
                self._entries.setdefault(self._fold(key), entry)
        for key in cited.keys:
            self._cite(key)
        if cited.everything:
            self._cite_everything()
        return self._updated_file()

    def _updated_file(self) -> ReferenceFile:
        """Return the file with the entries refreshed, and the new ones at its end."""
        parts = [part for part in self.bib.parts if part.is_ours]
        refreshed = [draft for part in parts if (draft := self._draft_again(part))]
        new = [draft for article in self._new if (draft := self._draft_new(article))]
        texts = list(self._render([*refreshed, *new]))
        fresh = dict(zip((draft.key for draft in refreshed), texts, strict=False))
        bib = replace(self.bib, parts=tuple(self._refresh(part, fresh) for part in self.bib.parts))
        return self.maker.append(bib, texts[len(refreshed) :])

    def _render(self, drafts: list[EntryDraft]) -> Iterator[tuple[str, str]]:
        """Yield the text of each draft, and its source checksum."""
        for draft, body in zip(drafts, self.maker.render(drafts), strict=True):
            # Without a checksum the record is looked up, and its retraction reported, in each run.
            is_retracted = draft.record.retracted
            yield (
                body,
                "" if is_retracted else self._source_checksum(self.maker.entry("", body, "\n")),
            )

    def _all_entries(self) -> Iterator[Entry]:
        for bib in (self.bib, *self.others):
            yield from bib.entries

    def _fold(self, key: str) -> str:
        """Return a key as the program compares it: BibTeX ignores case, biber does not."""
        return key.lower() if self.maker.ignores_case else key

    def _cite(self, key: str) -> None:
        """Provide for a cited key: it has an entry, or its record is found, or it is reported."""
        entry = self._entries.get(self._fold(key))
        if entry and entry.is_ours and self._has_same_source(entry):
            self._note_citation(key, self.maker.names(entry))
            return
        names = article_names.of_key(key)
        record = self.resolver.find(key, (*self.maker.names(entry), *names) if entry else names)
        of_record = article_names.of_record(record) if record else ()
        if entry:
            self._records |= {entry.key: record} if record else {}
            self._note_citation(key, [*self.maker.names(entry), *of_record])
        elif record:
            self._add(key, record, self._note_citation(key, of_record))
        else:
            known = [entry.key for entry in self._all_entries()]
            self.resolver.report_unresolved(key, known)

    def _note_citation(self, key: str, names: Iterable[str]) -> str:
        """Return the first key that the article is cited under; warn if it has two in the text."""
        identifiers = [name for name in names if not name.startswith("key:")]
        first = self._first_key(identifiers) or key
        if any(name.startswith("pmid:") for name in identifiers):
            self._with_pmid.add(first)
        for name in identifiers:
            self._first_keys.setdefault(name, first)
        if first != key and {first, key} <= self.written:
            self._warn_same_article(first, key)
        return first

    def _first_key(self, identifiers: list[str]) -> str:
        """Return the first key that one of the identifiers was cited under, or ``""``."""
        keys = (self._first_keys[name] for name in identifiers if name in self._first_keys)
        first = next(keys, "")
        pmid = next((name for name in identifiers if name.startswith("pmid:")), "")
        is_another = pmid and pmid not in self._first_keys and first in self._with_pmid
        return "" if is_another else first  # chapters of one book have the same DOI

    def _warn_same_article(self, first: str, key: str) -> None:
        """Warn that an article is cited under two keys."""
        place = self.resolver.location(first)
        message = f"is the same article as {place.record}, cited at {place.file}:{place.line}"
        self.resolver.report.warning("same-article", self.resolver.location(key), message)

    def _add(self, key: str, record: Record, first: str) -> None:
        """Note a missing article: as an alias of an entry of medcite's, or as a new entry."""
        if self.maker.has_aliases and first != key:
            same = next((article for article in self._new if first in article.keys), None)
            entry = self._entries.get(first)
            if same:
                same.keys.append(key)
                return
            if entry and entry.is_ours:
                self._new_ids.setdefault(entry.key, []).append(key)
                return
        self._new.append(NewArticle(record, [key]))

    def _cite_everything(self) -> None:
        r"""Note every record of the library, as ``\nocite{*}`` asks, under a generated key."""
        make_key = Keys(self.maker.key_pattern)
        for entry in self._all_entries():
            self._first_keys |= dict.fromkeys(self.maker.names(entry), entry.key)
        for record in self.resolver.library.records():
            key = make_key(record)
            if any(name in self._first_keys for name in article_names.of_record(record)):
                continue
            while self._fold(key) in self._entries:
                key = make_key(record)
            self._first_keys |= dict.fromkeys(article_names.of_record(record), key)
            self._new.append(NewArticle(record, [key]))

    def _draft_again(self, entry: Entry) -> EntryDraft | None:
        """Draft an entry of medcite's again; ``None`` if nothing changed or its record is gone."""
        new_ids = self._new_ids.get(entry.key, [])
        if not new_ids and self._has_same_source(entry):
            return None
        names = self.maker.names(entry)
        record = self._records.get(entry.key) or self.resolver.find_silently(names)
        if not record:
            return None
        return EntryDraft(record, entry.key, self._ids(entry.key, [*entry.ids, *new_ids], record))

    def _has_same_source(self, entry: Entry) -> bool:
        """Whether the record that an entry of medcite's was made from is unchanged."""
        if entry.key not in self._is_current:
            source = entry.source_checksum
            is_same = bool(source) and source == self._source_checksum(entry)
            is_listed = self.resolver.is_listed(self.maker.names(entry))
            self._is_current[entry.key] = is_same and not is_listed
        return self._is_current[entry.key]

    def _source_checksum(self, entry: Entry) -> str:
        """Return the checksum of an entry's record and of the way that it is written."""
        text = self.resolver.library.text(self.maker.names(entry))
        start = f"{__version__} {self.maker.signature} {entry.kind} {entry.key} {list(entry.ids)}"
        return f"{crc32(text, crc32(start.encode('utf-8', 'replace'))):08x}" if text else ""

    def _refresh(self, entry: Entry, fresh: Mapping[str, tuple[str, str]]) -> Entry:
        """Return an entry of medcite's in its ``fresh`` form; any other part unchanged."""
        if not entry.is_ours or entry.key not in fresh:
            return entry
        body, source_checksum = fresh[entry.key]
        new = self.maker.entry(entry.before, body, self.bib.newline, source_checksum)
        if new.content == entry.content:
            return new
        differences = describe_differences(entry, new)
        self.changes.append(Change("refreshed", entry.key, differences))
        return new

    def _draft_new(self, article: NewArticle) -> EntryDraft | None:
        """Draft a new entry; ``None`` if no key of the article can be an entry's key."""
        record, keys = article.record, list(article.keys)
        if self.maker.has_aliases:  # the cited keys can be its aliases
            usual = article_names.identifier_keys(record)
            keys += (key for key in usual if key not in self._entries)
        key = next((key for key in keys if self.maker.is_valid_key(key)), "")
        if not key:
            for cited_key in article.keys:
                self.resolver.report_invalid_key(cited_key, record, self._entries)
            return None
        self.changes.append(Change("added", key, describe(record)))
        return EntryDraft(record, key, self._ids(key, article.keys, record))

    def _ids(self, key: str, given: list[str], record: Record) -> list[str]:
        """Return the alias keys of an entry: those given, then the article's identifiers."""
        if not self.maker.has_aliases:
            return []
        ids: list[str] = []
        known = {key.lower() for key in (key, *given)}  # DOIs are written in upper or lower case
        usual = (
            alias for alias in article_names.identifier_keys(record) if alias.lower() not in known
        )
        for alias in dict.fromkeys((*given, *usual)):
            owner = self._entries.get(alias)
            taken = owner is not None and owner.key != key
            if alias != key and not taken and article_names.is_valid_key(alias, "bibtex"):
                ids.append(alias)
                self._entries[alias] = Entry("", "", "", key=key)
        return ids


def prune(bib: ReferenceFile, cited: CitedKeys) -> tuple[ReferenceFile, list[Change]]:
    """Return ``bib`` without entries of medcite's that are cited by none of their keys."""
    if cited.everything:
        return bib, []
    keys = {key.lower() for key in cited.keys}
    parts: list[Entry] = []
    changes: list[Change] = []
    for part in bib.parts:
        if part.is_ours and not keys & {key.lower() for key in (part.key, *part.ids)}:
            changes.append(Change("removed", part.key, "no longer cited"))
            parts.append(Entry(part.before, "", ""))
        else:
            parts.append(part)
    return replace(bib, parts=tuple(parts)), changes
