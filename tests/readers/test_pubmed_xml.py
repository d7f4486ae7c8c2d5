"""PubMed XML: the same record as from MEDLINE text; broken XML costs one record at most."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.base.errors import InputError
from medcite.files.source import open_source
from medcite.format_registry import OpenedInput, read_records
from medcite.markup.inline_tags import tidy
from medcite.model.record import Record
from medcite.model.report import Level, Report
from medcite.pubmed.values import HOW, TAGS
from medcite.readers import medline
from medcite.readers import pubmed_xml as reader
from medcite.tables.medline import ROWS as MEDLINE
from medcite.tables.pubmed_xml import ROWS
from medcite.tables.relations import ROWS as LINKS

HEAD = """<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN"
 "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">
<PubmedArticleSet>
"""
ARTICLE = """<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM">
  <PMID Version="1">1000001</PMID>
  <DateCompleted><Year>2021</Year><Month>3</Month><Day>09</Day></DateCompleted>
  <DateRevised><Year>2022</Year><Month>01</Month><Day>15</Day></DateRevised>
  <Article PubModel="Electronic-eCollection">
    <Journal>
      <ISSN IssnType="Electronic">2045-2322</ISSN>
      <JournalIssue CitedMedium="Internet"><Volume>11</Volume><Issue>1</Issue>
        <PubDate><Year>2021</Year><Month>02</Month></PubDate></JournalIssue>
      <Title>Scientific reports</Title><ISOAbbreviation>Sci. Rep.</ISOAbbreviation>
    </Journal>
    <ArticleTitle>[Growth of birches: a second
      look?].</ArticleTitle>
    <Pagination><StartPage>1638</StartPage><MedlinePgn>1638-45, 1650</MedlinePgn></Pagination>
    <ELocationID EIdType="doi" ValidYN="Y">10.1038/s41598-021-00001-1</ELocationID>
    <ELocationID EIdType="pii" ValidYN="N">wrong</ELocationID>
    <Abstract>
      <AbstractText Label="AIM">To see &lt;0.05 &amp; more.</AbstractText>
      <AbstractText>Then <i>less</i>.</AbstractText>
      <CopyrightInformation>© 2021.</CopyrightInformation>
    </Abstract>
    <AuthorList CompleteYN="N">
      <Author ValidYN="Y"><LastName>O'Brien</LastName><ForeName>Mary-Anne</ForeName>
        <Initials>MA</Initials><Suffix>Jr</Suffix>
        <Identifier Source="ORCID">0000-0002-1825-0097</Identifier>
        <AffiliationInfo><Affiliation>First place.</Affiliation></AffiliationInfo>
        <AffiliationInfo><Affiliation>Second place.</Affiliation></AffiliationInfo></Author>
      <Author ValidYN="Y"><CollectiveName>Birch Study Group</CollectiveName></Author>
      <Author ValidYN="N"><LastName>Wrng</LastName><Initials>W</Initials></Author>
      <Author ValidYN="Y"><LastName>Himani</LastName></Author>
    </AuthorList>
    <Language>ger</Language><Language>eng</Language>
    <DataBankList><DataBank><DataBankName>ClinicalTrials.gov</DataBankName>
      <AccessionNumberList><AccessionNumber>NCT00000001</AccessionNumber>
      <AccessionNumber>NCT00000002</AccessionNumber></AccessionNumberList></DataBank></DataBankList>
    <GrantList><Grant><GrantID>R01 1</GrantID><Acronym>AI</Acronym><Agency>NIAID NIH HHS</Agency>
      <Country>United States</Country></Grant></GrantList>
    <PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>
      <PublicationType UI="D016441">Retracted Publication</PublicationType></PublicationTypeList>
    <VernacularTitle>Birken.</VernacularTitle>
    <ArticleDate DateType="Electronic"><Year>2021</Year><Month>01</Month><Day>31</Day></ArticleDate>
  </Article>
  <MedlineJournalInfo><Country>England</Country><MedlineTA>Sci Rep</MedlineTA>
    <NlmUniqueID>101563288</NlmUniqueID><ISSNLinking>2045-2322</ISSNLinking></MedlineJournalInfo>
  <ChemicalList><Chemical><RegistryNumber>0</RegistryNumber>
    <NameOfSubstance UI="D1">Soil</NameOfSubstance></Chemical></ChemicalList>
  <CitationSubset>IM</CitationSubset>
  <CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn">
    <RefSource>Sci Rep. 2022;12(1):3.</RefSource><PMID>1000002</PMID></CommentsCorrections>
  </CommentsCorrectionsList>
  <MeshHeadingList><MeshHeading><DescriptorName MajorTopicYN="N">Betula</DescriptorName>
    <QualifierName MajorTopicYN="Y">growth &amp; development</QualifierName></MeshHeading>
  </MeshHeadingList>
  <KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="Y">birch</Keyword>
    <Keyword MajorTopicYN="N">soil</Keyword></KeywordList>
  <CoiStatement>None.</CoiStatement>
  <InvestigatorList><Investigator ValidYN="Y"><LastName>Roe</LastName><ForeName>Ann</ForeName>
    <Initials>A</Initials><AffiliationInfo><Affiliation>Here.</Affiliation></AffiliationInfo>
    </Investigator></InvestigatorList>
