"""Open inputs as text: files, standard input, gzip, encodings, line ends; archives as bytes.

No other code opens inputs.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from os import PathLike, fspath
from typing import IO, TypeAlias, TypeVar

from ..base.errors import InputError, InputFileError
from ..base.lazy_regex import regex
from ..model.report import Location, Report
from . import archives, noncharacters
from .decoding import EXPECTED, HEAD, PIECE, decode, is_xml, longest, too_long
from .streams import size, unchanged

Item = TypeVar("Item")
Input: TypeAlias = str | PathLike[str] | bytes | IO[bytes] | IO[str]

# What one record may hold. The longest in PubMed are some 5 MB, of thousands of authors; one of
# 200,000 authors is read. Without a limit, a small gzip file could fill the memory.
MOST_CHARACTERS = 1 << 25
MOST_LINES = 1_000_000
MOST_AS_ONE_TEXT = 1 << 28  # characters of an input that is read as a whole

# In a text that was decoded by others, they stand for bytes that could not be.
SURROGATES = regex("[\ud800-\udfff]")


class Source:
    """An opened input: its name for diagnostics, its first characters, and its text.

    The text is available either in ``blocks`` of whole lines, each ended by LF, or as ``lines``
    without line ends; U+2028 and the like do not end a line. XML may be one long line: its blocks
    may also end behind a tag, and its readers take blocks. ``count`` is the number of lines
    before the next block; a reader of blocks keeps it up to date. ``stream`` is where the text
    comes from, and ``size`` its number of bytes, or 0 if that is unknown.

    A document in an archive has ``data`` instead, and no text: its ``head`` is the archive's media
    type and the names of the files in it, one a line.
    """

    __slots__ = ("_held", "blocks", "count", "data", "head", "lines", "name", "size", "stream")

    def __init__(
        self,
        name: str,
        head: str,
        blocks: Iterator[str],
        *,
        count: int = 0,
        stream: IO[bytes] | IO[str] | None = None,
        size: int = 0,
        data: bytes = b"",
    ) -> None:
        self.name, self.head, self.count = name, head, count
        self.data = data
        self._held = _Held(count + 1)
        self.blocks = self._held.counted(blocks, name)
        self.lines = chain.from_iterable(map(_lines, self.blocks))
        self.stream, self.size = stream, size

    def text(self) -> str:
        """Return the whole input, of which nothing was read, as one text.

        Raises:
            InputError: It is larger than ``MOST_AS_ONE_TEXT``.

        """
        self._held.is_limited = False  # it may hold any number of records
        blocks, size = [], 0
        for block in self.blocks:
            blocks.append(block)
            size += len(block)
            if size > MOST_AS_ONE_TEXT:
                problem = f"holds more than {MOST_AS_ONE_TEXT >> 20} MB of text; split it"
                raise InputError(f"{self.name}: {problem}")
        return "".join(blocks).removesuffix("\n")

    def within_limits(self, records: Iterable[Item]) -> Iterator[Item]:
        """Yield what is read from this input.

        Raises:
            InputError: One of ``records`` needs more text than ``MOST_CHARACTERS`` or
                ``MOST_LINES``; the message names the line from which on no record ended.

        """
        self._held.is_limited = True
        for record in records:
            self._held.release()
            yield record


class _Held:
    """How much was read of an input since the last record, ``line`` being the first of it."""

    __slots__ = ("characters", "is_limited", "line", "lines")

    def __init__(self, line: int) -> None:
        self.line, self.characters, self.lines, self.is_limited = line, 0, 0, False

    def release(self) -> None:
        """Note that a record is complete."""
        self.line += self.lines
        self.characters = self.lines = 0

    def counted(self, blocks: Iterator[str], name: str) -> Iterator[str]:
        """Yield blocks, and count them. Raises InputError if they are too many for a record."""
        for block in blocks:
            if self.is_limited and (self.characters > MOST_CHARACTERS or self.lines > MOST_LINES):
                problem = (
                    f"from line {self.line} on, no record ends within "
                    f"{MOST_CHARACTERS >> 20} MB or {MOST_LINES:,} lines; {EXPECTED}"
                )
                raise InputError(f"{name}: {problem}")
            self.characters += len(block)
            self.lines += block.count("\n")
            yield block


def open_source(target: Input, report: Report | None = None, name: str = "") -> Source:
    """Open ``target`` as text: a path, ``-`` (standard input), bytes, or a file object.

    A ``str`` is a path. Problems met later (a truncated gzip file, a byte that is not UTF-8) are
    reported.

    Raises:
        InputError: The input is missing, empty, or not text.

    """
    name = name or _name(target)
    return _open_text(target, _stream(target, name), name, Report() if report is None else report)


def open_any(target: Input, report: Report | None = None, name: str = "") -> Source:
    """Open ``target`` as ``open_source`` does, or with its ``data`` if it is an archive.

    Raises:
        InputError: The input is missing, empty, or neither.

    """
    name = name or _name(target)
    stream = _stream(target, name)
    if data := _archive(target, stream, name):
        head = archives.head_of(data, name)
        return Source(name, head, iter(()), size=len(data), data=data)
    return _open_text(target, stream, name, Report() if report is None else report)


def _open_text(target: Input, stream: IO[bytes] | IO[str], name: str, report: Report) -> Source:
    """Return the text of ``target``, which is open as ``stream``. Raises InputError."""
    length = size(stream)
    pieces = _pieces(target, stream, name, report)
    first = next(pieces, "")
    # A short first line may be a piece of its own, too little to recognise the format.
    while first and (len(first) < HEAD or not first.strip()) and (more := next(pieces, "")):
        first += more
    if not first.strip("\ufeff \t\r\n\f\x00"):
        raise InputError(f"{name}: is empty; {EXPECTED}")
    blocks = noncharacters.replace(_blocks(first, pieces, name), name, report)
    head = first[:HEAD].replace("\r\n", "\n").replace("\r", "\n")
    return Source(name, head, blocks, stream=stream, size=length)


def _name(target: Input) -> str:
    """Return the name of ``target`` for diagnostics."""
    if isinstance(target, PathLike):
        return fspath(target)
    if isinstance(target, bytes):
        return "<bytes>"
    if isinstance(target, str):
        return target
    return str(getattr(target, "name", "<text>" if isinstance(target, io.StringIO) else "<stream>"))


def _stream(target: Input, name: str) -> IO[bytes] | IO[str]:
    """Open ``target``. Raises InputError."""
    if isinstance(target, bytes):
        return io.BytesIO(target)
    if target == "-":
        return sys.stdin.buffer
    if not isinstance(target, str | PathLike):
        return target
    try:
        return open(target, "rb")
    except FileNotFoundError as error:
        raise InputFileError(f"{name}: no such file; {EXPECTED}") from error
    except IsADirectoryError as error:
        raise InputFileError(f"{name}: is a directory; name the files in it") from error
    except OSError as error:
        raise InputFileError(_cannot_be_read(name, error)) from error
    except ValueError as error:  # a path with a NUL in it
        raise InputError(f"{name!r}: is not a file name; {EXPECTED}") from error


def _archive(target: Input, stream: IO[bytes] | IO[str], name: str) -> bytes:
    """Return an input that is an archive; ``b""`` for any other. Raises InputError."""
    try:
        if isinstance(stream, io.TextIOBase) or not archives.is_archive(stream):
            return b""
        data = archives.read(stream, name)  # type: ignore[arg-type]  # archives are bytes
    except InputError:
        raise
    except OSError as error:
        raise InputFileError(_cannot_be_read(name, error)) from error
    if stream is not target and target != "-":
        stream.close()
    return data


def _pieces(target: Input, stream: IO[bytes] | IO[str], name: str, report: Report) -> Iterator[str]:
    """Yield the text of ``target`` in pieces, of whole lines if possible."""
    if isinstance(stream, io.TextIOBase) or isinstance(stream.read(0), str):
        return _read_text(stream, name, report)  # type: ignore[arg-type]  # its read(0) gave a str
    pieces = decode(stream, name, report)  # type: ignore[arg-type]  # the other kind
    pieces = unchanged(pieces, stream, name, report)
    if isinstance(target, str | PathLike) and target != "-":
        return _closing(pieces, stream, name)
    return pieces


def _closing(pieces: Iterator[str], stream: IO[bytes] | IO[str], name: str) -> Iterator[str]:
    """Yield the text of a file that this module opened, and close it."""
    with stream:
        try:
            yield from pieces
        except InputError:  # which may also be an OSError
            raise
        except OSError as error:
            raise InputFileError(_cannot_be_read(name, error)) from error


def _cannot_be_read(name: str, error: OSError) -> str:
    return f"{name}: cannot be read: {error.strerror or error}"


def _read_text(stream: IO[str], name: str, report: Report) -> Iterator[str]:
    """Yield the text of a text stream; what is no character is replaced, and a note says so."""
    first, told = True, False
    while piece := stream.read(PIECE):
        if SURROGATES.search(piece):
            if not told:
                message = "a lone surrogate is no character: such are read as U+FFFD"
                report.note("encoding", Location(name), message)
                told = True
            piece = SURROGATES.sub("\ufffd", piece)
        yield piece.removeprefix("\ufeff") if first else piece
        first = False


def _blocks(first: str, pieces: Iterator[str], name: str) -> Iterator[str]:
    """Yield text in blocks of whole lines; CR LF and CR become LF."""
    rest, limit, can_cut = "", longest(first[:HEAD]), is_xml(first[:HEAD])
    for piece in chain((first,), pieces):
        text = rest + piece
        held = "\r" if text.endswith("\r") else ""  # its LF may begin the next piece
        if held:
            text = text[:-1]
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        end = text.rfind("\n") + 1
        if not end and can_cut:
            end = text.rfind(">") + 1
        rest = text[end:] + held
        if end:
            yield text[:end]
        if len(rest) > limit:
            raise InputError(f"{name}: {too_long(limit)}; {EXPECTED}")
    if rest:
        yield rest.removesuffix("\r") + "\n"


def _lines(block: str) -> list[str]:
    return block.removesuffix("\n").split("\n")
