"""Ovid's two displays: what their fields say of a record."""

from __future__ import annotations

from operator import attrgetter

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Name

TAGGED = "<1. >\nVN  - Ovid Technologies\n"


def read(text: str, report: Report | None = None) -> list[Record]:
    return list(medcite.read(text=text, report=report or Report()))


def tagged(*lines: str, database: str = "Ovid MEDLINE(R)", report: Report | None = None) -> Record:
    text = "\n".join([f"{TAGGED}DB  - {database}", *lines, ""])
    (record,) = read(text, report)
    return record


def named(*lines: str, report: Report | None = None) -> Record:
    (record,) = read("\n".join(["<1>", *lines, ""]), report)
    return record


@pytest.mark.parametrize(
    ("lines", "attribute", "value"),
    [
        (["AU  - Doe JA", "AU  - Roe B"], "author", (Name("Doe", "J A"), Name("Roe", "B"))),
        (["AU  - Doe JA", "FA  - Doe, Jane A"], "author", (Name("Doe", "Jane A"),)),
        (["AU  - Doe, Jane MD, PhD *"], "author", (Name("Doe", "Jane"),)),
        (["AU  - Doe, Jane 1,2,+", "AU  - Roe, Ann 2"], "author",
         (Name("Doe", "Jane"), Name("Roe", "Ann"))),
        (["AU  - Doe, Jane [Author, Reprint Author]"], "author", (Name("Doe", "Jane"),)),
        (["AU  - Doe, Jane A. [Editor]"], "editor", (Name("Doe", "Jane A."),)),
        (["CA  - The Group"], "author", (Name(literal="The Group"),)),
        (["TI  - On trees. [Article]"], "title", "On trees"),
        (["TI  - On trees. [Review]", "PT  - Article"], "publication_types", ("Article", "Review")),
        (["SO  - Trees. 2(3):4-9, 2014 Jan 5."], "container_title", "Trees"),
        (["SO  - Trees. 2(3):4-9, 2014 Jan 5."], "issued.start", (2014, 1, 5, 0)),
        (["SO  - Trees. 2(3):4-9, 2014 Jan 5.", "YR  - 2014"], "issued.start", (2014, 1, 5, 0)),
        (["DP  - Sep 2015", "YR  - 2015"], "issued.start", (2015, 9, 0, 0)),
        (["EP  - 20140220"], "available_date.start", (2014, 2, 20, 0)),
        (["SO  - Trees. 2(3):4-9, 2014.", "VI  - 2", "IP  - 3"], "issue", "3"),
        (["SO  - Trees. 2:4-9, 2014.", "AS  - Tr. 2:4-9, 2014."], "container_title_short", "Tr"),
        (["UI  - 38413930"], "pmid", "38413930"),
        (["DO  - https://dx.doi.org/10.1000/a"], "doi", "10.1000/a"),
        (["IS  - 1741-7015 (ISSN print)", "ES  - 1741-7023"], "issn.__len__", 2),
        (["MH  - *Trees/pa [Pathology]", "KW  - one;  two."], "keywords.__len__", 3),
        (["ID  - one, two (2), three"], "keywords.__len__", 3),
        (["IN  - One", "      Two"], "affiliations", ("One", "Two")),
        (["AB  - Aim: one.", "Method(s): two.", "", "      Three."], "abstract",
         "Aim: one. Method(s): two. Three."),
        (["LG  - English."], "language", ("eng",)),
        (["PU  - Wood Press; US"], "publisher", "Wood Press"),
    ],
)  # fmt: skip
def test_tags(lines: list[str], attribute: str, value: object) -> None:
    got = attrgetter(attribute)(tagged(*lines))
    assert (got() if attribute.endswith("__len__") else got) == value


@pytest.mark.parametrize(
    ("lines", "attribute", "value"),
    [
        (["Authors", "  Doe JA.  Roe B."], "author", (Name("Doe", "J A"), Name("Roe", "B."))),
        (["Author", "  Doe, Jane 1;  Roe, Ann MD 2"], "author",
         (Name("Doe", "Jane"), Name("Roe", "Ann"))),
        (["Title", "  On trees.[Review]", "Language", "  English."], "title", "On trees"),
        (["Source", "  Trees. 2(3):4-9, 2014 Jan.", "Title", "  T"], "volume", "2"),
        (["MeSH Subject Headings", "    *Trees", "    Humans"], "keywords.__len__", 2),
        (["Status", "  Publish Ahead of Print, 18 August 2014"], "status", "aheadofprint"),
        (["Status", "  Publish Ahead of Print, 18 August 2014"], "issued.start", (2014, 8, 18, 0)),
        (["Digital Object Identifier", "  10.1000/a"], "doi", "10.1000/a"),
        (["Abstract", "  One", "  two."], "abstract", "One two."),
    ],
)  # fmt: skip
def test_names(lines: list[str], attribute: str, value: object) -> None:
    got = attrgetter(attribute)(named(*lines))
    assert (got() if attribute.endswith("__len__") else got) == value


