"""A .bib file taken apart so that it can be put together again byte for byte.

``bibtexparser`` reads what the entries say, but gives neither their places nor the text
between them back; here nothing is understood but where an entry begins and ends, by
BibTeX's rule (:mod:`medcite.bibtex.braces`). It also goes on after an entry that never ends,
which a reader may, but no program that changes the file.

An entry of ours has a line above it, ``% medcite 0123abcd 4567cdef``: a checksum of the entry
as it was written, and one of what it was made from. An entry that no longer agrees with the
first was edited, and is the author's from then on; one whose record still agrees with the
second need not be made again. BibTeX and biber do not read the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from zlib import crc32

from ..bibtex.braces import find_closing

# Without an @, which would begin an entry for BibTeX even in a comment.
MARK = re.compile(r"^[ \t]*% medcite ([0-9a-f]{8})(?: ([0-9a-f]{8}))?[ \t]*\r?\n\Z", re.M)
START = re.compile(r"@[ \t\r\n]*([^\s\"#%'(),={}@\\~]+)[ \t\r\n]*([{(])")
KEY = re.compile(r"[ \t\r\n]*([^\s,}]*)[ \t\r\n]*(?=[,})])")
FIELD = re.compile(r"[,\s]([A-Za-z][\w+:.-]*)\s*=\s*")
BARE = re.compile(r'[^,})"]*(?:"[^"]*"[^,})"]*)*')  # a number, a macro, or a few joined by #
APART = ("comment", "preamble", "string")


class BrokenError(ValueError):
    """An entry that never ends: ``line`` is where it begins."""

    def __init__(self, line: int, key: str) -> None:
        super().__init__(f"the entry {key} is never closed; close its braces first")
        self.line = line


@dataclass(frozen=True)
class Entry:
    """A part of the file: the text before an entry, its mark if it has one, and the entry."""

    before: str
    mark: str  # the whole line, with its end
    body: str  # from @ to the closing sign; "" for the end of the file
    kind: str = ""
    key: str = ""
    line: int = 0

    @property
    def ours(self) -> bool:
        """Return whether the entry is as medcite wrote it."""
        found = MARK.match(self.mark)
        return bool(found) and found[1] == checksum(self.body)  # type: ignore[index]  # it is a match

    @property
    def made(self) -> str:
        """Return the checksum of what the entry was made from, if its mark has one."""
        found = MARK.match(self.mark)
        return found[2] or "" if found else ""

    @property
    def edited(self) -> bool:
        """Return whether medcite wrote the entry and the author changed it since."""
        return bool(self.mark) and not self.ours

    @cached_property
    def fields(self) -> dict[str, str]:
        """Return the entry's fields, without their braces or quotes, names in small letters."""
        return dict(fields(self.body))

    @property
    def ids(self) -> list[str]:
        """Return biblatex's other keys of the entry."""
        return [key for each in self.fields.get("ids", "").split(",") if (key := each.strip())]


@dataclass(frozen=True)
class Database:
    """A whole .bib file; ``newline`` is the line end that most of its lines have."""

    parts: tuple[Entry, ...] = ()
    newline: str = "\n"

    @property
    def entries(self) -> Iterator[Entry]:
        """Yield the entries proper: neither strings, preambles nor comments."""
        return (part for part in self.parts if part.key)

    @property
    def text(self) -> str:
        """Return the file's text again."""
        return "".join(part.before + part.mark + part.body for part in self.parts)

    @property
    def ours(self) -> bool:
        """Return whether any entry was written by this program."""
        return any(entry.mark for entry in self.entries)


