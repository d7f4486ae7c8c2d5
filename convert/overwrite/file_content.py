"""The content of a file that may be replaced, which may be blank, compressed or damaged."""

from __future__ import annotations

import gzip
import zlib
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, cast

from ..files.source import Source, open_source
from ..files.streams import GZIP

_BLOCK_SIZE = 1 << 16  # bytes
_DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile)


def open_text(file: str) -> Source:
    """Open a text, which may be blank. Raises InputError."""
    return Source(file, "", iter(())) if is_blank(file) else open_source(file)


def is_blank(file: str) -> bool:
    """Return whether a file has nothing but blanks in it."""
    with suppress(*_DAMAGED), _opened(file) as stream:
        blocks = iter(lambda: stream.read(_BLOCK_SIZE), b"")
        return not any(block.removeprefix(BOM_UTF8).strip() for block in blocks)
    return False


def read_content(file: str) -> bytes:
    """Return what a file holds, decompressed; nothing of a damaged one."""
    with suppress(*_DAMAGED), _opened(file) as stream:
        return stream.read()
    return b""


@contextmanager
def _opened(file: str) -> Iterator[IO[bytes]]:
    """Open a file and decompress it if it is compressed with gzip."""
    with open(file, "rb") as stream:
        compressed = stream.read(len(GZIP)) == GZIP
        stream.seek(0)
        yield cast("IO[bytes]", gzip.GzipFile(fileobj=stream)) if compressed else stream
