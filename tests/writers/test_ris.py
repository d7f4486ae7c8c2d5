"""RIS: read back by rispy, each profile's tags where its program looks for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import medcite
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from medcite.codecs import dates, pages
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date, Heading, Issn, Keyword, Name, PartialDate, Relation
from medcite.options import Options
from medcite.output import value_choice
from medcite.ris.names import format_name
from medcite.tables.receivers import RECEIVERS
from medcite.writers import ris

from tests.sampled import corpus
from tests.strategies import records

FULL = Record(
    type="article-journal",
    publication_types=("Journal Article", "Review"),
    title="Effects of H<sub>2</sub>O at P <0.05",
    container_title="BMC medicine",
    container_title_short="BMC Med",
    author=(
        Name("Fu", "Haixia"),
        Name(literal="European Society, Working Group"),
        Name("O'Brien", "Mary-Anne", "Jr"),
    ),
    issued=Date(PartialDate(2024, 2, 27), raw="2024 Feb 27"),
    available_date=Date(PartialDate(2024, 2, 25)),
    volume="22",
    issue="1",
    page=pages.pages("85"),
    number="85",
    doi="10.1186/s12916-024-03275-5",
    pmid="38413930",
    pmcid="PMC10900595",
    nihmsid="NIHMS1",
    issn=(Issn("1741-7015", "electronic"),),
    status="epublish",
    language=("eng", "fre"),
    keywords=(Keyword("graft", True), Keyword("a; b")),
    mesh=(Heading("History, 20th Century", True),),
    abstract="One.\nTY  - JOUR\rTwo.",
)


DOE, ROE = Name("Doe", "Jo"), Name("Roe", "Al")


def written(given: list[Record], **options: Any) -> str:
    return "".join(ris.write(given, Options(**options), Report()))


def read(text: str) -> list[dict[str, Any]]:
    """Every tag as a list, by rispy."""
    tags = {tag: tag for tag in rispy.TAG_KEY_MAPPING} | {"M2": "M2", "ED": "ED", "T3": "T3"}
    tags |= {"L2": "L2", "BT": "BT", "UK": "UK"}
    return rispy.loads(  # type: ignore[no-any-return]
        text, mapping=tags, list_tags=[tag for tag in tags if tag != "TY"],
        delimiter_tags_mapping={},
    )  # fmt: skip


def one(record: Record, **options: Any) -> dict[str, Any]:
    (found,) = read(written([record], **options))
    assert "UK" not in found
    return found


@pytest.mark.parametrize("profile", RECEIVERS)
def test_the_syntax(profile: str) -> None:
    text = written([FULL, FULL], receiver=profile)
    newline = RECEIVERS[profile].newline
    assert text.replace("\r\n", "").isprintable()
    first, second, rest = text.split(f"ER  - {newline}")
    assert first.startswith("TY  - JOUR" + newline)
    assert second.startswith(f"{newline}TY  - JOUR{newline}")
    assert rest == ""
    assert all(line[2:6] == "  - " for line in first.split(newline) if line)


def test_generic_uses_what_all_read_alike() -> None:
    assert one(FULL) == {
        "TY": "JOUR",
        "ID": ["fu2024effects"],
        "AU": ["Fu, Haixia", "European Society, Working Group,", "O'Brien, Mary-Anne, Jr"],
        "TI": ["Effects of H2O at P <0.05"],
        "T2": ["BMC Medicine"],
        "JF": ["BMC Medicine"],
        "J2": ["BMC Med"],
        "PY": ["2024"],
        "DA": ["2024/02/27/"],
        "VL": ["22"],
        "IS": ["1"],
        "SP": ["85"],
        "SN": ["1741-7015"],
        "DO": ["10.1186/s12916-024-03275-5"],
        "M2": ["PMID: 38413930", "PMCID: PMC10900595"],
        "UR": ["https://pubmed.ncbi.nlm.nih.gov/38413930/"],
        "LA": ["eng, fre"],
        "KW": ["graft", "a", "b", "History, 20th Century"],
        "AB": ["One. TY  - JOUR Two."],
    }


def test_zotero_gets_identifiers_in_extra_and_no_foreign_fields() -> None:
    found = one(FULL, receiver="zotero")
    assert found["M2"] == ["PMID: 38413930", "PMCID: PMC10900595"]
    assert not {"AN", "C2", "C7", "ET", "M1"} & found.keys()


def test_endnote_gets_its_own_fields() -> None:
    record = Record(
        **{name: getattr(FULL, name) for name in ("pmid", "pmcid", "nihmsid", "number",
           "available_date", "publication_types", "page")},
        title="Pain", translated=True, original_title="Douleur",
        relations=(Relation("erratum-in", "J Foo. 2024;1:2."),),
    )  # fmt: skip
    found = one(record, receiver="endnote")
    expected = {
        "AN": ["38413930"], "C2": ["PMC10900595"], "C6": ["NIHMS1"], "C7": ["85"], "SP": ["85"],
        "ET": ["2024/02/25"], "M3": ["Journal Article; Review"], "TT": ["Douleur"],
        "TI": ["Pain"], "OP": ["Erratum in: J Foo. 2024;1:2."], "DB": ["PubMed"], "DP": ["NLM"],
    }  # fmt: skip
    assert {tag: found.get(tag) for tag in expected} == expected
    assert found["LB"] == found["ID"]


def test_jabref_keeps_its_issue_number() -> None:
    found = one(FULL, receiver="jabref")
    assert not {"AN", "C7", "ET", "JO", "M1", "M3"} & found.keys()
    assert (found["JF"], found["JA"]) == (["BMC Medicine"], ["BMC Med"])
    assert found["N1"] == ["PMCID: PMC10900595"]


def test_jabref_finds_each_thing_under_the_tag_that_it_takes_it_from() -> None:
    """JabRef: the last of JA and JF is the journal; PY has no month; C2 is PubMed's eprint."""
    found = one(FULL, receiver="jabref")
    assert list(found).index("JA") < list(found).index("JF")
    assert (found["PY"], found["Y1"]) == (["2024"], ["2024/02/27/"])
    assert found["C2"] == ["38413930"]
    assert one(FULL, receiver="jabref", journal="abbrev")["JF"] == ["BMC Med"]