def test_only_a_record_of_medline_has_its_pmid_for_a_number() -> None:
    embase = tagged("UI  - 621381829", "PM  - 38413930", database="Embase")
    assert embase.pmid == "38413930"
    assert ("UI", "621381829") in [field[:2] for field in embase.kept]
    assert tagged("UI  - 98012345", database="PsycINFO").pmid == ""
    number = ("Unique Identifier", "  38413930")
    link = ("Link to the Ovid Full Text or citation", " http://ovidsp.ovid.com/ovidweb.cgi?T=JS&D=")
    assert named(*number).pmid == ""
    assert named(*number, link[0], f"{link[1]}med16&AN=38413930").pmid == "38413930"
    assert named(*number, link[0], f"{link[1]}psyc11&AN=38413930").pmid == ""


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["PT  - Journal Article"], "article-journal"),
        (["PT  - Book", "PT  - Edited Book", "DT  - Chapter"], "chapter"),
        (["PT  - Dissertation Abstract"], "thesis"),
        (["PT  - Patent", "PN  - US 1"], "patent"),
    ],
)
def test_types(lines: list[str], expected: str) -> None:
    assert tagged(*lines, database="PsycINFO").type == expected


def test_a_chapter_has_what_its_source_says_of_the_book() -> None:
    record = tagged(
        "SO  - Roe, Ann [Ed]. (2012). Trees. (pp. 1-9). New York, NY, US: Wood Press; US.",
        "PT  - Chapter",
        database="PsycINFO",
    )
    assert record.editor == (Name("Roe", "Ann"),)
    assert (record.container_title, record.publisher) == ("Trees", "Wood Press")
    assert record.publisher_place == "New York, NY, US"
    assert record.page
    assert record.page.full == "1-9"


def test_what_has_no_place_is_kept_under_its_own_tag_or_told() -> None:
    report = Report()
    record = tagged(
        "UI  - 38413930", "AU  - Doe, Jane [Author; E-mail: a@b.org]", "CP  - England",
        "SO  - no source: at all; 1", "UP  - 20240301", "XQ  - odd", "TI  - T. [References].",
        report=report,
    )  # fmt: skip
    assert [field[:2] for field in record.kept] == [
        ("AU", "E-mail: a@b.org"), ("CP", "England"), ("SO", "no source: at all; 1"), ("XQ", "odd"),
    ]  # fmt: skip
    told = [(note.code, note.where.tag or note.message.partition(" left")[0])
            for note in report.diagnostics]  # fmt: skip
    assert told == [
        ("unknown-tag", "XQ"),
        ("kept", "no place in the model for AU, CP, SO; kept"),
        ("not-read", "1 × UP"),
        ("not-read", "1 × [References]"),
    ]
    assert {note.where.record for note in report.diagnostics} == {"38413930", ""}


def test_what_comes_before_the_first_record_is_told() -> None:
    report = Report()
    text = "Database: Ovid MEDLINE(R)\nSearch Strategy:\n--------\n\n<1>\nTitle\n  On trees.\n"
    assert [record.title for record in read(text, report)] == ["On trees"]
    assert [note.code for note in report.diagnostics] == ["stray-line"] * 3


@pytest.mark.parametrize(
    "text",
    [
        f"{TAGGED}TI  - T\nMH  - A\nSO  - S\nPT  - P\n",
        f" {TAGGED.replace('VN  -', ' VN  -')} TI  - T\n",
        "VN - Ovid Technologies\nDB - PsycINFO\nTI - T\n",
        "<8>\nScore\n  *****\nTitle\n  T\n",
        f"{TAGGED}TI  - T\n".replace("\n", "\r\n"),
        f"\ufeff{TAGGED}TI  - T\n",
        "<1. >\nUI  - 1\nTI  - T\nLA  - eng\nSO  - S\nPT  - P\n",
    ],
)
def test_the_format_is_recognized(text: str) -> None:
    (record,) = read(text)
    assert record.origin
    assert record.origin.format == "ovid"
    assert record.title == "T"
