"""Merge: group the copies of each article, combine them, and count what became of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from ..checks.retractions import place
from ..matching.groups import ArticleLink, Decide, Grouping, group
from ..model import peek
from ..model.record import Record
from ..model.report import Report
from ..model.values import Field
from .combine import by_quality, combine, differences
from .copies import Copy, copy_of

DECIDED = "decision"  # the rule of what a person decided


class Counts(NamedTuple):
    """What a PRISMA diagram needs of a merge: numbers of records."""

    read: Counter[str]  # by source
    duplicates: Counter[str]  # by rule
    left: int
    retracted: int
    without_abstract: int
    near: int

    @property
    def summary(self) -> str:
        """The counts in one line."""
        sources = ", ".join(f"{name} {count:,}" for name, count in sorted(self.read.items()))
        rules = ", ".join(f"{rule} {count:,}" for rule, count in self.duplicates.most_common())
        duplicates = _counted(self.duplicates.total(), "duplicate") + f" ({rules})" * bool(rules)
        parts = [
            f"{self.read.total():,} read ({sources})", duplicates, f"{self.left:,} left",
            f"{self.retracted:,} retracted", f"{self.without_abstract:,} without abstract",
        ]  # fmt: skip
        if self.near:
            parts.append(f"{_counted(self.near, 'pair')} to look at (--review FILE)")
        return "; ".join(parts)

    def as_json(self) -> dict[str, object]:
        """Return the counts as JSON has them."""
        return {
            "read": {"total": self.read.total(), "by_source": dict(sorted(self.read.items()))},
            "duplicates": {
                "total": self.duplicates.total(),
                "by_rule": dict(sorted(self.duplicates.items())),
            },
            "left": self.left,
            "retracted": self.retracted,
            "without_abstract": self.without_abstract,
            "near": self.near,
        }


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


class Merge:
    """The copies of all inputs in groups, and what is counted while they are combined."""

    def __init__(self, copies: Sequence[Copy], decide: Decide = lambda one, two: "") -> None:
        self.copies = copies
        self.grouping: Grouping = group([copy.traits for copy in copies], decide)
        self._retracted = 0
        self._without_abstract = 0

    def records(self, report: Report, format: str, source_tag: str) -> Iterator[Record]:
        """Yield one record for each group, in an order that does not depend on the inputs'.

        ``format`` is the output's, of which further fields are kept; ``source_tag`` is the field
        for the databases that have the record, ``""`` for none.
        """
        for places in self.grouping.groups:
            copies = [self.copies[place] for place in places]
            is_alone = len(copies) == 1 and not source_tag
            record = (
                copies[0].record() if is_alone else _combined(copies, format, source_tag, report)
            )
            self._count(record)
            yield record

    def counts(self) -> Counts:
        """Return the counts; those of the records left are known when all were yielded."""
        rules = Counter(link.verdict.rule for link in self.uniting())
        return Counts(
            Counter(copy.source.name for copy in self.copies),
            rules,
            len(self.grouping.groups),
            self._retracted,
            self._without_abstract,
            len(self.grouping.near),
        )

    def uniting(self) -> list[ArticleLink]:
        """Return the links that made one group of two, the surest ones."""
        roots = list(range(len(self.copies)))

        def root(place: int) -> int:
            while roots[place] != place:
                place = roots[place]
            return place

        links = []
        for link in self.grouping.links:
            one, two = root(link.one), root(link.two)
            if one != two:
                roots[two] = one
                links.append(link)
        return links

    def _count(self, record: Record) -> None:
        self._retracted += peek.retracted(record)
        self._without_abstract += not record.abstract


def read_copies(records: Iterable[Record]) -> Iterator[Copy]:
    """Yield what is kept of records, numbered in each input."""
    numbers: Counter[str] = Counter()
    for record in records:
        file = peek.location(record)[0]
        numbers[file] += 1
        yield copy_of(record, numbers[file])


def _combined(copies: Sequence[Copy], format: str, source_tag: str, report: Report) -> Record:
    """Return the one record of a group; report where its copies differ."""
    records = by_quality([copy.record() for copy in copies])
    kept = _kept(records, format)
    sources = sorted({copy.source for copy in copies})
    if source_tag:
        kept += (Field(source_tag, "; ".join(map(str, sources))),)
    for name, own, other in differences(records):
        label = name.replace("_", " ")
        report.note("merged", place(records[0]), f"{label} {own!r} is taken, and not {other!r}")
    record = combine(records, tuple(kept))
    if source_tag and record.origin:
        record = record.replace(origin=record.origin._replace(format=format))
    return record


def _kept(records: Iterable[Record], format: str) -> tuple[Field, ...]:
    """Return the further fields of the copies that are of the output's format, each once."""
    own = [record.kept for record in records if peek.origin_format(record) == format]
    return tuple(dict.fromkeys(chain.from_iterable(own)))
