"""Real exports of EndNote, Zotero and Mendeley: every reference is read, with all that matters."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Level, Report

EXPORTS = {
    "corpus/foreign/zotero_export.xml.gz": 1233,
    "corpus/foreign/mendeley_export.xml.gz": 1233,
    "dedup/copper.xml.gz": 505,
}
# Of each: its element, and what we have of it.
FACTS = {
    "title": ("title", lambda record: record.title),
    "doi": ("electronic-resource-num", lambda record: record.doi),
    "year": ("year", lambda record: record.issued and record.issued.start),
    "volume": ("volume", lambda record: record.volume),
    "pages": ("pages", lambda record: record.page or record.number),
    "abstract": ("abstract", lambda record: record.abstract),
    "journal": ("secondary-title", lambda record: record.container_title),
}


@cache
def read(shared: Path, name: str) -> tuple[list[str], list[Record]]:
    """Return the texts of an export's records, and the records."""
    report = Report()
    records = list(medcite.read(shared / name, report=report))
    assert not [told for told in report.diagnostics if told.level == Level.ERROR]
    text = gzip.decompress((shared / name).read_bytes()).decode()
    return re.findall(r"<record>.*?</record>", text, re.DOTALL), records


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.long if "foreign" in name else ()) for name in EXPORTS],
)
def test_every_reference_is_read(name: str, shared: Path) -> None:
    texts, records = read(shared, name)
    assert len(texts) == len(records) == EXPORTS[name]
    for text, record in zip(texts, records, strict=True):
        kept = {field.tag for field in record.kept}
        for fact, (element, value_of) in FACTS.items():
            has_text = re.search(rf"<{element}>(?:<style[^>]*>)?\s*[^<\s]", text)
            told = any(tag.endswith(element) for tag in kept)
            assert value_of(record) or told or not has_text, (fact, text[:2000])
        authors = text.partition("<authors>")[2].partition("</authors>")[0]
        count = len(re.findall(r"<author>(?:<style[^>]*>)?\s*[^<\s]", authors))
        assert len(record.author) + record.et_al >= count > -1


@pytest.mark.long
def test_two_managers_exports_of_one_library_agree(shared: Path) -> None:
    zotero, mendeley = (
        {record.doi.lower(): record for record in read(shared, name)[1] if record.doi}
        for name in list(EXPORTS)[:2]
    )
    common = zotero.keys() & mendeley.keys()
    assert len(common) > 1000
    for name in ("title", "volume", "issue", "page", "abstract"):
        differ = [
            doi
            for doi in sorted(common)
            if _plain(getattr(zotero[doi], name)) != _plain(getattr(mendeley[doi], name))
        ]
        assert len(differ) <= len(common) // 50, (name, len(differ), differ[:3])


def _plain(value: object) -> str:
    """Return a value without what the two managers change: blanks, markup, entities."""
    return re.sub(r"<[^>]*>|\W", "", str(value)).casefold()
