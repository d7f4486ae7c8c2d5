"""Which formats exist. A format is a module; nobody keeps a list.

Every module in ``convert/readers`` and ``convert/writers`` has a ``FORMAT`` and a
``read`` or ``write``; other packages add theirs by the entry points
``convert.readers`` and ``convert.writers``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from convert.model import Record
from convert.options import Options
from convert.report import Report
from convert.source import Source


@dataclass(frozen=True, slots=True)
class Format:
    """A format's name, what it is, its file suffixes, and how its text is recognised.

    ``sniff`` gets the first few thousand characters and says whether they are this format.
    """

    name: str
    title: str
    suffixes: tuple[str, ...] = ()
    sniff: Callable[[str], bool] | None = None


class Reader(Protocol):
    """A module that reads: yields records one at a time, tells the report what it met."""

    FORMAT: Format

    def read(self, source: Source, report: Report) -> Iterator[Record]:
        """Yield the records of ``source``; never raises for bad input inside it."""
        ...


class Writer(Protocol):
    """A module that writes: yields the output's text in pieces."""

    FORMAT: Format

    def write(
        self, records: Iterable[Record], options: Options, report: Report
    ) -> Iterator[str]:
        """Yield text for ``records``; tells ``report`` what the format has no home for."""
        ...
