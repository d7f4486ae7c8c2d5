"""References as people type and paste them."""

from __future__ import annotations

import pytest
from medcite.model.record import Record
from medcite.model.values import Date, Name, Pages, PartialDate
from medcite.verify.answers import AGREES, DIFFERS, NOT_FOUND, OTHER
from medcite.verify.catalog import Catalog
from medcite.verify.text_list import references
from medcite.verify.text_match import answer

from .test_answers import ARTICLE, CATALOG

TYPED = {
    "vancouver": "Fu H, Sun X, de Souza AM. Mesenchymal stromal cells plus basiliximab improve the "
    "response: a trial. BMC Med. 2024 Feb;22(1):85-9. doi: 10.1186/s12916-024-03275-5.",
    "apa": "Fu, H., Sun, X., & de Souza, A. M. (2024). Mesenchymal stromal cells plus basiliximab "
    "improve the response: A trial. BMC Medicine, 22(1), 85–89. "
    "https://doi.org/10.1186/s12916-024-03275-5",
    "nature": "Fu, H., Sun, X. & de Souza, A. M. Mesenchymal stromal cells plus basiliximab "
    "improve the response: a trial. BMC Med. 22, 85–89 (2024).",
    "chicago": "Fu, Haixia, Xueyan Sun, and Ana Maria de Souza. 2024. “Mesenchymal Stromal Cells "
    "plus Basiliximab Improve the Response: A Trial.” BMC Medicine 22 (1): 85–89.",
    "mla": "Fu, Haixia, et al. “Mesenchymal Stromal Cells plus Basiliximab Improve the Response: A "
    "Trial.” BMC Medicine, vol. 22, no. 1, Feb. 2024, pp. 85–89.",
}


@pytest.mark.parametrize("style", TYPED)
def test_what_is_typed_in_any_style_agrees(style: str) -> None:
    assert answer(TYPED[style], CATALOG)[:2] == (AGREES, ())


@pytest.mark.parametrize("style", TYPED)
@pytest.mark.parametrize(
    ("field", "right", "wrong"),
    [
        ("year", "2024", "2021"),
        ("volume", "22", "23"),
        ("pages", "85", "58"),
        ("authors", "Fu", "Fuchs"),
        ("journal", "BMC Med", "Blood Med"),
    ],
)
def test_a_wrong_field_is_told(style: str, field: str, right: str, wrong: str) -> None:
    text = TYPED[style].partition(" doi:")[0].partition(" https:")[0]
    result = answer(text.replace(right, wrong), CATALOG)
    assert result.answer == DIFFERS
    assert [difference.field for difference in result.fields] == [field]


def test_a_doi_of_another_article() -> None:
    text = TYPED["vancouver"].replace("10.1186/s12916-024-03275-5", "10.1000/copper")
    assert answer(text, CATALOG).answer == OTHER


@pytest.mark.parametrize("pages", ["238.e1-238.e8", "17-00161", "e00730-18"])
def test_pages_that_are_no_range_of_numbers(pages: str) -> None:
    article = ARTICLE.replace(page=Pages(pages, pages, pages))
    catalog = Catalog([article])
    text = TYPED["vancouver"].replace("85-9", pages)
    assert answer(text, catalog)[:2] == (AGREES, ())
    assert answer(text.replace("8", "7"), catalog).answer == DIFFERS


@pytest.mark.parametrize("style", ["vancouver", "apa", "nature", "chicago"])
def test_pages_that_look_like_years(style: str) -> None:
    article = ARTICLE.replace(page=Pages("e1886-e1896", "e1886-e1896", "e1886", "e1896"))
    text = TYPED[style].partition(" doi:")[0].partition(" https:")[0]
    text = text.replace("85-9", "e1886-e1896").replace("85–89", "e1886–e1896")
    catalog = Catalog([article])
    assert answer(text, catalog)[:2] == (AGREES, ())
    for right, wrong in (("22", "106"), ("e1886", "e1887")):
        assert answer(text.replace(right, wrong), catalog).answer == DIFFERS


IEEE = (
    "H. Fu, X. Sun, and A. M. de Souza, “Mesenchymal stromal cells plus basiliximab improve the "
    "response: a trial,” BMC Med., vol. 22, no. 1, Art. no. 6536, Feb. 2024."
)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [("vol. 23", "volume"), ("no. 2,", "issue"), ("Art. no. 6537", "pages"), ("2021", "year")],
)
def test_labels_of_an_article_number(wrong: str, field: str) -> None:
    catalog = Catalog([ARTICLE.replace(page=None, number="6536")])
    assert answer(IEEE, catalog)[:2] == (AGREES, ())
    parts = {"volume": "vol. 22", "issue": "no. 1,", "pages": "Art. no. 6536", "year": "2024"}
    result = answer(IEEE.replace(parts[field], wrong), catalog)
    assert [difference.field for difference in result.fields] == [field]


def test_one_of_many_articles_with_a_title_of_one_word() -> None:
    retractions = [
        Record(title="Retraction", pmid=str(number), author=(Name(family, "M D"),),
               container_title="Proceedings of the Society", container_title_short="Proc Soc",
               issued=Date(PartialDate(1980 + number)), volume=str(number),
               page=Pages("1", "1", "1"))
        for number, family in enumerate(("Brown", "James", "Brown", "Fu"), start=1)
    ]  # fmt: skip
    long = [ARTICLE.replace(title=f"Proceedings of the society of tests {n}", pmid=str(90 + n),
                            doi="") for n in range(9)]  # fmt: skip
    catalog = Catalog([*long, *retractions])
    for number in (1, 3):
        text = f"Brown MD. Retraction. Proc Soc. {1980 + number};{number}:1."
        result = answer(text, catalog)
        assert (result.answer, result.article and result.article.pmid) == (AGREES, str(number))
    assert answer("Brown MD. Retraction. Proc Soc. 1985;9:1.", catalog).answer == DIFFERS
    assert answer("Roe MD. Retraction. Proc Soc. 1981;1:1.", catalog).answer == NOT_FOUND


def test_an_invented_reference() -> None:
    text = "Fu H, Sun X. Basiliximab and copper in the deep learning age. BMC Med. 2024;22(1):85-9."
    assert answer(text, CATALOG).answer == NOT_FOUND


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("References\n1. {0}\n2. {0}\n", ["1", "2"]),
        ("[1] {0}\n[12] {0}", ["1", "12"]),
        ("{0}\n\n{0}\n", ["1", "3"]),
        ("{0}\n{0}\n", ["1", "2"]),
        ("Bibliography:\n\n{0}", ["3"]),
        ("1.\t{0}\n   which goes on here\n2.\t{0}", ["1", "2"]),
        ("", []),
        ("too short", []),
    ],
)
def test_lists_are_taken_apart(text: str, keys: list[str]) -> None:
    items = list(references(text.replace("{0}", TYPED["nature"])))
    assert [item.key for item in items] == keys
    assert all(TYPED["nature"][:50] in item.text for item in items)
