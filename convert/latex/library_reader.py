"""Exports read whole, once: the names and places of their records for the index."""

from __future__ import annotations

import os
from array import array
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from json import JSONEncoder, loads
from pathlib import Path
from re import finditer
from typing import IO, NamedTuple
from zlib import crc32

from .. import format_registry
from ..base.errors import InputError
from ..citekeys.keys import compile, identity
from ..files.source import open_source
from ..model import serialize
from ..model.record import Record
from ..model.report import Diagnostic, Report
from ..options import Options
from . import article_names
from .library_index import IndexRow

# Formats whose records stand one after the other, each from a line of its own.
SEEK = frozenset({"medline", "ris"})
WHOLE = (b"\x1f\x8b", b"\xff\xfe", b"\xfe\xff")  # gzip and UTF-16 cannot be cut
CHANGED = "was changed while it was read: run the command again"
ENCODE = JSONEncoder().encode  # in ASCII, so that no line end stands in it


@dataclass(slots=True)
class Export:
    """What was read of one file; without a format, it holds no citations."""

    format: str = ""
    seek: bool = False
    rows: list[IndexRow] = field(default_factory=list)
    kept: dict[tuple[int, int], str] = field(default_factory=dict)


class ExportVersion(NamedTuple):
    """What tells an export from what it was, or will be, under the same name."""

    size: int
    time: int
    sum: int  # CRC-32
    number: int  # the file's own on its disk

    def check(self, path: Path, file: IO[bytes]) -> None:
        """Check that an open file is still of this version.

        Raises:
            InputError: It was replaced or written to during this run.

        """
        now = os.fstat(file.fileno())
        if (now.st_size, now.st_mtime_ns, now.st_ino) != (self.size, self.time, self.number):
            raise InputError(f"{path}: {CHANGED}")


def version(path: Path) -> ExportVersion:
    """Return the version of a file, read in little memory. Raises OSError."""
    size, sum, block = 0, 0, bytearray(1 << 18)
    with path.open("rb", buffering=0) as file:
        status = os.fstat(file.fileno())
        while count := file.readinto(block):
            size, sum = size + count, crc32(memoryview(block)[:count], sum)
    return ExportVersion(size, status.st_mtime_ns, sum, status.st_ino)


def piece(path: Path, version: ExportVersion, start: int, length: int) -> bytes:
    """Return a part of a file. Raises OSError, and InputError where it is of another version."""
    with path.open("rb", buffering=0) as file:
        version.check(path, file)
        file.seek(start)
        return file.read(length)


def read(path: Path, version: ExportVersion, number: int, wanted: Container[str]) -> Export:
    """Read the file ``path``, which is ``number`` in the index.

    Records that have one of the ``wanted`` names are kept where the file cannot be cut.

    Raises:
        OSError: It cannot be read.
        InputError: It is of another version.

    """
    data = path.read_bytes()
    if len(data) != version.size or crc32(data) != version.sum:
        raise InputError(f"{path}: {CHANGED}")
    try:
        found = format_registry.recognise(open_source(data, silent(), str(path)), silent())
    except InputError:
        return Export()
    format = found.FORMAT.name
    cut = format in SEEK and not data.startswith(WHOLE) and _plain_ends(data)
    return (_cut(data, number, format) if cut else None) or _whole(data, number, format, wanted)


def records(source: Path | bytes, format: str, name: str = "") -> Iterator[Record]:
    """Yield the records in ``source``; what is wrong with them is for `medcite check` to say."""
    report = silent()
    try:
        yield from format_registry.reader(format).read(open_source(source, report, name), report)
    except InputError:
        return


def named(record: Record) -> set[str]:
    """Return every name that ``record`` may be asked for by: identifiers, own and made keys."""
    key = compile(Options().key)(record)
    own = identity(record)
    return set(article_names.of(record, [key, f"{key}-{own}"] if key else [own]))


def has(record: Record, name: str) -> bool:
    """Return whether ``record`` may be asked for by ``name``."""
    return name in article_names.of(record) or (name.startswith("key:") and name in named(record))


def dump(record: Record) -> str:
    """Return ``record`` as one line of JSON."""
    return ENCODE(serialize.dump(record))


def restore(text: bytes) -> Record:
    """Return the record of a line of JSON. Raises ValueError."""
    found: Record = serialize.load(Record, loads(text))
    return found


def silent() -> Report:
    """Make a report that nobody reads."""
    return Report(sink=_ignore)


def _ignore(_: Diagnostic) -> None:
    """Take a diagnostic and do nothing with it."""


def _plain_ends(data: bytes) -> bool:
    """Return whether every line ends with LF, so that lines can be counted in the bytes."""
    return data.count(b"\r") == data.count(b"\r\n")


def _cut(data: bytes, number: int, format: str) -> Export | None:
    """Read a file whose records can be cut out of it; ``None`` if they cannot after all."""
    ends = array("Q", (each.end() for each in finditer(b"\n", data)))
    found: list[tuple[int, set[str]]] = []
    last = 0
    for record in records(data, format):
        line = record.origin.line if record.origin else 0
        if line <= last or line - 2 >= len(ends):
            return None
        last = line
        found.append((ends[line - 2] if line > 1 else 0, named(record)))
    stops = [start for start, _ in found[1:]] + [len(data)]
    rows = [
        IndexRow(each, number, start, stop - start)
        for (start, called), stop in zip(found, stops, strict=True)
        for each in called
    ]
    return Export(format, True, rows)


def _whole(data: bytes, number: int, format: str, wanted: Container[str]) -> Export:
    """Read a file that can only be read from its beginning, and keep the wanted records."""
    found = Export(format)
    for at, record in enumerate(records(data, format)):
        called = named(record)
        found.rows += (IndexRow(each, number, at, 0) for each in called)
        if any(each in wanted for each in called):
            found.kept[number, at] = dump(record)
    return found
