"""One long file by several processes: each reads some parts of it, and gives their output.

What depends on all records is settled where the parts come together, so the output and the
diagnostics are the same as of one process.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from .. import format_registry
from ..base.errors import InputError
from ..base.frozen import Frozen
from ..checks.notices import report_retracted
from ..files.source import open_source
from ..medline import chunks
from ..model.record import Record
from ..model.report import Diagnostic, Location, Report
from . import inputs
from .console import Console

Thing = TypeVar("Thing")
# Makes things of a part's records; the number is how many there are in the parts before.
Make = Callable[[Iterable[Record], Report, int], Iterable[Thing]]

MANY = 300  # records that are worth several processes
SLICE = 100
ONCE = frozenset({"encoding"})  # told of a file once, whatever the number of its parts


class Made(Frozen):
    """What was made of a part, what there is to tell, its size, and what hindered to go on."""

    things: list[Any]
    diagnostics: list[Diagnostic]
    lines: int
    records: int
    wrong: InputError | OSError | None


def things(arguments: Namespace, make: Make[Thing], console: Console) -> Iterator[Thing] | None:
    """Give what ``make`` makes of the input's records, or ``None`` where one process does as well.

    ``make`` must not need to know the records of other parts, nor how many there are.
    """
    made = _several(partial(_work, arguments.inputs[0], make, [])) if _is_usual(arguments) else None
    if made is None:
        return None
    return console.follow(_joined(arguments.inputs[0], made, console.report))


def numbered(arguments: Namespace, make: Make[Thing], console: Console) -> list[Thing] | None:
    """Give the same of a ``make`` that counts; ``None`` also where records were hard to count."""
    if not _is_usual(arguments):
        return None
    name, counts = arguments.inputs[0], list[int]()
    made = _several(partial(_work, name, make, counts))
    if made is None:
        return None
    counts += chunks.counts(name)  # before the first is asked for, which starts the processes
    found = list(made)
    if [each.records for each in found] != counts:
        return None
    return list(_joined(name, found, console.report))


def sliced(
    records: Sequence[Record], make: Callable[[Sequence[Record], int], Thing]
) -> list[Thing] | None:
    """Give what ``make`` makes of slices of ``records``, or ``None`` where they are too few.

    It gets a slice, and how many records are before it.
    """

    def work(number: int) -> Thing | None:
        start = number * SLICE
        return make(records[start : start + SLICE], start) if start < len(records) else None

    made = _several(work) if len(records) >= MANY else None
    return None if made is None else list(made)


def _several(work: Callable[[int], Thing | None]) -> Iterator[Thing] | None:
    """Let several processes do the work, part by part; ``None`` where there is only one."""
    from .. import hands  # the modules that it needs are for long files only

    return hands.spread(work, hands.number()) if hands.number() > 1 else None


def _is_usual(arguments: Namespace) -> bool:
    """Tell whether the input is one long MEDLINE file that begins with a usual record."""
    (name, *others), form = arguments.inputs, arguments.source
    if others:
        return False
    try:
        if not chunks.is_long(name):
            return False
        source = open_source(name, Report())
        reader = (
            format_registry.reader(form) if form else format_registry.recognise(source, Report())
        )
    except (InputError, OSError):
        return False  # one process tells what is wrong
    return reader.FORMAT.name == "medline"


def _work(name: str, make: Make[Thing], counts: Sequence[int], number: int) -> Made | None:
    """Make what there is to make of one part."""
    report, made, wrong, records = Report(), list[Thing](), None, 0
    source = chunks.part(name, number, report)
    if source is None:
        return None

    def counted() -> Iterator[Record]:
        nonlocal records
        for record in report_retracted(
            format_registry.reader("medline").read(source, report), report
        ):
            records += 1
            yield record

    try:
        made.extend(make(counted(), report, sum(counts[:number])))
    except (InputError, OSError) as error:
        wrong = error
    return Made(made, report.diagnostics, source.count, records, wrong)


def _joined(name: str, parts: Iterable[Made], report: Report) -> Iterator[Thing]:
    """Yield all parts' things, telling what is to be told about each."""
    lines, told = 0, set[str]()
    for part in parts:
        for diagnostic in part.diagnostics:
            if diagnostic.code not in told:
                report.add(_moved(diagnostic, lines))
            told.update(ONCE & {diagnostic.code})
        yield from part.things
        lines += part.lines
        if part.wrong:
            inputs.unreadable(name, part.wrong, report)
            return


def _moved(diagnostic: Diagnostic, lines: int) -> Diagnostic:
    """Give a diagnostic about a part the line that it is about in the whole."""
    level, code, (file, line, record, tag), message = diagnostic
    if not line or not lines:
        return diagnostic
    return Diagnostic(level, code, Location(file, line + lines, record, tag), message)
