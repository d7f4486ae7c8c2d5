"""Bytes to text: files, standard input, gzip, encodings, newlines. Inputs are opened here only."""

from __future__ import annotations

import codecs
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from os import PathLike, fspath
from typing import IO, TypeAlias

from ..base.errors import InputError, InputFileError
from ..base.lazy_regex import regex
from ..model.report import Location, Report
from .streams import GZIP, size, unchanged

Input: TypeAlias = str | PathLike[str] | bytes | IO[bytes] | IO[str]

EXPECTED = "expected a citation file such as PubMed's .nbib"
PIECE = 1 << 18  # characters or bytes read at a time
HEAD = 4096  # characters that a format is recognised by
LONGEST = 1 << 24  # one line: some 3,000 flattened records, far below what strains memory
LONGEST_JSON = 1 << 28

# What files of other kinds begin with, and what to do about each.
MAGIC = {
    b"%PDF": "is a PDF: export the citation from PubMed (Cite, Download .nbib) instead",
    b"PK\x03\x04": "is a ZIP, Word or Excel file: unpack it, or save it as plain text",
    b"\xd0\xcf\x11\xe0": "is an old Word or Excel file: save it as plain text",
    b"BZh": "is compressed with bzip2: unpack it first",
    b"\xfd7zXZ": "is compressed with xz: unpack it first",
    b"7z\xbc\xaf": "is compressed with 7-Zip: unpack it first",
    b"\x28\xb5\x2f\xfd": "is compressed with zstd: unpack it first",
    b"\x89PNG": "is an image",
    b"\xff\xd8\xff": "is an image",
}
# In a text that was decoded by others, they stand for bytes that could not be.
SURROGATES = regex("[\ud800-\udfff]")
UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
# NUL is not among them: a crash may leave runs of it in a text.
CONTROLS = bytes(set(range(32)) - set(b"\0\t\n\v\f\r\x1a\x1b"))


class Source:
    """An opened input: its name for diagnostics, its first characters, and its text.

    The text comes in ``blocks`` of whole lines, each line ended by LF, or, to who prefers them,
    as ``lines`` without line ends; U+2028 and the like do not end one. ``count`` is how many
    lines a reader of blocks has read, or were before the first block. ``stream`` is where the
    blocks come from, and ``size`` how many bytes it holds, 0 if nobody knows.
    """

    __slots__ = ("blocks", "count", "head", "lines", "name", "size", "stream")

    def __init__(
        self,
        name: str,
        head: str,
        blocks: Iterator[str],
        *,
        count: int = 0,
        stream: IO[bytes] | IO[str] | None = None,
        size: int = 0,
    ) -> None:
        self.name, self.head, self.blocks, self.count = name, head, blocks, count
        self.lines = chain.from_iterable(map(_lines, blocks))
        self.stream, self.size = stream, size

    def text(self) -> str:
        """Return all of the (remaining) input as one text, lines joined by a newline."""
        return "\n".join(self.lines)


def open_source(target: Input, report: Report | None = None, name: str = "") -> Source:
    """Open ``target``: a path, ``-`` (standard input), bytes, or a file object.

    A ``str`` is a path. What is wrong further on (a truncated gzip, a byte that is not UTF-8)
    goes to ``report``.

    Raises:
        InputError: There is nothing there, or it is no text.

    """
    report = Report() if report is None else report
    name = name or _name(target)
    stream = _stream(target, name)
    length = size(stream)
    pieces = _pieces(target, stream, name, report)
    first = next(pieces, "")
    # A short first line may be a piece of its own, and say nothing of what follows.
    while first and (len(first) < HEAD or not first.strip()) and (more := next(pieces, "")):
        first += more
    if not first.strip("\ufeff \t\r\n\f\x00"):
        raise InputError(f"{name}: is empty; {EXPECTED}")
    return Source(name, first[:HEAD], _blocks(first, pieces, name), stream=stream, size=length)


