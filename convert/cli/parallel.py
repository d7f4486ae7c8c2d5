"""Process long inputs in several worker processes, and yield the output in order.

Only this process reads: it opens the input once, cuts the text between records and sends one chunk
at a time to each worker. What depends on all records is done where the results are joined, so the
output and the diagnostics are the same as those of one process.
"""

import os
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar, runtime_checkable

from .. import format_registry
from ..base.frozen import Frozen
from ..checks.retractions import report_retracted
from ..files import streams, workers
from ..format_registry import OpenedInput, Reader
from ..model.record import Record
from ..model.report import Diagnostic, Report
from .console import Console
from .inputs import Inputs

if TYPE_CHECKING:
    from ..files.chunks import Chunk, Cutter

Output = TypeVar("Output")
# Yields the outputs of some records; the number is how many records come before them.
Process = Callable[[Iterable[Record], Report, int], Iterable[Output]]

MIN_SIZE = 1 << 20  # of a text, in characters, that is worth several processes
MIN_RECORDS = 300  # that are worth several processes
SLICE_SIZE = 100  # records


@runtime_checkable
class ParallelReader(Reader, Protocol):
    """A reader of a text that can be cut, so that several processes read it."""

    def cutter(self, head: str) -> "Cutter | None":
        """Return what cuts a text with this beginning, or ``None`` if it cannot be cut."""
        ...


class ChunkResult(Frozen, Generic[Output]):
    """The outputs of a chunk, what was told and left out of it, and its number of records."""

    outputs: list[Output]
    diagnostics: list[Diagnostic]
    left_out: Counter[str]
    records: int


def process_chunks(
    inputs: Inputs, process: Process[Output], console: Console
) -> Iterator[Output] | None:
    """Yield the outputs of all records; return ``None`` if one process is enough.

    ``process`` must not depend on the records of other chunks, nor on their number.
    """
    run = _start_run(inputs, process, console)
    if run is None:
        return None
    return inputs.wait_for_first(console.follow(run.outputs(run.results(run.chunks))))


def process_numbered_chunks(
    inputs: Inputs, process: Process[Output], console: Console
) -> list[Output] | None:
    """Return the same for a ``process`` that depends on the number of the records before."""
    run = _start_run(inputs, process, console)
    return None if run is None else list(run.outputs(run.numbered_results()))


def process_files(
    names: Sequence[str], process: Callable[[str], Output]
) -> Iterator[Output] | None:
    """Yield what ``process`` returns of each file, in order; ``None`` if one process is enough.

    Several processes are worth it for several long files, each of which only one of them opens.
    """
    files = [name for name in names if os.path.isfile(name)]
    is_several = len(files) == len(names) == len(set(names)) > 1
    if not is_several or workers.number() == 1 or sum(map(os.path.getsize, files)) < MIN_SIZE:
        return None
    return workers.imap(process, names)


def process_slices(
    records: Sequence[Record], process: Callable[[Sequence[Record], int], Output]
) -> list[Output] | None:
    """Return the outputs of slices of ``records``; return ``None`` if there are too few.

    ``process`` gets a slice, and the number of records before it.
    """
    if len(records) < MIN_RECORDS or workers.number() == 1:
        return None
    starts = range(0, len(records), SLICE_SIZE)
    slices = ((records[start : start + SLICE_SIZE], start) for start in starts)
    return list(workers.imap(partial(_process_slice, process), slices))


def process_batches(
    records: Iterable[Record], process: Callable[[Sequence[Record]], Output]
) -> Iterator[Output]:
    """Yield the outputs of batches of ``records``, which are taken as they are needed."""
    records = iter(records)
    first = list(islice(records, MIN_RECORDS))
    if len(first) < MIN_RECORDS or workers.number() == 1:
        yield from map(process, _batches(chain(first, records)))
    else:
        yield from workers.imap(process, _batches(chain(first, records)))


def _batches(records: Iterator[Record]) -> Iterator[list[Record]]:
    while batch := list(islice(records, SLICE_SIZE)):
        yield batch


def _process_slice(
    process: Callable[[Sequence[Record], int], Output], arguments: tuple[Sequence[Record], int]
) -> Output:
    return process(*arguments)


