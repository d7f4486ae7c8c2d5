"""Lines of MEDLINE text into fields, record by record.

A tag takes four columns, a hyphen and a blank; what does not fit on the line goes on in the
next, indented by six; a blank line parts records. Text between two blank lines that is like
this makes a record at once. Everything else (another margin, missing blanks, text with its
line ends lost, records run together) is looked at line by line in :class:`_Odd`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..base.lazy_regex import regex
from ..files.source import Source
from ..model.report import Location, Report
from . import run_on
from .fields import BLANKS, TAGS, Raw, usual

MOST = 1 << 20  # characters without a blank line that are held
_LONG = 200  # a longer line may hold more than one field
STARTS = frozenset(["PMID", "PMC", "OWN"])  # with which a record begins
_ERIC = ("OWN", "ERIC")  # how ERIC's records begin, which have no PMID

_TAG = regex(r"([A-Z][A-Z0-9]{1,7})( *)-( ?)(.*)", re.DOTALL)
_NUMBER = regex(r"<\d+\. ?>")
_FILL = regex(r"\0[ \0]*|[ \t]{32,}")  # what parts records that ran together
_BLANKS = " " * 32
_PMID = regex(r"\s*PMID *- *\d{1,8}\s*")


def split(source: Source, report: Report) -> Iterator[Raw]:
    """Yield the records of ``source``; a line that belongs to no field becomes a diagnostic."""
    odd = _Odd(source.name, report)
    for part, blank in _parts(source.blocks):
        text = part.lstrip("\n")
        source.count += len(part) - len(text)
        start = source.count + 1
        begins = odd.may_end and text.startswith("PMID- ")
        if begins and odd.raw.tags:
            yield odd.raw  # before anything is told about the next
            odd.begin(Raw())
        raw = alone(text, start) if begins else None
        if raw:
            odd.begin(raw)
            size = raw.size
        else:
            lines = text.split("\n")
            odd.take(lines, start)
            yield from odd.finished()
            size = len(lines)
        source.count += size + blank
    if odd.raw.tags:
        yield odd.raw


def _parts(blocks: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Cut a text at blank lines; yield each part, and how many blank lines it was cut at.

    A text without any blank line comes in large parts, so memory stays flat.
    """
    rest = ""
    for block in blocks:
        *parts, rest = (rest + block).split("\n\n")
        for part in parts:
            yield part, 1
        if len(rest) > MOST:
            yield rest.removesuffix("\n"), 0
            rest = ""
    if rest:
        yield rest.removesuffix("\n"), 0


def alone(text: str, start: int) -> Raw | None:
    """Return the record of a text that is one usual record and no more, else ``None``."""
    raw = usual(text, start)
    one = raw and len(raw.groups["PMID"]) == 1 and not _holds_several(raw, text)
    return raw if one else None


def _holds_several(raw: Raw, text: str) -> bool:
    """Tell whether a line of a record may be several fields that ran together."""
    groups = raw.groups
    begins = "".join(groups["PMID"] + groups.get("OWN", []) + groups.get("PMC", []))
    # Such a line begins with one of these tags or has a PMID in it, or a fill. Where there is no
    # sign of that no line need be looked at.
    signs = "\0" in text or "\t" in text or _BLANKS in text or "PMID -" in text
    if not signs and text.rfind("PMID-") == 0 and len(begins) < _LONG // 2:
        return False
    long = [line for line in text.split("\n") if len(line) >= _LONG]
    return any(_FILL.search(line) or run_on.is_flat(line) for line in long)


