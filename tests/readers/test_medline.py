"""What layout does to a record: nothing."""

from __future__ import annotations

import gzip
import io
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.base.errors import InputError
from medcite.files.source import Input, open_source
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Field, PartialDate
from medcite.readers import medline

from tests.conftest import ROOT

SAMPLES = [path for path in sorted((ROOT / "samples").glob("*.nbib")) if path.name != "refs.nbib"]
TEXTS = [path.read_text("utf-8") for path in SAMPLES]


def read(target: Input) -> tuple[list[Record], Report]:
    """Read a file, or citations as text."""
    report = Report()
    source = io.StringIO(target, newline="") if isinstance(target, str) else target
    return list(medline.read(open_source(source, report, "x"), report)), report


def fields(record: Record) -> list[tuple[str, str]]:
    assert record.origin
    return [(tag, value) for tag, value, _ in record.origin.fields]


def bare(record: Record) -> Record:
    """Give a record without the lines that it stood on."""
    admin = tuple(Field(tag, value) for tag, value, _ in record.admin)
    return record.replace(origin=None, admin=admin)


PLAIN = [bare(read(text)[0][0]) for text in TEXTS]
some = st.lists(st.sampled_from(range(len(TEXTS))), min_size=1, max_size=4)


@given(
    chosen=some,
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    between=st.sampled_from(["", "\n", "\n\n\n", "  \n"]),
    mark=st.sampled_from(["", "\ufeff", "\n"]),
    margin=st.sampled_from([0, 0, 2, 4, 7]),
    final=st.booleans(),
    stripped=st.booleans(),
)
def test_layout_does_not_matter(  # noqa: PLR0917 (Hypothesis gives each by its name)
    chosen: list[int], end: str, between: str, mark: str, margin: int, final: bool, stripped: bool
) -> None:
    text = between.join(TEXTS[number] for number in chosen)
    if stripped:
        text = "\n".join(line.rstrip() for line in text.split("\n"))
    text = "\n".join(" " * margin + line if line else "" for line in text.split("\n"))
    text = mark + (text if final else text.rstrip("\n"))
    records, report = read(text.replace("\n", end).encode())
    assert [bare(record) for record in records] == [PLAIN[number] for number in chosen]
    assert not report.diagnostics


@pytest.mark.parametrize("middle", ["", "      ", "        \t"])
def test_blanks_alone_leave_no_blank_at_the_end(middle: str) -> None:
    head = f"PMID- 1\nOT  - word\n{middle}\nTI  - x." if middle else "PMID- 1\nOT  -\n      word"
    [record], _ = read(head)
    assert ("OT", "word") in fields(record)


@given(some, st.booleans())
def test_lost_line_ends_are_recovered(chosen: list[int], blanks: bool) -> None:
    text = "\n".join(TEXTS[number] for number in chosen)
    lines = [line.strip() if blanks else line for line in text.split("\n")]
    records, report = read(" ".join(lines).encode())
    assert [bare(record) for record in records] == [PLAIN[number] for number in chosen]
    assert {each.code for each in report.diagnostics} == {"recovered"}


@given(st.text(alphabet="PMID-TIAU \n\r\t\0\u2028\ufeffx1.[]", max_size=120))
def test_no_text_stops_the_reader(text: str) -> None:
    records, _ = read(("PMID- 1\nTI  - x\n" + text).encode())
    for record in records:
        repr(record)


@given(st.binary(max_size=200))
def test_no_bytes_stop_the_reader(data: bytes) -> None:
    with suppress(InputError):  # it is binary: one line says so
        read(b"PMID- 1\nTI  - x\n" + data)


lines = st.lists(
    st.one_of(
        st.sampled_from(["TI  - a", "AU  - B C", "      on", "", "ZZ  - q", "PMID- 2", "SO  - s"]),
        st.text(alphabet="ab -", min_size=1, max_size=9).filter(lambda text: text.strip()),
    ),
    max_size=12,
)


@given(lines)
def test_every_word_is_in_a_field_or_a_diagnostic(more: list[str]) -> None:
    text = ["PMID- 1", *more]
    records, report = read("\n".join(text).encode())
    said = " ".join(each.message for each in report.diagnostics)
    found = " ".join(
        f"{tag} {value}" for record in records for tag, value in fields(record)
    ).replace("-", " ")
    for line in text:
        for word in line.replace("-", " ").split():
            assert word in found.split() or word in said


def test_lines_are_numbered_from_one() -> None:
    records, _ = read(b"\nPMID- 1\nTI  - a\n      b\nDP  - 2001\n\nPMID- 2\nDP  - 2002\n")
    assert [record.origin.line for record in records if record.origin] == [2, 7]
    assert records[0].origin
    assert records[0].origin.line_of("DP") == 5


def test_a_line_separator_stays_in_its_text() -> None:
    records, _ = read("PMID- 1\nAB  - one\u2028two\x85three\nDP  - 2001\n".encode())
    assert records[0].abstract == "one\u2028two\x85three"
    assert records[0].issued