</MedlineCitation><PubmedData>
  <History><PubMedPubDate PubStatus="received"><Year>2020</Year><Month>9</Month><Day>1</Day>
    </PubMedPubDate><PubMedPubDate PubStatus="pubmed"><Year>2021</Year><Month>2</Month><Day>2</Day>
    <Hour>6</Hour><Minute>0</Minute></PubMedPubDate></History>
  <PublicationStatus>epublish</PublicationStatus>
  <ArticleIdList><ArticleId IdType="pubmed">1000001</ArticleId>
    <ArticleId IdType="pmc">PMC7000001</ArticleId><ArticleId IdType="mid">NIHMS1</ArticleId>
    <ArticleId IdType="doi">10.1038/s41598-021-00001-1</ArticleId></ArticleIdList>
  <ReferenceList><Reference><Citation>Other 1999</Citation></Reference></ReferenceList>
</PubmedData></PubmedArticle>
"""
NBIB = """PMID- 1000001
OWN - NLM
STAT- MEDLINE
DCOM- 20210309
LR  - 20220115
PUBM- Electronic-eCollection
IS  - 2045-2322 (Electronic)
VI  - 11
IP  - 1
DP  - 2021 Feb
JT  - Scientific reports
TI  - [Growth of birches: a second look?].
PG  - 1638-45, 1650
LID - 10.1038/s41598-021-00001-1 [doi]
AB  - AIM: To see <0.05 & more. Then less.
CI  - © 2021.
FAU - O'Brien, Mary-Anne Jr
AU  - O'Brien MA Jr
AUID- ORCID: 0000-0002-1825-0097
AD  - First place.
AD  - Second place.
CN  - Birch Study Group
FAU - Himani
AU  - Himani
AU  - et al.
LA  - ger
LA  - eng
SI  - ClinicalTrials.gov/NCT00000001
SI  - ClinicalTrials.gov/NCT00000002
GR  - R01 1/AI/NIAID NIH HHS/United States
PT  - Journal Article
PT  - Retracted Publication
TT  - Birken.
DEP - 20210131
PL  - England
TA  - Sci Rep
JID - 101563288
IS  - 2045-2322 (Linking)
RN  - 0 (Soil)
SB  - IM
RIN - Sci Rep. 2022;12(1):3. PMID: 1000002
MH  - Betula/*growth & development
OTO - NOTNLM
OT  - *birch
OT  - soil
COIS- None.
FIR - Roe, Ann
IR  - Roe A
IRAD- Here.
PHST- 2020/09/01 00:00 [received]
EDAT- 2021/02/02 06:00
PHST- 2021/02/02 06:00 [pubmed]
PST - epublish
PMC - PMC7000001
MID - NIHMS1
AID - 10.1038/s41598-021-00001-1 [doi]
"""


def read(text: str) -> tuple[list[Record], Report]:
    report = Report()
    opened = OpenedInput(reader, open_source(text.encode(), report), report)
    return list(read_records(opened)), report


def article(pmid: int, more: str = "") -> str:
    return (
        f"<PubmedArticle><MedlineCitation><PMID>{pmid}</PMID><Article><ArticleTitle>T{pmid}."
        f"</ArticleTitle>{more}</Article></MedlineCitation></PubmedArticle>\n"
    )


def pmids(text: str) -> list[str]:
    return [record.pmid for record in read(text)[0]]


def test_the_record_is_that_of_medline_text() -> None:
    (record,), report = read(f"{HEAD}{ARTICLE}</PubmedArticleSet>\n")
    (other,) = medline.read(open_source(NBIB.encode(), report), report)
    # What NLM marks as wrong, that it is retracted, and the list of references.
    assert [told.where.tag for told in report.diagnostics] == ["ELocationID", "Author", "", ""]
    retracted = report.diagnostics.pop(2)
    assert retracted.code == "retracted"
    assert {(told.code, told.level) for told in report.diagnostics} == {("not-read", Level.NOTE)}
    for name in Record.names:
        found, expected = getattr(record, name), getattr(other, name)
        if name == "origin":
            assert found.format == "pubmed-xml"
            assert [field[:2] for field in found.fields] == [field[:2] for field in expected.fields]
            assert found.line == 6
        elif name == "admin":
            assert [field[:2] for field in found] == [field[:2] for field in expected]
        else:
            assert found == expected, name
    assert record.issue_label == "eCollection"
    assert record.author[0].suffix == "Jr"


def test_titles_keep_their_markup_and_abstracts_sub_and_superscripts() -> None:
    title = "<i>E. coli</i> and CO<sub>2</sub> at <u>P</u> &lt;0.05"
    text = (
        article(1)
        .replace("T1.", f"{title}.")
        .replace(
            "</Article>", f"<Abstract><AbstractText>{title}</AbstractText></Abstract></Article>"
        )
    )
    (record,), _ = read(f"{HEAD}{text}</PubmedArticleSet>")
    assert record.title == "<i>E. coli</i> and CO<sub>2</sub> at P <0.05"
    assert record.abstract == "E. coli and CO<sub>2</sub> at P <0.05"


FORMULA = """of <mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"> <mml:mrow>
  <mml:msup><mml:mn>10</mml:mn> <mml:mn>5</mml:mn></mml:msup> <mml:mo>×</mml:mo>
  <mml:mfrac><mml:mn>1</mml:mn><mml:mn>2</mml:mn></mml:mfrac> </mml:mrow></mml:math> cells"""


def test_formulas_in_titles_abstracts_and_keywords() -> None:
    more = (
        f"<VernacularTitle>Zellen {FORMULA}</VernacularTitle><Abstract><AbstractText>A {FORMULA}"
        f"</AbstractText><AbstractText Label='B'><DispFormula>{FORMULA}</DispFormula>"
        "</AbstractText></Abstract>"
    )
    keyword = f"<KeywordList><Keyword>{FORMULA}</Keyword></KeywordList></MedlineCitation>"
    text = article(1, more).replace("T1", f"A {FORMULA}").replace("</MedlineCitation>", keyword)
    (record,), report = read(f"{HEAD}{text}</PubmedArticleSet>")
    assert not report.diagnostics
    line = "of 10<sup>5</sup>×1/2 cells"
    assert record.title == f"A {line}"
    assert record.original_title == f"Zellen {line}"
    assert record.abstract == f"A {line} B: {line}"
    assert [keyword.text for keyword in record.keywords] == ["of 105×1/2 cells"]
    nbib = f"PMID- 1\nTI  - A {FORMULA}.\nAB  - A {FORMULA}\nOAB - {FORMULA}\n"
    (other,) = medline.read(open_source(nbib.encode(), report), report)
    assert (other.title, other.abstract) == (f"A {line}", f"A {line}")
    assert other.other_abstracts[0].text == line


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        ("<b>Growth of birches.</b>", "Growth of birches"),
        ("<b>Growth of birches</b>.", "Growth of birches"),
        ("<b>Growth of <i>Betula</i> </b> <b>in soil</b>.", "Growth of <i>Betula</i> in soil"),
        ("<i><b>Betula</b></i>.", "<i>Betula</i>"),
        ("[<b>Growth of birches</b>].", "Growth of birches"),
        ("<b>Growth</b> of birches.", "<b>Growth</b> of birches"),
        ("Growth of <b>birches</b>.", "Growth of <b>birches</b>"),
    ],
)
def test_a_title_that_is_wholly_bold(title: str, read_as: str) -> None:
    (record,), report = read(f"{HEAD}{article(1).replace('T1.', title)}</PubmedArticleSet>")
    assert record.title == read_as
    for written in (title, title.replace("<", "&lt;").replace(">", "&gt;")):
        nbib = f"PMID- 1\nTI  - {written}\n"
        (other,) = medline.read(open_source(nbib.encode(), report), report)
        assert tidy(other.title) == read_as


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("<Year>2019</Year><Month>11</Month><Day>05</Day>", "2019 Nov 5"),
        ("<Year>2019</Year><Month>Nov</Month>", "2019 Nov"),
        ("<Year>2018</Year><Season>Summer</Season>", "2018 Summer"),
        ("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", "1998 Dec-1999 Jan"),
    ],
)
def test_dates(date: str, expected: str) -> None:
    more = f"<Journal><JournalIssue><PubDate>{date}</PubDate></JournalIssue></Journal>"
    (record,), _ = read(f"{HEAD}{article(1, more)}</PubmedArticleSet>")
    assert record.issued
    assert record.issued.raw == expected


def test_a_chapter_of_a_book() -> None:
    text = """<PubmedBookArticle><BookDocument><PMID>20301577</PMID>
    <ArticleIdList><ArticleId IdType="bookaccession">NBK1403</ArticleId></ArticleIdList>
    <Book><Publisher><PublisherName>University of Washington, Seattle</PublisherName>
    <PublisherLocation>Seattle (WA)</PublisherLocation></Publisher>
    <BookTitle>GeneReviews<sup>®</sup></BookTitle><PubDate><Year>1993</Year></PubDate>
    <AuthorList Type="editors"><Author><LastName>Adam</LastName><ForeName>Margaret P</ForeName>
    <Initials>MP</Initials></Author></AuthorList><Edition>2nd</Edition>
    <Isbn>9780000000002</Isbn></Book>
    <ArticleTitle>Related Disorders</ArticleTitle>
    <AuthorList Type="authors"><Author><LastName>Napolitano</LastName><Initials>C</Initials>
    </Author></AuthorList><Abstract><AbstractText>A.</AbstractText></Abstract>
    </BookDocument></PubmedBookArticle>"""
    (record,), report = read(f"{HEAD}{text}</PubmedArticleSet>")
    assert not report.diagnostics
    assert (record.type, record.title, record.container_title) == (
        "chapter", "Related Disorders", "GeneReviews®",
    )  # fmt: skip
    assert [name.family for name in record.editor] == ["Adam"]
    assert [name.family for name in record.author] == ["Napolitano"]
    assert (record.nbk, record.publisher, record.publisher_place, record.edition) == (
        "NBK1403", "University of Washington, Seattle", "Seattle (WA)", "2nd",
    )  # fmt: skip
    assert record.isbn == ("9780000000002",)


def test_the_tables_fit_each_other() -> None:
    known = {row.tag for row in MEDLINE}
    assert {row.to for row in ROWS} - {""} <= known
    assert all(row.how in {*HOW, "left"} and row.doc for row in ROWS)
    assert {row.kind for row in LINKS} <= set(TAGS)


def test_an_element_without_a_field_is_told() -> None:
    more = "<Mood>good</Mood>"
    (record,), report = read(f"{HEAD}{article(1, more)}</PubmedArticleSet>")
    assert record.pmid == "1"
    (told,) = report.diagnostics
    assert (told.code, told.where.tag, told.where.record, told.where.line) == (
        "not-read", "Mood", "1", 5,
    )  # fmt: skip
    assert "'good'" in told.message


@pytest.mark.parametrize(
    "empty",
    [
        "<PubmedArticle></PubmedArticle>",
        "<PubmedArticle/>",
        "<PubmedBookArticle><BookDocument/></PubmedBookArticle>",
        "<PubmedArticle><MedlineCitation Status='MEDLINE' Owner='NLM'/></PubmedArticle>",
        "<PubmedArticle><MedlineCitation><PMID/><Article> </Article></MedlineCitation>"
        "<PubmedData/></PubmedArticle>",
    ],
)
def test_an_empty_record_is_told(empty: str) -> None:
    records, report = read(f"{HEAD}{article(1)}{empty}\n{article(2)}</PubmedArticleSet>")
    assert [record.pmid for record in records] == ["1", "2"]
    (told,) = report.diagnostics
    assert (told.code, told.level, told.where.line) == ("bad-record", Level.ERROR, 6)


@pytest.mark.parametrize("kind", ["url", "URL", "uri"])
@pytest.mark.parametrize(
    ("text", "url", "doi"),
    [
        ("https://a.org/x_(1)", "https://a.org/x_(1)", ""),
        ("http://a.org/a[1]", "http://a.org/a[1]", ""),
        ("www.a.org/x", "www.a.org/x", ""),
        ("https://doi.org/10.1000/abc", "", "10.1000/abc"),
    ],
)
def test_an_address_comes_without_its_kind(kind: str, text: str, url: str, doi: str) -> None:
    ids = f'<PubmedData><ArticleIdList><ArticleId IdType="{kind}">{text}</ArticleId>'
    ids += "</ArticleIdList></PubmedData></PubmedArticle>"
    (record,), report = read(f"{HEAD}{article(1).replace('</PubmedArticle>', ids)}")
    assert (record.url, record.doi) == (url, doi)
    assert [told.code for told in report.diagnostics] == ["truncated"]


def test_layout_does_not_matter() -> None:
    body = article(1) + article(2)
    for text in (
        f"{HEAD}{body}</PubmedArticleSet>",
        f"{HEAD}{body}</PubmedArticleSet>".replace("\n", ""),
        f"\ufeff{HEAD}{body}</PubmedArticleSet>\r\n".replace("\n", "\r\n"),
        body.replace("</PubmedArticle>\n", "</PubmedArticle>").join(["<Set>", "</Set>"]),
        f"{HEAD}{article(1)}</PubmedArticleSet>\n{HEAD}{article(2)}</PubmedArticleSet>",
    ):
        found, report = read(text)
        assert [record.pmid for record in found] == ["1", "2"]
        assert not report.diagnostics
        assert reader.FORMAT.sniff is not None
        assert reader.FORMAT.sniff(text) or "<Set>" in text


@pytest.mark.parametrize("glue", ["\n", ""])
def test_broken_xml_costs_one_record(glue: str) -> None:
    broken = article(2).replace("</ArticleTitle>", "</Title>")
    body = [article(1), broken, article(3), article(4, "<Abstract><b></Abstract>"), article(5)]
    text = (HEAD + "".join(body) + "</PubmedArticleSet>").replace("\n", glue)
    found, report = read(text)
    assert [record.pmid for record in found] == ["1", "3", "5"]
    assert [(told.code, told.where.record) for told in report.diagnostics] == [
        ("bad-xml", "2"), ("bad-xml", "4"),
    ]  # fmt: skip
    if glue:
        assert [told.where.line for told in report.diagnostics] == [6, 8]


def test_a_file_cut_short_gives_what_it_has() -> None:
    whole = HEAD + article(1) + article(2)
    found, report = read(whole[: whole.rindex("</Article>")])
    assert [(record.pmid, record.title) for record in found] == [("1", "T1"), ("2", "T2")]
    assert [(told.code, told.where.record) for told in report.diagnostics] == [("truncated", "2")]


def test_a_record_without_an_end_gives_way_to_the_next() -> None:
    cut = article(1)[: article(1).index("</Article>")]
    found, report = read(f"{HEAD}{cut}{article(2)}")
    assert [record.pmid for record in found] == ["1", "2"]
    assert "truncated" in [told.code for told in report.diagnostics]


def test_entities_are_refused_and_those_of_html_read() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><PubmedArticleSet>&b;'
    with pytest.raises(InputError, match="declares entities"):
        read(bomb)
    (record,), report = read(f"{HEAD}{article(1)}</PubmedArticleSet>".replace("T1", "a&nbsp;b"))
    assert record.title == "a\u00a0b"
    assert not report.diagnostics


@given(st.lists(st.sampled_from([
    "<PubmedArticle>", "</PubmedArticle>", "<MedlineCitation>", "</MedlineCitation>", "<PMID>",
    "</PMID>", "1", "<Article>", "</Article>", "<AuthorList><Author>", "</Author></AuthorList>",
    "&", "<", ">", "<PubDate/>", "\n", "<History><PubMedPubDate/></History>", "<ReferenceList>",
]), max_size=30))  # fmt: skip
def test_no_xml_crashes_the_reader(pieces: list[str]) -> None:
    read(HEAD + "".join(pieces))


def test_the_corpus(shared: Path) -> None:
    count = 0
    report = Report()
    for path in sorted((shared / "corpus" / "xml").iterdir()):
        for record in reader.read(open_source(path, report), report):
            count += 1
            assert record.pmid
            assert record.title
            assert record.container_title
            assert record.issued
            assert record.issued.start
            assert not record.kept
    assert count == 182
    assert {told.code for told in report.diagnostics} <= {"not-read"}


def test_deleted_records_are_told() -> None:
    text = "<PubmedArticleSet><DeleteCitation><PMID>7</PMID></DeleteCitation></PubmedArticleSet>"
    records, report = read(text)
    assert not records
    assert [told.message for told in report.diagnostics] == [
        "1 × DeleteCitation left out: no place in a citation",
        "no records found; expected PubMed XML",
    ]


def test_an_empty_identifier_is_none() -> None:
    text = (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>7</PMID></MedlineCitation>"
        '<PubmedData><ArticleIdList><ArticleId IdType="doi"/></ArticleIdList></PubmedData>'
        "</PubmedArticle></PubmedArticleSet>"
    )
    report = Report()
    (record,) = reader.read(open_source(text.encode(), report), report)
    assert not record.identifiers
    assert not report.diagnostics


def test_a_vernacular_title_wholly_bold_is_not_bold() -> None:
    text = (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><ArticleTitle>[Moss].</ArticleTitle>"
        "<VernacularTitle><b>Mousse <i>verte</i></b></VernacularTitle></Article></MedlineCitation>"
        "</PubmedArticle></PubmedArticleSet>"
    )
    report = Report()
    (record,) = reader.read(open_source(text.encode(), report), report)
    assert record.original_title == "Mousse <i>verte</i>"


def test_left_out_elements_do_not_shift_lines_nor_break_a_record() -> None:
    """Reference lists are not looked into, so what is broken in one costs nothing."""
    data = (
        "<PubmedData><ReferenceList>\n<Reference>a & b\n</ReferenceList><Mood>1</Mood></PubmedData>"
    )
    text = article(1).replace("</PubmedArticle>", f"{data}</PubmedArticle>") + article(2)
    records, report = read(f"{HEAD}{text}</PubmedArticleSet>")
    assert [record.pmid for record in records] == ["1", "2"]
    assert [record.origin.line for record in records if record.origin] == [5, 8]
    assert [(told.where.tag, told.where.line) for told in report.diagnostics] == [
        ("Mood", 7), ("", 0),
    ]  # fmt: skip


def test_what_is_odd_gives_the_record_that_is_usual() -> None:
    """A comment or CDATA sends a record to the other parser; after it comes the usual one again."""
    odd = article(2).replace("T2.", "<!-- <PubmedArticle> -->T<![CDATA[2]]>.")
    records, report = read(f"{HEAD}{article(1)}{odd}{article(3)}</PubmedArticleSet>")
    assert [(record.pmid, record.title) for record in records] == [
        ("1", "T1"),
        ("2", "T2"),
        ("3", "T3"),
    ]
    assert [field.line for record in records for field in record.origin.fields[:1]] == [5, 6, 7]
    assert not report.diagnostics


@pytest.mark.parametrize("blanks", [0, 3])
def test_blank_lines_before_the_prolog_are_counted(blanks: int) -> None:
    broken = article(2).replace("</ArticleTitle>", "</Title>")
    _, report = read("\n" * blanks + f"{HEAD}{article(1)}{broken}</PubmedArticleSet>")
    assert [told.where.line for told in report.diagnostics] == [6 + blanks]
