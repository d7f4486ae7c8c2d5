"""EndNote's XML: what its elements say, and what we write for them."""

from __future__ import annotations

from xml.etree import ElementTree

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date, Name, Pages, PartialDate

ARTICLE = Record(
    type="article-journal", title="Growth of <i>Betula</i> at 10<sup>6</sup> cells", volume="12",
    author=(Name("Doe", "Jane"), Name(literal="STROBE Initiative")), issue="3 Suppl 1",
    container_title="The Journal of trees", container_title_short="J Trees", pmid="7",
    issued=Date(PartialDate(2024, 2, 27), raw="2024 Feb 27"), pmcid="PMC12", number="e17",
    page=Pages("737-48", "737-748", "737", "748"), doi="10.1000/one", nihmsid="NIHMS34",
    available_date=Date(PartialDate(2024, 1, 5), raw="20240105"), key="doe2024",
)  # fmt: skip


def record_of(
    elements: str, kind: str = '<ref-type name="Journal Article">17</ref-type>'
) -> Record:
    text = f"<xml><records><record>{kind}{elements}</record></records></xml>"
    (record,) = medcite.read(text=text, report=Report())
    return record


def written(record: Record, **options: str) -> ElementTree.Element:
    text = medcite.write([record], "endnote-xml", report=Report(), **options)
    (element,) = ElementTree.fromstring(text).findall("records/record")
    return element


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("ref-type", "17"),
        ("contributors/authors/author", "Doe, Jane"),
        ("titles/secondary-title", "The Journal of Trees"),
        ("titles/alt-title", "J Trees"),
        ("periodical/full-title", "The Journal of Trees"),
        ("periodical/abbr-1", "J Trees"),
        ("periodical/abbr-2", "J. Trees"),
        ("pages", "737-748"),
        ("volume", "12"),
        ("number", "3 Suppl 1"),
        ("edition", "2024/01/05"),
        ("dates/year", "2024"),
        ("dates/pub-dates/date", "Feb 27"),
        ("accession-num", "7"),
        ("remote-database-name", "PubMed"),
        ("custom2", "PMC12"),
        ("custom6", "NIHMS34"),
        ("custom7", "e17"),
        ("electronic-resource-num", "10.1000/one"),
        ("label", "doe2024"),
        ("urls/related-urls/url", "https://pubmed.ncbi.nlm.nih.gov/7/"),
    ],
)
def test_each_fact_has_the_element_that_endnote_reads(path: str, text: str) -> None:
    assert written(ARTICLE, key="default").findtext(path) == text


def test_a_group_ends_in_a_comma() -> None:
    authors = written(ARTICLE).findall("contributors/authors/author")
    assert [author.text for author in authors] == ["Doe, Jane", "STROBE Initiative,"]


def test_markup_in_a_title_becomes_styles() -> None:
    styles = written(ARTICLE).findall("titles/title/style")
    assert [(style.get("face"), style.text) for style in styles] == [
        ("normal", "Growth of "), ("italic", "Betula"), ("normal", " at 10"),
        ("superscript", "6"), ("normal", " cells"),
    ]  # fmt: skip


def test_what_is_written_is_read_back() -> None:
    text = medcite.write([ARTICLE], "endnote-xml", report=Report())
    (back,) = medcite.read(text=text, report=Report())
    for name in ("title", "author", "volume", "issue", "page", "number", "doi", "pmid", "pmcid",
                 "nihmsid", "container_title_short", "issued"):  # fmt: skip
        expected = getattr(ARTICLE, name)
        got = getattr(back, name)
        assert (got.full if name == "page" else got) == (
            expected.full if name == "page" else expected
        ), name


def test_styles_join_without_blanks_and_faces_may_be_several() -> None:
    title = (
        '<titles><title><style face="normal">Effect of </style><style face="bold italic">H. '
        'pylori</style><style face="normal">s</style></title></titles>'
    )
    assert record_of(title).title == "Effect of <b><i>H. pylori</i></b>s"


