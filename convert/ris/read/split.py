"""RIS lines into references, without losing a repeated tag, a second line or a stray one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from rispy import RisParser

from ...base.lazy_regex import regex
from ...model.report import Location, Report
from ...model.values import Field
from ...tables.ris import LISTED, ROWS

# As exporters write it: RIS has two blanks before the hyphen, and one after.
_LOOSE = regex(
    r"\s?([A-Z][A-Z0-9](?= {0,2}-)|[A-Z][A-Z0-9]{2,3}(?=  - )) {0,2}-(?:\s(.*)|)$", re.DOTALL
)
# What makes a reference of lines that have neither TY nor ER.
_IDENTIFYING = frozenset(
    row.tag for row in ROWS if row.to == "author" or row.how in ("title", "doi", "pmid")
)
# citation-js cuts a value every 70 characters, in the midst of words.
_CUT_WIDTH = 70
_PREFIX = len("AB  - ")
_PARSER = RisParser()  # used one line at a time: its ``parse`` forgets lines


@dataclass(slots=True)
class Reference:
    """The fields of one reference and its first line.

    ``names`` are those that another format, which RIS's fields are made of, has for tags;
    ``without_place`` are fields of that format for which RIS has no tag.
    ``interrupted`` is set once it has had blank lines or second lines of a field.
    """

    line: int
    fields: list[Field] = field(default_factory=list)
    format: str = "ris"
    names: Mapping[str, str] = field(default_factory=dict)
    without_place: list[Field] = field(default_factory=list)
    interrupted: bool = False
    tagged_line: str = ""  # the last line that began a field, as it stands
    # By a field's index: its lines as they stand, where it has more than one.
    continued: dict[int, list[tuple[str, int]]] = field(default_factory=dict)

    @property
    def awaits_type(self) -> bool:
        """Whether TY has not come yet, but may."""
        return not self.interrupted and self.fields[0].tag != "TY"

    def add(self, tag: str, value: str, line: str, number: int) -> None:
        """Add a line: a new field, a further line of the last one, or a blank line."""
        if tag:  # TY becomes the first wherever it stands
            place = 0 if tag == "TY" else len(self.fields)
            self.fields.insert(place, Field(tag, value, number))
            self.tagged_line = line
        else:
            self.interrupted = True
            if value:
                self._continue_last(line, number)

    def _continue_last(self, line: str, number: int) -> None:
        """Add a further line to the last field."""
        index = len(self.fields) - 1
        lines = self.continued.setdefault(index, [(self.tagged_line, self.fields[index].line)])
        lines.append((line, number))

    def closed(self) -> Reference:
        """Put the lines of each field together, and return the reference."""
        if self.continued:
            texts = [[text for text, _ in lines] for lines in self.continued.values()]
            join = _join_cut if _are_cut(texts) else _join_wrapped
            fields = enumerate(self.fields)
            self.fields = [
                part
                for index, first in fields
                for part in join(first, self.continued.get(index, []))
            ]
        return self


def _are_cut(values: list[list[str]]) -> bool:
    """Whether lines were cut without regard to words: all but the last of each are full."""
    full = all(
        len(first) == _CUT_WIDTH + _PREFIX and all(len(line) == _CUT_WIDTH for line in lines[:-1])
        for first, *lines in values
    )
    return full and sum(map(len, values)) > len(values) + 2


def _join_cut(first: Field, lines: list[tuple[str, int]]) -> list[Field]:
    """Return a field with its lines joined as if they had never been cut."""
    if not lines:
        return [first]
    text = "".join(text for text, _ in lines)[_PREFIX:]
    return [Field(first.tag, text.strip(), first.line)]


def _join_wrapped(first: Field, lines: list[tuple[str, int]]) -> list[Field]:
    """Return a field with its lines joined by blanks, or one field for each line of a list."""
    fields = FieldLines()
    fields.add(*first)
    for text, number in lines[1:]:
        listed = () if text[:1].isspace() else LISTED
        fields.continue_last(text.strip(), number, listed)
    return fields.take()


class FieldLines:
    """Fields whose values go on in further lines, which are joined by blanks in the end."""

    def __init__(self) -> None:
        self._fields: list[tuple[str, list[str], int]] = []

    def __bool__(self) -> bool:
        """Whether there is a field."""
        return bool(self._fields)

    def add(self, tag: str, value: str, line: int) -> None:
        """Begin a field."""
        self._fields.append((tag, [value], line))

    def continue_last(self, text: str, line: int, listed: Container[str]) -> None:
        """Add a line without a tag: another value of a ``listed`` tag, or more of the last one."""
        tag, texts, _ = self._fields[-1]
        if tag in listed:
            self.add(tag, text, line)
        else:
            texts.append(text)

    def take(self) -> list[Field]:
        """Return the fields, and forget them."""
        fields, self._fields = self._fields, []
        return [Field(tag, " ".join(filter(None, texts)), line) for tag, texts, line in fields]


def split_references(lines: Iterable[str], file: str, report: Report) -> Iterator[Reference]:
    """Yield the references; ``report`` is told what stands outside of any.

    A reference ends with ER, with the next TY, or with the input. One whose TY is missing
    begins at its first tag; TY may also come later, in the midst of its lines.
    """
    current: Reference | None = None
    for number, line in enumerate(lines, start=1):
        tag, value = _parse(line)
        if _begins_reference(tag, current):
            yield from _without_end(current, file, report)
            current = Reference(number)
        if tag == "ER":
            if current:
                yield current.closed()
            current = None
        elif current:
            current.add(tag, value, line, number)
        elif value:
            _report_stray(value, number, file, report)
    yield from _without_end(current, file, report)


def _begins_reference(tag: str, current: Reference | None) -> bool:
    """Whether a line with this tag (``""`` for none) begins another reference."""
    if current is None:
        return tag not in ("", "ER")
    return tag == "TY" and not current.awaits_type


def _report_stray(text: str, line: int, file: str, report: Report) -> None:
    """Note a line that belongs to no reference: a number, a heading, a search's history."""
    message = f"{text[:60]!r} stands outside of any reference; left out"
    report.note("stray-line", Location(file, line), message)


def _without_end(reference: Reference | None, file: str, report: Report) -> Iterator[Reference]:
    """Yield a reference without ER, if it is one, and warn of it."""
    if reference is None:
        return
    tags = {field.tag for field in reference.fields}
    if "TY" not in tags and not tags & _IDENTIFYING:
        _report_stray(reference.fields[0].value, reference.line, file, report)
        return
    message = "the reference has no ER line; its end may be missing"
    report.warning("truncated", Location(file, reference.line), message)
    yield reference.closed()


def _parse(line: str) -> tuple[str, str]:
    """Return a line's tag and text; the tag is ``""`` for a line that has none."""
    tag, value = _PARSER.parse_line(line)
    if tag is None and (match := _LOOSE.match(line)):
        tag, value = match[1], (match[2] or "").strip()
    return tag or "", value
