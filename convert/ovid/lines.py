"""The records of Ovid's two displays: a tag before each field, or the field's name above it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from ..base.lazy_regex import regex
from ..model.report import Location, Report
from ..model.values import Field
from ..tables.ovid import HOUSEKEEPING_NAMES, OVID_TAGS, RIS_TAGS

Line: TypeAlias = tuple[int, str]  # its number in the file, and its text

# The number of a record among those that were exported: <1>, <3001. >
NUMBER = regex(r"\s?<\d+\.? ?>\s*")
_TAGGED = regex(r"\s?([A-Z][A-Z0-9]) {1,2}- ?(.*)")
_VENDOR = regex(r"\s?VN {1,2}- ")
# Of these each line is a value of its own; others go on in it.
_LISTED = frozenset(
    tag for tag, ris in RIS_TAGS.items() if ris in ("AU", "ED", "KW", "AD", "SN", "M3", "UR")
)
_LONGEST_NAME = 50  # characters


def split_records(lines: Iterable[str], file: str, report: Report) -> Iterator[list[Field]]:
    """Yield the fields of each record.

    A record begins at its number, or at VN where it has none. What comes before the first is told.
    """
    has_number = False
    for block in _blocks(lines):
        if has_number or NUMBER.fullmatch(block[0][1]):
            has_number = True
            fields = _fields(block[1:] if NUMBER.fullmatch(block[0][1]) else block)
        else:
            fields = _fields(_without_heading(block, file, report))
        if fields:
            yield fields


def _blocks(lines: Iterable[str]) -> Iterator[list[Line]]:
    """Yield the lines of each record that are not blank, each with its number in the file."""
    block: list[Line] = []
    for number, line in enumerate(lines, start=1):
        if not line or line.isspace():
            continue
        if block and _begins_record(line, block):
            yield block
            block = []
        block.append((number, line))
    if block:
        yield block


def _begins_record(line: str, before: list[Line]) -> bool:
    """Whether a line begins another record than those ``before`` it."""
    if "<" in line[:2]:
        return NUMBER.fullmatch(line) is not None
    is_vendor = "VN" in line[:3] and _VENDOR.match(line) is not None
    return is_vendor and not (len(before) == 1 and NUMBER.fullmatch(before[0][1]))


def _without_heading(block: list[Line], file: str, report: Report) -> list[Line]:
    """Return a record's lines from the first tag on, and note those before: a search's history."""
    start = next((i for i, (_, line) in enumerate(block) if _TAGGED.fullmatch(line)), len(block))
    for number, text in block[:start]:
        message = f"{text.strip()[:60]!r} stands outside of any record; left out"
        report.note("stray-line", Location(file, number), message)
    return block[start:]


def _fields(block: list[Line]) -> list[Field]:
    """Return the fields of a record: tagged if its first line is, else below their names."""
    fields: list[Field] = []
    is_tagged = bool(block) and _TAGGED.fullmatch(block[0][1]) is not None
    for number, line in block:
        match = _TAGGED.fullmatch(line) if is_tagged else None
        if match:
            fields.append(Field(match[1], match[2].strip(), number))
        elif not fields or (not is_tagged and _is_name(line)):
            fields.append(Field(line.strip(), "", number))
        else:
            _continue(fields, line.strip(), number)
    return fields


def _is_name(line: str) -> bool:
    """Whether a line may be a field's name: it is one, or begins at the margin and is short."""
    if line[:1].isspace():
        return False
    name = line.strip().lower()
    is_known = name in OVID_TAGS or name in HOUSEKEEPING_NAMES
    return is_known or (len(name) <= _LONGEST_NAME and line[:1].isupper() and name[-1:] not in ".,")


def _continue(fields: list[Field], text: str, line: int) -> None:
    """Add a line to the last field, or as another value of its tag."""
    tag, value, first = fields[-1]
    if not value:
        fields[-1] = Field(tag, text, line)
    elif OVID_TAGS.get(tag.lower()) in _LISTED:
        fields.append(Field(tag, text, line))
    else:
        fields[-1] = Field(tag, f"{value} {text}", first)
