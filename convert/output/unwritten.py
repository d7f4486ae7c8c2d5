"""What a writer leaves out of a record, in one note."""

from __future__ import annotations

from functools import cache

from ..checks.notices import place
from ..model.record import BEYOND, HEAVY, Record
from ..model.report import Report

# Attributes about the record and not about the publication: no reader of a citation misses
# them. The date of submission is one of the history's.
_HOUSEKEEPING = frozenset(
    {"admin", "origin", "source_line", "keyword_owner", "identifiers", "key", "submitted"}
)


def note_unwritten(record: Record, homes: frozenset[str], report: Report) -> None:
    """Note what ``record`` says beyond the attributes for which a format has ``homes``."""
    light, heavy = _homeless(homes, record.beyond)
    values = record.__dict__  # often without the attributes that are empty
    lost = [] if values.keys().isdisjoint(light) else [name for name in light if values.get(name)]
    lost += record.having(heavy)
    if "kept" in lost:  # by the fields' own names
        lost.remove("kept")
        lost += dict.fromkeys(field.tag for field in record.kept)
    if record.addressed:
        lost.append("affiliations of authors")
    if lost:
        names = ", ".join(lost).replace("_", " ")
        report.note("not-written", place(record), f"no place for {names}")


@cache
def _homeless(homes: frozenset[str], beyond: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the attributes without a home: those that are ready, and those decoded on demand."""
    known = homes | _HOUSEKEEPING if beyond else homes | _HOUSEKEEPING | BEYOND
    names = [name for name in Record.names if name not in known]
    light = tuple(name for name in names if name not in HEAVY)
    return light, tuple(name for name in names if name in HEAVY)
