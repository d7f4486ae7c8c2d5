"""JSON objects of a list, one at a time, each with the line that it begins at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from ..model.report import Location, Report
from .source import Source

BATCH = 32  # lines read at a time; doubled while an item is incomplete
# What may stand before the first item: nothing, a bracket, or an object that holds the list.
OPENING = re.compile(
    r"\s*(?:\{\s*(?:\"[\w-]+\"\s*:\s*(?:\"[^\"\\]*\"|\d+)\s*,\s*)*\"(?:records|items)\"\s*:\s*)?\["
)
BETWEEN = re.compile(r"[\s,]*")
CLOSING = re.compile(r"[\s\]}]*")
END = re.compile(r"\s*\Z")
FIRST = re.compile(r'\{\s*"((?:[^"\\]|\\.)*)"')
DECODER = json.JSONDecoder(strict=False)


class _Buffer:
    """The text read, how much of it is taken, and the line that the rest begins at.

    What is taken goes only when lines are added: a list of thousands of items may stand
    on one line, and would be copied once for each.
    """

    def __init__(self, source: Source) -> None:
        self.lines = source.lines
        self.text = ""
        self.at = 0
        self.line = 1
        self.batch = BATCH
        self.cut = False  # whether a damage took all that follows

    def more(self) -> bool:
        """Append lines, and drop those that are taken whole; tell whether there were any."""
        lines = list(islice(self.lines, self.batch))
        self.batch *= 2
        start = self.text.rfind("\n", 0, self.at) + 1
        self.text = self.text[start:] + "".join([line + "\n" for line in lines])
        self.at -= start
        return bool(lines)

    def take(self, end: int) -> None:
        """Go on at ``end``."""
        self.line += self.text.count("\n", self.at, end)
        self.at = end

    def skip(self, pattern: re.Pattern[str]) -> str:
        """Take what ``pattern`` matches; give what comes next, ``""`` at the input's end."""
        while True:
            if match := pattern.match(self.text, self.at):
                self.take(match.end())
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""

    def opens(self) -> bool:
        """Take what begins a list; tell whether anything does."""
        before = self.at, self.line
        self.skip(OPENING)
        return before != (self.at, self.line)


def items(source: Source, report: Report) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield each object of the JSON list in ``source`` and its first line.

    The list may be the whole, or the ``records`` or ``items`` of an object; objects one a
    line (JSON lines), a single object and several lists in a row will do too. What is no
    object, what is no JSON, and a list without an end are told to ``report``. Behind what
    is no JSON, the next object that seems to begin at the same depth goes on.
    """
    buffer = _Buffer(source)
    buffer.more()
    opened = buffer.opens()
    while True:
        buffer.batch = BATCH
        start = buffer.skip(BETWEEN)
        if not start:
            if opened and not buffer.cut:
                message = "the list has no end; items may be missing"
                report.warning("truncated", Location(source.name, buffer.line), message)
            return
        if start in "]}":
            opened = _closed(buffer, source, report)
            continue
        line = buffer.line
        found = _next(buffer, source, report)
        if isinstance(found, dict):
            yield found, line
        elif found is not None:
            message = f"expected an object, found {json.dumps(found):.60}"
            report.error("bad-json", Location(source.name, line), message)


def _closed(buffer: _Buffer, source: Source, report: Report) -> bool:
    """Take a list's end; tell whether another list follows. What else follows is left out."""
    following = buffer.skip(CLOSING)
    if following in "[{":
        return bool(following) and buffer.opens()
    rest = " ".join(buffer.text[buffer.at : buffer.at + 200].split())
    message = f"what follows the list is left out: {rest:.60}"
    report.warning("stray-text", Location(source.name, buffer.line), message)
    while buffer.more():
        buffer.take(len(buffer.text))
    buffer.take(len(buffer.text))
    return False


def _next(buffer: _Buffer, source: Source, report: Report) -> Any:
    """Decode the next value; ``None`` where it is damaged."""
    while True:
        try:
            value, end = DECODER.raw_decode(buffer.text, buffer.at)
        except RecursionError:
            _recover(buffer, source, report, "is nested too deeply", buffer.at)
            return None
        except json.JSONDecodeError as error:
            if _incomplete(error, buffer.text) and buffer.more():
                continue
            _recover(buffer, source, report, f"is no JSON: {error.msg}", error.pos)
            return None
        except ValueError as error:  # a number of thousands of digits
            _recover(buffer, source, report, f"is no JSON: {error}", buffer.at)
            return None
        buffer.take(end)
        return value


def _incomplete(error: json.JSONDecodeError, text: str) -> bool:
    """Tell whether what is missing may stand on the lines that follow ``text``."""
    return error.msg.startswith("Unterminated string") or END.match(text, error.pos) is not None


def _recover(buffer: _Buffer, source: Source, report: Report, problem: str, at: int) -> None:
    """Tell of a damage at ``at``, and go on where the next item seems to begin."""
    where = Location(source.name, buffer.line + buffer.text.count("\n", buffer.at, at))
    report.error("bad-json", where, f"the item from line {buffer.line} on {problem}; skipped")
    start = _start(buffer)
    buffer.take(buffer.at + 1)  # not the same item again
    while not (found := start.search(buffer.text, buffer.at)):
        kept = max(buffer.at, buffer.text.rfind("\n", 0, len(buffer.text) - 1))
        buffer.take(kept)
        if not buffer.more():
            buffer.take(len(buffer.text))
            buffer.cut = True
            return
    buffer.take(found.end())


def _start(buffer: _Buffer) -> re.Pattern[str]:
    """Give the pattern up to where the item after the one at hand begins.

    Programs write all items alike: with the same blanks before each, where each begins a
    line, else with the same name first.
    """
    begin = buffer.text.rfind("\n", 0, buffer.at) + 1
    before = buffer.text[begin : buffer.at]
    if not before.strip():
        return re.compile(rf"\n{before}(?:\}},?[ \t]*)?(?=\{{\s*\")")
    line = r"\n[ \t]{0,4}(?:\},?[ \t]*)?(?=\{\s*\")"
    if name := FIRST.match(buffer.text, buffer.at):
        return re.compile(rf"{line}|\}}\s*,\s*(?=\{{\s*\"{re.escape(name[1])}\"\s*:)")
    return re.compile(line)