def _name(target: Input) -> str:
    """Return the name that diagnostics use for ``target``."""
    if isinstance(target, PathLike):
        return fspath(target)
    if isinstance(target, bytes):
        return "<bytes>"
    if isinstance(target, str):
        return target
    return str(getattr(target, "name", "<text>" if isinstance(target, io.StringIO) else "<stream>"))


def _stream(target: Input, name: str) -> IO[bytes] | IO[str]:
    """Open ``target``, or say in one line why that cannot be done."""
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


def _pieces(target: Input, stream: IO[bytes] | IO[str], name: str, report: Report) -> Iterator[str]:
    """Yield the text of ``target`` in pieces, each of whole lines where it has any."""
    if isinstance(stream, io.TextIOBase) or isinstance(stream.read(0), str):
        return _read_text(stream, name, report)  # type: ignore[arg-type]  # its read(0) gave a str
    pieces = _read_bytes(stream, name, report)  # type: ignore[arg-type]  # the other kind
    pieces = unchanged(pieces, stream, name, report)
    if isinstance(target, str | PathLike) and target != "-":
        return _closing(pieces, stream, name)
    return pieces


def _closing(pieces: Iterator[str], stream: IO[bytes] | IO[str], name: str) -> Iterator[str]:
    """Yield the text of a file that was opened here, and close it."""
    with stream:
        try:
            yield from pieces
        except InputError:  # which may be an OSError, too
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


def _read_bytes(stream: IO[bytes], name: str, report: Report) -> Iterator[str]:
    """Yield the text of a byte stream: unpacked, decoded, the byte order mark removed."""
    # One read at a time: between two of them Ctrl-C is heard, and a slow pipe's records come.
    read = getattr(stream, "read1", stream.read)
    start = _start(read)
    blocks: Iterator[bytes] = chain((start,), iter(partial(read, PIECE), b""))
    if start.startswith(GZIP):
        blocks = _inflated(blocks, name, report)
    first = next(blocks, b"")
    encoding = _encoding(first)
    _refuse_binary(first, name, encoding)
    if encoding != "utf-8":
        return (yield from _decode_wide(first, blocks, encoding))
    yield from _decode(first.removeprefix(codecs.BOM_UTF8), blocks, name, report)


def _start(read: Callable[[int], bytes]) -> bytes:
    """Read enough to tell what the stream is; a pipe may give a few bytes at a time."""
    start = b""
    while len(start) < 4 * HEAD and (more := read(4 * HEAD - len(start))):
        start += more
    return start


def _inflated(blocks: Iterator[bytes], name: str, report: Report) -> Iterator[bytes]:
    """Unpack gzip, which may have several members; a damaged end is reported, what came stays."""
    given = False
    try:
        for data in _unpacked(blocks):
            given = True
            yield data
    except (EOFError, zlib.error) as error:
        if not given:
            raise InputError(f"{name}: is a damaged gzip file; {EXPECTED}") from error
        report.error("truncated", Location(name), f"the gzip file is damaged or cut short: {error}")


