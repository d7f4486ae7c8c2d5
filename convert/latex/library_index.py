"""The index of a folder's exports: which record stands where, so that only the cited are read.

``.medcite-index`` lies beside the exports. Its first line is JSON: a stamp for each file
(size, time, CRC-32 of the content). Then a sorted line for each name of each record, which
says where the record begins and how long it is, so that a name is found by halving; then,
for the exports that cannot be read from the middle (gzip, XML, JSON, .bib), the records that
were cited so far, in medcite's own JSON.

Nothing depends on it: where it is missing, broken, of another version, or cannot be written,
the exports are read whole. The content is summed in every run, which costs a hundredth of
reading it: sizes and times alone miss an edit within the clock's tick, or under rsync.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from .. import __version__
from ..files import atomic

FILE = ".medcite-index"
VERSION = f"1 {__version__}"  # another release may read other things out of a record


class Stamp(NamedTuple):
    """What an export was like when it was read; ``format`` is ``""`` if it holds no citations.

    ``seek`` tells whether a record's place is a place in the file; if not, it is its number.
    """

    file: str
    size: int
    time: int
    sum: int
    format: str = ""
    seek: bool = False


class IndexRow(NamedTuple):
    """One name of one record: in which file (a number), from where, how long."""

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
    """The index of one folder: stamps, sorted lines, and the records kept as JSON."""

    stamps: tuple[Stamp, ...] = ()
    block: bytes = b""
    kept: dict[tuple[int, int], str] = field(default_factory=dict)

    def rows(self, name: str) -> Iterator[IndexRow]:
        """Yield the rows of exactly this name."""
        for row in self.beginning(f"{name}\t"):
            if row.name != name:
                return
            yield row

    def beginning(self, prefix: str) -> Iterator[IndexRow]:
        """Yield the rows whose line begins with ``prefix``, in order."""
        start = prefix.encode()
        at = bisect_left(range(len(self.block)), start, key=self._line)
        at = self.block.rfind(b"\n", 0, at) + 1 if at < len(self.block) else at
        while at < len(self.block) and self.block.startswith(start, at):
            end = self.block.find(b"\n", at)
            name, *numbers = self.block[at:end].decode().split("\t")
            yield IndexRow(name, *map(int, numbers))
            at = end + 1

    def _line(self, at: int) -> bytes:
        """Return the line that holds the place ``at``."""
        return self.block[self.block.rfind(b"\n", 0, at) + 1 : self.block.find(b"\n", at)]

    def all(self) -> Iterator[IndexRow]:
        """Yield every row."""
        return self.beginning("")


def make(
    stamps: Iterable[Stamp], rows: Iterable[IndexRow], kept: dict[tuple[int, int], str]
) -> Index:
    """Make an index of rows in any order."""
    return Index(tuple(stamps), b"".join(sorted(row.line for row in rows)), kept)


def load(folder: Path) -> Index:
    """Read the index of ``folder``; an empty one where there is none that is whole."""
    try:
        head, _, rest = (folder / FILE).read_bytes().partition(b"\n")
        said = json.loads(head)
        if said["medcite"] != VERSION or said["sum"] != crc32(rest):
            return Index()
        block, kept = rest[: said["block"]], rest[said["block"] :].decode()
        records = (line.split("\t", 2) for line in kept.splitlines())
        return Index(
            tuple(Stamp(*each) for each in said["files"]),
            block,
            {(int(file), int(number)): text for file, number, text in records},
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Index()


def save(folder: Path, index: Index) -> bool:
    """Write the index of ``folder``; a folder that cannot be written goes without."""
    kept = "".join(f"{file}\t{at}\t{text}\n" for (file, at), text in sorted(index.kept.items()))
    rest = index.block + kept.encode()
    said = {
        "medcite": VERSION,
        "sum": crc32(rest),
        "block": len(index.block),
        "files": index.stamps,
    }
    try:
        return atomic.save(folder / FILE, [json.dumps(said).encode(), b"\n", rest])
    except OSError:
        return False
