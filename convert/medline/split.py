"""Lines of MEDLINE text into fields, record by record.

A tag takes four columns, a hyphen and a blank; what does not fit on the line goes on in the
next, indented by six; a blank line parts records. Text between two blank lines that is like
this makes a record at once. Everything else (another margin, missing blanks, text with its
line ends lost, records run together) is looked at line by line in :class:`_LineReader`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..base.lazy_regex import regex
from ..files.source import Source
from ..model.report import Location, Report
from . import run_on
from .fields import BLANKS, TAGS, Fields, usual

MOST = 1 << 20  # characters without a blank line that are held
_LONG = 200  # a longer line may hold more than one field
STARTS = frozenset(["PMID", "PMC", "OWN"])  # with which a record begins
_ERIC = ("OWN", "ERIC")  # how ERIC's records begin, which have no PMID

_TAG = regex(r"([A-Z][A-Z0-9]{1,7})( *)-( ?)(.*)", re.DOTALL)
_NUMBER = regex(r"<\d+\. ?>")
_FILL = regex(r"\0[ \0]*|[ \t]{32,}")  # what parts records that ran together
_BLANKS = " " * 32
_PMID = regex(r"\s*PMID *- *\d{1,8}\s*")
# What may stand around a line's text: blanks, page breaks, byte order marks, DOS's end of file.
_MARGIN = " \t\f\ufeff"
_DOS_END = "\x1a"


def split(source: Source, report: Report) -> Iterator[Fields]:
    """Yield the records of ``source``; a line that belongs to no field becomes a diagnostic."""
    reader = _LineReader(source.name, report)
    for block, blank_lines in _blocks(source.blocks):
        text = block.lstrip("\n")
        source.count += len(block) - len(text)
        start = source.count + 1
        begins = reader.may_end and text.startswith("PMID- ")
        if begins and reader.fields.tags:
            yield reader.fields  # before anything is reported about the next record
            reader.begin(Fields())
        fields = single_record(text, start) if begins else None
        if fields:
            reader.begin(fields)
            size = fields.size
        else:
            lines = text.split("\n")
            reader.read(lines, start)
            yield from reader.take_finished()
            size = len(lines)
        source.count += size + blank_lines
    if reader.fields.tags:
        yield reader.fields


def _blocks(texts: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Cut a text at blank lines; yield each block, and how many blank lines it was cut at.

    A text without any blank line comes in large blocks, so memory stays flat.
    """
    rest = ""
    for text in texts:
        *blocks, rest = (rest + text).split("\n\n")
        for block in blocks:
            yield block, 1
        if len(rest) > MOST:
            yield rest.removesuffix("\n"), 0
            rest = ""
    if rest:
        yield rest.removesuffix("\n"), 0


def single_record(text: str, start: int) -> Fields | None:
    """Return the fields of a text that is one usual record and no more, else ``None``."""
    fields = usual(text, start)
    single = fields and len(fields.groups["PMID"]) == 1 and not _holds_several(fields, text)
    return fields if single else None


def _holds_several(fields: Fields, text: str) -> bool:
    """Whether a line of a record may be several fields that ran together."""
    groups = fields.groups
    begins = "".join(groups["PMID"] + groups.get("OWN", []) + groups.get("PMC", []))
    # Such a line begins with one of these tags or has a PMID in it, or a fill. Where there is no
    # sign of that no line need be looked at.
    is_single = text.rfind("PMID") == 0 or ("PMID -" not in text and text.rfind("PMID-") == 0)
    signs = not is_single or "\0" in text or "\t" in text or _BLANKS in text
    if not signs and len(begins) < _LONG // 2:
        return False
    long = [line for line in text.split("\n") if len(line) >= _LONG]
    return any(_FILL.search(line) or run_on.is_run_on(line) for line in long)


