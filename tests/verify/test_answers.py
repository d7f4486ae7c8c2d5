"""References whose fields are known: what agrees, what differs, what is another article's."""

from __future__ import annotations

import pytest
from medcite.model.record import Record
from medcite.model.values import Date, Name, Pages, PartialDate
from medcite.verify.answers import AGREES, DIFFERS, NOT_FOUND, OTHER, RETRACTED, answer
from medcite.verify.catalog import Catalog

ARTICLE = Record(
    title="Mesenchymal stromal cells plus basiliximab improve the response: a trial",
    author=(Name("Fu", "Haixia"), Name("Sun", "Xueyan"), Name("de Souza", "Ana Maria")),
    container_title="BMC medicine",
    container_title_short="BMC Med",
    issued=Date(PartialDate(2024, 2), raw="2024 Feb"),
    available_date=Date(PartialDate(2023, 12), raw="20231220"),
    volume="22",
    issue="1",
    page=Pages("85-9", "85-89", "85", "89"),
    doi="10.1186/s12916-024-03275-5",
    pmid="38413930",
)
OTHERS = (
    Record(title="Copper surfaces in hospitals", author=(Name("Doe", "J"),), doi="10.1000/copper",
           pmid="1", container_title="BMJ", issued=Date(PartialDate(2020))),
    Record(title="A retracted trial of many things in rats", author=(Name("Roe", "R"),), pmid="2",
           container_title="BMJ", publication_types=("Retracted Publication",),
           issued=Date(PartialDate(2019))),
    Record(title="Retraction: A retracted trial of many things in rats", pmid="3",
           author=(Name("Roe", "R"),), container_title="BMJ", volume="9",
           publication_types=("Retraction of Publication",), issued=Date(PartialDate(2021))),
)  # fmt: skip
CATALOG = Catalog([ARTICLE, *OTHERS])


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"pmid": "", "doi": ""},
        {"title": "MESENCHYMAL STROMAL CELLS PLUS BASILIXIMAB IMPROVE THE RESPONSE"},
        {"container_title": "BMC Med.", "container_title_short": ""},
        {"issued": Date(PartialDate(2023)), "available_date": None},
        {"page": Pages("85", "85", "85")},
        {"volume": "", "issue": "", "page": None},
        {"author": (Name("Fu", "H."),), "et_al": True},
        {"author": (Name("Fu", "H"), Name("Sun", "X"), Name("Souza", "Ana Maria de"))},
        {"author": ()},
    ],
)
def test_what_agrees(changes: dict[str, object]) -> None:
    assert answer(ARTICLE.replace(**changes), CATALOG)[:2] == (AGREES, ())


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("title", {"title": ARTICLE.title.replace("stromal", "stem")}),
        ("authors", {"author": ARTICLE.author[:2]}),
        ("authors", {"author": ARTICLE.author[::-1]}),
        ("authors", {"author": (Name("Fu", "Wei"), *ARTICLE.author[1:])}),
        ("journal", {"container_title": "Blood", "container_title_short": "Blood"}),
        ("year", {"issued": Date(PartialDate(2022)), "available_date": None}),
        ("volume", {"volume": "23"}),
        ("issue", {"issue": "2"}),
        ("pages", {"page": Pages("86-9", "86-89", "86", "89")}),
        ("pages", {"page": Pages("85-8", "85-88", "85", "88")}),
        ("doi", {"doi": "10.1186/s12916-024-03275-6", "pmid": ""}),
    ],
)
def test_what_differs(field: str, changes: dict[str, object]) -> None:
    result = answer(ARTICLE.replace(**changes), CATALOG)
    assert result.answer == DIFFERS
    assert [difference.field for difference in result.fields] == [field]


@pytest.mark.parametrize(
    "changes", [{"doi": "10.1000/copper", "pmid": ""}, {"pmid": "1", "doi": ""}]
)
def test_an_identifier_of_another_article(changes: dict[str, object]) -> None:
    result = answer(ARTICLE.replace(**changes), CATALOG)
    assert result.answer == OTHER
    assert result.article is not None
    assert result.article.pmid == "1"


def test_what_nobody_wrote() -> None:
    invented = Record(title="Basiliximab in copper hospitals", author=(Name("Fu", "H"),))
    assert answer(invented, CATALOG).answer == NOT_FOUND


def test_a_retracted_article_is_not_its_notice() -> None:
    assert answer(Record(pmid="2", title=OTHERS[1].title), CATALOG).answer == RETRACTED
    assert answer(OTHERS[2], CATALOG).answer == AGREES


def test_copies_of_an_article_in_several_exports_are_one() -> None:
    catalog = Catalog([ARTICLE.replace(pmid=""), ARTICLE.replace(doi="")])
    assert answer(ARTICLE, catalog).answer == AGREES
