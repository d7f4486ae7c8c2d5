"""Reads Ovid's exports of MEDLINE, Embase, PsycINFO and others (``.ovd``, ``.cgi``, ``.txt``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report

# A record's number, then a field's tag, or its name with the value indented below.
_START = regex(
    r"^[ \ufeff]?(?:<\d+\.? ?>\s*\n\s?(?:[A-Z][A-Z0-9] {1,2}- |[A-Z][\w /()'@&-]*\n\s+\S)"
    r"|VN {1,2}- Ovid)",
    re.MULTILINE,
)


def _sniff(head: str) -> bool:
    return _START.search(head) is not None


FORMAT = Format("ovid", "Ovid's tagged text", (".ovd", ".cgi"), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each reference; tags without a place in the model are kept."""
    # Every reader is imported to recognise a file's format; few files are Ovid's.
    from ..ovid.lines import split_records  # noqa: PLC0415  # see above
    from ..ovid.reference import reference_of  # noqa: PLC0415  # see above
    from ..ris.read.build import build_record  # noqa: PLC0415  # see above

    for fields in split_records(source.lines, source.name, report):
        yield build_record(reference_of(fields, report.left_out), source.name, report)