def _unpacked(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a gzip stream's content. Raises EOFError, zlib.error where it is damaged."""
    unpacker, whole = zlib.decompressobj(wbits=31), False
    for block in blocks:
        rest = block
        while rest:
            if data := unpacker.decompress(rest, PIECE):
                yield data
            rest, whole = unpacker.unconsumed_tail, unpacker.eof
            if whole:
                rest = unpacker.unused_data.lstrip(b"\0")
                unpacker = zlib.decompressobj(wbits=31)
    if not whole:
        raise EOFError("its end is missing")


def _encoding(first: bytes) -> str:
    """Return the encoding: UTF-16 by its mark or a NUL in every other byte, else UTF-8."""
    if first[:2] in UTF16:
        return UTF16[first[:2]]
    head = first[: HEAD // 2 * 2]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = head[start::2]
        if len(half) > 8 and half.count(0) > len(half) * 0.9 and head.count(0) < len(head) * 0.6:
            return encoding
    return "utf-8"


def _refuse_binary(first: bytes, name: str, encoding: str) -> None:
    """Raise where the first bytes are those of something that is no text."""
    for magic, reason in MAGIC.items():
        if first.startswith(magic):
            raise InputError(f"{name}: {reason}; {EXPECTED}")
    head = first[:HEAD]
    odd = len(head) - len(head.translate(None, CONTROLS))
    if encoding == "utf-8" and odd > len(head) // 20:
        raise InputError(f"{name}: is binary, not text; {EXPECTED}")


def _decode_wide(first: bytes, blocks: Iterator[bytes], encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    yield decoder.decode(first).removeprefix("\ufeff")
    for block in blocks:
        yield decoder.decode(block)
    yield decoder.decode(b"", final=True)


def _decode(first: bytes, blocks: Iterator[bytes], name: str, report: Report) -> Iterator[str]:
    """Decode UTF-8; lines that are not are read as Windows-1252, and a note says so.

    The decision is made line by line, since a stream cannot be read twice and files put
    together from two exports hold both. Each piece but the last ends with a whole line.
    """
    told = False
    for piece in _whole_lines(first, blocks, name, report):
        try:
            yield piece.decode("utf-8")
        except UnicodeDecodeError as error:
            if not told:
                byte = error.object[error.start]
                message = f"byte 0x{byte:02X} is not UTF-8: such lines are read as Windows-1252"
                report.note("encoding", Location(name), message)
                told = True
            yield "".join(_decode_line(line) for line in piece.splitlines(keepends=True))


def _whole_lines(
    first: bytes, blocks: Iterator[bytes], name: str, report: Report
) -> Iterator[bytes]:
    """Cut the bytes after the last line end of each block; a line beyond all length is left out."""
    held: list[bytes] = []  # of a line that goes on
    size, longest, lost, given = 0, _longest(first[:HEAD].decode("latin-1")), False, False
    for block in chain((first,), blocks):
        whole = block.partition(b"\n")[2] if lost else block
        lost = lost and b"\n" not in block
        cut = max(whole.rfind(b"\n"), whole.rfind(b"\r", 0, len(whole) - 1)) + 1
        if cut:
            yield b"".join([*held, whole[:cut]])
            held, size, given = [], 0, True
        if not lost:
            held.append(whole[cut:])
            size += len(whole) - cut
        if size > longest:
            message = _too_long(longest)
            if not given:
                raise InputError(f"{name}: {message}; {EXPECTED}")
            report.error("long-line", Location(name), f"{message}: left out; {EXPECTED}")
            held, size, lost = [], 0, True
            yield b" \n"  # so that the lines that follow keep their numbers
    if size:
        yield b"".join(held)


def _longest(head: str) -> int:
    """Return how long a line may be: JSON is often all on one."""
    return LONGEST_JSON if head.lstrip()[:1] in ("[", "{") else LONGEST


def _too_long(longest: int) -> str:
    return f"a line is longer than {longest >> 20} MB"


def _decode_line(line: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")


def _blocks(first: str, pieces: Iterator[str], name: str) -> Iterator[str]:
    """Yield text in blocks of whole lines, each ended by LF, whether LF, CR LF or CR did."""
    rest, longest = "", _longest(first[:HEAD])
    for piece in chain((first,), pieces):
        text = rest + piece
        held = "\r" if text.endswith("\r") else ""  # its LF may begin the next piece
        if held:
            text = text[:-1]
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        end = text.rfind("\n") + 1
        rest = text[end:] + held
        if end:
            yield text[:end]
        if len(rest) > longest:
            raise InputError(f"{name}: {_too_long(longest)}; {EXPECTED}")
    if rest:
        yield rest.removesuffix("\r") + "\n"


def _lines(block: str) -> list[str]:
    return block.removesuffix("\n").split("\n")
