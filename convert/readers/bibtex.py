"""Reads .bib files: BibTeX's and biblatex's entries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report

_START = regex(
    r"^\s*@(?!comment|preamble|string)[A-Za-z]+\s*[{(]\s*[^\s,{}]*\s*,",
    re.MULTILINE | re.IGNORECASE,
)


def _sniff(head: str) -> bool:
    return _START.search(head) is not None


FORMAT = Format("bibtex", "BibTeX or BibLaTeX", (".bib", ".bibtex"), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each entry; a broken entry is reported, and the next one read."""
    # Every reader is imported to recognise a file's format; few files are .bib files.
    from ..bibtex.read.build import build_record  # noqa: PLC0415  # see above
    from ..bibtex.read.split import split_entries  # noqa: PLC0415  # see above

    for entry in split_entries(source.text(), source.name, report):
        yield build_record(entry, source.name, report)
