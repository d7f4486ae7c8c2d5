"""A file of references and its entries, whatever the format.

An entry written by medcite has a mark, ``medcite 0123abcd 4567cdef``, where the format has room for
it. The first number is a checksum of the entry as it was written, the second one of its source
record. An entry that no longer agrees with the first was edited, and belongs to the author from
then on; one whose record still agrees with the second need not be written again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol
from zlib import crc32

from ..library import article_names
from ..model.record import Record

# Without an @, which would begin an entry for BibTeX even in a comment.
CHECKSUMS = re.compile(r"medcite ([0-9a-f]{8})(?: ([0-9a-f]{8}))?")


class BrokenError(ValueError):
    """A file that cannot be taken apart, because of what begins at ``line``."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(problem)
        self.line = line


@dataclass(frozen=True)
class Entry:
    """A part of a file: an entry, its mark if it has one, and the text before both."""

    before: str
    mark: str  # as it stands in the file
    body: str  # "" for the end of the file
    kind: str = ""
    key: str = ""
    line: int = 0

    @property
    def text(self) -> str:
        """Return the part as it stands in the file."""
        return self.before + self.mark + self.body

    @property
    def content(self) -> str:
        """Return what the entry says, of which its checksum is made."""
        return self.body

    @property
    def is_ours(self) -> bool:
        """Whether the entry is still as medcite wrote it."""
        match = CHECKSUMS.search(self.mark)
        return match is not None and match[1] == checksum(self.content)

    @property
    def source_checksum(self) -> str:
        """Return the checksum of the record that the entry was made from, if its mark has one."""
        match = CHECKSUMS.search(self.mark)
        return match[2] or "" if match else ""

    @property
    def is_edited(self) -> bool:
        """Whether medcite wrote the entry and the author has changed it since."""
        return bool(self.mark) and not self.is_ours

    @cached_property
    def fields(self) -> Mapping[str, str]:
        """Return the entry's fields by name; what they say is for comparison only."""
        return {}

    @property
    def ids(self) -> Sequence[str]:
        """Return other keys that the entry is cited by."""
        return ()


@dataclass(frozen=True)
class ReferenceFile:
    """A whole file; ``newline`` is the line end that most of its lines have."""

    parts: tuple[Entry, ...] = ()
    newline: str = "\n"

    @property
    def entries(self) -> Iterator[Entry]:
        """Yield the real entries, which have a key."""
        return (part for part in self.parts if part.key)

    @property
    def text(self) -> str:
        """Return the text of the file."""
        return "".join(part.text for part in self.parts)

    @property
    def has_marks(self) -> bool:
        """Whether medcite wrote any of the entries, edited or not."""
        return any(entry.mark for entry in self.entries)


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """What an entry is made of: a record, its key, and its alias keys."""

    record: Record
    key: str
    ids: Sequence[str] = ()


class EntryMaker(Protocol):
    """How the files of a format are taken apart, and their entries made and joined."""

    @property
    def signature(self) -> str:
        """Return a text that differs wherever entries would be written otherwise."""
        ...

    @property
    def key_pattern(self) -> str:
        """Return the pattern of keys that are made up, as ``Options.key`` has it."""
        ...

    @property
    def has_aliases(self) -> bool:
        """Whether an entry may have more than one key."""
        ...

    @property
    def ignores_case(self) -> bool:
        """Whether two keys are the same that differ in upper and lower case only."""
        ...

    def parse(self, text: str) -> ReferenceFile:
        """Take a file apart. Raises BrokenError."""
        ...

    def names(self, entry: Entry) -> Iterable[str]:
        """Return the article names that an entry's fields contain."""
        ...

    def is_valid_key(self, key: str) -> bool:
        """Whether ``key`` can be an entry's key."""
        ...

    def render(self, drafts: Sequence[EntryDraft]) -> Iterator[str]:
        """Yield each draft as an entry under exactly its key."""
        ...

    def entry(self, before: str, body: str, newline: str, source_checksum: str = "") -> Entry:
        """Return ``body`` as an entry with a mark and the file's line ends."""
        ...

    def append(self, file: ReferenceFile, entries: Sequence[tuple[str, str]]) -> ReferenceFile:
        """Return a file with more entries, given as texts with their source checksums."""
        ...


def checksum(content: str) -> str:
    """Return the checksum of an entry; line ends do not count, since git may change them."""
    return f"{crc32(content.replace(chr(13), '').encode('utf-8', 'surrogateescape')):08x}"


def marked(content: str, source_checksum: str) -> str:
    """Return the text of a mark, without what makes it a comment."""
    return " ".join(filter(None, ("medcite", checksum(content), source_checksum)))


def newline_of(text: str) -> str:
    """Return the line end that most lines of a text have."""
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"


def names_of_identifiers(identifiers: Mapping[str, str]) -> Iterator[str]:
    """Yield the article names of identifiers, which are given by ``pmid``, ``pmcid``, ``doi``."""
    for scheme in ("pmid", "pmcid", "doi"):
        if value := identifiers.get(scheme, "").strip():
            yield article_names.of_key(f"{scheme}:{value}")[0]


def describe_differences(old: Entry, new: Entry) -> str:
    """Say which fields differ between two forms of an entry."""
    before, after = old.fields, new.fields
    differences = {
        "new": [name for name in after if name not in before],
        "changed": [name for name in after if name in before and after[name] != before[name]],
        "gone": [name for name in before if name not in after],
    }
    groups = [f"{kind}: {', '.join(names)}" for kind, names in differences.items() if names]
    return "; ".join(groups) or "written differently"


def describe(record: Record) -> str:
    """Return author, journal and year, for a reader to recognise the article."""
    first = next((name.literal or name.family for name in record.author), "")
    more = " et al." if len(record.author) > 1 else ""
    year = str(record.issued.start.year) if record.issued and record.issued.start else ""
    journal = record.container_title_short or record.container_title
    return ", ".join(part for part in (first + more, journal, year) if part)
