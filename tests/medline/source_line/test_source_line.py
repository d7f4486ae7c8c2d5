"""NLM's source line, on records made up for the purpose."""

from __future__ import annotations

import medcite
import pytest
from medcite.codecs.dates import date
from medcite.medline.source_line.compare import compare, letters, render, same
from medcite.medline.source_line.parse import parse
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date, Identifier, Pages, PartialDate

PLAIN = "TA Heart Lung J|DP 2019 Mar|VI 12|IP 3|PG 105-9|PST ppublish"


def record(*parts: str) -> Record:
    """Make a record of ``TAG value`` pairs, separated by bars; later tags replace earlier ones."""
    fields: dict[str, list[str]] = {}
    for part in parts:
        tags: dict[str, list[str]] = {}
        for pair in part.split("|"):
            tag, _, value = pair.partition(" ")
            tags.setdefault(tag, []).append(value)
        fields |= tags
    lines = ["PMID- 1", *(f"{tag:4}- {v}" for tag, values in fields.items() for v in values if v)]
    return next(iter(medcite.read(format="medline", report=Report(), text="\n".join(lines) + "\n")))


TODAY = [
    ("", "Heart Lung J. 2019 Mar;12(3):105-9."),
    ("LID 10.1000/hl.7 [doi]", "Heart Lung J. 2019 Mar;12(3):105-9. doi: 10.1000/hl.7."),
    ("AID 10.1000/hl.7 [doi]", "Heart Lung J. 2019 Mar;12(3):105-9. doi: 10.1000/hl.7."),
    ("DEP 20181204", "Heart Lung J. 2019 Mar;12(3):105-9. Epub 2018 Dec 4."),
    ("VI ", "Heart Lung J. 2019 Mar;(3):105-9."),
    ("IP ", "Heart Lung J. 2019 Mar;12:105-9."),
    ("VI |IP ", "Heart Lung J. 2019 Mar:105-9."),
    ("PG ", "Heart Lung J. 2019 Mar;12(3)."),
    ("VI 12 Suppl 1|IP Pt 2", "Heart Lung J. 2019 Mar;12 Suppl 1(Pt 2):105-9."),
    ("VI Suppl|IP ", "Heart Lung J. 2019 Mar;Suppl:105-9."),
    ("VI 12 ( Pt 1)|IP ", "Heart Lung J. 2019 Mar;12 ( Pt 1):105-9."),
    ("IP 3(Special)", "Heart Lung J. 2019 Mar;12(3(Special)):105-9."),
    ("PG |LID 4969", "Heart Lung J. 2019 Mar;12(3):4969."),
    ("PG |LID S0(19)7-X [pii]", "Heart Lung J. 2019 Mar;12(3):S0(19)7-X."),
    ("PG 5-9; quiz 10, 12", "Heart Lung J. 2019 Mar;12(3):5-9; quiz 10, 12."),
    (
        "PST epublish|DEP 20190205|SO eCollection 2019",
        "Heart Lung J. 2019 Feb 5;12(3):105-9. eCollection 2019 Mar.",
    ),
    (
        "PST epublish|DEP 20190205|DP 2019 Mar 01|SO Print 2019",
        "Heart Lung J. 2019 Feb 5;12(3):105-9. Print 2019 Mar 1.",
    ),
    ("PST epublish|DEP 20190205|DP 2019", "Heart Lung J. 2019 Feb 5;12(3):105-9."),
    (
        "PST aheadofprint|DP 2019 Feb 5|DEP 20190205|VI |IP |PG |LID 10.1000/hl.7 [doi]",
        "Heart Lung J. 2019 Feb 5. doi: 10.1000/hl.7. Online ahead of print.",
    ),
    (
        "TA arXiv|DP 2023 May 2|DEP 20230502|PST epublish|PT Preprint|PG |VI |IP |LID 10.1/5 [doi]",
        "arXiv. 2023 May 2. doi: 10.1/5. Preprint.",
    ),
    ("DP 2017 Mar 07", "Heart Lung J. 2017 Mar 7;12(3):105-9."),
    ("DP 2022 Jul-Aug 01", "Heart Lung J. 2022 Jul-Aug 01;12(3):105-9."),
    ("DP 2019 Jul - Sep", "Heart Lung J. 2019 Jul - Sep;12(3):105-9."),
    ("DP 2017 Nov/Dec", "Heart Lung J. 2017 Nov/Dec;12(3):105-9."),
    ("DP 2019 Dec 31-2020 Jan 2", "Heart Lung J. 2019 Dec 31-2020 Jan 2;12(3):105-9."),
    ("DP 1998 Dec-1999 Jan", "Heart Lung J. 1998 Dec-1999 Jan;12(3):105-9."),
    ("DP 2004-2005", "Heart Lung J. 2004-2005;12(3):105-9."),
    ("DP 1974 Autumn-Winter", "Heart Lung J. 1974 Autumn-Winter;12(3):105-9."),
    ("DP 1999 Fall", "Heart Lung J. 1999 Fall;12(3):105-9."),
    ("DP 2003 Jul 1-15", "Heart Lung J. 2003 Jul 1-15;12(3):105-9."),
    ("DP 2008 Jul 24-Aug 13", "Heart Lung J. 2008 Jul 24-Aug 13;12(3):105-9."),
    ("TA J Physiol (1985)", "J Physiol (1985). 2019 Mar;12(3):105-9."),
]