def parse(text: str, comments: bool = True) -> Database:
    """Take ``text`` apart. Where ``comments``, ``%`` hides an entry, as for biber (not BibTeX).

    Raises:
        BrokenError: An entry never ends, so that what follows cannot be told from it.

    """
    parts: list[Entry] = []
    at, line, counted = 0, 1, 0
    for found in _starts(text, comments):
        if found.start() < at:
            continue
        line += text.count("\n", counted, found.start())
        counted = found.start()
        part = _entry(text, at, found, line)
        parts.append(part)
        at = found.start() + len(part.body)
    if at < len(text):
        parts.append(Entry(text[at:], "", ""))
    crlf = text.count("\r\n")
    return Database(tuple(parts), "\r\n" if crlf * 2 > text.count("\n") else "\n")


def _starts(text: str, comments: bool) -> Iterator[re.Match[str]]:
    """Yield the places where an entry may begin."""
    for found in START.finditer(text):
        line = text.rfind("\n", 0, found.start()) + 1
        if not (comments and "%" in text[line : found.start()]):
            yield found


def _entry(text: str, at: int, found: re.Match[str], line: int) -> Entry:
    """Return the entry that begins at ``found``, with what stands before it since ``at``."""
    kind = found[1].lower()
    named = KEY.match(text, found.end()) if kind not in APART else None
    key = named[1] if named else ""
    end = _end(text, found)
    if end < 0:
        raise BrokenError(line, key or f"@{kind}")
    before = text[at : found.start()]
    mark = MARK.search(before)
    cut = mark.start() if mark and key else len(before)
    return Entry(before[:cut], before[cut:], text[found.start() : end], kind, key, line)


def _end(text: str, found: re.Match[str]) -> int:
    """Return the place after the sign that closes an entry, or -1."""
    closing = find_closing(text, found.end() - 1)
    return closing + 1 if closing >= 0 else -1


def fields(body: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of an entry: names in small letters, values without braces or quotes."""
    at = body.find(",")
    while at >= 0 and (found := FIELD.search(body, at)):
        start = found.end()
        opening = body[start : start + 1]
        end = find_closing(body, start) if opening in ("{", '"') else -1
        if end < 0 and opening == '"':
            end = len(body)
        if end >= 0:
            yield found[1].lower(), body[start + 1 : end]
            at = end + 1
        else:
            bare = BARE.match(body, start)[0]  # type: ignore[index]  # it matches the empty text
            yield found[1].lower(), bare.strip()
            at = start + len(bare)


def checksum(body: str) -> str:
    """Return the checksum of an entry; line ends do not count, since git may change them."""
    return f"{crc32(body.replace(chr(13), '').encode('utf-8', 'surrogateescape')):08x}"


def marked(before: str, body: str, newline: str, made: str = "") -> Entry:
    """Make an entry of ours from the text of one, with the file's line ends.

    ``made`` is the checksum of what it was made from.
    """
    body = body.strip().replace("\r\n", "\n").replace("\n", newline)
    found = START.match(body)
    named = KEY.match(body, found.end()) if found else None
    if not found or not named:
        raise ValueError(f"not an entry: {body[:40]!r}")
    mark = f"% medcite {checksum(body)}{' ' if made else ''}{made}{newline}"
    return Entry(before, mark, body, found[1].lower(), named[1])


def added(database: Database, bodies: Sequence[tuple[str, str]]) -> Database:
    """Return ``database`` with more entries of ours at its end: texts, and sums of their making."""
    newline = database.newline
    parts = list(database.parts)
    for body, made in bodies:
        tail = parts.pop().before if parts and not parts[-1].body else ""
        above = tail + _gap(parts, tail, newline)
        parts.append(marked(above, body, newline, made))
    if parts and parts[-1].body and parts[-1] not in database.parts[-1:]:
        parts.append(Entry(newline, "", ""))
    return replace(database, parts=tuple(parts))


def _gap(parts: list[Entry], tail: str, newline: str) -> str:
    """Return the line ends that set a new entry apart from what stands before it."""
    if not parts and not tail:
        return ""
    if not tail and parts[-1].body:
        return 2 * newline
    ends = len(tail) - len(tail.rstrip("\r\n"))
    lines = tail[len(tail) - ends :].count("\n")
    return max(0, 2 - lines) * newline
