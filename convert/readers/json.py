"""Reads medcite's own JSON back, without loss: an object of records, or one record a line."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..files.json_stream import items
from ..files.source import Source
from ..format_registry import Format
from ..model import serialize
from ..model.record import Record
from ..model.report import Location, Report

NAMES = frozenset(Record.names)
VERSION = "medcite"  # the name of the version, which comes first
OPENING = regex(rf'\s*\{{\s*"{VERSION}"\s*:\s*\d+\s*(,\s*"(?!records")|\}})?')


def _sniff(head: str) -> bool:
    match = OPENING.match(head)
    return match is not None and not match[1]


FORMAT = Format("json", "medcite's own JSON", (".medcite.json",), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield the records; one that does not fit the model is reported and skipped."""
    yield from read_items(source, report)


def read_items(source: Source, report: Report) -> Iterator[Record]:
    """Yield the record of each object; one that does not fit the model is reported."""
    for item, line in items(source, report):
        item.pop(VERSION, None)
        where = Location(source.name, line, _name(item))
        try:
            yield serialize.load(Record, _known(item, where, report))
        except serialize.ShapeError as error:
            report.error("bad-record", where, f"{str(error).lstrip('.')}; record skipped")


def _name(item: dict[str, object]) -> str:
    """Return the record's PMID or key, for diagnostics."""
    name = item.get("pmid") or item.get("key")
    return name if isinstance(name, str) else ""


def _known(item: dict[str, object], where: Location, report: Report) -> dict[str, object]:
    """Return ``item`` without attributes that the model does not have (yet), and report those."""
    for name in item:
        if name not in NAMES:
            place = where._replace(tag=name)
            report.warning("unknown-field", place, "the model has no such attribute; left out")
    return {name: value for name, value in item.items() if name in NAMES}