def test_unindented_text_goes_on_with_its_field() -> None:
    records, _ = read(b"PMID- 1\nAB  - TGF-beta and\nIL-2 act.\nTGF-beta- \nDP  - 2001\n")
    assert records[0].abstract == "TGF-beta and IL-2 act. TGF-beta-"
    assert records[0].issued


def test_an_unknown_tag_is_kept_and_told() -> None:
    records, report = read(b"PMID- 1\nXY  - something\n      more\nDP  - 2001\n")
    assert records[0].kept == (Field("XY", "something more", 2),)
    assert [str(each) for each in report.diagnostics] == [
        "x:2: warning[unknown-tag]: 1 XY: kept verbatim"
    ]


def test_a_second_title_is_kept_and_told() -> None:
    records, report = read(b"PMID- 1\nTI  - One.\nTI  - Two.\nDP  - 2001\n")
    assert records[0].title == "One"
    assert records[0].kept == (Field("TI", "Two.", 3),)
    assert [each.code for each in report.diagnostics] == ["repeated-tag"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("DP  - in press", "bad-date"),
        ("DEP - 20241399", "bad-date"),
        ("PHST- soon [received]", "bad-date"),
        ("AID - 19227 [doi]", "bad-doi"),
        ("AUID- ORCID: 0000-0002-1825-0098", "bad-orcid"),
    ],
)
def test_what_is_not_understood_is_told_with_its_place(line: str, code: str) -> None:
    _, report = read(f"PMID- 7\nAU  - A B\n{line}\n".encode())
    (told,) = report.diagnostics
    assert (told.code, told.where.line, told.where.record, told.where.tag) == (
        code, 3, "7", line[:4].strip(),
    )  # fmt: skip


@pytest.mark.parametrize(
    "order", ["AU AU FAU FAU", "FAU FAU AU AU", "FAU AU FAU AU", "AU FAU AU FAU"]
)
def test_nobody_is_an_author_twice(order: str) -> None:
    said = {"AU": ["Kim MS", "Lee JH"], "FAU": ["Kim, Min Su", "Lee, Ji Hye"]}
    lines = [f"{tag:4}- {said[tag].pop(0)}\n" for tag in order.split()]
    (record,), _ = read("".join(["PMID- 1\n", *lines]).encode())
    assert [(each.family, each.given, each.short) for each in record.author] == [
        ("Kim", "Min Su", "Kim MS"), ("Lee", "Ji Hye", "Lee JH"),
    ]  # fmt: skip


def test_records_on_one_line_behind_a_fill() -> None:
    fill = " " * 3000
    text = f"PMID- 1\nSO  - J A. 2001;1:1.{fill}PMID- 2\nTI  - Two.\n"
    records, _ = read(text.encode())
    assert [record.pmid for record in records] == ["1", "2"]
    assert records[0].source_line == "J A. 2001;1:1."


def test_a_fragment_behind_nul_bytes_is_told() -> None:
    records, report = read(b"PMID- 1\nSO  - J.\0\0" + b"\0" * 200 + b"ilo\nAU  - B C\nDP  - 2001\n")
    assert [record.pmid for record in records] == ["1", ""]
    assert [each.code for each in report.diagnostics] == ["stray-text", "no-pmid"]


def test_pmc_display_begins_with_pmc() -> None:
    text = b"\nPMC - PMC1\nPMID- 1\nTI  - One.\nAB  - \nSO  - J.\n\nPMC - PMC2\nPMID- 2\nSO  - J.\n"
    records, report = read(text)
    assert [(record.pmcid, record.pmid) for record in records] == [("PMC1", "1"), ("PMC2", "2")]
    assert records[0].abstract == ""
    assert not report.diagnostics


ERIC = b"""
OWN - ERIC
TI  - An article in a journal
AU  - Guo, Wenbo
OT  - Reading Tests
JT  - Journal of Examples
SO  - v67 n2 p423-441 Apr 2019
AID - http://dx.doi.org/10.5555/1234-x
OID - EJ0000001
VI  - 67
DP  - Apr 2019
LID - http://eric.ed.gov/?id=EJ0000001
ISSN - ISSN-0276-7783
LA  - English
PT  - Journal Articles
PT  - Reports - Research

OWN - ERIC
TI  - A report. Series Two
JT  - Example House
OID - ED000002
DP  - 2017
PT  - Reports - Research

OWN - ERIC
TI  - A thesis
JT  - ProQuest LLC
SO  - Ph.D. Dissertation, Example University
OID - ED000003
DP  - 2021
ISBN - ISBN-978-0-0000-0000-2
ISSN - EISSN-
PT  - Dissertations/Theses - Doctoral Dissertations
"""


def test_eric_behind_a_book_of_pubmed_is_a_record_of_its_own() -> None:
    book = b"PMID- 1\nSTAT- Publisher\nBTI - Of tests\nDP  - 2011\nPT  - Book\n"
    (first, *rest), report = read(book + ERIC)
    assert (first.title, first.author, len(rest)) == ("Of tests", (), 3)
    assert not [told for told in report.diagnostics if told.code == "repeated-tag"]