def test_jabref_gets_names_by_the_rules_of_bibtex() -> None:
    given = Record(
        author=(
            Name("Sun", "Xue"), Name(literal="Trials and Tests, Working Group"),
            Name("O'Brien", "Mary-Anne", "Jr"), Name("Sukarno"),
        ),
        et_al=True,
    )  # fmt: skip
    found = one(given, receiver="jabref")
    assert found["AU"] == [
        "Sun, Xue", "{Trials and Tests, Working Group}", "O'Brien, Jr, Mary-Anne", "Sukarno",
        "others",
    ]  # fmt: skip


def test_jabref_has_a_chapter_s_editors_and_book_in_tags_of_its_own() -> None:
    chapter = Record(type="chapter", editor=(Name("Adam", "M"),), container_title="Book")
    found = one(chapter, receiver="jabref")
    assert (found["ED"], found["BT"]) == (["Adam, M"], ["Book"])
    assert "A2" not in found
    assert one(Record(type="paper-conference"), receiver="jabref")["TY"] == "CONF"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", "2024"),
        ("2024 Feb", "2024/02//"),
        ("2024 Feb 27", "2024/02/27/"),
        ("2023 Nov-Dec", "2023/11//Nov-Dec"),
        ("2017 Nov/Dec", "2017/11//Nov-Dec"),
        ("1998 Oct 15-21", "1998/10/15/15-21"),
        ("2008 Jul 24-Aug 13", "2008/07/24/Jul 24-Aug 13"),
        ("1998 Dec-1999 Jan", "1998/12//Dec-1999 Jan"),
        ("2004-2005", "2004///2004-2005"),
        ("1999 Summer", "1999///Summer"),
        ("1999 Fall", "1999///Fall"),
        ("2000 Spring-Summer", "2000///Spring-Summer"),
        ("2012 2nd Quarter", "2012///2nd Quarter"),
        ("in press", "///in press"),
    ],
)
def test_dates(text: str, expected: str) -> None:
    found = one(Record(issued=dates.date(text)))
    assert found["DA"] == [expected]
    assert found.get("PY", [""]) == [expected.partition("/")[0]]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("737-8", "737", "738"),
        ("S1-10", "S1", "S10"),
        ("379.e9-379.e13", "379.e9", "379.e13"),
        ("e12; quiz e13", "e12; quiz e13", None),
        ("1638-45, 1650", "1638-1645, 1650", None),
        ("85", "85", None),
    ],
)
def test_pages(text: str, first: str, last: str | None) -> None:
    found = one(Record(page=pages.pages(text)))
    assert (found["SP"], found.get("EP")) == ([first], last and [last])


@pytest.mark.parametrize(
    ("record", "profile", "code"),
    [
        (Record(type="article"), "generic", "JOUR"),
        (Record(type="article"), "zotero", "JOUR"),
        (Record(type="article"), "endnote", "UNPB"),
        (Record(type="book", editor=(Name("A"),)), "endnote", "EDBOOK"),
        (Record(type="book", editor=(Name("A"),)), "zotero", "BOOK"),
        (Record(type="chapter"), "jabref", "CHAP"),
        (Record(type="collection"), "generic", "GEN"),
    ],
)
def test_types(record: Record, profile: str, code: str) -> None:
    assert one(record, receiver=profile)["TY"] == code


