"""Reads PubMed's Abstract (text), which its web site saves beside the MEDLINE format."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..files.source import Source
from ..format import PREFERRED, Format
from ..model.record import Record
from ..model.report import Report

_START = regex(
    r"\A\s*\d+\. \S[^\n]*(?:\n[^\n]+)*?\. (?:1[5-9]|20)\d\d\b[^\n]*(?:\n[^\n]+)*\n\s*\n(?=\S)"
)


def _sniff(head: str) -> bool:
    return _START.match(head) is not None


FORMAT = Format("pubmed-abstract", "PubMed's Abstract (text)", (), _sniff, library=PREFERRED)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each citation, decoded as the MEDLINE reader decodes it."""
    # Every reader is imported to recognise a file's format; few files are this.
    from ..medline.decode import decode  # noqa: PLC0415  # see above
    from ..medline.validate import validate  # noqa: PLC0415  # see above
    from ..pubmed.abstract import split_abstracts  # noqa: PLC0415  # see above

    for fields in split_abstracts(source.lines, source.name, report, report.left_out):
        kept = validate(fields, source.name, report)
        yield decode(fields, source.name, kept, FORMAT.name)