@pytest.mark.parametrize(("fields", "line"), TODAY)
def test_today(fields: str, line: str) -> None:
    made = record(PLAIN, fields) if fields else record(PLAIN)
    assert render(made) == line
    assert compare(made, line) == []
    assert letters(made.replace(source_line=line))


OLDER = [
    ("", "Heart Lung J 2019 Mar;12(3):105-9."),
    ("VI |IP ", "Heart Lung J 2019 Mar;:105-9."),
    ("AID 10.1000/hl.7 [doi]", "Heart Lung J. 2019 Mar;12(3):105-9."),
    ("PG |AID hl-19 [pii]", "Heart Lung J. 2019 Mar;12(3). pii: hl-19."),
    (
        "PG |LID 19 [pii]|LID 10.1000/hl.7 [doi]|AID hl-19 [pii]",
        "Heart Lung J. 2019 Mar;12(3). pii: hl-19. doi: 10.1000/hl.7.",
    ),
    ("PST aheadofprint|DP 2019 Feb 5|DEP 20190205|VI |IP |PG ", "Heart Lung J. 2019 Feb 5."),
    ("PST epublish|DEP 20190205|PT Preprint|DP 2019", "Heart Lung J. 2019 Feb 5;12(3):105-9."),
    ("PST |DEP 20180205", "Heart Lung J. 2019 Mar;12(3):105-9. Epub 2018 Feb 5"),
]


@pytest.mark.parametrize(("fields", "line"), OLDER)
def test_older(fields: str, line: str) -> None:
    made = record(PLAIN, fields) if fields else record(PLAIN)
    assert compare(made, line) == []
    assert not letters(made.replace(source_line=line))


@pytest.mark.parametrize(
    "line",
    [
        "Heart Lung J. 2019 Mar 7;12(3):105-9. doi:  10.1000/hl.7. eCollection2019 Apr.",
        "Heart  Lung J. 2019 Mar 07; 12(3):105-9. doi: 10.1000/hl.7.  eCollection 2019 Apr.",
        "Heart Lung J. 2019 Mar 7;12(3):105-9. doi:10.1000/hl.7. Print 2019 Apr.",
    ],
)
def test_blanks_and_noughts_do_not_matter(line: str) -> None:
    doi = "LID 10.1000/hl.7 [doi]"
    assert compare(record(PLAIN, "PST epublish|DEP 20190307|DP 2019 Apr", doi), line) == []


