"""All inputs of a command as one stream of records; what cannot be read is told, and skipped."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator

from .. import format_registry
from ..base.errors import InputError
from ..model.record import Record
from ..model.report import Location, Report
from .common_arguments import UsageError
from .console import Console


class NothingReadError(Exception):
    """No input gave a record and the reason was told; there is nothing to write."""


def refuse_overwriting(arguments: Namespace) -> None:
    """See that the output is none of the inputs, which may say more than the output can.

    Raises:
        UsageError: It is one; nothing was read or written.

    """
    output = arguments.output
    if not os.path.isfile(output):
        return
    for name in arguments.inputs:
        if os.path.isfile(name) and os.path.samefile(name, output):
            raise UsageError(f"{output} is an input, and would be overwritten; say another -o FILE")


def records(arguments: Namespace, console: Console) -> Iterator[Record]:
    """Yield the records of all inputs.

    Raises:
        UnknownError: There is no format called as ``--from`` says.
        NothingReadError: Something went wrong and nothing was read: better write nothing
            than an empty file in the place of a full one.

    """
    if arguments.source:
        format_registry.reader(arguments.source)
    stream = console.follow(_all(arguments, console))
    first = next(stream, None)
    if first is None and console.status():
        raise NothingReadError
    return _chain(first, stream)


def _all(arguments: Namespace, console: Console) -> Iterator[Record]:
    report = console.report
    for name in arguments.inputs:
        try:
            opened = format_registry.open_input(name, arguments.source, report)
            yield from format_registry.read_records(*opened, report)
        except (InputError, OSError) as error:
            unreadable(name, error, report)


def unreadable(name: str, error: InputError | OSError, report: Report) -> None:
    """Tell that an input, or the rest of it, cannot be read."""
    said = str(error).removeprefix(f"{name}: ")
    if not isinstance(error, InputError):
        said = (error.strerror or said).lower()
    report.error("unreadable", Location(_shown(name)), said)


def _chain(first: Record | None, rest: Iterator[Record]) -> Iterator[Record]:
    if first is not None:
        yield first
    yield from rest


def _shown(name: str) -> str:
    return "<stdin>" if name == "-" else name
