"""A record as an entry of Hayagriva's YAML: its fields at their paths, and its parents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TypeAlias

from ..model import peek
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..output import field_selection, superscripts, unwritten, value_choice
from ..tables.hayagriva import OTHER, ROWS, TYPES, USUAL_PARENT
from ..tables.row import Row
from .encode import ENCODERS, Encoder

Fields: TypeAlias = dict[str, object]
TAGS = ("type", *(row.tag for row in ROWS))
# Levels of the table's paths that are parents in the file.
_PARENTS = ("parent", "series", "conference")


def entry_maker(options: Options) -> Callable[[Record, Report], Fields]:
    """Return the function that makes a record's entry, and reports what is lost.

    Raises:
        UnknownError: ``options.fields`` or ``options.omit`` names no field.

    """
    field_selection.check(options, "Hayagriva", TAGS)

    def make(record: Record, report: Report) -> Fields:
        encoders, left_out = _compile(options, record.type)
        entry: Fields = {"type": TYPES.get(record.type, OTHER).name}
        written = set[str]()
        for path, attribute, encode in encoders:
            if value := encode(record):
                _put(entry, path, value)
                written.update(_written(record, attribute, options))
        unwritten.note_unwritten(record, left_out, report, written=written)
        texts = [record.title or record.original_title, record.title_short]
        superscripts.note_carets(record, [*texts, record.abstract * options.abstract], report)
        return _with_parents(entry, record.type)

    return make


@lru_cache(maxsize=64)
def _compile(
    options: Options, csl_type: str
) -> tuple[tuple[tuple[list[str], str, Encoder], ...], frozenset[str]]:
    """Compile the rows of a type; also return what the user leaves out, which is not lost."""
    rows = [row for row in ROWS if _applies(row, csl_type)]
    wanted = [row for row in rows if field_selection.wanted(row.tag, options)]
    left_out = {row.to for row in rows if row not in wanted}
    left_out |= set() if options.abstract else {"abstract"}
    left_out |= {"type"} if TYPES.get(csl_type, OTHER).is_own else set()
    encoders = tuple(
        (row.tag.split("/"), row.to, ENCODERS[row.how](row, options)) for row in wanted
    )
    return encoders, frozenset(left_out)


def _applies(row: Row, csl_type: str) -> bool:
    return csl_type not in row.unless.split() and (not row.when or csl_type in row.when.split())


def _put(entry: Fields, path: list[str], value: object) -> None:
    """Put a value at its path."""
    fields = entry
    for name in path[:-1]:
        inner = fields.setdefault(name, {})
        assert isinstance(inner, dict)  # no path of the table goes on behind a value
        fields = inner
    fields[path[-1]] = value


def _written(record: Record, attribute: str, options: Options) -> Iterator[str]:
    """Yield what the field of an attribute holds: not a date of which it has a part only."""
    date = getattr(record, attribute) if attribute in ("event_date", "accessed") else None
    if attribute == "issued":
        date = value_choice.issued(record, options.date)
        attribute = "issued" if date == record.issued else "available_date"
    if date and (date.end or date.rest or (date.start and date.start.season)):
        return
    yield attribute
    yield from _also(record, attribute)


def _also(record: Record, attribute: str) -> Iterator[str]:
    """Yield what else the field of an attribute holds."""
    if attribute == "title":
        yield from ("title_short", "translated") if record.title else ("original_title",)
    elif attribute == "container_title":
        yield "container_title_short"
    elif attribute == "page" and not record.page:
        yield "number"
    elif attribute == "url" and not record.url:
        yield "nbk"
    elif attribute == "notes" and peek.relation_kinds(record) <= value_choice.NOTICES.keys():
        yield "relations"


def _with_parents(entry: Fields, csl_type: str) -> Fields:
    """Return an entry whose parents are in the file's form: a series is the book's parent."""
    parent, series, conference = (entry.pop(name, None) for name in _PARENTS)
    kind = TYPES.get(csl_type, OTHER)
    parents = []
    if isinstance(parent, dict):
        parents.append({"type": kind.parent or USUAL_PARENT, **parent})
    if isinstance(series, dict):
        outer = {"type": USUAL_PARENT, **series}
        if parents:
            parents[0]["parent"] = outer
        else:
            parents.append(outer)
    if isinstance(conference, dict):
        parents.append({"type": "conference", **conference})
    if parents:
        entry["parent"] = parents[0] if len(parents) == 1 else parents
    return entry
