"""Counts, for each program and format, how often each fact of the records arrives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import medcite
from medcite.model.record import Record
from medcite.model.report import Report

from tests.receivers.entry import Entry
from tests.receivers.facts import FACTS, Fact
from tests.receivers.limits import Limit
from tests.receivers.receiver import SUFFIXES, Receiver


class Loss(NamedTuple):
    """A fact of a record that did not arrive, and what did in its place."""

    fact: Fact
    record: Record
    entry: Entry

    def __str__(self) -> str:
        """Return it in a line for who has to look why."""
        read = self.entry.get(self.fact.part)
        name = self.record.pmid or self.record.title
        return f"{self.fact.name} of {name}: {self.fact.wanted(self.record)!r}, read {read!r}"


@dataclass
class Rate:
    """How many of the records that have a fact bring it."""

    total: int = 0
    right: int = 0


@dataclass
class Outcome:
    """The rate of each fact by its name, why which facts were lost, and what was for no reason."""

    rates: dict[str, Rate] = field(default_factory=dict)
    reasons: dict[Limit, set[str]] = field(default_factory=dict)
    unexplained: list[Loss] = field(default_factory=list)


def measure(receiver: Receiver, format: str, records: Sequence[Record], folder: Path) -> Outcome:
    """Write records in a format, have a program read them, and compare."""
    path = folder / f"refs{SUFFIXES[format]}"
    keyed = [record.replace(key=f"r{number}") for number, record in enumerate(records)]
    path.write_text(_written(format, keyed, receiver), "utf-8", newline="")
    entries = _by_key(keyed, receiver.reads[format](path))
    outcome = Outcome()
    for record in keyed:
        losses = list(_compare(format, record, entries.get(record.key, {}), outcome.rates))
        written = _written(format, [record], receiver) if losses else ""
        for loss in losses:
            limit = receiver.limit_for(format, loss.fact.name, written)
            if limit:
                outcome.reasons.setdefault(limit, set()).add(loss.fact.name)
            else:
                outcome.unexplained.append(loss)
    return outcome


def _compare(format: str, record: Record, entry: Entry, rates: dict[str, Rate]) -> Iterator[Loss]:
    """Count the facts of a record; yield those that are lost."""
    for fact in FACTS:
        if format in fact.formats and (wanted := fact.wanted(record)):
            rate = rates.setdefault(fact.name, Rate())
            rate.total += 1
            if fact.arrived(wanted, entry):
                rate.right += 1
            else:
                yield Loss(fact, record, entry)


def _written(format: str, records: Sequence[Record], receiver: Receiver) -> str:
    report = Report(sink=lambda _: None)
    return medcite.write(records, format, report=report, **receiver.options)


def _by_key(records: Sequence[Record], entries: list[Entry]) -> dict[str, Entry]:
    """Return what was read by the record's key; by its place where the program drops keys."""
    if all("key" in entry for entry in entries):
        return {entry["key"][0]: entry for entry in entries}
    assert len(entries) == len(records), f"{len(entries)} of {len(records)} entries"
    return {record.key: entry for record, entry in zip(records, entries, strict=True)}
