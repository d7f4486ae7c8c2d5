"""What a writer leaves out of a record, in one note."""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from ..checks.retractions import place
from ..model import peek
from ..model.lazy import LAZY
from ..model.record import NOT_IN_PUBMED, Record
from ..model.report import Report

# Attributes about the record and not about the publication: no reader of a citation misses
# them. The date of submission is one of the history's.
_HOUSEKEEPING = frozenset(
    {"admin", "origin", "source_line", "keyword_owner", "identifiers", "key", "submitted"}
)


def note_unwritten(
    record: Record, homes: frozenset[str], report: Report, kept: Container[str] = ()
) -> None:
    """Note what ``record`` says beyond the attributes for which a format has ``homes``.

    ``kept`` are the tags of kept fields that are written.
    """
    light, heavy = _homeless(homes, peek.may_exceed_pubmed(record))
    values = peek.known_values(record)  # often without the attributes that are empty
    lost = [] if values.keys().isdisjoint(light) else [name for name in light if values.get(name)]
    lost += peek.having(record, heavy)
    if "kept" in lost:  # by the fields' own names
        lost.remove("kept")
        lost += dict.fromkeys(field.tag for field in record.kept if field.tag not in kept)
    if peek.has_affiliations(record):
        lost.append("affiliations of authors")
    if lost:
        names = ", ".join(lost).replace("_", " ")
        report.note("not-written", place(record), f"no place for {names}")


@cache
def _homeless(homes: frozenset[str], beyond: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the attributes without a home: those that are ready, and those decoded on demand."""
    known = homes | _HOUSEKEEPING if beyond else homes | _HOUSEKEEPING | NOT_IN_PUBMED
    names = [name for name in Record.names if name not in known]
    light = tuple(name for name in names if name not in LAZY)
    return light, tuple(name for name in names if name in LAZY)
