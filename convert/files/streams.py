"""What the system knows about an open input: its size, whether it is ready, whether it changed.

Nothing is known of other inputs than files and pipes (text in memory, a file in an archive).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from io import BufferedReader
from typing import IO, TypeAlias, TypeVar

from ..model.report import Location, Report

GZIP = b"\x1f\x8b"
Piece = TypeVar("Piece")
Stream: TypeAlias = IO[bytes] | IO[str]


def size(stream: Stream) -> int:
    """Return how many bytes of text a file has, before it is read.

    It is 0 if that is unknown, as for a pipe or a gzip file.
    """
    status = _status(stream)
    is_plain = isinstance(stream, BufferedReader) and not stream.peek(2).startswith(GZIP)
    return status.st_size if status and is_plain else 0


def ready(stream: Stream | None) -> bool:
    """Whether reading more need not wait for a program that writes to a pipe."""
    from select import select  # noqa: PLC0415  # only for long inputs

    try:
        return stream is None or bool(select([stream], [], [], 0)[0])
    except (OSError, TypeError, ValueError):  # not a file, or closed; on Windows, not a socket
        return True


def unchanged(
    pieces: Iterator[Piece], stream: Stream, name: str, report: Report
) -> Iterator[Piece]:
    """Yield what is read from ``stream``; report if the file was written to in the meantime.

    A file that was replaced does not count: the one that was opened is read to its end.
    """
    before = _status(stream)
    yield from pieces
    after = _status(stream)
    if before and after and _version(before) != _version(after):
        message = "the file was changed while it was read: run the command again"
        report.error("changed", Location(name), message)


def _status(stream: Stream) -> os.stat_result | None:
    """Return the status of a regular file; ``None`` for everything else."""
    try:
        status = os.fstat(stream.fileno())
    except (OSError, ValueError, AttributeError):  # it has no descriptor, or is closed
        return None
    return status if stat.S_ISREG(status.st_mode) else None


def _version(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns
