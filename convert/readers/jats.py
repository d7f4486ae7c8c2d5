"""Reads the references of full texts in JATS, as PubMed Central and publishers have them."""

from __future__ import annotations

from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Location, Report

_START = regex(
    r"<(?:pmc-articleset|ref-list)[\s>]|<article\s[^>]*\b(?:article-type|dtd-version)\s*="
    r"|<article(?:\s[^>]*)?>\s*<(?:processing-meta|front|body|back|ref-list)[\s>]"
    r"|<ref(?:\s[^>]*)?>\s*(?:<label>[^<]*</label>\s*)?<(?:element-|mixed-|nlm-)?citation[\s>-]"
)


def _sniff(head: str) -> bool:
    return _START.search(head) is not None


FORMAT = Format("jats", "the references of JATS full texts", (".nxml", ".jats", ".xml"), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each citation; elements without a place in the model are kept.

    The article itself is not read, which is told.

    Raises:
        InputError: The file declares entities.

    """
    # Every reader is imported to recognise a file's format; few files are JATS.
    from ..jats.references import (  # noqa: PLC0415  # see above
        ARTICLE,
        LAYOUT,
        is_text,
        references_of,
    )
    from ..ris.read.build import build_record  # noqa: PLC0415  # see above
    from ..xml.records import records  # noqa: PLC0415  # see above

    count = 0
    for ref in records(source, LAYOUT, report, report.left_out):
        for reference in references_of(ref, report.left_out):
            count += 1
            record = build_record(reference, source.name, report)
            if is_text(reference):
                message = "the citation has no elements; its text is read as a note"
                report.note(
                    "unstructured", Location(source.name, reference.line, record.key), message
                )
            yield record
    _note_articles(report.left_out.pop(ARTICLE, 0), count, source.name, report)


def _note_articles(articles: int, references: int, file: str, report: Report) -> None:
    """Note that the references were read, and not the articles that cite them."""
    if articles:
        cited = "1 reference" if references == 1 else f"{references} references"
        citing = "the article" if articles == 1 else f"{articles} articles"
        message = f"read the {cited} of {citing}, which itself is no record"
        message = message if articles == 1 else message.replace("which itself is", "which are")
        report.note("not-read", Location(file), message)
