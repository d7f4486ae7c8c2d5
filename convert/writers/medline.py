"""Writes MEDLINE text, as PubMed saves it (``.nbib``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..base.lazy_regex import regex
from ..checks.retractions import place
from ..format_registry import SELECTION, Format
from ..medline.encode import encode, types
from ..model import peek
from ..model.record import NOT_IN_PUBMED, Record
from ..model.report import Report
from ..options import Options
from ..output import sorting
from ..tables.characters import CONTROLS
from ..tables.kinds import PAGED

FORMAT = Format("medline", "PubMed's MEDLINE text", (".nbib", ".medline"), ignores=SELECTION)

WIDTH = 81  # of a value's line: PubMed wraps at 87 columns, and a tag takes six
_BREAK = regex(rf"(?:(?!\t)[{CONTROLS}])+ *")
# A longer word has a line of its own. It is tried from its beginning only, not from each letter.
_WRAP = regex(rf"(?=.{{{WIDTH + 1}}})(.{{1,{WIDTH}}}(?<! )|(?<![^ ])[^ ]+) (?! )", re.DOTALL)


def write(records: Iterable[Record], options: Options, report: Report) -> Iterator[str]:
    """Yield each record's text; what PubMed has no tag for is reported as ``not-written``."""
    separator = ""
    for record in sorting.ordered(records, options):
        yield separator + "".join(_lines(tag, value) for tag, value in encode(record))
        separator = "\n"
        _report_unwritten(record, report)


def _lines(tag: str, value: str) -> str:
    """Write one field, wrapped as PubMed does: at a single blank, which stays on its line."""
    value = _BREAK.sub(" ", value)
    if len(value) > WIDTH:
        value = _WRAP.sub("\\1 \n      ", value)
    return f"{tag:4}- {value}\n"


def _report_unwritten(record: Record, report: Report) -> None:
    """Note the attributes of other formats that MEDLINE text has no tag for."""
    names = peek.having(record, sorted(NOT_IN_PUBMED)) if peek.may_exceed_pubmed(record) else []
    unwritten = [name.replace("_", " ") for name in names]
    if not types(record):
        unwritten.append(f"the type {record.type}")
    if record.number and record.type not in PAGED:
        unwritten.append("number")
    if record.kept and not (record.origin and record.origin.format == "medline"):
        unwritten += sorted({field.tag for field in record.kept})
    if unwritten:
        report.note("not-written", place(record), f"no place for {', '.join(unwritten)}")
