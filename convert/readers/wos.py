"""Reads Web of Science's tagged text (``savedrecs.txt``, ``.ciw``)."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report

_START = regex(
    r"\s*(?:FN (?:Clarivate|Thomson|ISI)\b|(?:VR \d.*\s+)?PT [JBSPC]\s*\n[A-Z][A-Z0-9] )"
)


def _sniff(head: str) -> bool:
    return _START.match(head.removeprefix("\ufeff")) is not None


FORMAT = Format("wos", "Web of Science's tagged text", (".ciw",), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each reference; tags without a place in the model are kept."""
    # Every reader is imported to recognise a file's format; few files are Web of Science's.
    from ..ris.read.build import build_record  # noqa: PLC0415  # see above
    from ..wos.tagged_lines import split_references  # noqa: PLC0415  # see above

    for reference in split_references(source.lines, source.name, report, report.left_out):
        yield build_record(reference, source.name, report)
