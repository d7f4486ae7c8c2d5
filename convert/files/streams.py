"""What the system knows about an open input: its size, whether more is there, whether it changed.

An input that is no file or pipe (a text in memory, an archive's member) has no such answers.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from io import BufferedReader
from typing import IO, Any, TypeVar

from ..model.report import Location, Report

GZIP = b"\x1f\x8b"
Piece = TypeVar("Piece")


def size(stream: IO[Any]) -> int:
    """Return how many bytes of text a file holds, before it is read.

    It is 0 where nobody knows: of a pipe, and of a gzip file.
    """
    status = _status(stream)
    plain = isinstance(stream, BufferedReader) and not stream.peek(2).startswith(GZIP)
    return status.st_size if status and plain else 0


def ready(stream: IO[Any] | None) -> bool:
    """Return whether reading on takes no waiting for whoever writes into the pipe's other end."""
    from select import select  # noqa: PLC0415  # asked of long inputs only

    try:
        return stream is None or bool(select([stream], [], [], 0)[0])
    except (OSError, TypeError, ValueError):  # no file, or closed; Windows knows of sockets only
        return True


def unchanged(
    pieces: Iterator[Piece], stream: IO[Any], name: str, report: Report
) -> Iterator[Piece]:
    """Pass on what is read from ``stream``; tell if the file was written to meanwhile.

    A file that is replaced is no such case: what was opened is read to its end.
    """
    before = _status(stream)
    yield from pieces
    after = _status(stream)
    if before and after and _version(before) != _version(after):
        message = "the file was changed while it was read: run the command again"
        report.error("changed", Location(name), message)


def _status(stream: IO[Any]) -> os.stat_result | None:
    """Return what the system knows about a file; ``None`` for everything else."""
    try:
        status = os.fstat(stream.fileno())
    except (OSError, ValueError, AttributeError):  # it has no number, or is closed
        return None
    return status if stat.S_ISREG(status.st_mode) else None


def _version(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns
