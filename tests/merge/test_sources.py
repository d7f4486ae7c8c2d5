"""Databases are known by their names in exports, by their numbers and by their own formats."""

from __future__ import annotations

import pytest
from medcite.merge.sources import database, source_of
from medcite.model.record import Record
from medcite.model.values import Field, Origin


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Embase", "Embase"),
        ("Ovid MEDLINE(R) ALL <1946 to June 2023>", "MEDLINE"),
        ("EBM Reviews - Cochrane Central Register of Controlled Trials", "CENTRAL"),
        ("Web of Science Core Collection", "Web of Science"),
        ("SCOPUS", "Scopus"),
        ("APA PsycInfo <1806 to 2023>", "PsycINFO"),
        ("NLM", "PubMed"),
        ("CINAHL Plus with Full Text", "CINAHL"),
        ("duplicate", ""),
        ("Numeric data", ""),
    ],
)
def test_a_database_by_any_of_its_names(text: str, name: str) -> None:
    assert database(text) == name


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (Record(pmid="1", origin=Origin("medline", "a.nbib")), "PubMed 1"),
        (Record(pmid="1", kept=(Field("DB", "Ovid MEDLINE(R)"),)), "MEDLINE 1"),
        (Record(kept=(Field("DB", "Embase"), Field("AN", "L2005"))), "Embase L2005"),
        (Record(kept=(Field("AN", "WOS:0001"),)), "Web of Science WOS:0001"),
        (Record(kept=(Field("accession-num", "CN-02017416"),)), "CENTRAL CN-02017416"),
        (Record(doi="10.1/x", origin=Origin("ris", "/x/my.search.ris")), "my 10.1/x"),
        (Record(key="smith", origin=Origin("bibtex", "refs.bib")), "refs smith"),
    ],
)
def test_where_a_record_was_found(record: Record, expected: str) -> None:
    assert str(source_of(record)) == expected
