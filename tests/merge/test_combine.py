"""One record of several copies: the best source wins field by field, and nothing is lost."""

from __future__ import annotations

from itertools import permutations

import pytest
from medcite.merge.combine import by_quality, combine, differences
from medcite.model.record import Record
from medcite.model.values import (
    Date,
    Field,
    Identifier,
    Issn,
    Keyword,
    Name,
    Origin,
    PartialDate,
)

PUBMED = Record(
    title="Copper in hospitals",
    author=(Name("Salgado", "Cassandra D", short="Salgado CD"),),
    container_title="Infection control and hospital epidemiology",
    pmid="23571364",
    issued=Date(PartialDate(2013), raw="2013"),
    issn=(Issn("0899-823X", "print"),),
    keywords=(Keyword("copper"),),
    admin=(Field("LR", "20240101"),),
    origin=Origin("medline", "a.nbib", 1),
)
EMBASE = Record(
    title="Copper in hospitals: a trial",
    author=(Name("Salgado", "C.D."), Name("Sepkowitz", "K.A.")),
    container_title="Infect. Control Hosp. Epidemiol.",
    doi="10.1086/670207",
    volume="34",
    issued=Date(PartialDate(2013, 5), raw="2013 May"),
    abstract="Background: copper.",
    issn=(Issn("0899-823X"), Issn("1559-6834", "electronic")),
    keywords=(Keyword("Copper"), Keyword("infection")),
    identifiers=(Identifier("doi", "10.1086/670207"),),
    origin=Origin("ris", "b.ris", 1),
)


def test_each_field_is_of_the_best_that_has_it() -> None:
    record = combine(by_quality([EMBASE, PUBMED]))
    assert record.title == PUBMED.title
    assert record.author == PUBMED.author
    assert record.container_title == PUBMED.container_title
    assert (record.pmid, record.doi, record.volume) == ("23571364", "10.1086/670207", "34")
    assert record.abstract == EMBASE.abstract
    assert record.issued == EMBASE.issued  # which knows the month too
    assert [keyword.text for keyword in record.keywords] == ["copper", "infection"]
    assert [issn.value for issn in record.issn] == ["0899-823X", "1559-6834"]


def test_the_newest_of_pubmeds_records_wins() -> None:
    old = PUBMED.replace(title="Old", volume="1", admin=(Field("LR", "20200101"),))
    assert combine(by_quality([old, PUBMED])).title == PUBMED.title
    assert combine(by_quality([old, PUBMED])).volume == "1"


def test_a_cut_byline_gives_way_to_a_whole_one() -> None:
    cut = PUBMED.replace(et_al=True)
    record = combine(by_quality([cut, EMBASE]))
    assert (record.author, record.et_al) == (EMBASE.author, False)


@pytest.mark.parametrize(
    "copies", list(permutations([PUBMED, EMBASE, EMBASE.replace(volume="35"), Record(title="x")]))
)
def test_the_order_of_copies_does_not_matter(copies: tuple[Record, ...]) -> None:
    first = by_quality([PUBMED, EMBASE, EMBASE.replace(volume="35"), Record(title="x")])
    assert combine(by_quality(copies)) == combine(first)


def test_merging_one_record_with_itself_changes_nothing() -> None:
    merged = combine(by_quality([PUBMED, EMBASE]))
    assert combine([merged, merged]) == merged


def test_differences_are_told_once() -> None:
    told = list(differences([PUBMED, EMBASE, EMBASE]))
    assert told == []  # a subtitle and a month more
    other = EMBASE.replace(issued=Date(PartialDate(2014), raw="2014"), volume="34")
    assert ("issued", "2013", "2014") in list(differences([PUBMED, other]))