def test_eric_has_its_own_ways() -> None:
    (article, paper, thesis), report = read(ERIC)
    assert not report.diagnostics
    assert (article.type, paper.type, thesis.type) == ("article-journal", "report", "thesis")
    assert (article.author[0].family, article.author[0].given) == ("Guo", "Wenbo")
    assert article.issn[0].value == "0276-7783"
    assert article.language == ("eng",)
    assert article.doi == "10.5555/1234-x"
    assert article.url == "http://eric.ed.gov/?id=EJ0000001"
    assert article.number == ""
    assert article.issued
    assert article.issued.start == PartialDate(2019, 4)
    assert (paper.container_title, paper.publisher) == ("", "Example House")
    assert (thesis.publisher, thesis.genre) == ("Example University", "Ph.D. Dissertation")
    assert thesis.archive == "ProQuest LLC"
    assert thesis.isbn == ("978-0-0000-0000-2",)
    assert thesis.issn == ()


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (b"SO  - v9 Article 10 2019", "10"),
        (b"SO  - v21 n3 Article e5 Mar 2020", "e5"),
        (b"SO  - v21 n3 p1-9 2020", ""),
        (b"SO  - v9 Article 10 2019\nPG  - 1-9", ""),
    ],
)
def test_eric_has_an_articles_number_in_the_source(lines: bytes, number: str) -> None:
    ((record,), _) = read(b"OWN - ERIC\nTI  - T\nOID - EJ1\nDP  - 2019\n" + lines + b"\n")
    assert record.number == number


def test_a_line_without_its_hyphen_spoils_no_field() -> None:
    records, report = read(b"PMID- 27433151\nSO  invalid line\nTI  - A title\n")
    assert (records[0].pmid, records[0].title) == ("27433151", "A title")
    assert [each.code for each in report.diagnostics] == ["stray-text"]


def test_an_address_is_neither_pii_nor_article_number() -> None:
    records, _ = read(b"PMID- 1\nLID - https://example.org/1/ [pii]\nPG  - 454-81\n")
    assert (records[0].pii, records[0].number) == ("", "")
    assert records[0].url == "https://example.org/1/"


def test_a_terminator_of_ris_ends_the_record() -> None:
    records, _ = read(b"PMID- 1\nTI  - One.\nER  - \nPMID- 2\nTI  - Two.\nER  -\n")
    assert [record.title for record in records] == ["One", "Two"]


def test_ovid_numbers_its_records() -> None:
    found, _ = read(b"<1. >\nVN  - Ovid\nTI  - One\nYR  - 2023\n\n<2. >\nVN  - Ovid\nTI  - Two\n")
    assert [record.title for record in found] == ["One", "Two"]
    assert [field.value for field in found[0].kept] == ["Ovid", "2023"]


def test_missing_blanks_after_the_tag() -> None:
    records, _ = read(b"PMID-22664795\nTI  -This is a title\nAU - Smith J\nDP- 2012\n")
    assert records[0].pmid == "22664795"
    assert records[0].title == "This is a title"
    assert records[0].author[0].family == "Smith"


def test_a_suffix_names_the_text_that_it_is() -> None:
    assert medline.sniff("\nPMID- 1\nOWN - NLM\n")
    assert medline.sniff("PMID- 1 OWN - NLM STAT- MEDLINE DP - 2001 TI - A title. PG - 1")
    assert medline.sniff("OWN - ERIC\nTI  - a\nDP  - 2001\n")
    assert not medline.sniff("TY  - JOUR\nTI  - a\nVI  - 1\nDP  - x\nER  - \n")
    assert not medline.sniff("@article{a, title = {PMID- 1}}")


def test_old_encodings_are_read_and_told() -> None:
    records, report = read("PMID- 1\nFAU - Müller, Jörg\nDP  - 2001\n".encode("latin-1"))
    assert records[0].author[0].family == "Müller"
    assert [each.code for each in report.diagnostics] == ["encoding"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks(encoding: str) -> None:
    records, report = read("PMID- 1\r\nTI  - Aβ.\r\n".encode(encoding))
    assert [record.title for record in records] == ["Aβ"]
    assert not report.diagnostics


def test_gzip_and_file_objects(tmp_path: Path) -> None:
    packed = tmp_path / "a.nbib.gz"
    packed.write_bytes(gzip.compress(TEXTS[0].encode()))
    for target in (packed, io.StringIO(TEXTS[0]), io.BytesIO(TEXTS[0].encode())):
        assert [bare(record) for record in read(target)[0]] == PLAIN[:1]


def test_a_season_and_a_range() -> None:
    records, _ = read(b"PMID- 1\nDP  - 1989 Spring-Summer\nPG  - 737-8\n")
    assert records[0].issued
    assert records[0].issued.end == PartialDate(1989, season=2)
    assert records[0].page
    assert records[0].page.full == "737-738"
