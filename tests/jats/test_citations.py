"""JATS: what the elements of a citation say of a record."""

from __future__ import annotations

from operator import attrgetter

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Name

NAME = "<name><surname>Doe</surname><given-names>J</given-names></name>"
ROE = "<name><surname>Roe</surname><given-names>A</given-names></name>"


def read(text: str, report: Report | None = None) -> list[Record]:
    start = '<article article-type="research-article" xmlns:xlink="http://www.w3.org/1999/xlink">'
    text = f"{start}<back><ref-list>{text}</ref-list></back></article>"
    return list(medcite.read(text=text, report=report or Report()))


def record_of(
    *elements: str, kind: str = "journal", name: str = "element", report: Report | None = None
) -> Record:
    citation = f"{name}-citation"
    text = f'<{citation} publication-type="{kind}">{"".join(elements)}</{citation}>'
    (record,) = read(f'<ref id="B1">{text}</ref>', report)
    return record


@pytest.mark.parametrize(
    ("element", "attribute", "value"),
    [
        (NAME, "author", (Name("Doe", "J"),)),
        (f"<person-group>{NAME}<etal/></person-group>", "et_al", True),
        (f'<person-group person-group-type="author">{NAME}{ROE}</person-group>', "author",
         (Name("Doe", "J"), Name("Roe", "A"))),
        (f'<person-group person-group-type="editor">{NAME}</person-group>', "editor",
         (Name("Doe", "J"),)),
        (f'<person-group person-group-type="translator">{NAME}</person-group>', "translator",
         (Name("Doe", "J"),)),
        ("<collab>The Group</collab>", "author", (Name(literal="The Group"),)),
        ("<string-name><given-names>J.</given-names> <surname>Doe</surname></string-name>",
         "author", (Name("Doe", "J."),)),
        ("<string-name>Doe JA</string-name>", "author", (Name("Doe", "J A"),)),
        (NAME.replace("</name>", "<suffix>Jr</suffix></name>"), "author",
         (Name("Doe", "J", "Jr"),)),
        ("<article-title>On <italic>E. coli</italic> and H<sub>2</sub>O.</article-title>", "title",
         "On <i>E. coli</i> and H<sub>2</sub>O"),
        ("<source>J Trees</source>", "container_title", "J Trees"),
        ('<year iso-8601-date="2012-05-03">2012</year>', "issued.start", (2012, 5, 3, 0)),
        ("<year>2012</year><month>05</month><day>3</day>", "issued.start", (2012, 5, 3, 0)),
        ("<year>2012</year><month>May</month>", "issued.start", (2012, 5, 0, 0)),
        ("<year>2012</year><season>Summer</season>", "issued.start", (2012, 0, 0, 2)),
        ("<date><year>1998</year><month>March</month><day>04</day></date>", "issued.start",
         (1998, 3, 4, 0)),
        ('<date-in-citation content-type="access-date">cited 2012 Oct 10</date-in-citation>',
         "accessed.start", (2012, 10, 10, 0)),
        ("<access-date>2005 May 3</access-date>", "accessed.start", (2005, 5, 3, 0)),
        ("<fpage>500</fpage><lpage>10</lpage>", "page.full", "500-510"),
        ("<page-range>500-510, 512</page-range>", "page.raw", "500-510, 512"),
        ("<elocation-id>e12</elocation-id>", "number", "e12"),
        ("<issue>5</issue><supplement>2</supplement>", "issue", "5 Suppl 2"),
        ("<supplement>Suppl 1</supplement>", "issue", "Suppl 1"),
        ('<pub-id pub-id-type="doi">10.1000/a</pub-id>', "doi", "10.1000/a"),
        ('<pub-id pub-id-type="pmid">38413930</pub-id>', "pmid", "38413930"),
        ('<pub-id pub-id-type="pmcid">PMC10900595</pub-id>', "pmcid", "PMC10900595"),
        ('<pub-id pub-id-type="pmc">10900595</pub-id>', "pmcid", "PMC10900595"),
        ('<ext-link ext-link-type="uri" xlink:href="https://a.org/b">a.org</ext-link>', "url",
         "https://a.org/b"),
        ('<comment>Available from: <uri>https://a.org/b</uri></comment>', "url", "https://a.org/b"),
        ("<comment>In press.</comment>", "notes", ("In press.",)),
    ],
)  # fmt: skip
def test_elements(element: str, attribute: str, value: object) -> None:
    assert attrgetter(attribute)(record_of(element)) == value


@pytest.mark.parametrize(
    ("kind", "element", "expected"),
    [
        ("journal", "<article-title>T</article-title><source>S</source>", "article-journal"),
        ("book", "<source>S</source>", "book"),
        ("book", "<chapter-title>T</chapter-title><source>S</source>", "chapter"),
        ("confproc", "<article-title>T</article-title>", "paper-conference"),
        ("thesis", "<source>S</source>", "thesis"),
        ("patent", "<source>S</source><patent country='US'>1</patent>", "patent"),
        ("data", "<data-title>T</data-title>", "dataset"),
        ("other", "<article-title>T</article-title><source>S</source>", "article-journal"),
        ("other", "<source>S</source>", "document"),
    ],
)
def test_types(kind: str, element: str, expected: str) -> None:
    assert record_of(element, kind=kind).type == expected


