"""Cut MEDLINE text between records, into chunks that can be read apart from each other.

A cut is made only between two records of which the reader would say, whatever came before,
that the first ends and the second begins there. So the records and diagnostics of all chunks
and of the rest are those of the whole text, in the same order.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ..base.errors import InputError
from ..base.lazy_regex import regex
from ..files.source import Source
from ..model.report import Diagnostic, Report
from .fields import TAGS
from .split import MOST, STARTS

SIZE = 1 << 16  # bytes of the first chunks
SHARE = 32  # the part of what was cut so far that a chunk may be: little is left to do at the end
_BLANK = b"\n\n"
_FIRST = b"PMID- "
_BETWEEN = _BLANK + _FIRST
_TAIL = 1000  # bytes behind which a field is looked for
# A usual field, and the lines in which it goes on. Longer lines may hold several.
_LAST_FIELD = regex(
    rb"(?<=\n)([A-Z][A-Z0-9 ]{3})- [^\n]{1,150}"
    rb"(?:\n {6}(?![A-Z][A-Z0-9]+ *-)[^\n ][^\n]{0,150}){0,5}\n*\Z"
)
_SIGNS = (b"PMID", b"\0", b"\t", b" " * 32)  # of several fields on a line


class Chunk(NamedTuple):
    """Whole records in UTF-8, how many lines and records are before, what reading them told."""

    text: bytes
    lines: int
    told: tuple[Diagnostic, ...]
    records: int = 0

    def guess(self) -> int:
        """Return how many records it seems to hold; odd text may hold others."""
        return self.text.count(_BETWEEN) + 1

    def source(self, name: str) -> Source:
        """Return the chunk as a source of its own."""
        return Source(name, "", iter((self.text.decode(),)), count=self.lines)


class Chunks(Iterator[Chunk]):
    """The chunks of a text, as far as it can be cut; ``rest`` is what is left.

    ``report`` is the one that ``source`` was opened with. What it collects goes with the chunk
    that is read next.
    """

    def __init__(self, source: Source, report: Report) -> None:
        self._source, self._report = source, report
        self._bytes, self._lines = 0, 0  # before what is not yet cut
        self._text = b""  # bytes take half the memory, and less time on their way to a worker
        self._error: InputError | OSError | None = None
        self._cut: list[bytes] = []  # the last first

    def __next__(self) -> Chunk:
        """Return the next chunk, until the input ends, cannot be read, or cannot be cut."""
        while not self._cut:
            block = self._read() if len(self._text) <= MOST else b""
            if not block:
                raise StopIteration
            size = max(SIZE, self._bytes // SHARE)
            *cut, self._text = _cut(self._text + block, size)
            self._cut = cut[::-1]
        text = self._cut.pop()
        chunk = Chunk(text, self._lines, tuple(self._report.diagnostics))
        self._report.diagnostics.clear()
        self._bytes += len(text)
        self._lines += text.count(b"\n")
        return chunk

    def _read(self) -> bytes:
        """Read a block; return ``b""`` at the end, and where the input cannot be read."""
        try:
            return next(self._source.blocks, "").encode()
        except (InputError, OSError) as error:
            self._error = error
            return b""

    def is_cut(self) -> bool:
        """Return whether there is another chunk without reading on."""
        return bool(self._cut)

    def rest(self) -> Source:
        """Return what is left when there are no more chunks; it fails as the input did."""
        return Source(self._source.name, self._source.head, self._left(), count=self._lines)

    def _left(self) -> Iterator[str]:
        if self._text:
            yield self._text.decode()
        if self._error:
            raise self._error
        yield from self._source.blocks


def _cut(text: bytes, size: int) -> list[bytes]:
    """Cut ``text``, which may go on, into pieces of about ``size``; the last is not complete."""
    last, start, pieces = _last_cut(text), 0, []
    while start < last:
        end = _next_cut(text, start + size, last - size // 2) or last
        pieces.append(text[start:end])
        start = end
    return [*pieces, text[start:]]


def _next_cut(text: bytes, start: int, end: int) -> int:
    """Return the first place to cut at between ``start`` and ``end``, or 0."""
    while (at := text.find(_BETWEEN, start, max(end, 0))) >= 0:
        if _ends_record(text, at):
            return at + len(_BLANK)
        start = at + 1
    return 0


def _last_cut(text: bytes) -> int:
    """Return the last place to cut at that has another whole record behind it, or 0.

    The reader, too, lets go of a record when the next is complete: so what is told about reading
    on is told in the same place, or in odd text a few records before.
    """
    end = text.rfind(_BLANK)
    while (at := text.rfind(_BETWEEN, 0, max(end, 0))) >= 0:
        if _ends_record(text, at):
            return at + len(_BLANK)
        end = at + len(_BLANK)
    return 0


def _ends_record(text: bytes, end: int) -> bool:
    """Whether a field ends there that makes the reader begin another record with the next PMID.

    After nothing but ``STARTS``, as PMC's display has them, a PMID would belong to the same.
    """
    field = _LAST_FIELD.search(text, max(end - _TAIL, 0), end)
    if not field or any(sign in field[0] for sign in _SIGNS):
        return False
    tag = field[1].rstrip().decode()
    return tag in TAGS and tag not in STARTS and tag != "ER"
