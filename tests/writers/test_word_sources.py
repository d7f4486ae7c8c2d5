"""Word's sources: a valid file, with each fact in the element that Word has for its type."""

from __future__ import annotations

import re
from typing import Any

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date, Name, Pages, PartialDate

from tests.contracts.word_sources import NAMESPACE, name, sources

DOE, GROUP = Name("Doe", "Jane A B", "Jr"), Name(literal="A Group, of Tests")
ARTICLE = Record(
    title="RNA at 10<sup>6</sup> <i>E. coli</i>", author=(DOE,), container_title="Journal of trees",
    volume="12 Suppl 1", issue="3", page=Pages("10-2", "10-12", "10", "12"), doi="10.1000/1",
    pmid="7", issued=Date(PartialDate(2024, 2, 7), raw="2024 Feb 7"), key="doe2024",
)  # fmt: skip


def source(record: Record, report: Report | None = None, **options: Any) -> dict[str, str]:
    """Return the texts of a source by the paths of their elements."""
    text = medcite.write([record], "word-sources", report=report or Report(), **options)
    (element,) = sources(text)
    texts: dict[str, str] = {}
    for child in element:
        for path, text in leaves(child, name(child)):
            texts[path] = f"{texts[path]}|{text}" if path in texts else text
    return texts


def leaves(element: Any, path: str) -> list[tuple[str, str]]:
    if not len(element):
        return [(path, element.text)]
    return [leaf for child in element for leaf in leaves(child, f"{path}/{name(child)}")]


def test_an_article() -> None:
    texts = source(ARTICLE)
    assert re.fullmatch(r"\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}", texts.pop("Guid"))
    person = "Author/Author/NameList/Person"
    assert texts == {
        "Tag": "doe2024", "SourceType": "JournalArticle", "Title": "RNA at 10⁶ E. coli",
        "JournalName": "Journal of Trees", "Year": "2024", "Month": "February", "Day": "7",
        "Volume": "12 Suppl 1", "Issue": "3", "Pages": "10-12",
        "StandardNumber": "doi: 10.1000/1; PMID: 7", "RefOrder": "1",
        f"{person}/Last": "Doe Jr", f"{person}/First": "Jane", f"{person}/Middle": "A B",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("type", "kind", "element"),
    [
        ("chapter", "BookSection", "BookTitle"),
        ("article-newspaper", "ArticleInAPeriodical", "PeriodicalTitle"),
        ("paper-conference", "ConferenceProceedings", "ConferenceName"),
        ("webpage", "InternetSite", "InternetSiteTitle"),
        ("dataset", "ElectronicSource", "PublicationTitle"),
        ("article", "Misc", "PublicationTitle"),
    ],
)
def test_the_container_is_called_as_its_type_has_it(type: str, kind: str, element: str) -> None:
    texts = source(Record(type=type, title="T", container_title="C"))
    assert (texts["SourceType"], texts[element]) == (kind, "C")


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        (Date(PartialDate(1999), PartialDate(2000)), "1999-2000", ""),
        (Date(PartialDate(1999, 12), PartialDate(2000, 1)), "1999", "Dec-2000 Jan"),
        (Date(PartialDate(1500), circa=True), "ca. 1500", ""),
        (Date(PartialDate(1999, season=1)), "1999", "Spring"),
        (Date(None, raw="in press"), "in press", ""),
    ],
)
def test_years_that_are_two_or_not_sure(date: Date, year: str, month: str) -> None:
    texts = source(ARTICLE.replace(issued=date))
    assert (texts["Year"], texts.get("Month", "")) == (year, month)


def test_a_group_alone_is_corporate() -> None:
    report = Report()
    texts = source(ARTICLE.replace(author=(GROUP,)), report)
    assert texts["Author/Author/Corporate"] == "A Group, of Tests"
    assert not report.diagnostics


def test_a_group_among_people_is_told() -> None:
    report = Report()
    texts = source(ARTICLE.replace(author=(DOE, GROUP)), report)
    assert texts["Author/Author/NameList/Person/Last"] == "Doe Jr|A Group, of Tests"
    (told,) = report.diagnostics
    assert (told.code, told.message) == ("group", "1 of 2 names are groups, which stand as persons")


def test_roles() -> None:
    book = Record(type="book", title="B", author=(DOE,), editor=(GROUP,), translator=(DOE,))
    assert {path.split("/")[1] for path in source(book) if "/" in path} == {
        "Author", "Editor", "Translator",
    }  # fmt: skip
    assert "Author/Inventor/NameList/Person/Last" in source(book.replace(type="patent"))


def test_a_thesis_and_a_report_have_an_institution() -> None:
    thesis = Record(type="thesis", title="T", genre="PhD thesis", publisher="Oslo")
    texts = source(thesis)
    assert (texts["Institution"], texts["ThesisType"]) == ("Oslo", "PhD thesis")
    texts = source(thesis.replace(type="report", genre="Technical report"))
    assert (texts["Institution"], texts["Type"]) == ("Oslo", "Technical report")


def test_a_season_stands_in_the_month_and_the_day_of_access() -> None:
    date = Date(PartialDate(2001, season=4), raw="2001 Winter")
    texts = source(ARTICLE.replace(issued=date, accessed=Date(PartialDate(2024, 5, 2))))
    assert (texts["Year"], texts["Month"], texts.get("Day")) == ("2001", "Winter", None)
    days = (texts["YearAccessed"], texts["MonthAccessed"], texts["DayAccessed"])
    assert days == ("2024", "May", "2")


def test_the_identifier_stays_and_differs() -> None:
    assert source(ARTICLE)["Guid"] == source(ARTICLE.replace(title="Other"))["Guid"]
    assert source(ARTICLE)["Guid"] != source(ARTICLE.replace(pmid="8"))["Guid"]


def test_what_has_no_element_is_told() -> None:
    report = Report()
    source(ARTICLE.replace(abstract="Words.", collection_title="S"), report)
    (told,) = report.diagnostics
    assert "collection title" in told.message
    assert "abstract" in told.message


def test_the_tag_of_the_file_is_words_own() -> None:
    text = medcite.write([], "word-sources", report=Report())
    assert f'xmlns:b="{NAMESPACE[1:-1]}"' in text
    assert sources(text) == []
