"""Writes MEDLINE text, as PubMed saves it (``.nbib``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..base.lazy_regex import regex
from ..format_registry import SELECTION, Format
from ..medline.encode import anew, own_fields, types
from ..model import peek
from ..model.record import NOT_IN_PUBMED, Record
from ..model.report import Report
from ..model.values import Date
from ..options import Options
from ..output import sorting, unwritten
from ..tables.characters import CONTROLS
from ..tables.kinds import KINDS, PAGED

FORMAT = Format("medline", "PubMed's MEDLINE text", (".nbib", ".medline"), ignores=SELECTION)

WIDTH = 81  # of a value's line: PubMed wraps at 87 columns, and a tag takes six
# What the rows of the table write of every record that has it, the parts of others among it.
_SOMETIMES = frozenset(
    {"type", "genre", "issue_label", "number", "kept", "available_date", "history"}
)
_HOMES = (frozenset(Record.names) - NOT_IN_PUBMED - _SOMETIMES) | unwritten.ALL_PARTS
_BREAK = regex(rf"(?:(?!\t)[{CONTROLS}])+ *")
# A longer word has a line of its own. It is tried from its beginning only, not from each letter.
_WRAP = regex(rf"(?=.{{{WIDTH + 1}}})(.{{1,{WIDTH}}}(?<! )|(?<![^ ])[^ ]+) (?! )", re.DOTALL)


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield each record's text; what PubMed has no tag for is reported as ``not-written``."""
    separator = ""
    for record in sorting.ordered(records, options):
        own = own_fields(record)
        fields = own or list(anew(record))
        yield separator + "".join(_lines(tag, value) for tag, value in fields)
        separator = "\n"
        if not own:
            written = list(_written(record, dict(fields)))
            unwritten.note_unwritten(record, _HOMES, report, written=written)


def _lines(tag: str, value: str) -> str:
    """Write one field, wrapped as PubMed does: at a single blank, which stays on its line."""
    value = _BREAK.sub(" ", value)
    if len(value) > WIDTH:
        value = _WRAP.sub("\\1 \n      ", value)
    return f"{tag:4}- {value}\n"


def _written(record: Record, fields: Mapping[str, str]) -> Iterator[str]:
    """Yield those attributes that are written of some records only, of which this is one."""
    written = {
        "issue_label": record.issue_label in fields.get("SO", ""),
        "number": record.type in PAGED,
        "available_date": record.available_date and _is_day(record.available_date),
        "history": all(event.date.raw or _is_day(event.date) for event in record.history),
        "kept": peek.is_from_pubmed(record),
    }
    yield from (name for name, is_written in written.items() if is_written)
    yield from _written_as_type(record)


def _written_as_type(record: Record) -> Iterator[str]:
    """Yield the attributes that the publication types say."""
    names = [name.lower() for name in types(record)]
    kinds = [kind for kind in KINDS if kind.name in names]
    if kinds or record.type.startswith(("article", "review")):
        yield "type"
    if record.genre in [kind.genre for kind in kinds]:
        yield "genre"


def _is_day(date: Date) -> bool:
    """Whether a date is neither a range nor in words, which DEP and PHST have no form for."""
    return date.start is not None and not (date.end or date.rest)
