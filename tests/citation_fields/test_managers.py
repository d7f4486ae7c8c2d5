"""What each manager's citations say: the articles with their fields, places and affixes."""

from __future__ import annotations

import json
from base64 import b64encode
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from medcite.citation_fields.field_cite import FieldCite, FieldPlace
from medcite.citation_fields.registry import is_bibliography, is_citation, manager_of
from medcite.model.report import Location, Report
from medcite.ooxml.package import Package
from medcite.ooxml.paragraphs import WordField

from tests.manuscript.documents import docx, paragraph

BIBLIOGRAPHY = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
PEOPLE = """<b:Author><b:Author><b:NameList><b:Person><b:Last>Fu</b:Last><b:First>Haixia</b:First>
<b:Middle>B.</b:Middle></b:Person><b:Person><b:Last>Sun</b:Last></b:Person></b:NameList></b:Author>
<b:Editor><b:NameList><b:Person><b:Last>Roe</b:Last><b:First>Ann</b:First></b:Person></b:NameList>
</b:Editor></b:Author>"""
SOURCES = f"""<b:Sources xmlns:b="{BIBLIOGRAPHY}" xmlns="{BIBLIOGRAPHY}" SelectedStyle="\\APA.XSL">
<b:Source><b:Tag>Fu24</b:Tag><b:SourceType>JournalArticle</b:SourceType><b:Guid>{{1}}</b:Guid>
{PEOPLE}<b:Title>Mesenchymal stromal cells</b:Title><b:JournalName>BMC medicine</b:JournalName>
<b:Year>2024</b:Year><b:Month>February</b:Month><b:Day>3</b:Day><b:Volume>22</b:Volume>
<b:Issue>1</b:Issue><b:Pages>85-9</b:Pages><b:DOI>10.1186/s12916-024-03275-5</b:DOI>
<b:StandardNumber>PMID: 38413930; ISSN: 1741-7015</b:StandardNumber><b:RefOrder>1</b:RefOrder>
</b:Source>
<b:Source><b:Tag>WHO20</b:Tag><b:SourceType>Report</b:SourceType><b:Author><b:Author>
<b:Corporate>World Health Organization</b:Corporate></b:Author></b:Author>
<b:Title>A report</b:Title>
<b:Year>2020</b:Year><b:City>Geneva</b:City><b:Institution>WHO</b:Institution></b:Source>
</b:Sources>"""
REFERENCE = {
    "$id": "3", "$type": "SwissAcademic.Citavi.Reference, SwissAcademic.Citavi",
    "Authors": [{"$id": "4", "FirstName": "Haixia", "MiddleName": "B.", "LastName": "Fu"},
                {"$id": "5", "LastName": "Souza", "Prefix": "de", "FirstName": "Ana"}],
    "CitationKey": "Fu 2024", "Id": "b213", "ReferenceType": "JournalArticle",
    "Title": "Mesenchymal stromal cells", "Subtitle": "a trial", "Year": "2024",
    "Doi": "10.1186/s12916-024-03275-5", "PubMedId": "38413930", "Volume": "22", "Number": "1",
    "PageRange": "<sp>\r\n  <n>85</n>\r\n  <os>85</os>\r\n</sp>\r\n<ep>\r\n  <os>89</os>\r\n</ep>"
    "\r\n<os>85-89</os>",
    "Periodical": {"$id": "6", "Name": "BMC medicine", "StandardAbbreviation": "BMC Med",
                   "Eissn": "1741-7015"},
}  # fmt: skip
CHAPTER = {
    "Id": "c1", "ReferenceType": "Contribution", "Title": "A chapter",
    "Authors": [{"$ref": "4"}], "PageRange": {"OriginalString": "3-9"},
    "ParentReference": {"Title": "A book", "Editors": [{"LastName": "Roe", "FirstName": "Ann"}],
                        "Year": "2021", "Publishers": [{"Name": "Springer"}],
                        "PlaceOfPublication": "Berlin", "PageRange": "<os>1-300</os>"},
}  # fmt: skip
PLACEHOLDER = {
    "$id": "1", "$type": "SwissAcademic.Citavi.Citations.WordPlaceholder, SwissAcademic.Citavi",
    "Entries": [
        {"$id": "2", "ReferenceId": "b213", "Prefix": "Vgl. ", "Reference": REFERENCE,
         "PageRange": {"OriginalString": "86", "NumberingType": 0}},
        {"ReferenceId": "c1", "Suffix": " etc.", "Reference": CHAPTER,
         "PageRange": {"NumberingType": 0}},
        {"ReferenceId": "gone"},
    ],
}  # fmt: skip


