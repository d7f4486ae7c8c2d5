"""Tables: what the columns of each program say, and what is written for each."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date, Name, Pages, PartialDate

ARTICLE = Record(
    type="article-journal", title="-Catenin grows", volume="12", issue="3-4", pmid="7",
    author=(Name("Doe", "Jane"), Name(literal="Tests, Trials, and Errors Group")),
    container_title="Journal of trees", page=Pages("10-2", "10-12", "10", "12"), key="doe2024",
    issued=Date(PartialDate(2024, 2, 27), raw="2024 Feb 27"), abstract="One,\n\"two\"; three",
)  # fmt: skip
MONTHS = Date(PartialDate(2024, 1), PartialDate(2024, 3), raw="2024 Jan-Mar")


def table(record: Record, format: str = "csv", **options: str) -> dict[str, str]:
    text = medcite.write([record], format, report=Report(), **options)  # type: ignore[arg-type]  # of any kind
    delimiter = "," if format == "csv" else "\t"
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter)
    return dict(row)


def read(text: str) -> Record:
    (record,) = medcite.read(text=text, report=Report())
    return record


@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_each_fact_has_a_cell(format: str) -> None:
    row = table(ARTICLE, format)
    assert row["authors"] == "Doe, Jane; Tests, Trials, and Errors Group"
    assert row["journal"] == "Journal of Trees"
    assert (row["volume"], row["issue"], row["pages"]) == ("12", "3-4", "10-12")
    assert (row["year"], row["month"], row["day"]) == ("2024", "2", "27")
    assert row["pubmed_id"] == "7"
    assert row["abstract"] == 'One, "two"; three'
    assert list(row)[-1] == "abstract"


@pytest.mark.parametrize("title", ["=1+1", "+1", "-Catenin", "@SUM(A1)"])
@pytest.mark.parametrize("receiver", ["generic", "excel", "rayyan", "asreview"])
def test_no_cell_is_a_formula_and_its_text_comes_back(title: str, receiver: str) -> None:
    record = ARTICLE.replace(title=title)
    text = medcite.write([record], "csv", report=Report(), receiver=receiver)  # type: ignore[arg-type]  # is one
    assert f"'{title}" in text
    assert read(text).title == title


def test_excel_gets_a_mark_of_utf8_and_no_dates() -> None:
    text = medcite.write([ARTICLE], "csv", report=Report(), receiver="excel")
    assert text.startswith('\ufeff"key","title"')
    row = table(ARTICLE, receiver="excel")
    assert (row["issue"], row["pages"]) == ("3–4", "10–12")
    back = read(text)
    assert (back.issue, back.page and back.page.full) == ("3-4", "10-12")


def test_a_cell_of_excel_is_cut_and_told() -> None:
    report = Report()
    record = ARTICLE.replace(abstract="word " * 10_000)
    text = medcite.write([record], "csv", report=report, receiver="excel")
    assert max(map(len, next(iter(csv.reader(text.splitlines()[1:]))))) == 32_767
    assert [told.code for told in report.diagnostics if told.code == "cut"]


def test_rayyans_keys_are_pmids() -> None:
    assert table(ARTICLE, receiver="rayyan")["key"] == "7"


def test_columns_are_chosen_in_their_order() -> None:
    assert list(table(ARTICLE, columns="pubmed_id,title,pages")) == ["pubmed_id", "title", "pages"]
    assert table(ARTICLE, columns="pages")["pages"] == "10-12"
    with pytest.raises(medcite.Error, match="unknown CSV field 'titel'; did you mean title"):
        table(ARTICLE, columns="titel")


def test_what_is_more_than_a_day_stands_in_the_month() -> None:
    record = ARTICLE.replace(issued=MONTHS)
    assert (table(record)["month"], table(record)["day"]) == ("Jan-Mar", "")
    assert read(medcite.write([record], "csv", report=Report())).issued == MONTHS


@pytest.mark.parametrize(
    ("date", "year", "month"),
    [
        (Date(PartialDate(1999), PartialDate(2000), raw="1999-2000"), "1999", "1999-2000"),
        (Date(PartialDate(1999), raw="ca. 1999", circa=True), "1999", "ca. 1999"),
        (Date(None, raw="in press", rest="in press"), "in press", ""),
    ],
)
def test_a_date_without_a_month(date: Date, year: str, month: str) -> None:
    record = ARTICLE.replace(issued=date)
    assert (table(record)["year"], table(record)["month"]) == (year, month)
    assert read(medcite.write([record], "csv", report=Report())).issued == date


@pytest.mark.parametrize(
    ("header", "row", "attribute", "value"),
    [
        ("PMID,Title,Authors,Citation", "7,T,Doe J,x", "pmid", "7"),
        ("PMID,Title,Publication Year", "7,T,2024", "issued.start.year", 2024),
        ("Title,Author,Item Type", "T,x,bookSection", "type", "chapter"),
        ("Title,Author,Extra", "T,x,Place: Oslo PMID: 7  PMCID: PMC9", "pmcid", "PMC9"),
        ("Title,Author,Manual Tags", "T,x,*one; two", "keywords.0.major", True),
        ("Title,DOI,Page start,Page end", "T,10.1000/a,3,9", "page.full", "3-9"),
        ("Title,DOI,Art. No.", "T,10.1000/a,e17", "number", "e17"),
        ("Title,DOI,Document Type", "T,10.1000/a,Conference paper", "type", "paper-conference"),
        ("Article Title,Source Title,DOI", "T,Nature,10.1000/a", "container_title", "Nature"),
        ("Title,Published Year,Published Month,DOI", "T,2024,5,x", "issued.start.month", 5),
        ("Title,Source,DOI", "T,x,10.1000/a", "kept.0.tag", "source"),
        (
            "Article Title,Authors,Author Full Names,DOI",
            "T,Doe J,Jane Doe,x",
            "author.0.given",
            "Jane",
        ),
        ("Article Title,Group Authors,DOI", "T,Red; Blue,x", "author.1.literal", "Blue"),
        ("Title,Authors,DOI", 'T,"Doe, J; Brain Bank; Roe A",x', "author.1.literal", "Brain Bank"),
        ("Title,Authors,DOI", 'T,"Doe, J; Brain Bank; Roe A",x', "author.2.family", "Roe"),
        ("Title,Authors,DOI", "T,Jane Doe; Ann Roe,x", "author.1.family", "Roe"),
        ("Article Title,DOI,Early Access Date", "T,x,JAN 2024", "available_date.start.month", 1),
        ("ENTRYTYPE,title,author,number", "inproceedings,T,A and B,3", "type", "paper-conference"),
        ("title,author,journal,number", "T,Doe J,Nature,3", "issue", "3"),
        ("Title,Item Type,Author", "T,letter,x", "type", "personal_communication"),
        (
            "Title,Document Type,DOI",
            "T,Letter; Early Access,x",
            "publication_types.1",
            "Early Access",
        ),
        ("title,abstract,included", "T,Words,1", "abstract", "Words"),
        ("title;authors;doi", "T;Doe, Jane;10.1000/a", "doi", "10.1000/a"),
        ("title\tauthors\tyear", "T\tDoe, Jane\t2024", "author.0.family", "Doe"),
        ("sep=;\ntitle;authors;doi", "T;Doe, Jane;10.1000/a", "author.0.given", "Jane"),
        ("TITLE,Authors", '"T","Doe, J.; Roe, A.-B."', "author.1.given", "A.-B."),
        ("Title,Author full names,DOI", 'T,"Doe, Jane (57190)",x', "author.0.given", "Jane"),
    ],
)
def test_columns_of_many_programs(header: str, row: str, attribute: str, value: object) -> None:
    got: object = read(f"{header}\n{row}\n")
    for name in attribute.split("."):
        got = got[int(name)] if isinstance(got, tuple) and name.isdecimal() else getattr(got, name)
    assert got == value


def test_a_cell_may_hold_line_ends_and_rows_are_told_by_their_first_line() -> None:
    report = Report()
    text = 'title,abstract,shelf\n"One","a\nb",\n"Two","c","left"\n'
    records = list(medcite.read(text=text, report=report))
    assert [record.abstract for record in records] == ["a b", "c"]
    assert [(told.where.line, told.where.tag) for told in report.diagnostics] == [(4, "shelf")]


def test_rows_with_too_few_or_too_many_cells_are_told_and_read() -> None:
    report = Report()
    records = list(medcite.read(text="title,doi,year\nOne\nTwo,10.1/a,2024,x\n", report=report))
    assert [record.title for record in records] == ["One", "Two"]
    assert [told.message for told in report.diagnostics if told.code == "bad-row"] == [
        "has 1 cells where the first line has 3", "has 4 cells where the first line has 3",
    ]  # fmt: skip


def test_no_cell_is_left_out_in_silence() -> None:
    report = Report()
    text = "title,doi,item type,first author,,shelf\nOne,10.1000/a,gadget,Doe,7,B4,more\n"
    (record,) = medcite.read(text=text, report=report)
    assert record.type == "document"
    assert {field.value for field in record.kept} == {"7", "B4", "more"}
    assert [(told.code, told.where.tag) for told in report.diagnostics] == [
        ("bad-row", ""), ("unknown-type", "item type"), ("unknown-tag", "column 5"),
        ("unknown-tag", "shelf"), ("unknown-tag", "column 7"), ("not-read", ""),
    ]  # fmt: skip
    assert "1 × first author" in report.diagnostics[-1].message


def test_the_day_of_electronic_publication_is_no_edition() -> None:
    article = ARTICLE.replace(available_date=Date(PartialDate(2024, 1, 5), raw="2024 Jan 5"))
    row = table(article)
    assert (row["edition"], row["epub_date"]) == ("", "2024/01/05")
    row = table(Record(type="book", title="T", edition="2nd"))
    assert (row["edition"], row["epub_date"]) == ("2nd", "")


@pytest.mark.parametrize("text", ["a,b,c\n1,2,3\n", "Title only\nx\n", "name,year\nx,2024\n"])
def test_other_tables_are_not_taken_for_publications(text: str) -> None:
    with pytest.raises(medcite.Error):
        list(medcite.read(text=text, report=Report()))


@pytest.mark.long
def test_zoteros_table_says_what_its_xml_says(shared: Path) -> None:
    folder = shared / "corpus/foreign"
    table, xml = (
        list(medcite.read(folder / f"zotero_export.{suffix}.gz", report=Report()))
        for suffix in ("csv", "xml")
    )
    assert len(table) == len(xml) == 1233
    by_doi = {record.doi.lower(): record for record in xml if record.doi}
    common = [
        (record, by_doi[record.doi.lower()]) for record in table if record.doi.lower() in by_doi
    ]
    assert len(common) > 1000
    for name in ("title", "author", "volume", "issue", "page", "container_title", "issn"):
        differ = [one.doi for one, other in common if getattr(one, name) != getattr(other, name)]
        assert len(differ) <= 12, (name, len(differ), differ[:3])
    assert sum(bool(record.pmid) for record in table) > 1200
