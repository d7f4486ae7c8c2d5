"""What is worth telling about an input, as data: only the command line prints it."""

from collections import Counter
from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import NamedTuple

from ..base import terminal
from ..base.type_check import require


class Level(IntEnum):
    """How much a diagnostic matters; ``ERROR`` means that something was skipped."""

    NOTE = 0
    WARNING = 1
    ERROR = 2

    __hash__ = int.__hash__  # that of an enumeration is no function in C


class Location(NamedTuple):
    """A place in the input; ``record`` is the record's identifier (a PMID or a key)."""

    file: str = ""
    line: int = 0
    record: str = ""
    tag: str = ""


class Diagnostic(NamedTuple):
    """One thing to tell: ``code`` is a short stable word (``unknown-tag``) to filter by."""

    level: Level
    code: str
    where: Location
    message: str

    @property
    def summary(self) -> str:
        """Return record, tag and message, each shortened if it is very long."""
        names = (terminal.shorten(name, terminal.NAME) for name in self.where[2:] if name)
        message = terminal.shorten(self.message, terminal.MESSAGE)
        subject = " ".join(names)
        return f"{subject}: {message}" if subject else message

    def __str__(self) -> str:
        """Return the line that the command line prints.

        Control characters and the like are escaped: nothing in the input can begin a line of
        its own or act on a terminal. The attributes keep the true values.
        """
        place = self.where.file or "-"
        if self.where.line:
            place += f":{self.where.line}"
        return terminal.line(f"{place}: {self.level.name.lower()}[{self.code}]: {self.summary}")


class Report:
    """Collects diagnostics, or hands each to ``sink`` as it comes (flat memory).

    ``left_out`` counts what is left out of a file on purpose, until all of it is read and this is
    told: several processes may each read a part.
    """

    __slots__ = ("counts", "diagnostics", "left_out", "sink")

    def __init__(self, sink: Callable[[Diagnostic], None] | None = None) -> None:
        self.sink = sink
        self.diagnostics: list[Diagnostic] = []
        self.counts: Counter[Level] = Counter()
        self.left_out: Counter[str] = Counter()

    def add(self, diagnostic: Diagnostic) -> None:
        """Take one diagnostic."""
        self.counts[diagnostic.level] += 1
        if self.sink:
            self.sink(diagnostic)
        else:
            self.diagnostics.append(diagnostic)

    def note(self, code: str, where: Location, message: str) -> None:
        """Take a note: nothing is wrong, but the user may want to know."""
        self.add(Diagnostic(Level.NOTE, code, where, message))

    def warning(self, code: str, where: Location, message: str) -> None:
        """Take a warning: the output may not be what the user expects."""
        self.add(Diagnostic(Level.WARNING, code, where, message))

    def error(self, code: str, where: Location, message: str) -> None:
        """Take an error: something was skipped."""
        self.add(Diagnostic(Level.ERROR, code, where, message))


def note_left_out(counts: Mapping[str, int], file: str, report: Report) -> None:
    """Note how many of each element or tag of a file were left out on purpose."""
    for name, number in counts.items():
        if number:
            message = f"{number} × {name} left out: no place in a citation"
            report.note("not-read", Location(file), message)


def logging_report() -> Report:
    """Return a report that hands everything to the logger ``medcite``."""
    from logging import getLogger  # noqa: PLC0415  # the command line has its own report

    logger = getLogger("medcite")

    def log(diagnostic: Diagnostic) -> None:
        logger.log(20 + 10 * diagnostic.level, "%s", diagnostic)  # INFO, WARNING, ERROR

    return Report(sink=log)


def report_or_logger(report: Report | None) -> Report:
    """Return where diagnostics go: the report, or the logger without one. Raises ArgumentError."""
    require("report", report, "a medcite.Report", isinstance(report, Report | None))
    return report or logging_report()
