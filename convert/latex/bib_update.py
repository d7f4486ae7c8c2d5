"""What a .bib file needs so that everything cited is in it, and nothing of the author's changes.

Entries that the author wrote or edited stay as they are. Ours (see ``bib_file``) are made
again from the exports, so that an article ahead of print becomes the printed one; their keys
stay, because documents cite them. What is cited and not there is added at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from zlib import crc32

from .. import __version__
from ..citekeys.keys import Keys
from ..model.record import Record
from . import article_names
from .bib_entries import Draft, Speller, called, differences, short
from .bib_file import Database, Entry, added, marked
from .citations import Cited
from .resolver import Resolver


@dataclass(frozen=True, slots=True)
class Change:
    """One change to the file: ``what`` is added, refreshed or removed."""

    what: str
    key: str
    said: str


@dataclass(slots=True)
class Article:
    """An article that is not in the file yet, and the keys that it is cited under, in order."""

    record: Record
    keys: list[str]


@dataclass(slots=True)
class Update:
    """One run over one file: what is there, what finds and makes entries, and what changed.

    ``others`` are the document's other databases; ``written`` are the keys that stand in the
    .tex files: on its second run biblatex lists an entry's other keys as if they were cited.
    """

    database: Database
    others: tuple[Database, ...]
    resolver: Resolver
    speller: Speller
    written: frozenset[str] = frozenset()
    changes: list[Change] = field(default_factory=list)
    _entries: dict[str, Entry] = field(default_factory=dict)  # by key, and by biblatex's ids
    _records: dict[str, Record] = field(default_factory=dict)  # of entries, by key
    _first: dict[str, str] = field(default_factory=dict)  # an article's name: its first key
    _numbered: set[str] = field(default_factory=set)  # first keys of articles with a PMID
    _same_still: dict[str, bool] = field(default_factory=dict)  # entries of ours, by key
    _more: dict[str, list[str]] = field(default_factory=dict)  # an entry's key: new ids
    _new: list[Article] = field(default_factory=list)

    def run(self, cited: Cited) -> Database:
        """Return the file with what has to change."""
        for entry in self._all():
            for key in (entry.key, *entry.ids):
                self._entries.setdefault(self._fold(key), entry)
        for key in cited.keys:
            self._cite(key)
        if cited.everything:
            self._everything()
        ours = [draft for part in self.database.parts if part.ours and (draft := self._again(part))]
        new = [draft for article in self._new if (draft := self._draft(article))]
        made = list(self._spelt([*ours, *new]))
        fresh = dict(zip((draft.key for draft in ours), made, strict=False))
        parts = tuple(self._refreshed(part, fresh) for part in self.database.parts)
        return added(replace(self.database, parts=parts), made[len(ours) :])

    def _spelt(self, drafts: list[Draft]) -> Iterator[tuple[str, str]]:
        """Yield the text of each draft, and the checksum of what it is made from."""
        for draft, body in zip(drafts, self.speller.entries(drafts), strict=True):
            # Of a retraction it is told in every run.
            yield body, "" if draft.record.retracted else self._sum(marked("", body, "\n"))

    def _all(self) -> Iterator[Entry]:
        for each in (self.database, *self.others):
            yield from each.entries

    def _fold(self, key: str) -> str:
        """Return a key as the program compares it: BibTeX ignores case, biber does not."""
        return key.lower() if self.speller.dialect == "bibtex" else key

    def _cite(self, key: str) -> None:
        """Provide for one key: it is there, or its record is found, or it is told."""
        entry = self._entries.get(self._fold(key))
        if entry and entry.ours and self._current(entry):
            self._same(key, called(entry))
            return
        wanted = (*called(entry), *article_names.read(key)) if entry else article_names.read(key)
        record = self.resolver.find(key, wanted)
        if entry:
            self._records |= {entry.key: record} if record else {}
            self._same(key, [*called(entry), *(article_names.of(record) if record else ())])
        elif record:
            self._add(key, record, self._same(key, article_names.of(record)))
        else:
            self.resolver.unresolved(key, [each.key for each in self._all()])

    def _same(self, key: str, article: Iterable[str]) -> str:
        """Return the first key that the ``article`` is cited under, and tell if it is another."""
        identifiers = [name for name in article if not name.startswith("key:")]
        first = self._first_key(identifiers) or key
        if any(name.startswith("pmid:") for name in identifiers):
            self._numbered.add(first)
        for name in identifiers:
            self._first.setdefault(name, first)
        if first != key and {first, key} <= self.written:
            self._tell_same(first, key)
        return first

    def _first_key(self, identifiers: list[str]) -> str:
        """Return the first key that one of the identifiers was cited under, ``""`` if none was."""
        first = next((self._first[name] for name in identifiers if name in self._first), "")
        pmid = next((name for name in identifiers if name.startswith("pmid:")), "")
        is_another = pmid and pmid not in self._first and first in self._numbered
        return "" if is_another else first  # the chapters of a book have the same DOI

    def _tell_same(self, first: str, key: str) -> None:
        """Warn that an article is cited under two keys."""
        place = self.resolver.where(first)
        message = f"is the same article as {place.record}, cited at {place.file}:{place.line}"
        self.resolver.report.warning("same-article", self.resolver.where(key), message)

    def _add(self, key: str, record: Record, first: str) -> None:
        """Note that an article is needed: as another key of an entry of ours, or as an entry."""
        if self.speller.dialect == "biblatex" and first != key:
            home = next((each for each in self._new if first in each.keys), None)
            entry = self._entries.get(first)
            if home:
                home.keys.append(key)
                return
            if entry and entry.ours:
                self._more.setdefault(entry.key, []).append(key)
                return
        self._new.append(Article(record, [key]))

    def _everything(self) -> None:
        r"""Note every record of the exports, as ``\nocite{*}`` asks, under a key made for it."""
        make = Keys(self.speller.options.key)
        for entry in self._all():
            self._first |= dict.fromkeys(called(entry), entry.key)
        for record in self.resolver.library.records():
            key = make(record)
            if any(name in self._first for name in article_names.of(record)):
                continue
            while self._fold(key) in self._entries:
                key = make(record)
            self._first |= dict.fromkeys(article_names.of(record), key)
            self._new.append(Article(record, [key]))

    def _again(self, part: Entry) -> Draft | None:
        """Draft an entry of ours from its record as it is now, if need be and it is still there."""
        more = self._more.get(part.key, [])
        if not more and self._current(part):
            return None
        record = self._records.get(part.key) or self.resolver.best(called(part))
        if not record:
            return None
        return Draft(record, part.key, self._ids(part.key, [*part.ids, *more], record))

    def _current(self, part: Entry) -> bool:
        """Return whether the record that an entry of ours was made from is unchanged."""
        if part.key not in self._same_still:
            self._same_still[part.key] = bool(part.made) and part.made == self._sum(part)
        return self._same_still[part.key]

    def _sum(self, entry: Entry) -> str:
        """Return the checksum of the record that an entry tells of, and of how it is written."""
        text = self.resolver.library.text(called(entry))
        start = f"{__version__} {self.speller} {entry.kind} {entry.key} {entry.ids}"
        return f"{crc32(text, crc32(start.encode('utf-8', 'replace'))):08x}" if text else ""

    def _refreshed(self, part: Entry, fresh: Mapping[str, tuple[str, str]]) -> Entry:
        """Return an entry of ours in its ``fresh`` form; any other part as it stands."""
        if not part.ours or part.key not in fresh:
            return part
        body, made = fresh[part.key]
        new = marked(part.before, body, self.database.newline, made)
        if new.body == part.body:
            return new
        self.changes.append(Change("refreshed", part.key, differences(part.body, new.body)))
        return new

    def _draft(self, article: Article) -> Draft | None:
        """Draft a new entry; ``None`` if no key of the article can be an entry's."""
        record, choice = article.record, list(article.keys)
        if self.speller.dialect == "biblatex":  # the cited keys can be its ids
            choice += (key for key in article_names.usual(record) if key not in self._entries)
        key = next((each for each in choice if self.speller.fit(each)), "")
        if not key:
            for each in article.keys:
                self.resolver.unfit(each, record, self._entries)
            return None
        self.changes.append(Change("added", key, short(record)))
        return Draft(record, key, self._ids(key, article.keys, record))

    def _ids(self, key: str, given: list[str], record: Record) -> list[str]:
        """Return the other keys of an entry: those given, then the article's usual names."""
        found: list[str] = []
        known = {each.lower() for each in (key, *given)}  # a DOI is written either way
        usual = (each for each in article_names.usual(record) if each.lower() not in known)
        for each in dict.fromkeys((*given, *usual)):
            owner = self._entries.get(each)
            taken = owner is not None and owner.key != key
            if each != key and not taken and article_names.fit(each, "bibtex"):
                found.append(each)
                self._entries[each] = Entry("", "", "", key=key)
        return found


def pruned(database: Database, cited: Cited) -> tuple[Database, list[Change]]:
    """Return ``database`` without entries of ours that are not cited, by any of their keys."""
    keys = {key.lower() for key in cited.keys}
    parts: list[Entry] = []
    changes: list[Change] = []
    for part in database.parts:
        if (
            part.ours
            and not cited.everything
            and not keys & {key.lower() for key in (part.key, *part.ids)}
        ):
            changes.append(Change("removed", part.key, "no longer cited"))
            parts.append(Entry(part.before, "", ""))
        else:
            parts.append(part)
    return replace(database, parts=tuple(parts)), changes
