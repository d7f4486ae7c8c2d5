"""A warning where a record's own citation key is not the one that is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import peek
from ..model.report import Location, Report
from ..options import Options
from .sorting import KeyedRecord


def with_warnings(
    keyed: Iterable[KeyedRecord], options: Options, report: Report
) -> Iterator[KeyedRecord]:
    """Yield records with their keys; warn of those that documents cite by another key."""
    for key, record in keyed:
        if record.key and record.key != key and options.key == "default":
            message = f"its key {record.key!r} is not safe, or not its alone; {key} is written"
            where = Location(*peek.location(record), record.pmid or key)
            report.warning("key-changed", where, message)
        yield key, record
