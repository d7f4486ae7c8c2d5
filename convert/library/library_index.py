"""The index of a folder's reference files: where each record is, so that only cited ones are read.

``.medcite-index`` is in the same folder. Its first line is JSON, with a stamp for each file (size,
time, CRC-32 of the content). Then comes a sorted line for each name of each record, with the
record's position and length, so that a name is found by binary search. Last, for files that cannot
be read from the middle (gzip, XML, JSON, .bib), come the records that were cited so far, in
medcite's own JSON.

Nothing depends on the index: if it is missing, broken, of another version or cannot be written, the
files are read whole. Their checksums are computed in every run, which costs a hundredth of reading
them: sizes and times alone miss an edit within one tick of the clock, or made through rsync.
"""

import json
import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from ..files import atomic

FILE = ".medcite-index"
# Another release may read records in another way. The package is not imported by name, since what
# it offers reads from libraries, too.
VERSION = f"1 {sys.modules[__name__.partition('.')[0]].__version__}"


class Stamp(NamedTuple):
    """The state of a file when it was read; ``format`` is ``""`` if it holds no citations.

    ``seek`` tells whether a record's start is a position in the file, or else its number.
    """

    file: str
    size: int
    time: int
    sum: int
    format: str = ""
    seek: bool = False


class IndexRow(NamedTuple):
    """One name of one record: in which file (by number), from where, how long."""

    name: str
    file: int
    start: int
    length: int

    @property
    def line(self) -> bytes:
        """Return the row as a line of the index."""
        return f"{self.name}\t{self.file}\t{self.start}\t{self.length}\n".encode()


@dataclass(frozen=True, slots=True)
class Index:
    """The index of one folder: stamps, sorted lines, and records kept as JSON."""

    stamps: tuple[Stamp, ...] = ()
    lines: bytes = b""
    kept: dict[tuple[int, int], str] = field(default_factory=dict)

    def rows(self, name: str) -> Iterator[IndexRow]:
        """Yield the rows of exactly this name."""
        for row in self.rows_starting_with(f"{name}\t"):
            if row.name != name:
                return
            yield row

    def rows_starting_with(self, prefix: str) -> Iterator[IndexRow]:
        """Yield the rows whose line starts with ``prefix``, in order."""
        wanted, size = prefix.encode(), len(self.lines)
        start = bisect_left(range(size), wanted, key=self._line_around)
        if start < size:
            start = self.lines.rfind(b"\n", 0, start) + 1
        while start < size and self.lines.startswith(wanted, start):
            end = self.lines.find(b"\n", start)
            name, *numbers = self.lines[start:end].decode().split("\t")
            yield IndexRow(name, *map(int, numbers))
            start = end + 1

    def _line_around(self, position: int) -> bytes:
        """Return the line that contains a position."""
        start = self.lines.rfind(b"\n", 0, position) + 1
        return self.lines[start : self.lines.find(b"\n", position)]

    def all_rows(self) -> Iterator[IndexRow]:
        """Yield every row."""
        return self.rows_starting_with("")


def make(
    stamps: Iterable[Stamp], rows: Iterable[IndexRow], kept: dict[tuple[int, int], str]
) -> Index:
    """Return an index of rows in any order."""
    return Index(tuple(stamps), b"".join(sorted(row.line for row in rows)), kept)


def load(folder: Path) -> Index:
    """Read the index of ``folder``; return an empty one if there is none, or it is damaged."""
    try:
        first_line, _, rest = (folder / FILE).read_bytes().partition(b"\n")
        head = json.loads(first_line)
        if head["medcite"] != VERSION or head["sum"] != crc32(rest):
            return Index()
        lines, kept = rest[: head["block"]], rest[head["block"] :].decode()
        records = (line.split("\t", 2) for line in kept.splitlines())
        return Index(
            tuple(Stamp(*stamp) for stamp in head["files"]),
            lines,
            {(int(file), int(number)): text for file, number, text in records},
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Index()


def save(folder: Path, index: Index) -> bool:
    """Write the index of ``folder``, if it can be written; return whether it changed."""
    records = sorted(index.kept.items())
    kept = "".join(f"{file}\t{number}\t{text}\n" for (file, number), text in records)
    rest = index.lines + kept.encode()
    head = {
        "medcite": VERSION,
        "sum": crc32(rest),
        "block": len(index.lines),
        "files": index.stamps,
    }
    try:
        return atomic.save(folder / FILE, [json.dumps(head).encode(), b"\n", rest])
    except OSError:
        return False
