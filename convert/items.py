"""JSON objects of a list, one at a time, each with the line that it begins at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from convert.report import Report, Where
from convert.source import Source

BATCH = 32  # lines read at a time; doubled while an item is incomplete
# What may stand before the first item: nothing, a bracket, or an object that holds the list.
OPENING = re.compile(
    r"\s*(?:\{\s*(?:\"[\w-]+\"\s*:\s*(?:\"[^\"\\]*\"|\d+)\s*,\s*)*\"(?:records|items)\"\s*:\s*)?\["
)
BETWEEN = re.compile(r"[\s,]*")
DECODER = json.JSONDecoder(strict=False)


class _Buffer:
    """The text not yet taken, and the line that it begins at."""

    def __init__(self, source: Source) -> None:
        self.lines = source.lines
        self.text = ""
        self.line = 1
        self.batch = BATCH

    def more(self) -> bool:
        """Append lines; tell whether there were any."""
        lines = list(islice(self.lines, self.batch))
        self.batch *= 2
        self.text += "".join(line + "\n" for line in lines)
        return bool(lines)

    def take(self, end: int) -> None:
        """Drop what is before ``end``."""
        self.line += self.text.count("\n", 0, end)
        self.text = self.text[end:]

    def skip(self, pattern: re.Pattern[str]) -> None:
        """Drop what ``pattern`` matches, reading on where it reaches the end."""
        while True:
            if match := pattern.match(self.text):
                self.take(match.end())
            if self.text or not self.more():
                return


def items(source: Source, report: Report) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield each object of the JSON list in ``source`` and its first line.

    The list may be the whole, or the ``records`` or ``items`` of an object; objects one a
    line (JSON lines) and a single object will do too. What is no object, and what is no
    JSON, is told to ``report``; in the latter case the next line that opens an object at
    the same depth goes on.
    """
    buffer = _Buffer(source)
    buffer.more()
    buffer.skip(OPENING)
    while True:
        buffer.batch = BATCH
        buffer.skip(BETWEEN)
        if not buffer.text or buffer.text[0] in "]}":
            return
        line = buffer.line
        found = _next(buffer, source, report)
        if isinstance(found, dict):
            yield found, line
        elif found is not None:
            message = f"expected an object, found {json.dumps(found):.60}"
            report.error("bad-json", Where(source.name, line), message)


def _next(buffer: _Buffer, source: Source, report: Report) -> Any:
    """Decode the next value; ``None`` where it is damaged."""
    while True:
        try:
            value, end = DECODER.raw_decode(buffer.text)
        except RecursionError:
            _recover(buffer, source, report, "is nested too deeply", 0)
            return None
        except json.JSONDecodeError as error:
            if buffer.more():
                continue
            _recover(buffer, source, report, f"is no JSON: {error.msg}", error.lineno - 1)
            return None
        except ValueError as error:  # a number of thousands of digits
            _recover(buffer, source, report, f"is no JSON: {error}", 0)
            return None
        buffer.take(end)
        return value


def _recover(buffer: _Buffer, source: Source, report: Report, problem: str, down: int) -> None:
    """Tell of a damaged item, and drop the text up to where the next seems to begin."""
    where = Where(source.name, buffer.line + down)
    report.error("bad-json", where, f"the item from line {buffer.line} on {problem}; skipped")
    start = re.compile(r"\n[ \t]{0,4}(?:\},?[ \t]*)?\{(?=\s*\")").search(buffer.text, 1)
    buffer.take(start.end() - 1 if start else len(buffer.text))
