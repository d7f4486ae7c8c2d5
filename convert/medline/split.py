"""Lines of MEDLINE text into fields, record by record.

A tag takes four columns, a hyphen and a blank; what does not fit on the line goes on in the
next, indented by six. That is the usual line and the fast path. Everything else (another
margin, missing blanks, text with its line ends lost, records run together) is looked at
closely in :class:`_Odd`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from convert.medline import flat
from convert.report import Report, Where
from convert.table import by_tag
from convert.tables.medline import ROWS

TAGS = by_tag(ROWS)
# These may begin or end a record, so they always get the close look.
_TURNS = frozenset(["PMID", "PMC", "ER"])
_HEADS = {f"{tag:4}-{blank}": tag for tag in TAGS if tag not in _TURNS for blank in ("", " ")}
_INDENT = " " * 6
_BLANKS = " \t"
_LONG = 200  # a longer line may hold more than one field
_STARTS = frozenset(["PMID", "PMC", "OWN"])

_TAG = re.compile(r"([A-Z][A-Z0-9]{1,7})( *)-( ?)(.*)", re.DOTALL)
_FILL = re.compile(r"\0[ \0]*|[ \t]{32,}")  # what parts records that ran together
_PMID = re.compile(r"\s*PMID *- *\d{1,8}\s*")


@dataclass(slots=True)
class Raw:
    """A record's fields as they stand: tags, values and line numbers, side by side."""

    tags: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    recovered: bool = False  # its line ends were lost

    def add(self, tag: str, value: str, line: int) -> None:
        """Append one field."""
        self.tags.append(tag)
        self.values.append(value)
        self.lines.append(line)


def split(lines: Iterable[str], file: str, report: Report) -> Iterator[Raw]:
    """Yield the records of ``lines``; a line before any tag becomes a diagnostic."""
    odd = _Odd(file, report)
    raw, plain, head = odd.raw, odd.plain, _HEADS.get
    for number, line in enumerate(lines, start=1):
        tag = head(line[:6])
        if plain and len(line) < _LONG:
            if tag is not None:
                raw.tags.append(tag)
                raw.values.append(line[6:])
                raw.lines.append(number)
                continue
            if line[:6] == _INDENT and raw.tags and len(line) > 6:
                # Blanks only: a no-break space at the margin is text.
                raw.values[-1] = f"{raw.values[-1].rstrip(_BLANKS)} {line.strip(_BLANKS)}"
                continue
        odd.take(line, number)
        raw, plain = odd.raw, odd.plain
        if odd.done:
            yield from odd.finished()
    if raw.tags:
        yield raw


class _Odd:
    """The state of splitting, and the close look at unusual lines."""

    def __init__(self, file: str, report: Report) -> None:
        self.file, self.report = file, report
        self.raw = Raw()
        self.done: list[Raw] = []
        self.margin = 0  # blanks before each tag, when a whole file is indented
        self.gap = False  # a blank line was seen since the last field
        self.plain = True  # no margin and no gap: the fast path holds

    def finished(self) -> list[Raw]:
        """Give the records that are complete, and forget them."""
        done, self.done = self.done, []
        return done

    def take(self, line: str, number: int) -> None:
        """Take one line that the fast path left."""
        if not line:
            self.gap, self.plain = True, False
            return
        if len(line) >= _LONG or "\0" in line:
            parts = [part for part in _FILL.split(line.rstrip()) if part.strip()]
            if len(parts) > 1:
                self._run_together(parts, number)
                return
        self._line(line, number)

    def _run_together(self, parts: list[str], number: int) -> None:
        """Take what stands on one line between long fills as lines of their own.

        Where such a piece has no tag, the record that it ended has lost its beginning.
        """
        self._line(parts[0], number)
        for part in parts[1:]:
            self._line("", number)
            if self._tag(part)[0] or flat.is_flat(part):
                self._line(part, number)
            else:
                self._stray(part.strip(), number)

    def _stray(self, text: str, number: int) -> None:
        message = f"{text[:60]!r} belongs to no tag: skipped; expected TAG - value"
        self.report.warning("stray-text", Where(self.file, number), message)

    def _line(self, line: str, number: int) -> None:
        text = line.strip(" \t\f\ufeff\x1a")
        if not text:
            self.gap, self.plain = True, False
            return
        if flat.is_flat(text):
            self._flat(text, number)
            return
        tag, value, indent = self._tag(line)
        if tag:
            self._field(tag, value, number, indent)
        elif self.raw.tags and (line[0] == " " or self._goes_on(text)):
            self.raw.values[-1] = f"{self.raw.values[-1].rstrip(_BLANKS)} {text}".lstrip(_BLANKS)
            self._resume()
        else:
            self._stray(text, number)

    def _goes_on(self, text: str) -> bool:
        """Tell whether text without indentation can belong to the field before it.

        It cannot where that field's value has its tag's form and would lose it.
        """
        row = TAGS.get(self.raw.tags[-1])
        if row is None or not row.shape:
            return True
        shape, value = re.compile(row.shape), self.raw.values[-1].strip()
        return not shape.fullmatch(value) or shape.fullmatch(f"{value} {text}") is not None

    def _resume(self) -> None:
        self.gap = False
        self.plain = self.margin == 0

    def _flat(self, text: str, number: int) -> None:
        """Take a line that holds whole records, or a whole record's text."""
        for tag, value in flat.fields(text):
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
        if self._begins(tag):
            self._next()
        if tag == "PMID":
            self.margin = indent
        self.raw.add(tag, value, number)
        self._resume()
        if tag == "ER":
            self.gap, self.plain = True, False

    def _begins(self, tag: str) -> bool:
        """Tell whether a tag starts the next record.

        PMID always does (after PMC's display, which puts PMC first, it does not). After a
        blank line or a record's end so does a tag that a record has once only.
        """
        tags = self.raw.tags
        if not tags:
            return False
        if tag == "PMID":
            return "PMID" in tags or not _STARTS.issuperset(tags)
        if tag in _STARTS and tag in tags:
            return True
        row = TAGS.get(tag)
        once = row is not None and not row.many and tag in tags
        return self.gap and (once or tags[-1] == "ER" or "SO" in tags)

    def _next(self) -> None:
        self.done.append(self.raw)
        self.raw = Raw()


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
