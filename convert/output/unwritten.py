"""What a writer leaves out of a record, told in one note."""

from __future__ import annotations

from functools import cache

from ..checks.notices import place
from ..model import peek
from ..model.lazy import LAZY
from ..model.record import NOT_IN_PUBMED, Record
from ..model.report import Report

# What speaks of the record and not of the publication: no reader of a citation misses it.
# The date of submission is one of the history's.
HOUSEKEEPING = frozenset(
    {"admin", "origin", "source_line", "keyword_owner", "identifiers", "key", "submitted"}
)


def tell(record: Record, homes: frozenset[str], report: Report) -> None:
    """Note what ``record`` says and a format with ``homes`` for these attributes cannot hold."""
    light, heavy = _homeless(homes, peek.may_exceed_pubmed(record))
    said = peek.known_values(record)  # often without the attributes that are empty
    lost = [] if said.keys().isdisjoint(light) else [name for name in light if said.get(name)]
    lost += peek.having(record, heavy)
    if "kept" in lost:  # by the fields' own names
        lost.remove("kept")
        lost += dict.fromkeys(each.tag for each in record.kept)
    if peek.has_affiliations(record):
        lost.append("affiliations of authors")
    if lost:
        told = ", ".join(lost).replace("_", " ")
        report.note("not-written", place(record), f"no place for {told}")


@cache
def _homeless(homes: frozenset[str], beyond: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the attributes that are in neither ``homes`` nor the housekeeping: light, heavy."""
    told = homes | HOUSEKEEPING if beyond else homes | HOUSEKEEPING | NOT_IN_PUBMED
    names = [name for name in Record.names if name not in told]
    light = tuple(name for name in names if name not in LAZY)
    return light, tuple(name for name in names if name in LAZY)
