"""RIS lines into references, without losing a repeated tag, a second line or a stray one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from convert.model import Field
from convert.report import Report, Where
from convert.tables.ris import READS

# As exporters write it: RIS has two blanks before the hyphen, and one after.
_LOOSE = re.compile(r"\s?([A-Z][A-Z0-9]) {0,2}-(?:\s(.*)|)$", re.DOTALL)

# EndNote writes these tags once, and each keyword or number on a line of its own.
LISTED = frozenset(row.tag for row in READS if row.arg == "lines")


@dataclass(slots=True)
class Reference:
    """The fields of one reference, its first line, and whether it was ended by ER."""

    line: int
    fields: list[Field] = field(default_factory=list)
    ended: bool = False

    def extend(self, text: str, number: int, indented: bool) -> None:
        """Append a second line to the last field, or list it as another of its kind."""
        tag, value, line = self.fields[-1]
        if tag in LISTED and not indented:
            self.fields.append(Field(tag, text, number))
            return
        self.fields[-1] = Field(tag, f"{value} {text}".strip(), line)


def split(lines: Iterable[str], file: str, report: Report) -> Iterator[Reference]:
    """Yield the references; what stands outside of any is told.

    A reference ends with ER, with the next TY, or with the input. One whose TY is missing
    begins at its first tag.
    """
    now: Reference | None = None
    for number, line in enumerate(lines, start=1):
        tag, value = _parse(line)
        if tag == "TY" or (tag and tag != "ER" and now is None):
            if now:
                yield _unended(now, file, report)
            now = Reference(number)
        if tag == "ER":
            if now:
                now.ended = True
                yield now
            now = None
        elif tag and now:
            now.fields.append(Field(tag, value, number))
        elif value and now:
            now.extend(value, number, line[:1].isspace())
        elif value:
            message = f"{value[:60]!r} stands outside of any reference; left out"
            report.note("stray-line", Where(file, number), message)
    if now:
        yield _unended(now, file, report)


def _unended(found: Reference, file: str, report: Report) -> Reference:
    """Tell of a reference without ER."""
    message = "the reference has no ER line; its end may be missing"
    report.warning("truncated", Where(file, found.line), message)
    return found


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