class _Odd:
    """The record that is not yet complete, and the close look at unusual lines."""

    def __init__(self, file: str, report: Report) -> None:
        self.file, self.report = file, report
        self.raw = Raw()
        self.done: list[Raw] = []
        self.margin = 0  # blanks before each tag, when a whole file is indented
        self.gap = False  # a blank line was seen since the last field

    @property
    def may_end(self) -> bool:
        """Whether a PMID would be the next record's (after PMC's display it would not)."""
        return not self.raw.tags or not STARTS.issuperset(self.raw.groups)

    def begin(self, raw: Raw) -> None:
        """Hold a whole record, which the next text may still turn out to go on with."""
        self.raw, self.gap, self.margin = raw, True, 0

    def finished(self) -> list[Raw]:
        """Give the records that are complete, and forget them."""
        done, self.done = self.done, []
        return done

    def take(self, text: list[str], start: int) -> None:
        """Take lines, the first of which has the number ``start``."""
        for number, line in enumerate(text, start):
            if len(line) >= _LONG or "\0" in line:
                parts = [part for part in _FILL.split(line.rstrip()) if part.strip()]
                if len(parts) > 1:
                    self._run_together(parts, number)
                    continue
            self._line(line, number)
        self.gap = True

    def _run_together(self, parts: list[str], number: int) -> None:
        """Take what stands on one line between long fills as lines of their own.

        Where such a piece has no tag, the record that it ended has lost its beginning.
        """
        self._line(parts[0], number)
        for part in parts[1:]:
            self._line("", number)
            if self._tag(part)[0] or run_on.is_flat(part):
                self._line(part, number)
            else:
                self._stray(part.strip(), number)

    def _stray(self, text: str, number: int) -> None:
        message = f"{text[:60]!r} belongs to no tag: skipped; expected TAG - value"
        self.report.warning("stray-text", Location(self.file, number), message)

    def _line(self, line: str, number: int) -> None:
        text = line.strip(" \t\f\ufeff\x1a")
        if not text:
            self.gap = True
            return
        if run_on.is_flat(text):
            self._flat(text, number)
            return
        if text[0] == "<" and _NUMBER.fullmatch(text):
            self._end()
            return
        tag, value, indent = self._tag(line)
        if tag:
            self._field(tag, value, number, indent)
        elif self.raw.tags and (line[0] in BLANKS or self._goes_on(text)):
            self.raw.go_on(line.strip(" \t\f\x1a"))
            self.gap = False
        else:
            self._stray(text, number)

    def _end(self) -> None:
        """End the record at hand: Ovid writes ``<2. >`` before the next."""
        if self.raw.tags:
            self.done.append(self.raw)
            self.raw, self.gap = Raw(), True

    def _goes_on(self, text: str) -> bool:
        """Tell whether text without indentation can belong to the field before it.

        It cannot where that field's value has its tag's form and would lose it.
        """
        row = TAGS.get(self.raw.tags[-1])
        if row is None or not row.shape:
            return True
        shape, value = re.compile(row.shape), self.raw.last()
        return not shape.fullmatch(value) or shape.fullmatch(f"{value} {text}") is not None

    def _flat(self, text: str, number: int) -> None:
        """Take a line that holds whole records, or a whole record's text."""
        for tag, value in run_on.fields(text):
            self._field(tag, value, number, 0)
            self.raw.recovered = True

    def _tag(self, line: str) -> tuple[str, str, int]:
        """Give tag, value and indentation of a line; the tag is ``""`` for running text."""
        text = line.lstrip(" \t\f\ufeff")
        indent = len(line.lstrip("\ufeff")) - len(text)
        if indent > self.margin + 4 and not _PMID.fullmatch(text):
            return "", "", 0
        found = _TAG.fullmatch(text)
        if not found:
            return "", "", 0
        tag, padding, blank, value = found.groups()
        if not _is_tag(tag, len(padding), blank or not value, value):
            return "", "", 0
        return tag, value, indent

    def _field(self, tag: str, value: str, number: int, indent: int) -> None:
        """Take a field, which may be the first of the next record."""
        if self._begins(tag) or (self.gap and self.raw.tags and (tag, value) == _ERIC):
            self.done.append(self.raw)
            self.raw = Raw()
        if tag == "PMID":
            self.margin = indent
        self.raw.add(tag, value, number)
        self.gap = tag == "ER"

    def _begins(self, tag: str) -> bool:
        """Tell whether a tag starts the next record.

        PMID always does (after PMC's display, which puts PMC first, it does not). After a
        blank line or a record's end so does a tag that a record has once only.
        """
        raw = self.raw
        if not raw.tags:
            return False
        if tag == "PMID":
            return tag in raw.groups or self.may_end
        if tag in STARTS and tag in raw.groups:
            return True
        row = TAGS.get(tag)
        once = row is not None and not row.many and tag in raw.groups
        return self.gap and (once or raw.tags[-1] == "ER" or "SO" in raw.groups)


def _is_tag(tag: str, padding: int, blank: str | bool, value: str) -> bool:
    """Tell a tag from a word with a hyphen.

    A known tag needs one of its marks: four columns, or a blank after the hyphen. An unknown
    one needs both; longer ones (up to eight letters) need the blank.
    """
    column = len(tag) + padding == 4
    if tag in TAGS:
        return bool(column or blank) and (padding > 0 or len(tag) == 4 or bool(value.strip()))
    if len(tag) > 4:
        return padding == 0 and bool(blank)
    return column and bool(blank)