def test_books_have_publisher_place_edition_and_isbn() -> None:
    record = Record(
        type="chapter", title="Chapter", container_title="Book", publisher="NCBI",
        publisher_place="Bethesda", edition="2nd", isbn=("9780000000002",),
        editor=(Name("Adam", "Margaret P"),), url="https://www.ncbi.nlm.nih.gov/books/NBK1/",
        collection_title="Series", pmid="1",
    )  # fmt: skip
    found = one(record, receiver="endnote")
    expected = {
        "T2": ["Book"], "A2": ["Adam, Margaret P"], "PB": ["NCBI"], "CY": ["Bethesda"],
        "ET": ["2nd"], "SN": ["9780000000002"], "T3": ["Series"],
        "UR": ["https://www.ncbi.nlm.nih.gov/books/NBK1/", "https://pubmed.ncbi.nlm.nih.gov/1/"],
    }  # fmt: skip
    assert {tag: found.get(tag) for tag in expected} == expected
    article = one(Record(publisher="P", publisher_place="England", edition="3"))
    assert not {"PB", "CY", "ET"} & article.keys()


@pytest.mark.parametrize(
    ("record", "profile", "lines"),
    [
        (Record(type="book", author=(DOE,), editor=(ROE,)), "endnote",
         ["TY  - BOOK", "AU  - Doe, Jo", "A3  - Roe, Al"]),
        (Record(type="book", editor=(ROE,)), "endnote", ["TY  - EDBOOK", "AU  - Roe, Al"]),
        (Record(type="book", editor=(ROE,)), "zotero", ["TY  - BOOK", "ED  - Roe, Al"]),
        (Record(type="paper-conference", container_title="Proceedings"), "zotero",
         ["TY  - CONF", "C3  - Proceedings"]),
        (Record(type="paper-conference", container_title="Proceedings"), "jabref",
         ["TY  - CONF", "T2  - Proceedings", "BT  - Proceedings", "JF  - Proceedings"]),
        (Record(type="paper-conference", container_title="Proceedings", event_title="Tests"),
         "generic", ["TY  - CONF", "T2  - Tests", "C3  - Proceedings", "JF  - Proceedings"]),
        (Record(type="report", number="SP 1", page=None), "generic", ["TY  - RPRT", "SN  - SP 1"]),
        (Record(type="report", number="SP 1"), "jabref", ["TY  - RPRT", "IS  - SP 1"]),
        (Record(type="thesis", genre="PhD thesis", number_of_pages="210"), "generic",
         ["TY  - THES", "SP  - 210", "M3  - PhD thesis"]),
        (Record(type="book", page=pages.pages("7")), "generic",
         ["TY  - BOOK", "SP  - 7", "EP  - 7"]),
        (Record(type="webpage", accessed=dates.date("2020 Jan 2"), publisher="W3C"), "generic",
         ["TY  - ELEC", "PB  - W3C", "Y2  - 2020/01/02/"]),
    ],
)  # fmt: skip
def test_works_and_who_reads_them(record: Record, profile: str, lines: list[str]) -> None:
    text = written([record], receiver=profile, omit=("ID", "LB"))
    assert [line.strip() for line in text.splitlines()] == [*lines, "ER  -"]


def test_a_translated_title_keeps_its_brackets_where_the_original_is_lost() -> None:
    both = Record(title="Pain", translated=True, original_title="Douleur")
    assert one(both, receiver="endnote")["TI"] == ["Pain"]
    assert one(Record(title="Pain", translated=True))["TI"] == ["[Pain]"]


@pytest.mark.parametrize("profile", ["generic", "jabref"])
def test_a_vernacular_title_is_a_note_where_tt_means_something_else(profile: str) -> None:
    both = Record(title="Pain", translated=True, original_title="Douleur")
    found = one(both, receiver=profile)
    assert (found["TI"], found["N1"]) == (["[Pain]"], ["Original title: Douleur"])
    assert "TT" not in found


def test_zotero_gets_no_note_that_it_has_another_place_for() -> None:
    both = Record(pmid="7", title="Pain", translated=True, original_title="Douleur")
    found = one(both, receiver="zotero")
    assert found["M2"] == ["PMID: 7", "Original title: Douleur"]
    assert "N1" not in found


@pytest.mark.parametrize(
    ("profile", "line"),
    [
        ("generic", "Ostomy, Wound and Skin Group,"),
        ("zotero", "Ostomy – Wound and Skin Group,"),
        ("endnote", "Ostomy,, Wound and Skin Group"),
        ("jabref", "{Ostomy, Wound and Skin Group}"),
    ],
)
def test_a_group_with_a_comma_stays_in_one_piece(profile: str, line: str) -> None:
    record = Record(author=(Name(literal="Ostomy, Wound and Skin Group"), Name(literal="WHO")))
    assert one(record, receiver=profile)["AU"][0] == line
    (back,) = medcite.read(text=written([record], receiver=profile), report=Report())
    comma = " –" if profile == "zotero" else ","
    assert back.author[0] == Name(literal=f"Ostomy{comma} Wound and Skin Group")


