"""Reads PubMed XML, as E-utilities and NLM's yearly files have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Report, note_left_out

_START = regex(r"<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle|MedlineCitation)\b")


def _sniff(head: str) -> bool:
    return _START.search(head) is not None


FORMAT = Format("pubmed-xml", "PubMed XML", (".xml",), _sniff)


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

    left_out: Counter[str] = Counter()
    for article in articles(source, report, left_out):
        fields = fields_of(article, source.name, report, left_out)
        if fields is None:
            continue
        kept = validate(fields, source.name, report)
        yield decode(fields, source.name, kept, "pubmed-xml")
    note_left_out(left_out, source.name, report)