def test_a_chapter() -> None:
    record = record_of(
        NAME, "<chapter-title>Leaves</chapter-title>. In: ", ROE, ", editor. ",
        "<source>Trees</source>. <edition>2nd ed.</edition> ",
        "<publisher-loc>London</publisher-loc>: <publisher-name>Wood</publisher-name>; ",
        "<year>2001</year>. p. <fpage>1</fpage>.",
        kind="book", name="mixed",
    )  # fmt: skip
    assert (record.author, record.editor) == ((Name("Doe", "J"),), (Name("Roe", "A"),))
    assert (record.title, record.container_title) == ("Leaves", "Trees")
    assert (record.edition, record.publisher, record.publisher_place) == ("2nd", "Wood", "London")
    assert record.kept == ()


def test_a_paper_of_a_conference() -> None:
    record = record_of(
        "<article-title>T</article-title><conf-name>Trees 2018</conf-name><source>Proc</source>"
        "<conf-loc>Kyoto</conf-loc><publisher-loc>London</publisher-loc>",
        kind="confproc",
    )
    assert (record.event_title, record.container_title) == ("Trees 2018", "Proc")
    assert (record.event_place, record.publisher_place) == ("Kyoto", "London")


def test_words_between_elements_are_kept_and_punctuation_is_not() -> None:
    report = Report()
    record = record_of(
        NAME, " (<year>2009</year>) <source>Trees</source>, <volume>2</volume>, pp. ",
        "<fpage>3</fpage>. Preprint at Woods 12.", name="mixed", report=report,
    )  # fmt: skip
    assert [field[:2] for field in record.kept] == [("mixed-citation", "Preprint at Woods 12")]
    assert [told.code for told in report.diagnostics] == ["kept"]


def test_a_citation_without_elements_is_a_note() -> None:
    report = Report()
    link = '<ext-link xlink:href="https://a.org">https://a.org</ext-link>'
    record = record_of(f"Doe J. Trees. 2009. {link}", kind="other", name="mixed", report=report)
    assert record.notes == ("Doe J. Trees. 2009. https://a.org",)
    assert (record.title, record.url) == ("", "https://a.org")
    assert [told.code for told in report.diagnostics] == ["unstructured"]


def test_each_of_several_citations_is_a_record() -> None:
    citation = "<mixed-citation><source>{}</source></mixed-citation>"
    records = read(f'<ref id="B1">{citation.format("A")}{citation.format("B")}</ref>')
    assert [(record.key, record.title) for record in records] == [("B1a", "A"), ("B1b", "B")]


@pytest.mark.parametrize(
    "text",
    [
        "<mixed-citation>Trees</mixed-citation><element-citation>{}</element-citation>",
        "<citation-alternatives><mixed-citation>Trees</mixed-citation><element-citation>{}"
        "</element-citation></citation-alternatives>",
    ],
)
def test_the_same_citation_as_a_text_is_left_out_and_told(text: str) -> None:
    report = Report()
    (record,) = read(f"<ref>{text.format('<source>Trees</source>')}</ref>", report)
    assert record.title == "Trees"
    assert [told.message.partition(" left")[0] for told in report.diagnostics] == [
        "1 × mixed-citation"
    ]


def test_the_article_itself_is_told() -> None:
    report = Report()
    text = (
        "<pmc-articleset><article><front><article-title>Own</article-title></front><back><ref-list>"
        "<ref id='B1'><citation citation-type='journal'><source>S</source></citation></ref>"
        "</ref-list></back></article></pmc-articleset>"
    )
    (record,) = medcite.read(text=text, report=report)
    assert record.key == "B1"
    assert [told.message for told in report.diagnostics] == [
        "read the 1 reference of the article, which itself is no record"
    ]


@pytest.mark.parametrize(
    "start",
    [
        '<!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.3//EN" "JATS-archivearticle1.dtd">\n'
        '<article dtd-version="1.3">',
        '<pmc-articleset><article xmlns:mml="http://www.w3.org/1998/Math/MathML" '
        'article-type="review">',
        "<article><front/>",
    ],
)
def test_the_format_is_recognized(start: str) -> None:
    end = "</article></pmc-articleset>" if "pmc-" in start else "</article>"
    text = f"{start}<back><ref-list><ref><citation><source>S</source></citation></ref></ref-list>"
    for whole in (text, f"\ufeff{text}", text.replace("\n", "\r\n")):
        (record,) = medcite.read(text=f"{whole}</back>{end}", report=Report())
        assert record.origin
        assert record.origin.format == "jats"
