"""Records of one article are told from those of another, whichever program wrote them."""

from __future__ import annotations

import pytest
from medcite.matching.rules import NEAR, OTHER, SAME, compare
from medcite.matching.traits import traits_of
from medcite.model.record import Record
from medcite.model.values import Date, Name, Pages, PartialDate

TITLE = "Effects of copper surfaces on hospital acquired infections in intensive care"
ARTICLE = Record(
    title=TITLE,
    author=(Name("Salgado", "Cassandra D"), Name("Sepkowitz", "Kent A"), Name("John", "Joseph F")),
    container_title="Infection control and hospital epidemiology",
    container_title_short="Infect Control Hosp Epidemiol",
    issued=Date(PartialDate(2013, 5), raw="2013 May"),
    volume="34",
    issue="5",
    page=Pages("479-86", "479-486", "479", "486"),
)


def pages(first: str, last: str = "") -> Pages:
    raw = f"{first}-{last}" if last else first
    return Pages(raw, raw, first, last)


def dated(year: int) -> Date:
    return Date(PartialDate(year), raw=str(year))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"title": TITLE.upper()},
        {"title": f"{TITLE}."},
        {"title": f"{TITLE}: a randomized trial"},
        {"title": TITLE.replace("hospital acquired", "hospital-acquired")},
        {"title": TITLE.replace("intensive", "intensve")},
        {"title": f"RETRACTED: {TITLE}"},
        {"author": (Name("Salgado", "C. D."), Name("Sepkowitz", "K. A."))},
        {"author": (Name("Salgado", "C"),), "et_al": True},
        {"author": ()},
        {"container_title": "Infect Control Hosp Epidemiol"},
        {"container_title": "Infect. Control Hosp. Epidemiol.", "container_title_short": ""},
        {"issued": dated(2012), "volume": "34 (5)"},
        {"page": pages("479", "86")},
        {"page": None, "volume": ""},
        {"page": pages("c479")},
        {"page": None, "number": "e1000"},
        {"volume": "34 Suppl 1", "issue": ""},
        {"doi": "10.1086/670207"},
        {"title": "Efectos de las superficies de cobre", "original_title": TITLE},
    ],
)
def test_copies_of_one_article(changes: dict[str, object]) -> None:
    verdict = compare(traits_of(ARTICLE), traits_of(ARTICLE.replace(**changes)))
    assert verdict.answer == SAME, verdict


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ({"pmid": "23571364"}, {"pmid": "23571365"}),
        ({"pmcid": "PMC1"}, {"pmcid": "PMC2"}),
        ({"doi": "10.1086/670207"}, {"doi": "10.1017/ice.2013.5"}),
        ({}, {"title": f"Erratum: {TITLE}"}),
        ({}, {"title": f"Correction to: {TITLE}"}),
        ({}, {"title": f"{TITLE} (vol 34, pg 479, 2013)", "page": None}),
        ({}, {"title": f"Retraction notice to: {TITLE}"}),
        ({}, {"title": f"Comment on: {TITLE}"}),
        ({"publication_types": ("Journal Article",)},
         {"publication_types": ("Published Erratum",)}),
        ({}, {"genre": "Preprint", "type": "article"}),
        ({}, {"doi": "10.1101/2012.05.01.20001"}),
        ({"title": f"{TITLE}. Part 1"}, {"title": f"{TITLE}. Part 2"}),
        ({"title": f"{TITLE} I"}, {"title": f"{TITLE} II"}),
        ({"title": f"{TITLE} in 2012"}, {"title": f"{TITLE} in 2013"}),
        ({}, {"author": (Name("Doe", "Jane"), Name("Roe", "Richard"))}),
        ({}, {"volume": "35", "page": pages("12", "20"), "issued": dated(2014)}),
        ({}, {"container_title": "Journal of hospital infection", "container_title_short": "J Hosp "
              "Infect", "volume": "80", "page": pages("S12")}),
        ({}, {"issued": dated(2016)}),
        ({}, {"title": "Copper"}),
    ],
)  # fmt: skip
def test_other_articles(one: dict[str, object], two: dict[str, object]) -> None:
    first, second = traits_of(ARTICLE.replace(**one)), traits_of(ARTICLE.replace(**two))
    for verdict in (compare(first, second), compare(second, first)):
        assert verdict.answer in (OTHER, NEAR), verdict
        assert verdict.reason


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("10.12688/f1000research.7358.1", "10.12688/f1000research.7358.2"),
        ("10.21203/rs.3.rs-1234/v1", "10.21203/rs.3.rs-1234/v3"),
        ("10.1086/670207", "10.1086/670207"),
        ("10.1016/S0140-6736(97)11096-0", "10.1016/s0140-6736(97)11096-0"),
    ],
)
def test_versions_of_one_doi(one: str, two: str) -> None:
    first, second = ARTICLE.replace(doi=one), ARTICLE.replace(doi=two)
    assert compare(traits_of(first), traits_of(second)).answer == SAME


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"title": "The role of biofilm in endoscopes"}, "other titles"),
        ({"title": f"The {TITLE}", "page": pages("480")}, "other titles"),
    ],
)
def test_abstracts_of_a_supplement_have_one_doi(changes: dict[str, object], reason: str) -> None:
    first = ARTICLE.replace(doi="10.1007/s00125-014-3355-0")
    verdict = compare(traits_of(first), traits_of(first.replace(**changes)))
    assert verdict.answer == NEAR
    assert reason in verdict.reason


def test_a_translation_has_the_same_pmid() -> None:
    first = ARTICLE.replace(pmid="1", doi="10.1/x")
    second = first.replace(title="Efectos de las superficies de cobre", doi="10.1/y")
    assert compare(traits_of(first), traits_of(second)).answer == SAME


def test_a_title_that_many_have_proves_nothing() -> None:
    first = Record(title="Editorial", container_title="BMJ", issued=dated(2020))
    assert compare(traits_of(first), traits_of(first)).answer == NEAR
