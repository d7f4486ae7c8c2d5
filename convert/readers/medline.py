"""Reads MEDLINE text: what PubMed calls PubMed format and saves as ``.nbib``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..base.lazy_regex import regex
from ..files.source import Source
from ..format_registry import Format
from ..medline import run_on
from ..medline.decode import decode
from ..medline.split import split
from ..medline.validate import validate
from ..model.record import Record
from ..model.report import Report

if TYPE_CHECKING:
    from ..files.chunks import Cutter

_PMID = regex(r"^[ \t\ufeff]*PMID *- ?\d", re.MULTILINE)
_TAGGED = regex(
    r"^[ \t\ufeff]*(OWN|STAT|FAU|DEP|DP|TI|TA|JT|PG|PST|VI|IP|PT|LA|MH|PMC|SO) *- \S", re.MULTILINE
)
_RIS = regex(r"^[ \t\ufeff]*TY  ?- ", re.MULTILINE)
_OVID = regex(r"^[ \t\ufeff]*(?:<\d+\.? ?>[ \t\r]*$|VN {1,2}- )", re.MULTILINE)


def sniff(text: str) -> bool:
    """Whether a text is MEDLINE: it has a PMID line, or several tags that only MEDLINE has."""
    # To compile a pattern takes longer than to look whether it may be found.
    if ("TY  - " in text or "TY - " in text) and _RIS.search(text):
        return False
    if text.startswith("PMID- ") and text[6:7].isdigit():
        return True
    if ("<" in text or "VN" in text) and _OVID.search(text):
        return False
    if _PMID.search(text) or run_on.is_run_on(text[:2000].replace("\n", " ")):
        return True
    return len({match[1] for match in _TAGGED.finditer(text)}) > 2


FORMAT = Format(
    name="medline",
    title="PubMed's MEDLINE text",
    suffixes=(".nbib", ".medline", ".txt"),
    sniff=sniff,
)


def cutter(head: str) -> Cutter | None:
    """Return what cuts a text with this beginning for several processes, ``None`` if it is odd."""
    if not head.lstrip("\n").startswith("PMID- "):
        return None
    from ..medline.chunks import MedlineCutter  # noqa: PLC0415  # short texts are not cut

    return MedlineCutter()


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield the records of ``source``, one at a time: memory does not grow with their number.

    What is odd about a record is reported; a bad record does not affect the next.
    """
    for fields in split(source, report):
        yield decode(fields, source.name, validate(fields, source.name, report))
