"""Cut a text between records, into chunks that can be read apart from each other."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from ..base.errors import InputError
from ..model.report import Diagnostic, Report
from .source import Source

SIZE = 1 << 16  # bytes of the first chunks
SHARE = 32  # the part of what was cut so far that a chunk may be: little is left to do at the end


class Cutter(Protocol):
    """Knows where the text of a format can be cut, so that reading the chunks is reading the whole.

    ``longest`` is how many bytes are held that cannot be cut, ``prefix`` what has to stand before
    a text that is left behind the last cut.
    """

    longest: int
    prefix: bytes

    def cut(self, text: bytes, size: int) -> list[bytes]:
        """Cut ``text``, which may go on, into chunks of about ``size``; the last is not complete.

        In it is a whole record, if the text has any.
        """
        ...

    def guess(self, text: bytes) -> int:
        """Return how many records a chunk seems to hold; odd text may hold others."""
        ...


class Chunk(NamedTuple):
    """Whole records in UTF-8, how many lines and records are before, what reading them told."""

    text: bytes
    lines: int
    told: tuple[Diagnostic, ...]
    records: int = 0

    def source(self, name: str) -> Source:
        """Return the chunk as a source of its own."""
        return Source(name, "", iter((self.text.decode(),)), count=self.lines)


class Chunks(Iterator[Chunk]):
    """The chunks of a text, as far as it can be cut; ``rest`` is what is left.

    ``report`` is the one that ``source`` was opened with. What it collects goes with the chunk
    that is read next.
    """

    def __init__(self, source: Source, report: Report, cutter: Cutter) -> None:
        self._source, self._report, self._cutter = source, report, cutter
        self._bytes, self._lines = 0, 0  # before what is not yet cut
        self._text = b""  # bytes take half the memory, and less time on their way to a worker
        self._error: InputError | OSError | None = None
        self._cut: list[bytes] = []  # the last first

    def __next__(self) -> Chunk:
        """Return the next chunk, until the input ends, cannot be read, or cannot be cut."""
        while not self._cut:
            block = self._read() if len(self._text) <= self._cutter.longest else b""
            if not block:
                raise StopIteration
            size = max(SIZE, self._bytes // SHARE)
            *cut, self._text = self._cutter.cut(self._text + block, size)
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

    def guess(self, chunk: Chunk) -> int:
        """Return how many records a chunk seems to hold; odd text may hold others."""
        return self._cutter.guess(chunk.text)

    def rest(self) -> Source:
        """Return what is left when there are no more chunks; it fails as the input did."""
        return Source(self._source.name, self._source.head, self._left(), count=self._lines)

    def _left(self) -> Iterator[str]:
        if self._text:
            yield (self._cutter.prefix + self._text).decode()
        if self._error:
            raise self._error
        yield from self._source.blocks