@pytest.mark.parametrize(
    ("text", "plain", "edtf"),
    [
        ("2022 May-Jun", "2022/05//May-Jun", "2022-05/2022-06"),
        ("2022 Dec-2023 Jan", "2022/12//Dec-2023 Jan", "2022-12/2023-01"),
        ("2022 May 3-5", "2022/05/03/3-5", "2022-05-03/2022-05-05"),
        ("2019 Summer", "2019///Summer", "2019 Summer"),
        ("2019 Fall", "2019///Fall", "2019 Fall"),
        ("2022 May 3", "2022/05/03/", "2022/05/03/"),
        ("2022", "2022", "2022"),
    ],
)
def test_zotero_drops_what_stands_behind_the_day(text: str, plain: str, edtf: str) -> None:
    record = Record(issued=dates.date(text))
    assert one(record)["DA"] == [plain]
    assert one(record, receiver="zotero")["DA"] == [edtf]
    (back,) = medcite.read(text=written([record], receiver="zotero"), report=Report())
    assert back.issued
    assert back.issued[:2] == dates.date(text)[:2]


def test_a_preprint_says_so_where_ris_has_no_type_for_it() -> None:
    preprint = Record(type="article", genre="Preprint", title="T", container_title="bioRxiv")
    found = one(preprint, receiver="zotero")
    assert (found["TY"], found["M2"]) == ("JOUR", ["Type: article"])
    assert "M2" not in one(preprint)


@pytest.mark.parametrize("profile", RECEIVERS)
def test_a_retraction_is_said_in_every_profile(profile: str) -> None:
    record = Record(relations=(Relation("retraction-in", "J Foo. 2024;1:2."),))
    found = one(record, receiver=profile)
    assert found["N1"] == ["RETRACTED. Retraction in: J Foo. 2024;1:2."]


@given(st.lists(records, max_size=3), st.sampled_from(sorted(RECEIVERS)))
def test_nothing_in_a_record_makes_a_field_or_a_record(given: list[Record], profile: str) -> None:
    text = written(given, receiver=profile)
    assert len(read(text)) == len(given)
    lines = text.splitlines()
    assert all(not line or line[2:6] == "  - " for line in lines)


@pytest.mark.parametrize("profile", RECEIVERS)
@pytest.mark.parametrize("step", [20, pytest.param(1, marks=pytest.mark.long)])
def test_the_corpus_is_read_back(shared: Path, profile: str, step: int) -> None:
    given = corpus(shared, step)
    found = read(written(given, receiver=profile))
    assert len(found) == len(given)
    for record, each in zip(given, found, strict=True):
        authors = [name.strip("{},").split(", ")[0] for name in each.get("AU", [])]
        expected = [
            name.family
            or format_name(name, RECEIVERS[profile].group_comma).strip(",").split(", ")[0]
            for name in record.author
        ]
        others = "others" if profile == "jabref" else "et al."
        assert authors == expected + [others] * record.et_al
        assert "".join(each.get("DO", [])) == record.doi
        assert f"https://pubmed.ncbi.nlm.nih.gov/{record.pmid}/" in each["UR"]
        assert record.pmcid in str(each)
        assert record.issued is not None
        assert record.issued.start is not None
        assert each["PY"] == [str(record.issued.start.year)]
        assert each["SN"] == [value_choice.issn(record)] if value_choice.issn(record) else True
        assert ("SP" in each) == bool(record.page or record.number)


SCRIPTED = Record(
    type="article-journal",
    title="10<sup>6</sup> <i>E. coli</i>, x<sup>kDa</sup>, CO<sub>2</sub>",
    abstract="About 10<sup>-3</sup> mol in y<sup>0.5</sup>.",
)


def test_superscripts_are_unicodes_where_tags_are_no_markup() -> None:
    report = Report()
    lines = "".join(ris.write([SCRIPTED], Options(), report)).splitlines()
    assert "TI  - 10⁶ E. coli, x^kDa, CO2" in lines
    assert "AB  - About 10⁻³ mol in y^0.5." in lines
    notes = [note.message for note in report.diagnostics if note.code == "superscript"]
    assert notes == ["no characters for superscripts: ^kDa, ^0.5"]


def test_superscripts_of_titles_are_tags_for_zotero() -> None:
    report = Report()
    lines = "".join(ris.write([SCRIPTED], Options(receiver="zotero"), report)).splitlines()
    assert f"TI  - {SCRIPTED.title}" in lines
    notes = [note.message for note in report.diagnostics if note.code == "superscript"]
    assert notes == ["no characters for superscripts: ^0.5"]
