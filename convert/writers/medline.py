"""Writes MEDLINE text, as PubMed saves it (``.nbib``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..base.lazy_regex import regex
from ..checks.notices import place
from ..format_registry import SELECTION, Format
from ..medline.encode import encode, types
from ..model.record import BEYOND, Record
from ..model.report import Report
from ..options import Options
from ..output import sorting
from ..tables.kinds import PAGED

FORMAT = Format("medline", "PubMed's MEDLINE text", (".nbib", ".medline"), ignores=SELECTION)

WIDTH = 81  # of a value's line: PubMed wraps at 87 columns, and a tag takes six
_BREAK = regex(r"[\r\n\f\v]+ *")
_WRAP = regex(rf"(?=.{{{WIDTH + 1}}})(.{{1,{WIDTH}}}(?<! )|[^ ]+) (?! )", re.DOTALL)


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield each record's text; what PubMed has no tag for is told as ``not-written``."""
    between = ""
    for record in sorting.ordered(records, options):
        yield between + "".join(_lines(tag, value) for tag, value in encode(record))
        between = "\n"
        _tell(record, report)


def _lines(tag: str, value: str) -> str:
    """Write one field, wrapped as PubMed does: at a single blank, which stays on its line."""
    value = _BREAK.sub(" ", value)
    if len(value) > WIDTH:
        value = _WRAP.sub("\\1 \n      ", value)
    return f"{tag:4}- {value}\n"


def _tell(record: Record, report: Report) -> None:
    """Note the fields of another format that MEDLINE text has no tag for."""
    said = record.__dict__
    lost = [name.replace("_", " ") for name in sorted(BEYOND) if said.get(name)]
    if not types(record):
        lost.append(f"the type {record.type}")
    if record.number and record.type not in PAGED:
        lost.append("number")
    if record.kept and not (record.origin and record.origin.format == "medline"):
        lost += sorted({field.tag for field in record.kept})
    if lost:
        report.note("not-written", place(record), f"no place for {', '.join(lost)}")
