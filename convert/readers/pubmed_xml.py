"""Reads PubMed XML, as E-utilities and NLM's yearly files have it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report

START = re.compile(r"<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle|MedlineCitation)\b")


def _sniff(head: str) -> bool:
    return START.search(head) is not None


FORMAT = Format("pubmed-xml", "PubMed XML", (".xml",), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each article or book, made as the MEDLINE reader makes it.

    Raises:
        InputError: The file declares entities.

    """
    from ..medline import validate
    from ..medline.build import Later
    from ..pubmed.fields import raw
    from ..pubmed.tree import records

    for node in records(source, report):
        later = Later(raw(node, source.name, report), source.name, "pubmed-xml")
        validate.tell(later, report)
        yield later.record()
