"""All inputs of a command as one stream of records; unreadable inputs are reported and skipped."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from ..base.errors import InputError
from ..checks.retractions import report_retracted
from ..files.source import open_source
from ..format_registry import OpenedInput, TakeFromLibrary, open_input, read_silently
from ..model.record import Record
from ..model.report import Location, Report
from . import choosing, online
from .common_arguments import UsageError
from .console import Console

if TYPE_CHECKING:
    from ..checks.retraction_list import RetractionList
    from ..library.fetched import ArticleSource

Item = TypeVar("Item")


class NothingReadError(Exception):
    """No input had a record, and the reason was reported; there is nothing to write."""


class Inputs:
    """The inputs of a command, in order. Each is opened once.

    ``selection`` are the records that the arguments choose, ``None`` if they take all. Diagnostics
    go to ``report``, by default the console's.
    """

    def __init__(
        self, arguments: Namespace, console: Console, report: Report | None = None
    ) -> None:
        self._names: list[str] = arguments.inputs
        self._format: str | None = arguments.source
        self._console, self._report = console, report or console.report
        self._source = online.source(arguments, console)  # fetches articles, if that is wished
        self._take = _exports(arguments.from_library, self._source)
        self._flag = "--from-library" if arguments.from_library else ""
        self.selection = choosing.selection(arguments, console.report)
        self._retractions = retraction_list(arguments, console.report)
        self._opened: dict[str, OpenedInput | None] = {}  # opened before their turn

    def open_single(self) -> OpenedInput | None:
        """Open the input if there is only one, and all of it is taken; else return ``None``.

        ``None`` also says that it cannot be opened.

        Raises:
            UnknownError: There is no format with the name that ``--from`` gives.

        """
        if len(self._names) != 1 or self.selection or self._retractions:
            return None
        name = self._names[0]
        if name not in self._opened:
            self._opened[name] = self._open(name)
        return self._opened[name]

    def records(self) -> Iterator[Record]:
        """Yield the records of all inputs; raise as ``open_single`` and ``wait_for_first`` do."""
        records = self._marked()
        if self.selection:
            records = self.selection.of(records, self._report)
        return self._told(records)

    def unchosen(self) -> Iterator[Record]:
        """Yield the records of all inputs, whatever the arguments choose; raise likewise."""
        return self._told(self._marked())

    def wait_for_first(self, items: Iterator[Item]) -> Iterator[Item]:
        """Do what the function of this name does."""
        return wait_for_first(items, self._console)

    def read(self, opened: OpenedInput) -> Iterator[Record]:
        """Yield the records of an input, until it cannot be read; retractions are not told."""
        if self._flag and not opened.reader.FORMAT.library:
            message = f"has its records itself: {self._flag} changes nothing"
            self._report.warning("unused-option", Location(opened.source.name), message)
        try:
            yield from read_silently(opened, self._take)
        except (InputError, OSError) as error:
            self._unreadable(opened.source.name, error)

    def fetched(self, records: Iterable[Record], keys: Iterable[str]) -> Iterator[Record]:
        """Yield the articles that ``keys`` name and ``records`` lack, if they may be fetched."""
        if not self._source:
            return
        from ..library.fetched import lacking  # noqa: PLC0415  # few runs fetch articles

        yield from self._noticed(self._with_marks(lacking(records, keys, self._source)))

    def _told(self, records: Iterator[Record]) -> Iterator[Record]:
        """Return the records, with what became of each reported."""
        return self.wait_for_first(self._console.follow(self._noticed(records)))

    def _noticed(self, records: Iterator[Record]) -> Iterator[Record]:
        """Report what became of each record."""
        if self._retractions:
            records = self._retractions.told(records, self._report)
        return report_retracted(records, self._report)

    def _marked(self) -> Iterator[Record]:
        """Return all records, with the retractions that a list knows."""
        return self._with_marks(self._all())

    def _with_marks(self, records: Iterator[Record]) -> Iterator[Record]:
        return map(self._retractions.marked, records) if self._retractions else records

    def _all(self) -> Iterator[Record]:
        for name in self._names:
            opened = self._opened.pop(name) if name in self._opened else self._open(name)
            if opened:
                yield from self.read(opened)

    def _open(self, name: str) -> OpenedInput | None:
        """Open an input; report it and return ``None`` if it cannot be read."""
        report = self._report
        try:
            return open_input(name, self._format, report)
        except (InputError, OSError) as error:
            self._unreadable(name, error)
            return None

    def _unreadable(self, name: str, error: InputError | OSError) -> None:
        """Report that an input, or the rest of it, cannot be read."""
        message = str(error).removeprefix(f"{name}: ")
        if not isinstance(error, InputError):
            message = (error.strerror or message).lower()
        location = Location("<stdin>" if name == "-" else name)
        self._report.error("unreadable", location, message)


def wait_for_first(items: Iterator[Item], console: Console) -> Iterator[Item]:
    """Wait for the first of ``items``, which are made from records; return all of them.

    Raises:
        NothingReadError: Something failed and nothing was read. Then nothing should be written,
            rather than an empty file in the place of a full one.

    """
    first = next(items, None)
    if first is None and console.status():
        raise NothingReadError
    return _chain(first, items)


def _exports(names: list[str], source: ArticleSource | None) -> TakeFromLibrary | None:
    """Return what takes records from the exports that ``--from-library`` names, or a source."""
    if not names and not source:
        return None
    from ..library.take import Exports  # noqa: PLC0415  # most runs have no library

    return Exports(names, source)


def retraction_list(arguments: Namespace, report: Report) -> RetractionList | None:
    """Return the list that ``--retractions`` names. Raises InputError."""
    if arguments.retractions is None:
        return None
    from ..checks.retraction_list import read_list  # noqa: PLC0415  # most runs have no list

    source = open_source(arguments.retractions, report)
    return read_list(source.lines, source.name)


def refuse_overwriting(arguments: Namespace) -> None:
    """Check that the output is not one of the inputs, which may contain more than the output.

    Raises:
        UsageError: It is one of them; nothing was read or written.

    """
    output = arguments.output
    if not os.path.isfile(output):
        return
    for name in arguments.inputs:
        if os.path.isfile(name) and os.path.samefile(name, output):
            raise UsageError(f"{output} is an input, and would be overwritten; use another -o FILE")


def _chain(first: Item | None, rest: Iterator[Item]) -> Iterator[Item]:
    if first is not None:
        yield first
    yield from rest
