"""One long file by several processes: each reads some parts of it, and gives their output.

What depends on all records is settled where the parts come together, so the output and the
diagnostics are the same as of one process.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from convert import api, formats
from convert.cli import inputs
from convert.cli.console import Console
from convert.medline import parts
from convert.model import Record
from convert.report import Diagnostic, InputError, Report
from convert.source import open_source

Thing = TypeVar("Thing")
Make = Callable[[Iterable[Record], Report], Iterable[Thing]]
# Of one part: what was made, the diagnostics, the number of lines, and what hindered to go on.
Made = tuple[list[Thing], list[Diagnostic], int, InputError | OSError | None]

ONCE = frozenset({"encoding"})  # told of a file once, whatever the number of its parts


def things(arguments: Namespace, make: Make[Thing], console: Console) -> Iterator[Thing] | None:
    """Give what ``make`` makes of the input's records, or ``None`` where one process does as well.

    ``make`` must not need to know the records of other parts.
    """
    if len(arguments.inputs) > 1:
        return None
    name = arguments.inputs[0]
    if not _is_usual(name, arguments.source):
        return None
    from convert import hands  # the modules that it needs are for long files only

    if hands.number() < 2:
        return None
    made = hands.spread(partial(_work, name, make), hands.number())
    return console.follow(_joined(name, made, console.report))


def _is_usual(name: str, form: str | None) -> bool:
    """Tell whether an input is a long MEDLINE file that begins with a usual record."""
    try:
        if not parts.is_long(name):
            return False
        source = open_source(name, Report())
        reader = formats.reader(form) if form else formats.recognise(source, Report())
    except (InputError, OSError):
        return False  # one process tells what is wrong
    return reader.FORMAT.name == "medline"


def _work(name: str, make: Make[Thing], number: int) -> Made[Thing] | None:
    """Make what there is to make of one part."""
    report, made, wrong = Report(), list[Thing](), None
    source = parts.part(name, number, report)
    if source is None:
        return None
    try:
        records = formats.reader("medline").read(source, report)
        made.extend(make(api.watched(records, report), report))
    except (InputError, OSError) as error:
        wrong = error
    return made, report.diagnostics, source.count, wrong


def _joined(name: str, parts: Iterable[Made[Thing]], report: Report) -> Iterator[Thing]:
    """Yield all parts' things, telling what is to be told about each."""
    lines, told = 0, set[str]()
    for made, diagnostics, count, wrong in parts:
        for diagnostic in diagnostics:
            if diagnostic.code not in told:
                report.add(_moved(diagnostic, lines))
            told.update(ONCE & {diagnostic.code})
        yield from made
        lines += count
        if wrong:
            inputs.unreadable(name, wrong, report)
            return


def _moved(diagnostic: Diagnostic, lines: int) -> Diagnostic:
    """Give a diagnostic about a part the line that it is about in the whole."""
    where = diagnostic.where
    if not where.line or not lines:
        return diagnostic
    return diagnostic._replace(where=where._replace(line=where.line + lines))