DIFFERENT = [
    ("VI 13", "Heart Lung J. 2019 Mar;12(3):105-9.", ("volume", "VI", "13", "12")),
    ("IP 4", "Heart Lung J. 2019 Mar;12(3):105-9.", ("issue", "IP", "4", "3")),
    ("PG 106-9", "Heart Lung J. 2019 Mar;12(3):105-9.", ("pages", "PG", "106-9", "105-9")),
    ("DP 2018 Mar", "Heart Lung J. 2019 Mar;12(3):105-9.", ("date", "DP", "2018 Mar", "2019 Mar")),
    (
        "TA Heart J",
        "Heart Lung J. 2019 Mar;12(3):105-9.",
        ("journal", "TA", "Heart J", "Heart Lung J"),
    ),
    ("", "Heart Lung J. 2019 Mar;12(3):105-9. Epub .", ("electronic date", "DEP", "", "Epub ")),
    (
        "DEP 20181204",
        "Heart Lung J. 2019 Mar;12(3):105-9.",
        ("electronic date", "DEP", "Epub 2018 Dec 4", ""),
    ),
    (
        "LID 10.1000/hl.8 [doi]",
        "Heart Lung J. 2019 Mar;12(3):105-9. doi: 10.1000/hl.7.",
        ("DOI", "LID", "10.1000/hl.8", "10.1000/hl.7"),
    ),
    (
        "LID 10.1000/hl.7 [doi]|AID 10.1000/hl.8 [doi]",
        "Heart Lung J. 2019 Mar;12(3):105-9. doi: 10.1000/hl.7.",
        ("DOI", "AID", "10.1000/hl.8", "10.1000/hl.7"),
    ),
    (
        "PST epublish|DEP 20190205",
        "Heart Lung J. 2019 Feb 5;12(3):105-9. eCollection 2019 Apr.",
        ("issue date", "DP", "eCollection 2019 Mar", "eCollection 2019 Apr"),
    ),
    (
        "PST epublish|DEP 20190205",
        "Heart Lung J. 2019 Feb 5;12(3):105-9.",
        ("date", "DP", "2019 Mar", "2019 Feb 5"),
    ),
    (
        "",
        "Heart Lung J. 2019 Mar;12(3):105-9. Online ahead of print.",
        ("status", "PST", "", "Online ahead of print"),
    ),
    (
        "PG |LID 4968",
        "Heart Lung J. 2019 Mar;12(3):4969.",
        ("article number", "LID", "4968", "4969"),
    ),
    (
        "",
        "Heart Lung J. 2019 Mar;12(3):105-9. And more.",
        ("pages", "PG", "105-9", "105-9. And more"),
    ),
]


@pytest.mark.parametrize(("fields", "line", "expected"), DIFFERENT)
def test_differences_name_both_readings(
    fields: str, line: str, expected: tuple[str, str, str, str]
) -> None:
    made = record(PLAIN, fields) if fields else record(PLAIN)
    assert [tuple(each) for each in compare(made, line)] == [expected]


def test_a_difference_reads_well() -> None:
    (found,) = compare(record(PLAIN, "VI "), "Heart Lung J. 2019 Mar;12(3):105-9.")
    assert str(found) == "volume: VI says nothing, SO says `12`"


def test_parse() -> None:
    source = parse(
        "Heart Lung J. 2019 Feb 5;12 Suppl 1(Pt 2):e105. doi: 10.1000/(SICI)7;2-1. "
        "Epub 2018 Dec 4. eCollection 2019 Mar. Online ahead of print."
    )
    assert source.journal == "Heart Lung J"
    assert (source.date, source.volume, source.issue) == ("2019 Feb 5", "12 Suppl 1", "Pt 2")
    assert (source.page, source.doi) == ("e105", "10.1000/(SICI)7;2-1")
    assert (source.epub, source.label) == ("2018 Dec 4", "eCollection 2019 Mar")
    assert source.ahead == "Online ahead of print"
    assert source.rest == ""


@pytest.mark.parametrize(
    "line", ["", ".", "nonsense", "Heart Lung J.", ";;::((", "doi: ", "\x00" * 99]
)
def test_any_text_is_read_and_differs(line: str) -> None:
    made = record(PLAIN)
    parse(line)
    assert compare(made, line or " ")


def test_records_of_other_formats_render() -> None:
    made = Record(
        container_title="Heart",
        volume="3",
        page=Pages("12--15", "12-15", "12", "15"),
        issued=Date(PartialDate(2020, 2), PartialDate(2020, 3), "2020-02/2020-03"),
        doi="10.1000/1",
    )
    assert render(made) == "Heart. 2020 Feb-Mar;3:12-15. doi: 10.1000/1."
    assert same(render(made.replace(issued=date("2020"))), "Heart. 2020;3:12-15. doi:10.1000/1.")


def test_what_is_missing_leaves_no_punctuation() -> None:
    made = Record(container_title_short="Heart", identifiers=(Identifier("doi", "10.1/1", "AID"),))
    assert render(made) == "Heart. doi: 10.1/1."
    assert render(Record()) == ""
