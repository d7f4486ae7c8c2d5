"""A long file of usual records cut into parts that can be read apart from each other.

A part begins with a record that a blank line parts from the one before, and holds about
:data:`SIZE` bytes. Where a part begins depends on the bytes near its place only, so whoever
reads one need not know the others.
"""

from __future__ import annotations

import os
from typing import IO

from ..base.lazy_regex import regex
from ..files.source import Source, open_part
from ..model.report import Report

SIZE = 1 << 16  # small enough that nobody is left with much to do at the end
MANY = 16  # parts that are worth several processes
WINDOW = 1 << 14
FIRST = b"PMID- "
_START = regex(rb"\n\r?\n(?=PMID- )")
DISPLAY = (b"PMID", b"PMC ", b"OWN ")  # behind such a line, which is PMC's, no record begins


def is_long(name: str) -> bool:
    """Tell whether a file has several parts and begins with a usual record."""
    if not os.path.isfile(name) or os.path.getsize(name) < MANY * SIZE:
        return False
    with open(name, "rb") as stream:
        return stream.read(WINDOW).lstrip(b"\r\n").startswith(FIRST)


def part(name: str, number: int, report: Report) -> Source | None:
    """Give a part by its number from 0; empty if it has no beginning, ``None`` behind the last."""
    with open(name, "rb") as stream:
        bounds = _bounds(stream, number)
    return None if bounds is None else open_part(name, *bounds, report)


def counts(name: str) -> list[int]:
    """Give how many records each part has, unless there are odd ones among them."""
    found: list[int] = []
    with open(name, "rb") as stream:
        blank = b"\r\n\r\n" if b"\r\n" in stream.read(WINDOW) else b"\n\n"
        while bounds := _bounds(stream, len(found)):
            start, end = bounds
            stream.seek(start)
            text = stream.read(end - start)
            found.append(text.count(blank + FIRST) + 1 if text else 0)
    return found


def _bounds(stream: IO[bytes], number: int) -> tuple[int, int] | None:
    """Give where a part begins and ends; ``None`` behind the last."""
    size = os.fstat(stream.fileno()).st_size
    if number * SIZE >= size:
        return None
    start, at = _start(stream, number), number + 1
    if start < 0:
        return 0, 0
    while (end := _start(stream, at)) < 0 and at * SIZE < size:
        at += 1
    return start, size if end < 0 else end


def _start(stream: IO[bytes], number: int) -> int:
    """Give where the first record begins at a part's place, or -1."""
    if number == 0:
        return 0
    stream.seek(number * SIZE)
    text = b""
    while len(text) < SIZE and (block := stream.read(min(WINDOW, SIZE - len(text)))):
        text += block
        for found in _START.finditer(text, max(0, len(text) - len(block) - WINDOW)):
            line = text.rfind(b"\n", 0, found.start())
            if line >= 0 and not text.startswith(DISPLAY, line + 1):
                return number * SIZE + found.end()
    return -1