def with_part(data: bytes, name: str, content: str) -> bytes:
    """Return a document with one more part."""
    file = BytesIO(data)
    with ZipFile(file, "a", ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def citavi_code(placeholder: object) -> str:
    """Return the code of a citation of Citavi's."""
    data = json.dumps(placeholder).encode("utf-8-sig")
    return f"ADDIN CitaviPlaceholder{{{b64encode(data).decode()}}}"


def read(code: str, sources: str = SOURCES) -> tuple[list[FieldCite], Report]:
    """Return what a field with this code cites, in a document with Word's sources."""
    report = Report()
    data = with_part(docx(paragraph("Text")), "customXml/item1.xml", sources)
    place = FieldPlace(Package(data, "paper.docx"), Location("paper.docx"), report)
    manager = manager_of(code)
    assert manager is not None
    return manager.read(WordField(code), place), report


def test_words_source_is_a_record() -> None:
    (cite,), report = read(" CITATION Fu24 \\l 1033 ")
    record = cite.record
    assert record is not None
    assert not report.diagnostics
    assert (record.type, record.title) == ("article-journal", "Mesenchymal stromal cells")
    assert [(name.family, name.given, name.literal) for name in record.author] == [
        ("Fu", "Haixia B.", ""), ("", "", "Sun")]  # fmt: skip
    assert record.editor[0].family == "Roe"
    assert (record.container_title, record.volume, record.issue) == ("BMC medicine", "22", "1")
    assert str(record.page) == "85-89"
    assert str(record.issued and record.issued.start) == "2024 Feb 3"
    assert (record.doi, record.pmid) == ("10.1186/s12916-024-03275-5", "38413930")
    assert record.issn[0].value == "1741-7015"
    assert record.key == "Fu24"


def test_words_report_of_a_group() -> None:
    (cite,), _ = read("CITATION who20")
    record = cite.record
    assert record is not None
    assert record.author[0].literal == "World Health Organization"
    assert (record.type, record.publisher, record.publisher_place) == ("report", "WHO", "Geneva")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("CITATION Fu24 \\p 12-13 \\l 1031", ("12-13", "page", "", "", False)),
        ("CITATION Fu24 \\v 2", ("2", "volume", "", "", False)),
        ("CITATION Fu24 \\v 2 \\p 7", ("2:7", "page", "", "", False)),
        ('CITATION Fu24 \\f "see " \\s ", too" \\n', ("", "", "see ", ", too", True)),
        ("CITATION Fu24 \\y \\t", ("", "", "", "", False)),
    ],
)
def test_words_switches(code: str, expected: tuple[object, ...]) -> None:
    (cite,), _ = read(code)
    assert cite[2:7] == expected


def test_several_of_words_sources_in_one_field() -> None:
    cites, _ = read(" CITATION Fu24 \\p 3 \\l 1033  \\m WHO20 \\p 5 \\m Gone21 ")
    assert [cite.name for cite in cites] == ["word:Fu24", "word:WHO20", "word:Gone21"]
    assert [cite.locator for cite in cites] == ["3", "5", ""]
    assert cites[2].record is None


def test_citavis_reference_is_a_record() -> None:
    cites, report = read(f"CitaviPlaceholder#550e {citavi_code(PLACEHOLDER)}")
    assert not report.diagnostics
    assert [cite.name for cite in cites] == ["citavi:b213", "citavi:c1", "citavi:gone"]
    record = cites[0].record
    assert record is not None
    assert record.title == "Mesenchymal stromal cells: a trial"
    assert [(name.family, name.given) for name in record.author] == [
        ("Fu", "Haixia B."), ("de Souza", "Ana")]  # fmt: skip
    assert (record.container_title, record.container_title_short) == ("BMC medicine", "BMC Med")
    assert (str(record.page), record.volume, record.issue) == ("85-89", "22", "1")
    assert (record.doi, record.pmid) == ("10.1186/s12916-024-03275-5", "38413930")
    assert cites[0][2:6] == ("86", "page", "Vgl. ", "")
    assert cites[1].suffix == " etc."
    assert cites[2].record is None


def test_citavis_chapter_has_its_book_and_an_author_named_before() -> None:
    record = read(citavi_code(PLACEHOLDER))[0][1].record
    assert record is not None
    assert (record.type, record.container_title) == ("chapter", "A book")
    assert record.author[0].family == "Fu"
    assert record.editor[0].family == "Roe"
    assert (record.publisher, record.publisher_place) == ("Springer", "Berlin")
    assert str(record.page) == "3-9"
    assert str(record.issued) == "2021"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("ADDIN CitaviPlaceholder{bm8ganNvbg==}", "cannot be read"),
        ("ADDIN CitaviPlaceholder{e30=}", "cannot be read"),
        ("ADDIN CitaviPlaceholder{!}", "Citavi 5 or older"),
        ("ADDIN CITAVI.PLACEHOLDER 8f1 PFBsYWNl", "Citavi 5 or older"),
    ],
)
def test_what_citavi_wrote_otherwise_is_told(code: str, said: str) -> None:
    cites, report = read(code)
    assert not cites
    assert said in report.diagnostics[0].message


def test_a_broken_part_beside_the_sources_is_no_reason_to_fail() -> None:
    cites, _ = read("CITATION Fu24", "<broken")
    assert cites[0].record is None


@pytest.mark.parametrize(
    "code",
    [" BIBLIOGRAPHY ", "BIBLIOGRAPHY \\l 1033", "CitaviBibliography", "ADDIN CITAVI BIBLIOGRAPHY x",
     "ADDIN CitaviBibliography{x}"],
)  # fmt: skip
def test_lists_are_known(code: str) -> None:
    assert is_bibliography(code)
    assert not is_citation(code)
