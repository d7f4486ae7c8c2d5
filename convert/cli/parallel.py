"""Long inputs by several processes: workers make the parts of the output, in order.

This process alone reads: it opens the input once, cuts the text between records and hands
each worker a chunk at a time. What depends on all records is settled where the parts come
together, so the output and the diagnostics are the same as of one process.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .. import format_registry
from ..base.frozen import Frozen
from ..checks.notices import report_retracted
from ..files import streams, workers
from ..format_registry import OpenedInput
from ..model.record import Record
from ..model.report import Diagnostic, Report
from .console import Console
from .inputs import Inputs

if TYPE_CHECKING:
    from ..medline.chunks import Chunk

Thing = TypeVar("Thing")
# Makes things of some records; the number is how many records are before them.
Make = Callable[[Iterable[Record], Report, int], Iterable[Thing]]

FORMAT = "medline"  # the one whose text can be cut
LONG = 1 << 20  # characters that are worth several processes
MANY = 300  # records that are
SLICE = 100


class Result(Frozen):
    """What was made of a chunk, what there is to tell, and how many records it held."""

    things: list[Any]
    diagnostics: list[Diagnostic]
    records: int


def things(inputs: Inputs, make: Make[Thing], console: Console) -> Iterator[Thing] | None:
    """Yield what ``make`` makes of the records; return ``None`` where one process does as well.

    ``make`` must not need to know the records of other chunks, nor how many there are.
    """
    run = _run(inputs, make, console)
    if run is None:
        return None
    return inputs.begun(console.follow(run.things(run.results(run.chunks))))


def numbered(inputs: Inputs, make: Make[Thing], console: Console) -> list[Thing] | None:
    """Return the same of a ``make`` that needs to know how many records are before its own."""
    run = _run(inputs, make, console)
    return None if run is None else list(run.things(run.counted()))


def sliced(
    records: Sequence[Record], make: Callable[[Sequence[Record], int], Thing]
) -> list[Thing] | None:
    """Return what ``make`` makes of slices of ``records``, or ``None`` where they are too few.

    It gets a slice, and how many records are before it.
    """
    if len(records) < MANY or workers.number() == 1:
        return None
    slices = ((records[start : start + SLICE], start) for start in range(0, len(records), SLICE))
    return list(workers.imap(partial(_call, make), slices))


def _call(make: Callable[..., Thing], arguments: tuple[Any, ...]) -> Thing:
    return make(*arguments)


def _run(inputs: Inputs, make: Make[Thing], console: Console) -> _Run[Thing] | None:
    """Open the only input, if it is usual MEDLINE text and long, or may be."""
    opened = inputs.only() if workers.number() > 1 else None
    if opened is None or opened.reader.FORMAT.name != FORMAT:
        return None
    short = 0 < opened.source.size < LONG
    usual = opened.source.head.lstrip("\n").startswith("PMID- ")
    return _Run(inputs, opened, make, console.report) if usual and not short else None


class _Work(Generic[Thing]):
    """What a worker does with a chunk of the input called ``name``."""

    def __init__(self, name: str, make: Make[Thing]) -> None:
        self._name, self._make = name, make

    def __call__(self, chunk: Chunk) -> Result:
        """Make what there is to make of the records of a chunk."""
        report, count = Report(), 0
        report.diagnostics += chunk.told

        def counted() -> Iterator[Record]:
            nonlocal count
            records = format_registry.reader(FORMAT).read(chunk.source(self._name), report)
            for record in report_retracted(records, report):
                count += 1
                yield record

        made = list(self._make(counted(), report, chunk.records))
        return Result(made, report.diagnostics, count)


class _Run(Generic[Thing]):
    """One long input on its way through the workers."""

    def __init__(
        self, inputs: Inputs, opened: OpenedInput, make: Make[Thing], report: Report
    ) -> None:
        from ..medline.chunks import Chunks  # noqa: PLC0415  # inputs of other formats go without

        self._inputs, self._opened, self._make, self._report = inputs, opened, make, report
        self._work = _Work(opened.source.name, make)
        opened.report.sink = None  # what reading tells has to wait for the records before
        self.chunks = Chunks(opened.source, opened.report)

    def results(self, chunks: Iterator[Chunk]) -> Generator[Result]:
        """Yield what is made of each chunk, here until it turns out that there are many."""
        size = self._opened.source.size
        while size < LONG:
            chunk = next(chunks, None)
            if chunk is None:
                return
            size += len(chunk.text)
            yield self._work(chunk)
        yield from workers.imap(self._work, chunks, self._ready)

    def counted(self) -> Iterator[Result]:
        """Yield the same, seeing to it that the records before each chunk are counted right."""
        handed: deque[Chunk] = deque()
        records = 0
        with closing(self.results(_noted(self.chunks, handed))) as results:
            for result in results:
                if handed[0].records != records:  # odd text held others than it seemed to
                    break
                handed.popleft()
                records += result.records
                yield result
        for chunk in chain(handed, self.chunks):
            result = self._work(chunk._replace(records=records))
            records += result.records
            yield result

    def things(self, results: Iterator[Result]) -> Iterator[Thing]:
        """Yield the things of all chunks and of the rest, telling what there is to tell."""
        records = 0
        for result in results:
            self._tell(result.diagnostics)
            yield from result.things
            records += result.records
        opened = self._opened._replace(source=self.chunks.rest())
        self._tell(opened.report.diagnostics)
        opened.report.sink = self._report.add
        rest = self._inputs.read(opened)
        yield from self._make(rest if records else self._inputs.begun(rest), self._report, records)

    def _tell(self, diagnostics: Iterable[Diagnostic]) -> None:
        for diagnostic in diagnostics:
            self._report.add(diagnostic)

    def _ready(self) -> bool:
        return self.chunks.is_cut() or streams.ready(self._opened.source.stream)


def _noted(chunks: Iterable[Chunk], handed: deque[Chunk]) -> Iterator[Chunk]:
    """Pass chunks on, each with the number of records that seem to be before it; note them."""
    records = 0
    for chunk in chunks:
        handed.append(chunk._replace(records=records))
        yield handed[-1]
        records += chunk.guess()
