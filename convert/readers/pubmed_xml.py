"""Reads PubMed XML, as E-utilities and NLM's yearly files have it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..base.lazy_regex import regex
from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report

if TYPE_CHECKING:
    from ..files.chunks import Cutter

_START = regex(r"<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle|MedlineCitation)\b")


def _sniff(head: str) -> bool:
    return _START.search(head) is not None


FORMAT = Format("pubmed-xml", "PubMed XML", (".xml",), _sniff)


def cutter(head: str) -> Cutter | None:
    """Return what cuts a text with this beginning for several processes, ``None`` if it is odd."""
    from ..pubmed.chunks import article_cutter  # noqa: PLC0415  # short texts are not cut

    return article_cutter(head)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each article or book, decoded as the MEDLINE reader decodes it.

    Raises:
        InputError: The file declares entities.

    """
    # The formats are looked through at every start, which needs none of this.
    from ..medline.decode import decode  # noqa: PLC0415  # as said above
    from ..medline.validate import validate  # noqa: PLC0415  # as said above
    from ..pubmed.articles import articles  # noqa: PLC0415  # as said above
    from ..pubmed.fields import fields_of  # noqa: PLC0415  # as said above

    for article in articles(source, report):
        fields = fields_of(article, source.name, report)
        if fields is None:
            continue
        kept = validate(fields, source.name, report)
        yield decode(fields, source.name, kept, "pubmed-xml")