def _start_run(
    inputs: Inputs, process: Process[Output], console: Console
) -> "_ParallelRun[Output] | None":
    """Open the only input, if its text can be cut and is, or may be, long."""
    opened = inputs.open_single() if workers.number() > 1 else None
    if opened is None or 0 < opened.source.size < MIN_SIZE:
        return None
    if not isinstance(opened.reader, ParallelReader):
        return None
    cutter = opened.reader.cutter(opened.source.head)
    return _ParallelRun(inputs, opened, cutter, process, console.report) if cutter else None


class _ChunkWork(Generic[Output]):
    """What a worker does with a chunk of the input called ``name``."""

    def __init__(self, name: str, format: str, process: Process[Output]) -> None:
        self._name, self._format, self._process = name, format, process

    def __call__(self, chunk: "Chunk") -> ChunkResult[Output]:
        """Process the records of a chunk."""
        report, count = Report(), 0
        report.diagnostics += chunk.told

        def count_records() -> Iterator[Record]:
            nonlocal count
            records = format_registry.reader(self._format).read(chunk.source(self._name), report)
            for record in report_retracted(records, report):
                count += 1
                yield record

        outputs = list(self._process(count_records(), report, chunk.records))
        return ChunkResult(outputs, report.diagnostics, report.left_out, count)


class _ParallelRun(Generic[Output]):
    """One long input on its way through the workers."""

    def __init__(
        self,
        inputs: Inputs,
        opened: OpenedInput,
        cutter: "Cutter",
        process: Process[Output],
        report: Report,
    ) -> None:
        from ..files.chunks import Chunks  # noqa: PLC0415  # not for short inputs

        self._inputs, self._opened, self._process, self._report = inputs, opened, process, report
        self._work = _ChunkWork(opened.source.name, opened.reader.FORMAT.name, process)
        opened.report.sink = None  # diagnostics of reading wait for those of the records before
        self.chunks = Chunks(opened.source, opened.report, cutter)

    def results(self, chunks: "Iterator[Chunk]") -> Generator[ChunkResult[Output]]:
        """Yield the result of each chunk, processed here until the input is known to be long."""
        size = self._opened.source.size
        while size < MIN_SIZE:
            chunk = next(chunks, None)
            if chunk is None:
                return
            size += len(chunk.text)
            yield self._work(chunk)
        yield from workers.imap(self._work, chunks, self._is_ready)

    def numbered_results(self) -> Iterator[ChunkResult[Output]]:
        """Yield the same, with the right number of records before each chunk."""
        submitted: deque[Chunk] = deque()
        records = 0
        with closing(self.results(self._number(submitted))) as results:
            for result in results:
                if submitted[0].records != records:  # irregular text: the guess was wrong
                    break
                submitted.popleft()
                records += result.records
                yield result
        for chunk in chain(submitted, self.chunks):
            result = self._work(chunk._replace(records=records))
            records += result.records
            yield result

    def _number(self, submitted: "deque[Chunk]") -> "Iterator[Chunk]":
        """Yield chunks with a guess of how many records come before; add them to ``submitted``."""
        records = 0
        for chunk in self.chunks:
            submitted.append(chunk._replace(records=records))
            yield submitted[-1]
            records += self.chunks.guess(chunk)

    def outputs(self, results: Iterator[ChunkResult[Output]]) -> Iterator[Output]:
        """Yield the outputs of all chunks and of the rest of the input, and report diagnostics."""
        records = 0
        for result in results:
            self._report_all(result.diagnostics)
            self._opened.report.left_out += result.left_out
            yield from result.outputs
            records += result.records
        opened = self._opened.replace(source=self.chunks.rest())
        self._report_all(opened.report.diagnostics)
        opened.report.sink = self._report.add
        rest = report_retracted(self._inputs.read(opened), opened.report)
        if not records:
            rest = self._inputs.wait_for_first(rest)
        yield from self._process(rest, self._report, records)

    def _report_all(self, diagnostics: Iterable[Diagnostic]) -> None:
        for diagnostic in diagnostics:
            self._report.add(diagnostic)

    def _is_ready(self) -> bool:
        return self.chunks.is_cut() or streams.ready(self._opened.source.stream)
