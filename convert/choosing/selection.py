"""Choose records: those of a condition or a list, one an article, then a sample or the first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import nsmallest
from itertools import islice
from random import Random

from ..base.errors import ArgumentError
from ..base.frozen import Frozen
from ..base.suggestions import hint
from ..base.type_check import require
from ..model.record import Record
from ..model.report import Location, Report
from ..options import Options, SelectOptions
from ..output import sorting
from ..query.grammar import Condition, parse
from .copies import without_copies
from .wanted import WantedArticles


class Selection(Frozen):
    """What a user wants of some records; without any of it, all of them.

    ``order`` is that of ``--sort``, by which the first records (``limit``) are the first.
    """

    where: Condition | None = None
    wanted: WantedArticles | None = None
    unique: bool = False
    sample: int | None = None
    seed: int = 0
    order: str = "none"
    limit: int | None = None

    @property
    def takes_all(self) -> bool:
        """Whether nothing is left out."""
        return self == Selection(order=self.order, seed=self.seed)

    def of(self, records: Iterable[Record], report: Report) -> Iterator[Record]:
        """Yield the chosen records, and report how many they are and what was not found.

        Records are passed on one at a time, unless an order or a sample needs all of them.
        """
        if self.takes_all:
            yield from records
            return
        read, chosen = _Counted(records), 0
        for record in self._first(self._asked(read, report)):
            chosen += 1
            yield record
        if self.wanted:
            for record in read:  # behind the limit
                self.wanted.has(record)
            self.wanted.report_missing(report)
        records_chosen = "1 record" if chosen == 1 else f"{chosen:,} records"
        message = f"{records_chosen} chosen, of {read.number:,} read"
        tell = report.note if chosen or not read.number else report.warning
        tell("chosen", Location("medcite"), message)

    def sorted(self, records: Iterable[Record], report: Report) -> Iterator[Record]:
        """Return the same in the order asked for."""
        return iter(sorting.ordered(self.of(records, report), Options(sort=self.order)))

    def _asked(self, records: Iterable[Record], report: Report) -> Iterable[Record]:
        """Return the records of the condition and the list, without copies, of a sample."""
        if self.wanted:
            records = filter(self.wanted.has, records)
        if self.where:
            records = filter(self.where, records)
        if self.unique:
            records = without_copies(records, report)
        return records if self.sample is None else sampled(records, self.sample, self.seed)

    def _first(self, records: Iterable[Record]) -> Iterable[Record]:
        """Return the first records in the order asked for."""
        if self.limit is None:
            return records
        return islice(sorting.ordered(records, Options(sort=self.order)), self.limit)


def selection_of(where: str, choice: SelectOptions) -> Selection:
    """Return what keyword arguments choose; a condition ``""`` takes all records.

    Raises:
        QueryError: The condition is wrong.
        UnknownError: There is no such order.
        ArgumentError: There is no such option, or it has a value of the wrong type.

    """
    require("where", where, "a condition", isinstance(where, str))
    for name, value in choice.items():
        if name not in _CHECKS:
            raise ArgumentError(f"there is no option {name!r}{hint(name, _CHECKS)}")
        expected, accepts = _CHECKS[name]
        require(name, value, expected, accepts(value))
    order, ids = choice.get("sort", "none"), choice.get("ids")
    sorting.check(order)
    return Selection(
        parse(where) if where else None,
        None if ids is None else WantedArticles((name, Location(record=name)) for name in ids),
        choice.get("unique", False),
        choice.get("sample"),
        choice.get("seed", 0),
        order,
        choice.get("limit"),
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


# Of each keyword argument: what it takes, and whether a value is that.
_CHECKS: dict[str, tuple[str, Callable[[object], bool]]] = {
    "ids": ("a list of names", lambda v: isinstance(v, Iterable) and not isinstance(v, str)),
    "unique": ("True or False", lambda value: isinstance(value, bool)),
    "sample": ("a number", _is_number),
    "seed": ("a number", _is_number),
    "sort": ("a str", lambda value: isinstance(value, str)),
    "limit": ("a number", _is_number),
}


class _Counted:
    """Passes records on and counts them."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records, self.number = iter(records), 0

    def __iter__(self) -> Iterator[Record]:
        return self

    def __next__(self) -> Record:
        record = next(self._records)
        self.number += 1
        return record


def sampled(records: Iterable[Record], size: int, seed: int) -> list[Record]:
    """Return a random sample in the records' order; the same for the same records and seed.

    Each record gets a random number, and those with the smallest are taken: the numbers of
    ``random()`` are the same in every version of Python.
    """
    numbers = Random(seed)
    drawn = ((numbers.random(), place, record) for place, record in enumerate(records))
    taken = nsmallest(size, drawn, key=lambda draw: draw[:2])
    return [record for _, _, record in sorted(taken, key=lambda draw: draw[1])]
