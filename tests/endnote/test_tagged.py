"""EndNote's tagged text: what its letters say, and what we write for them."""

from __future__ import annotations

from pathlib import Path

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date, Name, PartialDate

from tests.endnote.test_xml import ARTICLE


def read(*lines: str) -> list[Record]:
    return list(medcite.read(text="\n".join([*lines, ""]), report=Report(), format="enw"))


def lines_of(record: Record) -> list[str]:
    return medcite.write([record], "enw", report=Report()).split("\r\n")


def test_each_value_has_the_letter_that_endnote_reads() -> None:
    lines = lines_of(ARTICLE)
    assert lines[0] == "%0 Journal Article"
    expected = {
        "%A Doe, Jane", "%A STROBE Initiative,", "%D 2024", "%8 Feb 27", "%7 2024/01/05",
        "%T Growth of Betula at 10⁶ cells", "%J The Journal of Trees", "%O J Trees", "%V 12",
        "%N 3 Suppl 1", "%] e17", "%P 737-748", "%R 10.1000/one", "%M 7", "%2 PMC12",
        "%$ NIHMS34", "%~ PubMed", "%W NLM",
    }  # fmt: skip
    assert expected <= set(lines)


@pytest.mark.parametrize(
    ("date", "year", "day"),
    [
        (Date(PartialDate(1999), PartialDate(2000), raw="1999-2000"), "1999", ["%8 1999-2000"]),
        (Date(None, raw="in press", rest="in press"), "in press", []),
        (Date(PartialDate(1999), raw="c1999"), "1999", []),
    ],
)
def test_a_date_without_a_day(date: Date, year: str, day: list[str]) -> None:
    record = ARTICLE.replace(issued=date)
    lines = lines_of(record)
    assert f"%D {year}" in lines
    assert [line for line in lines if line.startswith("%8")] == day
    (again,) = read(*lines)
    assert str(again.issued) == str(date)
    assert "<date />" not in medcite.write([record], "endnote-xml", report=Report())


def test_a_chapter_stands_in_a_book_and_not_in_a_journal() -> None:
    chapter = Record(type="chapter", title="T", container_title="The Book", edition="2nd")
    assert {"%0 Book Section", "%B The Book", "%7 2nd"} <= set(lines_of(chapter))


def test_records_end_at_blank_lines_and_at_the_next_type() -> None:
    records = read("%0 Book", "%T One", "%0 Book", "%T Two", "", "%T Three")
    assert [record.title for record in records] == ["One", "Two", "Three"]


def test_lines_without_a_letter_go_on_or_list_further_keywords() -> None:
    (record,) = read("%0 Journal Article", "%T A long", "title", "%K one", "two", "%K three")
    assert record.title == "A long title"
    assert [keyword.text for keyword in record.keywords] == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("line", "attribute", "value"),
    [
        ("%A STROBE Initiative,", "author", (Name(literal="STROBE Initiative"),)),
        ("%8 Feb 27", "issued", Date(PartialDate(2024, 2, 27), raw="2024 Feb 27")),
        ("%2 PMC12", "pmcid", "PMC12"),
        ("%] c332", "number", "c332"),
        ("%J BMJ", "container_title", "BMJ"),
        ("%B BMJ", "container_title", "BMJ"),
        ("%M 7", "pmid", "7"),
        ("%R 10.1000/one", "doi", "10.1000/one"),
    ],
)
def test_letters(line: str, attribute: str, value: object) -> None:
    (record,) = read("%0 Journal Article", "%T Title", "%D 2024", line)
    assert getattr(record, attribute) == value


@pytest.mark.parametrize(
    "text",
    [
        "%0 Journal Article\n%T Title\n",
        "\ufeff%0 Thesis\r\n%T Title\r\n",
        "%A Doe, Jane\n%T Title\n%D 2024\n",
        "\n\n%0 Generic\n%T Title\n",
    ],
)
def test_the_format_is_recognized(text: str) -> None:
    (record,) = medcite.read(text=text, report=Report())
    assert record.origin
    assert record.origin.format == "enw"
    assert record.title == "Title"


@pytest.mark.parametrize("text", ["%PDF-1.5\n%T x", "% A comment\n@article{a, title={T}}\n"])
def test_other_files_with_percent_signs_are_not(text: str) -> None:
    try:
        records = list(medcite.read(text=text, report=Report()))
    except medcite.Error:
        return
    assert all(record.origin and record.origin.format != "enw" for record in records)


def test_a_line_below_a_file_of_ours_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "refs.enw"
    medcite.write([ARTICLE], path, report=Report())
    text = path.read_text("utf-8") + "a note of mine\n"
    records = list(medcite.read(text=text, report=(report := Report())))
    assert len(records) == 1
    assert [told.code for told in report.diagnostics] == ["stray-line"]


def test_a_type_that_endnote_does_not_have_is_told() -> None:
    report = Report()
    text = "%0 Gadget\n%T One\n%A Doe, J\n"
    (record,) = medcite.read(text=text, report=report, format="enw")
    assert record.type == "document"
    ((code, tag, message),) = [
        (told.code, told.where.tag, told.message) for told in report.diagnostics
    ]
    assert (code, tag) == ("unknown-type", "%0")
    assert "'Gadget'" in message


RELATED = {"L1": "https://example.org/a.pdf", "AN": "85012", "DB": "Scopus", "C4": "custom"}


@pytest.mark.parametrize("format", ["enw", "endnote-xml"])
def test_what_ris_keeps_goes_into_endnotes_fields_and_back(format: str) -> None:
    lines = "".join(f"{tag}  - {value}\n" for tag, value in RELATED.items())
    (record,) = medcite.read(
        text=f"TY  - JOUR\nTI  - One\nUR  - https://a.org\n{lines}ER  -\n", report=Report()
    )
    report = Report()
    text = medcite.write([record], format, report=report)
    assert not report.diagnostics
    (back,) = medcite.read(text=text, format=format, report=Report())
    ris = medcite.write([back], "ris", report=report).splitlines()
    assert not report.diagnostics
    assert {f"{tag}  - {value}" for tag, value in RELATED.items()} <= set(ris)