class _LineReader:
    """Looks closely at unusual lines, and holds the record that is not yet complete."""

    def __init__(self, file: str, report: Report) -> None:
        self.file, self.report = file, report
        self.fields = Fields()
        self.finished: list[Fields] = []
        self.margin = 0  # blanks before each tag, when a whole file is indented
        self.gap = False  # a blank line was seen since the last field

    @property
    def may_end(self) -> bool:
        """Whether a PMID would be the next record's (after PMC's display it would not)."""
        return not self.fields.tags or not STARTS.issuperset(self.fields.groups)

    def begin(self, fields: Fields) -> None:
        """Hold a whole record, which the next text may still turn out to go on with."""
        self.fields, self.gap, self.margin = fields, True, 0

    def take_finished(self) -> list[Fields]:
        """Return the records that are complete, and forget them."""
        finished, self.finished = self.finished, []
        return finished

    def read(self, lines: list[str], start: int) -> None:
        """Read lines, the first of which has the number ``start``."""
        for number, line in enumerate(lines, start):
            if len(line) >= _LONG or "\0" in line:
                parts = [part for part in _FILL.split(line.rstrip()) if part.strip()]
                if len(parts) > 1:
                    self._read_parts(parts, number)
                    continue
            self._read_line(line, number)
        self.gap = True

    def _read_parts(self, parts: list[str], number: int) -> None:
        """Read what stands on one line between long fills as lines of their own.

        Where such a part has no tag, the record that it ended has lost its beginning.
        """
        self._read_line(parts[0], number)
        for part in parts[1:]:
            self._read_line("", number)
            if self._tag(part)[0] or run_on.is_run_on(part):
                self._read_line(part, number)
            else:
                self._report_stray(part.strip(), number)

    def _report_stray(self, text: str, number: int) -> None:
        message = f"{text[:60]!r} belongs to no tag: skipped; expected TAG - value"
        self.report.warning("stray-text", Location(self.file, number), message)

    def _read_line(self, line: str, number: int) -> None:
        text = line.strip(_MARGIN + _DOS_END)
        if not text:
            self.gap = True
            return
        if run_on.is_run_on(text):
            self._read_run_on(text, number)
            return
        if text[0] == "<" and _NUMBER.fullmatch(text):
            self._end()
            return
        tag, value, indent = self._tag(line)
        if tag:
            self._add(tag, value, number, indent)
        elif self.fields.tags and (line[0] in BLANKS or self._goes_on(text)):
            self.fields.continue_last(line.strip(" \t\f" + _DOS_END))
            self.gap = False
        else:
            self._report_stray(text, number)

    def _end(self) -> None:
        """End the record at hand: Ovid writes ``<2. >`` before the next."""
        if self.fields.tags:
            self.finished.append(self.fields)
            self.fields, self.gap = Fields(), True

    def _goes_on(self, text: str) -> bool:
        """Whether text without indentation can belong to the field before it.

        It cannot where that field's value has its tag's form and would lose it.
        """
        row = TAGS.get(self.fields.tags[-1])
        if row is None or not row.shape:
            return True
        shape, value = re.compile(row.shape), self.fields.last_text()
        return not shape.fullmatch(value) or shape.fullmatch(f"{value} {text}") is not None

    def _read_run_on(self, text: str, number: int) -> None:
        """Read a line that holds whole records, or a whole record's text."""
        for tag, value in run_on.fields(text):
            self._add(tag, value, number, 0)
            self.fields.recovered = True

    def _tag(self, line: str) -> tuple[str, str, int]:
        """Return tag, value and indentation of a line; the tag is ``""`` for running text."""
        text = line.lstrip(_MARGIN)
        indent = len(line.lstrip("\ufeff")) - len(text)
        if indent > self.margin + 4 and not _PMID.fullmatch(text):
            return "", "", 0
        match = _TAG.fullmatch(text)
        if not match:
            return "", "", 0
        tag, padding, blank, value = match.groups()
        if not _is_tag(tag, len(padding), blank or not value, value):
            return "", "", 0
        return tag, value, indent

    def _add(self, tag: str, value: str, number: int, indent: int) -> None:
        """Add a field, which may be the first of the next record."""
        if self._begins(tag) or (self.gap and self.fields.tags and (tag, value) == _ERIC):
            self.finished.append(self.fields)
            self.fields = Fields()
        if tag == "PMID":
            self.margin = indent
        self.fields.add(tag, value, number)
        self.gap = tag == "ER"

    def _begins(self, tag: str) -> bool:
        """Whether a tag begins the next record.

        PMID always does (after PMC's display, which puts PMC first, it does not). After a
        blank line or a record's end so does a tag that a record has once only.
        """
        fields = self.fields
        if not fields.tags:
            return False
        if tag == "PMID":
            return tag in fields.groups or self.may_end
        if tag in STARTS and tag in fields.groups:
            return True
        row = TAGS.get(tag)
        again = row is not None and not row.many and tag in fields.groups
        return self.gap and (again or fields.tags[-1] == "ER" or "SO" in fields.groups)


def _is_tag(tag: str, padding: int, blank: str | bool, value: str) -> bool:
    """Whether a word before a hyphen is a tag.

    A known tag needs one of its marks: four columns, or a blank after the hyphen. An unknown
    one needs both; longer ones (up to eight letters) need the blank.
    """
    column = len(tag) + padding == 4
    if tag in TAGS:
        return bool(column or blank) and (padding > 0 or len(tag) == 4 or bool(value.strip()))
    if len(tag) > 4:
        return padding == 0 and bool(blank)
    return column and bool(blank)
