"""Read the objects of a JSON list one by one, each with the line that it begins at."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from ..base.lazy_regex import regex
from ..model.report import Location, Report
from . import noncharacters
from .source import Source

_MOST_DECODED = 1 << 15  # characters of decoded text on a line that are kept behind damage
_BATCH = 32  # lines read at a time; doubled while an item is incomplete
# What may come before the first item: nothing, a bracket, or an object that contains the list.
_OPENING = regex(
    r"\s*(?:\{\s*(?:\"[\w-]+\"\s*:\s*(?:\"[^\"\\]*\"|\d+)\s*,\s*)*\"(?:records|items)\"\s*:\s*)?\["
)
BETWEEN = regex(r"[\s,]*")
_CLOSING = regex(r"[\s\]}]*")
_END = regex(r"\s*\Z")
_FIRST_NAME = regex(r'\{\s*"((?:[^"\\]|\\.)*)"')
_DECODER = json.JSONDecoder(strict=False)


class JsonBuffer:
    """The text that was read, how much of it is decoded, and the line of the next item.

    Decoded text is dropped only when lines are added: a list of thousands of items may be on
    one line, which would be copied once for each of them.
    """

    def __init__(self, lines: Iterator[str]) -> None:
        self.lines = lines
        self.text = ""
        self.position = 0
        self.line = 1
        self.batch = _BATCH
        self.lost_end = False  # whether everything after a damaged item was skipped

    def read_more(self) -> bool:
        """Append lines, and drop those that are decoded; return whether there were more lines."""
        lines = list(islice(self.lines, self.batch))
        self.batch *= 2
        start = self.text.rfind("\n", 0, self.position) + 1
        self.text = self.text[start:] + "".join([line + "\n" for line in lines])
        self.position -= start
        return bool(lines)

    def advance(self, end: int) -> None:
        """Continue at ``end``."""
        self.line += self.text.count("\n", self.position, end)
        self.position = end

    def drop_decoded(self) -> None:
        """Drop decoded text of a long line, which each error message would be counted through.

        What stands last before the next item stays, since it tells how the list is laid out.
        """
        if self.position > _MOST_DECODED:
            start = len(self.text[: self.position].rstrip()) - 1
            self.text, self.position = self.text[start:], self.position - start

    def skip(self, pattern: re.Pattern[str]) -> str:
        """Skip what ``pattern`` matches; return the next character, ``""`` at the input's end."""
        while True:
            if match := pattern.match(self.text, self.position):
                self.advance(match.end())
            if self.position < len(self.text):
                return self.text[self.position]
            if not self.read_more():
                return ""

    def skip_opening(self) -> bool:
        """Skip the beginning of a list; return whether there is one."""
        before = self.position, self.line
        self.skip(_OPENING)
        return before != (self.position, self.line)


def items(source: Source, report: Report) -> Iterator[tuple[dict[str, Any], int]]:
    """Yield each object of the JSON list in ``source`` and its first line.

    The list may be the whole input, or the ``records`` or ``items`` of an object. Objects on
    lines of their own (JSON lines), a single object and several lists in a row are read, too.
    Values that are not objects, invalid JSON, and a list without an end are reported. After invalid
    JSON, reading continues with the next object that seems to begin at the same depth.
    """
    buffer = JsonBuffer(noncharacters.replace_in_json(source.lines, source.name, report))
    buffer.read_more()
    opened = buffer.skip_opening()
    while True:
        buffer.batch = _BATCH
        start = buffer.skip(BETWEEN)
        if not start:
            if opened and not buffer.lost_end:
                message = "the list has no end; items may be missing"
                report.warning("truncated", Location(source.name, buffer.line), message)
            return
        if start in "]}":
            opened = _close(buffer, source, report)
            continue
        line = buffer.line
        value = _decode_next(buffer, source, report)
        if isinstance(value, dict):
            yield value, line
        elif value is not None:
            message = f"expected an object, found {json.dumps(value):.60}"
            report.error("bad-json", Location(source.name, line), message)


def _close(buffer: JsonBuffer, source: Source, report: Report) -> bool:
    """Skip the end of a list; return whether another list follows. Anything else is dropped."""
    following = buffer.skip(_CLOSING)
    if following in "[{":
        return bool(following) and buffer.skip_opening()
    stray = " ".join(buffer.text[buffer.position : buffer.position + 200].split())
    message = f"what follows the list is left out: {stray:.60}"
    report.warning("stray-text", Location(source.name, buffer.line), message)
    while buffer.read_more():
        buffer.advance(len(buffer.text))
    buffer.advance(len(buffer.text))
    return False


def _decode_next(buffer: JsonBuffer, source: Source, report: Report) -> object:
    """Return the next value; ``None`` if it is damaged."""
    while True:
        try:
            value, end = _DECODER.raw_decode(buffer.text, buffer.position)
        except RecursionError:
            _recover(buffer, source, report, "is nested too deeply", buffer.position)
            return None
        except json.JSONDecodeError as error:
            if _is_incomplete(error, buffer.text) and buffer.read_more():
                continue
            _recover(buffer, source, report, f"is no JSON: {error.msg}", error.pos)
            return None
        except ValueError as error:  # a number of thousands of digits
            _recover(buffer, source, report, f"is no JSON: {error}", buffer.position)
            return None
        buffer.advance(end)
        return value


def _is_incomplete(error: json.JSONDecodeError, text: str) -> bool:
    """Whether the missing part may be on the lines after ``text``."""
    return error.msg.startswith("Unterminated string") or _END.match(text, error.pos) is not None


def _recover(
    buffer: JsonBuffer, source: Source, report: Report, problem: str, position: int
) -> None:
    """Report damage at ``position``, and continue where the next item seems to begin."""
    line = buffer.line + buffer.text.count("\n", buffer.position, position)
    message = f"the item from line {buffer.line} on {problem}; skipped"
    report.error("bad-json", Location(source.name, line), message)
    buffer.drop_decoded()
    start = _next_item_pattern(buffer)
    buffer.advance(buffer.position + 1)  # not the same item again
    while not (match := start.search(buffer.text, buffer.position)):
        last_line = buffer.text.rfind("\n", 0, len(buffer.text) - 1)
        buffer.advance(max(buffer.position, last_line))
        if not buffer.read_more():
            buffer.advance(len(buffer.text))
            buffer.lost_end = True
            return
    buffer.advance(match.end())


def _next_item_pattern(buffer: JsonBuffer) -> re.Pattern[str]:
    """Return a pattern that matches up to the beginning of the next item.

    Programs write all items in the same way: with the same indentation if each begins a line,
    or else with the same name first.
    """
    begin = buffer.text.rfind("\n", 0, buffer.position) + 1
    before = buffer.text[begin : buffer.position]
    if not before.strip():
        return re.compile(rf"\n{before}(?:\}},?[ \t]*)?(?=\{{\s*\")")
    line = r"\n[ \t]{0,4}(?:\},?[ \t]*)?(?=\{\s*\")"
    if match := _FIRST_NAME.match(buffer.text, buffer.position):
        name = re.escape(match[1])
        return re.compile(rf"{line}|\}}\s*,\s*(?=\{{\s*\"{name}\"\s*:)")
    return re.compile(line)
