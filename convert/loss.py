"""What a writer leaves out of a record, told in one note."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

from convert.model import Record
from convert.report import Report, Where

# What speaks of the record and not of the publication: no reader of a citation misses it.
HOUSEKEEPING = frozenset({"admin", "origin", "source_line", "keyword_owner", "identifiers", "key"})


def tell(record: Record, homes: frozenset[str], report: Report) -> None:
    """Note what ``record`` says and a format with ``homes`` for these attributes cannot hold."""
    lost = [name for name in _homeless(homes) if getattr(record, name)]
    if any(name.affiliations for name in record.author):
        lost.append("affiliations of authors")
    if lost:
        where = Where(*_place(record), record.pmid or record.key)
        report.note("not-written", where, f"no place for {', '.join(lost)}".replace("_", " "))


def _place(record: Record) -> tuple[str, int]:
    return (record.origin.file, record.origin.line) if record.origin else ("", 0)


@cache
def _homeless(homes: frozenset[str]) -> tuple[str, ...]:
    """Give the attributes of the model that are in neither ``homes`` nor the housekeeping."""
    return tuple(each.name for each in fields(Record) if each.name not in homes | HOUSEKEEPING)
