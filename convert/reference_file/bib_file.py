"""Take a .bib file apart so that it can be put together again byte for byte.

``bibtexparser`` reads what the entries say, but reports neither their positions nor the text
between them. Here only the limits of an entry matter, by BibTeX's rule
(:mod:`medcite.bibtex.braces`). The library also goes on after an entry that never ends, which a
reader may do, but no program that changes the file.

The mark of an entry that medcite wrote (see ``entry``) is a comment on the line above it:
``% medcite 0123abcd 4567cdef``. BibTeX and biber ignore the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..bibtex.braces import find_closing
from .entry import CHECKSUMS, BrokenError, Entry, ReferenceFile, marked, newline_of

MARK = re.compile(rf"^[ \t]*% {CHECKSUMS.pattern}[ \t]*\r?\n\Z", re.M)
START = re.compile(r"@[ \t\r\n]*([^\s\"#%'(),={}@\\~]+)[ \t\r\n]*([{(])")
KEY = re.compile(r"[ \t\r\n]*([^\s,}]*)[ \t\r\n]*(?=[,})])")
FIELD = re.compile(r"[,\s]([A-Za-z][\w+:.-]*)\s*=\s*")
BARE = re.compile(r'[^,})"]*(?:"[^"]*"[^,})"]*)*')  # a number, a macro, or several joined by #
NOT_ENTRIES = ("comment", "preamble", "string")


class NeverClosedError(BrokenError):
    """An entry that never ends; it begins at ``line``."""

    def __init__(self, line: int, key: str) -> None:
        super().__init__(line, f"the entry {key} is never closed; close its braces first")


class BibFileEntry(Entry):
    """A part of a .bib file: the body reaches from @ to the closing brace."""

    @cached_property
    def fields(self) -> Mapping[str, str]:
        """Return the entry's fields by their names in lower case, without braces or quotes."""
        return dict(parse_fields(self.body))

    @property
    def ids(self) -> Sequence[str]:
        """Return the entry's alias keys, biblatex's field ``ids``."""
        keys = self.fields.get("ids", "").split(",")
        return [key.strip() for key in keys if key.strip()]


@dataclass(frozen=True, slots=True)
class FieldSpan:
    """Where a field's value stands in an entry, with its braces or quotes if it has any."""

    name: str  # in lower case
    start: int
    end: int
    is_quoted: bool = False
    is_closed: bool = True


def parse(text: str, comments: bool = True) -> ReferenceFile:
    """Take ``text`` apart. With ``comments``, ``%`` hides an entry, as in biber (not BibTeX).

    Raises:
        NeverClosedError: An entry never ends, so where the next one begins is unknown.

    """
    parts: list[Entry] = []
    end, line, counted = 0, 1, 0
    for start in _entry_starts(text, comments):
        if start.start() < end:
            continue
        line += text.count("\n", counted, start.start())
        counted = start.start()
        part = _parse_entry(text, end, start, line)
        parts.append(part)
        end = start.start() + len(part.body)
    if end < len(text):
        parts.append(BibFileEntry(text[end:], "", ""))
    return ReferenceFile(tuple(parts), newline_of(text))


def _entry_starts(text: str, comments: bool) -> Iterator[re.Match[str]]:
    """Yield the places where an entry may begin."""
    for match in START.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        if not (comments and "%" in text[line : match.start()]):
            yield match


def _parse_entry(text: str, previous_end: int, start: re.Match[str], line: int) -> Entry:
    """Return the entry that begins at ``start``, with the text since the previous entry."""
    kind = start[1].lower()
    key_match = KEY.match(text, start.end()) if kind not in NOT_ENTRIES else None
    key = key_match[1] if key_match else ""
    end = _entry_end(text, start)
    if end < 0:
        raise NeverClosedError(line, key or f"@{kind}")
    before = text[previous_end : start.start()]
    mark = MARK.search(before)
    cut = mark.start() if mark and key else len(before)
    return BibFileEntry(before[:cut], before[cut:], text[start.start() : end], kind, key, line)


def _entry_end(text: str, start: re.Match[str]) -> int:
    """Return the position after the brace or parenthesis that closes an entry, or -1."""
    closing = find_closing(text, start.end() - 1)
    return closing + 1 if closing >= 0 else -1


def parse_fields(body: str) -> Iterator[tuple[str, str]]:
    """Yield the fields of an entry: names in lower case, values without braces or quotes."""
    for span in field_spans(body):
        value = body[span.start : span.end]
        yield span.name, value[1 : -1 if span.is_closed else None] if span.is_quoted else value


def field_spans(body: str) -> Iterator[FieldSpan]:
    """Yield where the values of an entry's fields stand."""
    position = body.find(",")
    while position >= 0 and (match := FIELD.search(body, position)):
        start = match.end()
        opening = body[start : start + 1]
        end = find_closing(body, start) if opening in ("{", '"') else -1
        if end >= 0:
            yield FieldSpan(match[1].lower(), start, end + 1, is_quoted=True)
            position = end + 1
        elif opening == '"':
            yield FieldSpan(match[1].lower(), start, len(body), is_quoted=True, is_closed=False)
            position = len(body) + 1
        else:
            bare = BARE.match(body, start)[0]  # type: ignore[index]  # it matches the empty text
            stripped = bare.strip()
            begin = start + bare.find(stripped)
            yield FieldSpan(match[1].lower(), begin, begin + len(stripped))
            position = start + len(bare)


def make_entry(before: str, body: str, newline: str, source_checksum: str = "") -> Entry:
    """Return ``body`` as an entry with a mark and the file's line ends."""
    body = body.strip().replace("\r\n", "\n").replace("\n", newline)
    start = START.match(body)
    key = KEY.match(body, start.end()) if start else None
    if not start or not key:
        raise ValueError(f"not an entry: {body[:40]!r}")
    mark = f"% {marked(body, source_checksum)}{newline}"
    return BibFileEntry(before, mark, body, start[1].lower(), key[1])


def append_entries(bib: ReferenceFile, entries: Sequence[tuple[str, str]]) -> ReferenceFile:
    """Return ``bib`` with more entries at its end, given as texts with their source checksums."""
    newline = bib.newline
    parts = list(bib.parts)
    for body, source_checksum in entries:
        tail = parts.pop().before if parts and not parts[-1].body else ""
        before = tail + _gap(parts, tail, newline)
        parts.append(make_entry(before, body, newline, source_checksum))
    if parts and parts[-1].body and parts[-1] not in bib.parts[-1:]:
        parts.append(BibFileEntry(newline, "", ""))
    return replace(bib, parts=tuple(parts))


def _gap(parts: list[Entry], tail: str, newline: str) -> str:
    """Return the line ends that separate a new entry from the text before it."""
    if not parts and not tail:
        return ""
    if not tail and parts[-1].body:
        return 2 * newline
    ends = len(tail) - len(tail.rstrip("\r\n"))
    lines = tail[len(tail) - ends :].count("\n")
    return max(0, 2 - lines) * newline
