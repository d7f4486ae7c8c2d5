"""Decode a stream of bytes: compression, encodings, and what is no text at all."""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from typing import IO

from ..base.errors import InputError
from ..model.report import Location, Report
from .streams import GZIP

EXPECTED = "expected a citation file such as PubMed's .nbib"
PIECE = 1 << 18  # characters or bytes read at a time
HEAD = 4096  # characters that a format is recognised by
LONGEST = 1 << 24  # of a line: some 3,000 flattened records, and little memory
LONGEST_JSON = 1 << 28

# The first bytes of other kinds of files, and what to do about each.
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
UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
# Without NUL: a crash may leave runs of it in a text.
CONTROLS = bytes(set(range(32)) - set(b"\0\t\n\v\f\r\x1a\x1b"))


def decode(stream: IO[bytes], name: str, report: Report) -> Iterator[str]:
    """Yield the text of a byte stream: decompressed, decoded, without a byte order mark."""
    # One system call at a time, so that Ctrl-C works, and records of a slow pipe come at once.
    read = getattr(stream, "read1", stream.read)
    start = _start(read)
    blocks: Iterator[bytes] = chain((start,), iter(partial(read, PIECE), b""))
    if start.startswith(GZIP):
        blocks = _decompress(blocks, name, report)
    first = next(blocks, b"")
    encoding = _encoding(first)
    _refuse_binary(first, name, encoding)
    if encoding != "utf-8":
        return (yield from _decode_wide(first, blocks, encoding))
    yield from _decode(first.removeprefix(codecs.BOM_UTF8), blocks, name, report)


def _start(read: Callable[[int], bytes]) -> bytes:
    """Read enough to recognise the kind of stream; a pipe may give a few bytes at a time."""
    start = b""
    while len(start) < 4 * HEAD and (more := read(4 * HEAD - len(start))):
        start += more
    return start


def _decompress(blocks: Iterator[bytes], name: str, report: Report) -> Iterator[bytes]:
    """Yield the content of a gzip file, which may have several members; report a damaged end."""
    has_data = False
    try:
        for data in _decompress_members(blocks):
            has_data = True
            yield data
    except (EOFError, zlib.error) as error:
        if not has_data:
            raise InputError(f"{name}: is a damaged gzip file; {EXPECTED}") from error
        report.error("truncated", Location(name), f"the gzip file is damaged or cut short: {error}")


def _decompress_members(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a gzip file's content. Raises EOFError or zlib.error if it is damaged."""
    decompressor, is_complete = zlib.decompressobj(wbits=31), False
    for block in blocks:
        rest = block
        while rest:
            if data := decompressor.decompress(rest, PIECE):
                yield data
            rest, is_complete = decompressor.unconsumed_tail, decompressor.eof
            if is_complete:
                rest = decompressor.unused_data.lstrip(b"\0")
                decompressor = zlib.decompressobj(wbits=31)
    if not is_complete:
        raise EOFError("its end is missing")


def _encoding(first: bytes) -> str:
    """Return the encoding: UTF-16 if there is a BOM or every other byte is NUL, or else UTF-8."""
    if first[:2] in UTF16:
        return UTF16[first[:2]]
    head = first[: HEAD // 2 * 2]
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = head[start::2]
        if len(half) > 8 and half.count(0) > len(half) * 0.9 and head.count(0) < len(head) * 0.6:
            return encoding
    return "utf-8"


def _refuse_binary(first: bytes, name: str, encoding: str) -> None:
    """Raise InputError if the first bytes are not those of a text."""
    for magic, reason in MAGIC.items():
        if first.startswith(magic):
            raise InputError(f"{name}: {reason}; {EXPECTED}")
    head = first[:HEAD]
    controls = len(head) - len(head.translate(None, CONTROLS))
    if encoding == "utf-8" and controls > len(head) // 20:
        raise InputError(f"{name}: is binary, not text; {EXPECTED}")


def _decode_wide(first: bytes, blocks: Iterator[bytes], encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    yield decoder.decode(first).removeprefix("\ufeff")
    for block in blocks:
        yield decoder.decode(block)
    yield decoder.decode(b"", final=True)


def _decode(first: bytes, blocks: Iterator[bytes], name: str, report: Report) -> Iterator[str]:
    """Decode UTF-8; read other lines as Windows-1252, and report that once.

    Each line is decided on its own, since a stream cannot be read twice, and a file joined from
    two exports may have both. Each piece but the last ends with a whole line.
    """
    is_reported = False
    for piece in _whole_lines(first, blocks, name, report):
        try:
            yield piece.decode("utf-8")
        except UnicodeDecodeError as error:
            if not is_reported:
                byte = error.object[error.start]
                message = f"byte 0x{byte:02X} is not UTF-8: such lines are read as Windows-1252"
                report.note("encoding", Location(name), message)
                is_reported = True
            yield "".join(_decode_line(line) for line in piece.splitlines(keepends=True))


def _whole_lines(
    first: bytes, blocks: Iterator[bytes], name: str, report: Report
) -> Iterator[bytes]:
    """Yield the bytes in pieces of whole lines; drop a line that is far too long.

    XML, which may all be on one line, is cut behind its tags instead.
    """
    held: list[bytes] = []  # the beginning of a line that is not complete
    head = first[:HEAD].decode("latin-1")
    size, limit, can_cut = 0, longest(head), is_xml(head)
    is_dropping, has_lines = False, False
    for block in chain((first,), blocks):
        whole = block.partition(b"\n")[2] if is_dropping else block
        is_dropping = is_dropping and b"\n" not in block
        cut = max(whole.rfind(b"\n"), whole.rfind(b"\r", 0, len(whole) - 1)) + 1
        if not cut and can_cut:
            cut = whole.rfind(b">") + 1
        if cut:
            yield b"".join([*held, whole[:cut]])
            held, size, has_lines = [], 0, True
        if not is_dropping:
            held.append(whole[cut:])
            size += len(whole) - cut
        if size > limit:
            message = too_long(limit)
            if not has_lines:
                raise InputError(f"{name}: {message}; {EXPECTED}")
            report.error("long-line", Location(name), f"{message}: left out; {EXPECTED}")
            held, size, is_dropping = [], 0, True
            yield b" \n"  # keeps the numbers of the following lines
    if size:
        yield b"".join(held)


def longest(head: str) -> int:
    """Return how long a line may be; JSON is often on a single line."""
    return LONGEST_JSON if head.lstrip()[:1] in ("[", "{") else LONGEST


def is_xml(head: str) -> bool:
    """Whether a text is XML, whose lines may be cut behind a tag."""
    return head.lstrip("\ufeff\xef\xbb\xbf \t\r\n").startswith("<")


def too_long(limit: int) -> str:
    """Return what is said of a line that is longer than ``limit``."""
    return f"a line is longer than {limit >> 20} MB"


def _decode_line(line: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")
