"""Counts, for each program and format, how often each fact of the records arrives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import medcite
from medcite.model.record import Record
from medcite.model.report import Report

from tests.receivers.entry import Entry
from tests.receivers.facts import FACTS
from tests.receivers.limits import Limit
from tests.receivers.receiver import SUFFIXES, Receiver


@dataclass
class Rate:
    """How many of the records that have a fact bring it, and those that do not."""

    total: int = 0
    lost: list[Record] = field(default_factory=list)

    @property
    def right(self) -> int:
        return self.total - len(self.lost)


@dataclass
class Outcome:
    """The rate of each fact by its name, why some were lost, and what was lost for no reason."""

    rates: dict[str, Rate] = field(default_factory=dict)
    reasons: dict[str, set[Limit]] = field(default_factory=dict)
    unexplained: list[str] = field(default_factory=list)


def measure(receiver: Receiver, format: str, records: Sequence[Record], folder: Path) -> Outcome:
    """Write records in a format, have a program read them, and compare."""
    path = folder / f"refs{SUFFIXES[format]}"
    keyed = [record.replace(key=f"r{number}") for number, record in enumerate(records)]
    path.write_text(_written(format, keyed, receiver), "utf-8", newline="")
    outcome = Outcome(_rates(format, keyed, _by_key(keyed, receiver.reads[format](path))))
    for fact, rate in outcome.rates.items():
        for record in rate.lost:
            _explain(outcome, receiver, format, fact, record)
    return outcome


def _rates(
    format: str, records: Sequence[Record], entries: dict[str, Entry]
) -> dict[str, Rate]:
    rates: dict[str, Rate] = {}
    for fact in FACTS:
        if format not in fact.formats:
            continue
        for record in records:
            if wanted := fact.wanted(record):
                rate = rates.setdefault(fact.name, Rate())
                rate.total += 1
                if not fact.arrived(wanted, entries.get(record.key, {})):
                    rate.lost.append(record)
    return rates


def _explain(outcome: Outcome, receiver: Receiver, format: str, fact: str, record: Record) -> None:
    """Note why a fact of a record is lost, by the entry as it was written."""
    written = _written(format, [record], receiver)
    limits = [limit for limit in receiver.limits if limit.explains(format, fact, written)]
    if limits:
        outcome.reasons.setdefault(fact, set()).add(limits[0])
    else:
        outcome.unexplained.append(f"{receiver.name} loses the {fact} of\n{written}")


def _written(format: str, records: Sequence[Record], receiver: Receiver) -> str:
    report = Report(sink=lambda _: None)
    return medcite.write(records, format, report=report, **receiver.options)


def _by_key(records: Sequence[Record], entries: list[Entry]) -> dict[str, Entry]:
    """Return what was read by the record's key; by its place where the program drops keys."""
    if all("key" in entry for entry in entries):
        return {entry["key"][0]: entry for entry in entries}
    assert len(entries) == len(records), f"{len(entries)} of {len(records)} entries"
    return {record.key: entry for record, entry in zip(records, entries, strict=True)}
