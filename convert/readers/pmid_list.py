"""Reads a list of PMIDs, whose records are taken from a library of exports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..files.source import Source
from ..format import REQUIRED, Format
from ..model.record import Record
from ..model.report import Location, Report
from ..model.values import Origin

# A label may stand before each number, or above all.
_LABEL = regex(r"\bPMIDs?\b:?", re.IGNORECASE)
_BETWEEN = regex(r"[\s,;\"]+")
_LIST = regex(r"\d{4,8}(?: \d{1,8})*")
_PMID = regex(r"0*(\d{1,8})")


def _sniff(head: str) -> bool:
    return _LIST.fullmatch(" ".join(_words(head))) is not None


FORMAT = Format("pmid-list", "a list of PMIDs", (), _sniff, library=REQUIRED)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record with nothing but its PMID for each number; tell doubles, and other words."""
    seen: set[str] = set()
    for number, line in enumerate(source.lines, start=1):
        for word in _words(line):
            match = _PMID.fullmatch(word)
            where = Location(source.name, number, match[1] if match else "")
            if match is None:
                report.note("stray-text", where, f"{word[:60]!r} is no PMID; left out")
            elif match[1] in seen:
                report.warning("duplicate", where, "the list has this PMID twice; taken once")
            else:
                seen.add(match[1])
                origin = Origin(FORMAT.name, source.name, number)
                yield Record(pmid=match[1], origin=origin)


def _words(text: str) -> Iterator[str]:
    """Return what stands between blanks, commas and quotes, without labels."""
    return filter(None, _BETWEEN.split(_LABEL.sub(" ", text.strip("\ufeff"))))
