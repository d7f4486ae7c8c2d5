"""Read a reference file once as a whole: the names and positions of its records, for the index."""

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
from ..files.source import open_any
from ..format import REQUIRED
from ..model import serialize
from ..model.record import Record
from ..model.report import Diagnostic, Report
from ..options import Options
from . import article_names
from .library_index import IndexRow

# Formats whose records follow each other, each starting on a line of its own.
SEEKABLE_FORMATS = frozenset({"medline", "ris"})
NOT_SEEKABLE = (b"\x1f\x8b", b"\xff\xfe", b"\xfe\xff")  # how gzip and UTF-16 begin
CHANGED = "was changed while it was read: run the command again"
ENCODE = JSONEncoder().encode  # to ASCII, so that it has no line ends


@dataclass(slots=True)
class FileContents:
    """What was read from a file; its ``format`` is ``""`` if it holds no citations."""

    format: str = ""
    seek: bool = False
    rows: list[IndexRow] = field(default_factory=list)
    kept: dict[tuple[int, int], str] = field(default_factory=dict)


class FileVersion(NamedTuple):
    """What distinguishes a file from what had, or will have, the same name."""

    size: int
    time: int
    sum: int  # CRC-32
    inode: int

    def check(self, path: Path, file: IO[bytes]) -> None:
        """Check that an open file is still of this version.

        Raises:
            InputError: It was replaced or written to during this run.

        """
        status = os.fstat(file.fileno())
        if (status.st_size, status.st_mtime_ns, status.st_ino) != (
            self.size,
            self.time,
            self.inode,
        ):
            raise InputError(f"{path}: {CHANGED}")


def file_version(path: Path) -> FileVersion:
    """Return the version of a file, which is read in small blocks. Raises OSError."""
    size, sum, block = 0, 0, bytearray(1 << 18)
    with path.open("rb", buffering=0) as file:
        status = os.fstat(file.fileno())
        while count := file.readinto(block):
            size, sum = size + count, crc32(memoryview(block)[:count], sum)
    return FileVersion(size, status.st_mtime_ns, sum, status.st_ino)


def read_span(path: Path, version: FileVersion, start: int, length: int) -> bytes:
    """Return a part of a file.

    Raises:
        OSError: It cannot be read.
        InputError: It is no longer of this version.

    """
    with path.open("rb", buffering=0) as file:
        version.check(path, file)
        file.seek(start)
        return file.read(length)


def read_contents(
    path: Path, version: FileVersion, number: int, wanted: Container[str]
) -> FileContents:
    """Read the file ``path``, which has this ``number`` in the index.

    If the file cannot be read from the middle, records with one of the ``wanted`` names are kept.

    Raises:
        OSError: It cannot be read.
        InputError: It is no longer of this version.

    """
    data = path.read_bytes()
    if len(data) != version.size or crc32(data) != version.sum:
        raise InputError(f"{path}: {CHANGED}")
    try:
        source = open_any(data, silent_report(), str(path))
        reader = format_registry.recognise(source, silent_report())
    except InputError:
        return FileContents()
    format = reader.FORMAT.name
    if reader.FORMAT.library == REQUIRED:  # it has no records itself
        return FileContents()
    contents = None
    if format in SEEKABLE_FORMATS and not data.startswith(NOT_SEEKABLE) and _has_plain_ends(data):
        contents = _read_positions(data, number, format)
    return contents or _read_whole(data, number, format, wanted)


def read_records(source: Path | bytes, format: str, name: str = "") -> Iterator[Record]:
    """Yield the records in ``source``; what is wrong with them is left to `medcite check`."""
    report = silent_report()
    try:
        opened = open_any(source, report, name)
        yield from opened.within_limits(format_registry.reader(format).read(opened, report))
    except InputError:
        return


def names_of_record(record: Record) -> set[str]:
    """Return every name that may be asked for: identifiers, own key and generated keys."""
    key = compile(Options().key)(record)
    suffix = identity(record)
    return set(article_names.of_record(record, [key, f"{key}-{suffix}"] if key else [suffix]))


def dump(record: Record) -> str:
    """Return ``record`` as one line of JSON."""
    return ENCODE(serialize.dump(record))


def restore(text: bytes) -> Record:
    """Return the record of a line of JSON. Raises ValueError."""
    record: Record = serialize.load(Record, loads(text))
    return record


def silent_report() -> Report:
    """Return a report that drops every diagnostic."""
    return Report(sink=_ignore)


def _ignore(_: Diagnostic) -> None:
    """Drop a diagnostic."""


def _has_plain_ends(data: bytes) -> bool:
    """Whether every line ends with LF, so that lines can be counted in the bytes."""
    return data.count(b"\r") == data.count(b"\r\n")


def _read_positions(data: bytes, number: int, format: str) -> FileContents | None:
    """Read a file whose records start on lines of their own; ``None`` if they do not."""
    line_ends = array("Q", (match.end() for match in finditer(b"\n", data)))
    starts: list[int] = []
    names: list[set[str]] = []
    last = 0
    for record in read_records(data, format):
        line = record.origin.line if record.origin else 0
        if line <= last or line - 2 >= len(line_ends):
            return None
        last = line
        starts.append(line_ends[line - 2] if line > 1 else 0)
        names.append(names_of_record(record))
    ends = [*starts, len(data)][1:]
    rows = [
        IndexRow(name, number, start, end - start)
        for start, end, record_names in zip(starts, ends, names, strict=True)
        for name in record_names
    ]
    return FileContents(format, True, rows)


def _read_whole(data: bytes, number: int, format: str, wanted: Container[str]) -> FileContents:
    """Read a file that can only be read from its beginning, and keep the wanted records."""
    contents = FileContents(format)
    for position, record in enumerate(read_records(data, format)):
        names = names_of_record(record)
        contents.rows += (IndexRow(name, number, position, 0) for name in names)
        if any(name in wanted for name in names):
            contents.kept[number, position] = dump(record)
    return contents