def test_tags_of_html_in_a_title_are_its_tags() -> None:
    title = "<titles><title><style face='normal'>Of <em>H. pylori</em>, H<sub>2</sub>O"
    record = record_of(f"{title} and <font>words</font></style></title></titles>")
    assert record.title == "Of <i>H. pylori</i>, H<sub>2</sub>O and words"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ('<ref-type name="Book Section">5</ref-type>', "chapter"),
        ('<ref-type name="book section"/>', "chapter"),
        ("<ref-type>5</ref-type>", "chapter"),
        ('<ref-type name="Journal Article">0</ref-type>', "article-journal"),
        ('<ref-type name="Kapitel">5</ref-type>', "chapter"),
        ('<ref-type name="Weblog">99</ref-type>', "document"),
        ("<ref-type>99999999999999</ref-type>", "document"),
        ("", "document"),
    ],
)
def test_the_name_of_a_type_decides_and_then_its_number(kind: str, expected: str) -> None:
    assert record_of("<titles><title>T</title></titles>", kind).type == expected


@pytest.mark.parametrize(
    ("elements", "attribute", "value"),
    [
        ("<number>3</number>", "issue", "3"),
        ("<issue>3</issue>", "issue", "3"),
        ("<isbn>1234-5679&#xD;2345-6780</isbn>", "issn", ["1234-5679", "2345-6780"]),
        ("<accession-num>38413930</accession-num>", "pmid", "38413930"),
        ("<accession-num>WOS:000123456700001</accession-num>", "pmid", ""),
        ("<accession-num>2001234</accession-num><remote-database-name>Embase"
         "</remote-database-name>", "pmid", ""),
        ("<notes>PMID: 38413930</notes>", "pmid", "38413930"),
        ("<urls><web-urls><url>https://example.org/a</url></web-urls></urls>", "url",
         "https://example.org/a"),
        ("<keywords><keyword>one</keyword><keyword>two</keyword></keywords>", "keywords",
         ["one", "two"]),
        ("<language>English</language>", "language", ("eng",)),
        ("<abstract>First&#xD;second &#x3B2;</abstract>", "abstract", "First second β"),
    ],
)  # fmt: skip
def test_elements(elements: str, attribute: str, value: object) -> None:
    got = getattr(record_of(elements), attribute)
    if isinstance(value, list):
        got = [getattr(part, "value", None) or part.text for part in got]
    assert got == value


def test_the_number_of_a_report_is_no_issue() -> None:
    report = record_of("<number>TR-7</number>", '<ref-type name="Report">27</ref-type>')
    assert (report.issue, report.number) == ("", "TR-7")


def test_of_what_endnote_has_of_its_library_one_note_tells() -> None:
    report = Report()
    record = "<record><database>x</database><rec-number>1</rec-number><label>a</label></record>"
    list(medcite.read(text=f"<xml><records>{record * 3}</records></xml>", report=report))
    told = [note.message for note in report.diagnostics if note.code == "not-read"]
    assert [message.partition(" left")[0] for message in told] == ["3 × database", "3 × rec-number"]


def test_an_unknown_element_is_kept_told_and_written_again() -> None:
    report = Report()
    text = "<xml><records><record><label>a</label><color>red</color></record></records></xml>"
    records = list(medcite.read(text=text, report=report))
    assert [(note.where.tag, note.where.record) for note in report.diagnostics] == [("color", "a")]
    assert written(records[0]).findtext("color") == "red"


@pytest.mark.parametrize("name", ["abstract", "custom2", "contributors/authors/author"])
def test_elements_are_left_out_by_their_names(name: str) -> None:
    record = ARTICLE.replace(abstract="Words.")
    element = written(record, omit=name.rpartition("/")[2])
    assert element.find(name) is None
    assert element.findtext("titles/title/style")


@pytest.mark.parametrize(
    "kind", ['<ref-type name="Gadget">99</ref-type>', "<ref-type>99</ref-type>"]
)
def test_a_type_that_endnote_does_not_have_is_told(kind: str) -> None:
    report = Report()
    text = f"<xml><records><record>{kind}<titles><title>T</title></titles></record></records></xml>"
    (record,) = medcite.read(text=text, report=report)
    assert record.type == "document"
    assert [(told.code, told.where.tag) for told in report.diagnostics] == [
        ("unknown-type", "ref-type")
    ]


def test_a_text_with_elements_that_endnote_does_not_have_is_read_whole() -> None:
    text = (
        "<xml><records><record><titles><title>Effect of <i>H. pylori</i> now</title></titles>"
        "</record></records></xml>"
    )
    (record,) = medcite.read(text=text, report=Report())
    assert record.title == "Effect of <i>H. pylori</i> now"
    assert record.kept == ()
