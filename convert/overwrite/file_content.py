"""The content of a file that may be replaced: blank, packed, damaged."""

from __future__ import annotations

import gzip
import zlib
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, cast

from ..files.source import Source, open_source
from ..files.streams import GZIP

BLOCK = 1 << 16  # bytes read at a time
DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile)


def open_text(file: str) -> Source:
    """Open a text, which may be empty. Raises InputError."""
    return Source(file, "", iter(())) if is_blank(file) else open_source(file)


def is_blank(file: str) -> bool:
    """Return whether a file has nothing in it but blanks."""
    with suppress(*DAMAGED), _opened(file) as stream:
        blocks = iter(lambda: stream.read(BLOCK), b"")
        return not any(block.removeprefix(BOM_UTF8).strip() for block in blocks)
    return False


def read_content(file: str) -> bytes:
    """Return what a file holds, unpacked; of a damaged one nothing."""
    with suppress(*DAMAGED), _opened(file) as stream:
        return stream.read()
    return b""


@contextmanager
def _opened(file: str) -> Iterator[IO[bytes]]:
    """Open a file, unpacked if it is packed with gzip."""
    with open(file, "rb") as stream:
        packed = stream.read(len(GZIP)) == GZIP
        stream.seek(0)
        yield cast("IO[bytes]", gzip.GzipFile(fileobj=stream)) if packed else stream
