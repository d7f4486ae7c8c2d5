"""What programs cannot read is written for them so that they can."""

from __future__ import annotations

import json

import medcite
import pytest
from medcite.codecs import dates
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date, Pages, PartialDate

from tests.writers.bib import fields

TARGETS = ("bibtex", "biblatex")
RANGES = ("1984 Dec 20-1985 Jan 2", "1999-2000", "2003 May-Jun", "2001 Winter-Spring")


@pytest.mark.parametrize("text", RANGES)
@pytest.mark.parametrize("target", TARGETS)
def test_typst_gets_the_start_of_a_range_of_dates(target: str, text: str) -> None:
    date = dates.date(text)
    assert date.start
    assert date.end
    ranged = Record(type="article-journal", title="T", issued=date)
    started = ranged.replace(issued=Date(date.start))
    report = Report()
    assert fields(target, ranged, receiver="typst", report=report) == fields(
        target, started, receiver="typst"
    )
    told = [diagnostic.message for diagnostic in report.diagnostics]
    assert f"Typst reads no ranges: the end of {date}" in told
    assert fields(target, ranged, receiver="pandoc") != fields(target, started, receiver="pandoc")


@pytest.mark.parametrize("target", TARGETS)
def test_typst_gets_an_article_number_as_text_if_it_would_lose_a_zero(target: str) -> None:
    zero = Record(type="article-journal", title="T", number="029901")
    assert fields(target, zero, receiver="typst")["pages"] == "\u2060029901"
    assert fields(target, zero, receiver="pandoc")["pages"] == "029901"
    pages = zero.replace(number="", page=Pages("012-19", "012-019", "012", "019"))
    assert fields(target, pages, receiver="typst")["pages"] == "\u2060012--019"
    usual = zero.replace(number="e77")
    assert fields(target, usual, receiver="typst")["pages"] == "e77"


ADDRESS = r"https://example.org/~me/?a=1&y=%7E#$b\c^^5c{d}"


@pytest.mark.parametrize(
    ("receiver", "written_as"),
    [
        ("pandoc", "https://example.org/~me/?a=1&y=%7E#$b%5Cc%5E%5E5c%7Bd%7D"),
        ("typst", "https://example.org/~me/?a=1&y=%7E#$b%5Cc%5E%5E5c%7Bd%7D"),
        ("zotero", "https://example.org/%7Eme/?a=1&y=%7E#%24b%5Cc%5E%5E5c%7Bd%7D"),
        ("generic", r"https://example.org/\%7Eme/?a=1\&y=\%7E\#\%24b\%5Cc\%5E\%5E5c\%7Bd\%7D"),
        ("jabref", r"https://example.org/\%7Eme/?a=1\&y=\%7E\#\%24b\%5Cc\%5E\%5E5c\%7Bd\%7D"),
    ],
)
def test_addresses_have_no_backslash_for_programs_that_keep_it(
    receiver: str, written_as: str
) -> None:
    record = Record(type="webpage", title="T", url=ADDRESS, doi="10.1000/a%b#c&d")
    assert fields("bibtex", record.replace(doi=""), receiver=receiver)["url"] == written_as
    plain = receiver not in ("generic", "jabref")
    doi = "10.1000/a%b#c&d" if plain else r"10.1000/a\%b\#c\&d"
    assert fields("bibtex", record, receiver=receiver)["doi"] == doi


@pytest.mark.parametrize(
    ("languages", "langid"),
    [
        (("ger",), "ngerman"),
        (("ger", "eng"), "ngerman"),
        (("eng", "ger"), "english"),
        (("eng",), ""),
        (("jpn",), "japanese"),
    ],
)
def test_langid_is_the_text_s_language_for_pandoc(languages: tuple[str, ...], langid: str) -> None:
    record = Record(type="article-journal", title="T", language=languages, translated=True)
    assert fields("biblatex", record, receiver="pandoc").get("langid", "") == langid
    assert "langid" not in fields("biblatex", record)


@pytest.mark.parametrize("season", [1, 2, 3, 4])
def test_pandoc_reads_a_season_as_a_month(season: int) -> None:
    record = Record(
        type="article-journal", title="T", issued=Date(PartialDate(2003, season=season))
    )
    [item] = json.loads(medcite.write([record], "csl-json", receiver="pandoc"))
    assert item["issued"] == {"date-parts": [[2003, 20 + season]]}
    [item] = json.loads(medcite.write([record], "csl-json"))
    assert item["issued"] == {"date-parts": [[2003]], "season": season}


def test_zotero_reads_tags_in_the_titles_of_ris() -> None:
    title = "CO<sub>2</sub> in <em>E. coli</em> &lt; 5"
    record = Record(type="article-journal", title=title, title_short="<i>E.</i>")
    text = medcite.write([record], "ris", receiver="zotero")
    assert "TI  - CO<sub>2</sub> in <i>E. coli</i> < 5\r\n" in text
    assert "ST  - <i>E.</i>\r\n" in text
    assert "TI  - CO2 in E. coli < 5\r\n" in medcite.write([record], "ris")
