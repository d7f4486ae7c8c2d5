"""RIS lines into references, without losing a repeated tag, a second line or a stray one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ..model.report import Location, Report
from ..model.values import Field
from ..tables.ris import READS

# As exporters write it: RIS has two blanks before the hyphen, and one after.
_LOOSE = re.compile(
    r"\s?([A-Z][A-Z0-9](?= {0,2}-)|[A-Z][A-Z0-9]{2,3}(?=  - )) {0,2}-(?:\s(.*)|)$", re.DOTALL
)
# What makes a reference of lines that have neither TY nor ER.
_SAYING = frozenset(row.tag for row in READS if row.to in ("title", "author", "doi", "pmid"))

# EndNote writes these tags once, and each keyword or number on a line of its own.
LISTED = frozenset(row.tag for row in READS if row.arg == "lines")


# citation-js cuts a value every 70 characters, in the midst of words.
_CUT = 70


@dataclass(slots=True)
class Reference:
    """The fields of one reference, its first line, and whether it was ended by ER.

    ``gap`` tells that blank lines or second lines of a field have been met in it.
    """

    line: int
    fields: list[Field] = field(default_factory=list)
    ended: bool = False
    gap: bool = False
    # The lines of each field that has more than one, as they stand, by the field's place.
    further: dict[int, list[tuple[str, int]]] = field(default_factory=dict)

    @property
    def untyped(self) -> bool:
        """Tell whether TY has not come yet, but may."""
        return not self.gap and self.fields[0].tag != "TY"

    def add(self, given: Field) -> None:
        """Take a field; TY is the first wherever it comes."""
        self.fields.insert(0 if given.tag == "TY" else len(self.fields), given)

    def extend(self, before: str, text: str, number: int) -> None:
        """Take a further line of the last field; ``before`` is the line that has its tag."""
        self.gap = True
        place = len(self.fields) - 1
        lines = self.further.setdefault(place, [(before, self.fields[place].line)])
        lines.append((text, number))

    def closed(self) -> Reference:
        """Put the lines of each field together."""
        if not self.further:
            return self
        cut = _cut([[text for text, _ in lines] for lines in self.further.values()])
        fields: list[Field] = []
        for place, each in enumerate(self.fields):
            lines = self.further.get(place)
            if not lines:
                fields.append(each)
            elif cut:
                text = "".join(text for text, _ in lines)[6:]
                fields.append(Field(each.tag, text.strip(), each.line))
            else:
                fields += _joined(each, lines[1:])
        self.fields = fields
        return self


def _cut(values: list[list[str]]) -> bool:
    """Tell whether lines were cut without regard to words: all but the last are full."""
    full = all(
        len(first) == _CUT + 6 and all(len(line) == _CUT for line in lines[:-1])
        for first, *lines in values
    )
    return full and sum(map(len, values)) > len(values) + 2


def _joined(first: Field, further: list[tuple[str, int]]) -> list[Field]:
    """Append further lines to a field, or list them as others of its kind."""
    fields = [first]
    for text, number in further:
        tag, value, line = fields[-1]
        if tag in LISTED and not text[:1].isspace():
            fields.append(Field(tag, text.strip(), number))
        else:
            fields[-1] = Field(tag, f"{value} {text.strip()}".strip(), line)
    return fields


def split(lines: Iterable[str], file: str, report: Report) -> Iterator[Reference]:
    """Yield the references; what stands outside of any is told.

    A reference ends with ER, with the next TY, or with the input. One whose TY is missing
    begins at its first tag; TY may also come later, in the midst of its lines.
    """
    now: Reference | None = None
    before = ""
    for number, line in enumerate(lines, start=1):
        tag, value = _parse(line)
        if tag == "TY" and not (now and now.untyped):
            yield from _unended(now, file, report)
            now = Reference(number)
        elif tag and tag != "ER" and now is None:
            now = Reference(number)
        if tag == "ER":
            if now:
                now.ended = True
                yield now.closed()
            now = None
        elif tag and now:
            now.add(Field(tag, value, number))
            before = line
        elif value and now:
            now.extend(before, line, number)
        elif value:
            _stray(value, number, file, report)
        elif now:
            now.gap = True
    yield from _unended(now, file, report)


def _stray(text: str, line: int, file: str, report: Report) -> None:
    """Tell of what belongs to no reference: numbers, headings, a search's history."""
    message = f"{text[:60]!r} stands outside of any reference; left out"
    report.note("stray-line", Location(file, line), message)


def _unended(found: Reference | None, file: str, report: Report) -> Iterator[Reference]:
    """Yield a reference without ER, if it is one, and tell of it."""
    if found is None:
        return
    tags = {each.tag for each in found.fields}
    if "TY" not in tags and not tags & _SAYING:
        _stray(found.fields[0].value, found.line, file, report)
        return
    message = "the reference has no ER line; its end may be missing"
    report.warning("truncated", Location(file, found.line), message)
    yield found.closed()


def _parse(line: str) -> tuple[str, str]:
    """Give a line's tag and text; the tag is ``""`` for a line that has none."""
    tag, value = _parser().parse_line(line)
    if tag is None and (loose := _LOOSE.match(line)):
        tag, value = loose[1], (loose[2] or "").strip()
    return tag or "", value


@cache
def _parser() -> Any:
    """Give rispy's parser, of which one line at a time is asked: its ``parse`` forgets lines."""
    from rispy import RisParser

    return RisParser()
