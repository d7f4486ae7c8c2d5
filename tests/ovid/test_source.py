"""Ovid's source: what each database's form of it says."""

from __future__ import annotations

import pytest
from medcite.ovid.source import OvidSource, parse_book, parse_source


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Trees. 22(1):85, 2024 Feb 27.", ("Trees", "22", "1", "85", "2024 Feb 27")),
        ("J. Trees & Woods. 132(4):500-10, 2019 04.",
         ("J. Trees & Woods", "132", "4", "500-10", "2019/04")),
        ("Trees. 17:1-9, 2019 04 29.", ("Trees", "17", "", "1-9", "2019/04/29")),
        ("Trees. 27 Suppl 1:S1-S7, 2019 07.", ("Trees", "27 Suppl 1", "", "S1-S7", "2019/07")),
        ("Trees (Basel). 9(2-3):32-34, November 15, 2004.",
         ("Trees (Basel)", "9", "2-3", "32-34", "November 15, 2004")),
        ("Trees. 4:CD001234, 2012.", ("Trees", "4", "", "CD001234", "2012")),
        ("Trees. 12 (3) (pp 45-50), 2020. Date of Publication: 01 Jan 2020.",
         ("Trees", "12", "3", "45-50", "01 Jan 2020")),
        ("Trees. 12 (no pagination), 2020.", ("Trees", "12", "", "", "2020")),
        ("Trees. Vol.43(5), Sep 2015, pp. 62-77.", ("Trees", "43", "5", "62-77", "Sep 2015")),
        ("Trees. Vol.75(2-A(E)),2014, pp. No Pagination Specified.",
         ("Trees", "75", "2-A(E)", "", "2014")),
        ("Trees August 2011;43(8):647-653", ("Trees", "43", "8", "647-653", "August 2011")),
        ("Trees January/February 2010;14(1):56",
         ("Trees", "14", "1", "56", "January/February 2010")),
        ("Trees; 2006. 90(3):377-380.", ("Trees", "90", "3", "377-380", "2006")),
        ("Trees 12, Winter 2007: 7-14.", ("Trees", "12", "", "7-14", "Winter 2007")),
        ("Trees, 2013(1): 3-28.", ("Trees", "", "1", "3-28", "2013")),
        ("Trees. 2007 15 June; 433-441.", ("Trees", "", "", "433-441", "2007 15 June")),
        ("Journal of Trees.", ("Journal of Trees", "", "", "", "")),
    ],
)  # fmt: skip
def test_forms(text: str, parts: tuple[str, ...]) -> None:
    journal, volume, issue, pages, date = parts
    assert parse_source(text) == OvidSource(journal, volume, issue, pages, "", date)


def test_the_article_number_and_the_conference() -> None:
    text = (
        "Trees. Conference: 2nd Meeting: Part 2. Spain. 12 (Supplement 3) (no pagination), 2018."
        " Article Number: e12. Date of Publication: May 2018."
    )
    assert parse_source(text) == OvidSource(
        "Trees",
        "12",
        "Supplement 3",
        "",
        "e12",
        "May 2018",
        "Conference: 2nd Meeting: Part 2. Spain.",
    )
    assert parse_source("Trees. Vol.14(4), Apr 2019, ArtID e02.").number == "e02"


@pytest.mark.parametrize("text", ["no source: at all; 1", "x" * 5000])
def test_what_is_not_understood_stays(text: str) -> None:
    assert parse_source(text) == OvidSource(rest=text)


def test_a_chapters_book() -> None:
    book = parse_book(
        "Doe, Jane [Ed]; Roe, Ann [Ed]. (2012). Trees: A guide. (pp. 11-31). xvii, 254 pp."
        " New York, NY, US: Wood Press; US."
    )
    assert book
    assert book.editors == ("Doe, Jane", "Roe, Ann")
    assert (book.title, book.pages, book.year) == ("Trees: A guide", "11-31", "2012")
    assert (book.place, book.publisher) == ("New York, NY, US", "Wood Press")
    assert book.rest == "xvii, 254 pp"
    other = parse_book(
        "Doe, J. A. [Editor, Reprint Author], Roe, A. [Editor]. Trees.:3-9, 2004."
        " Series Information:  Woods."
    )
    assert other
    assert other.editors == ("Doe, J. A.", "Roe, A.")
    assert (other.title, other.pages, other.year, other.series) == ("Trees", "3-9", "2004", "Woods")
    assert parse_book("Trees. 22(1):85, 2024 Feb 27.") is None
