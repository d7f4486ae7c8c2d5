"""An output in several files, each whole by itself: ``all-1.ris``, ``all-2.ris``..."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain, count, islice

from ..model.record import Record
from ..model.report import Location, Report


def parts(records: Iterable[Record], size: int) -> Iterator[Iterator[Record]]:
    """Yield the records in parts of ``size``, each of which is read before the next.

    There is one part even of no records.
    """
    rest = iter(records)
    first = list(islice(rest, 1))
    while True:
        yield chain(first, islice(rest, size - len(first)))
        first = list(islice(rest, 1))
        if not first:
            return


def name(file: str, number: int) -> str:
    """Return the name of a part: ``all-2.ris.gz`` of ``all.ris.gz``."""
    folder, base = os.path.split(file)
    stem, dot, suffixes = base.lstrip(".").partition(".")
    hidden = "." * (len(base) - len(base.lstrip(".")))
    return os.path.join(folder, f"{hidden}{stem}-{number}{dot}{suffixes}")


def warn_of_others(file: str, last: int, report: Report) -> None:
    """Warn of parts behind the last, which an earlier run may have written."""
    for number in count(last + 1):
        other = name(file, number)
        if not os.path.exists(other):
            return
        message = f"is no part of this output, which ends with {name(file, last)}; remove it"
        report.warning("left-over", Location(other), message)
