"""All inputs of a command as one stream of records; what cannot be read is told, and skipped."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from typing import TypeVar

from .. import format_registry
from ..base.errors import InputError
from ..format_registry import OpenedInput
from ..model.record import Record
from ..model.report import Location
from .common_arguments import UsageError
from .console import Console

Thing = TypeVar("Thing")


class NothingReadError(Exception):
    """No input gave a record and the reason was told; there is nothing to write."""


class Inputs:
    """The inputs of a command, in their order. Each is opened once."""

    def __init__(self, arguments: Namespace, console: Console) -> None:
        self._names: list[str] = arguments.inputs
        self._format: str | None = arguments.source
        self._console = console
        self._ahead: dict[str, OpenedInput | None] = {}  # opened before its turn

    def only(self) -> OpenedInput | None:
        """Open the input before its turn, if there is one only; ``None`` also if that fails.

        Raises:
            UnknownError: There is no format called as ``--from`` says.

        """
        if len(self._names) != 1:
            return None
        name = self._names[0]
        if name not in self._ahead:
            self._ahead[name] = self._open(name)
        return self._ahead[name]

    def records(self) -> Iterator[Record]:
        """Yield the records of all inputs; raise as :meth:`only` and :meth:`begun`."""
        return self.begun(self._console.follow(self._all()))

    def begun(self, things: Iterator[Thing]) -> Iterator[Thing]:
        """Wait for the first of ``things`` that are made of records, and yield all.

        Raises:
            NothingReadError: Something went wrong and nothing was read: better write nothing
                than an empty file in the place of a full one.

        """
        first = next(things, None)
        if first is None and self._console.status():
            raise NothingReadError
        return _chain(first, things)

    def read(self, opened: OpenedInput) -> Iterator[Record]:
        """Yield the records of an input, up to where it cannot be read."""
        try:
            yield from format_registry.read_records(*opened)
        except (InputError, OSError) as error:
            self._unreadable(opened.source.name, error)

    def _all(self) -> Iterator[Record]:
        for name in self._names:
            opened = self._ahead.pop(name) if name in self._ahead else self._open(name)
            if opened:
                yield from self.read(opened)

    def _open(self, name: str) -> OpenedInput | None:
        """Open an input; ``None``, and told, where it cannot be read."""
        report = self._console.report
        try:
            return format_registry.open_input(name, self._format, report)
        except (InputError, OSError) as error:
            self._unreadable(name, error)
            return None

    def _unreadable(self, name: str, error: InputError | OSError) -> None:
        """Report that an input, or the rest of it, cannot be read."""
        said = str(error).removeprefix(f"{name}: ")
        if not isinstance(error, InputError):
            said = (error.strerror or said).lower()
        self._console.report.error("unreadable", Location("<stdin>" if name == "-" else name), said)


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


def _chain(first: Thing | None, rest: Iterator[Thing]) -> Iterator[Thing]:
    if first is not None:
        yield first
    yield from rest
