"""Reads MEDLINE text: what PubMed calls PubMed format and saves as ``.nbib``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..files.source import Source
from ..format_registry import Format
from ..medline import run_on, validate
from ..medline.build import Later
from ..medline.split import split
from ..model.record import Record
from ..model.report import Report

_PMID = regex(r"^[ \t\ufeff]*PMID *- ?\d", re.MULTILINE)
_TAGGED = regex(
    r"^[ \t\ufeff]*(OWN|STAT|FAU|DEP|DP|TI|TA|JT|PG|PST|VI|IP|PT|LA|MH|PMC|SO) *- \S", re.MULTILINE
)
_RIS = regex(r"^[ \t\ufeff]*TY  ?- ", re.MULTILINE)


def sniff(text: str) -> bool:
    """Tell MEDLINE text by its PMID line, or by several tags that only it has."""
    # To compile a pattern takes longer than to look whether it may be found.
    if ("TY  - " in text or "TY - " in text) and _RIS.search(text):
        return False
    if text.startswith("PMID- ") and text[6:7].isdigit():
        return True
    if _PMID.search(text) or run_on.is_flat(text[:2000].replace("\n", " ")):
        return True
    return len({found[1] for found in _TAGGED.finditer(text)}) > 2


FORMAT = Format(
    name="medline",
    title="PubMed's MEDLINE text",
    suffixes=(".nbib", ".medline", ".txt"),
    sniff=sniff,
)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield the records of ``source`` as they come; memory does not grow with their number.

    What is odd about a record goes to ``report``; no record takes another with it.
    """
    for raw in split(source, report):
        later = Later(raw, source.name)
        validate.tell(later, report)
        yield later.record()
