"""A parser of Word's sources that takes only what ECMA-376, part 1, 22.6 allows."""

from __future__ import annotations

from xml.etree import ElementTree

NAMESPACE = "{http://schemas.openxmlformats.org/officeDocument/2006/bibliography}"
TYPES = """
    ArticleInAPeriodical Book BookSection JournalArticle ConferenceProceedings Report
    SoundRecording Performance Art DocumentFromInternetSite InternetSite Film Interview Patent
    ElectronicSource Case Misc
"""
TEXTS = """
    AbbreviatedCaseNumber AlbumTitle BookTitle Broadcaster BroadcastTitle CaseNumber ChapterNumber
    City Comments ConferenceName CountryRegion Court Day DayAccessed Department Distributor Edition
    Guid Institution InternetSiteTitle Issue JournalName LCID Medium Month MonthAccessed
    NumberVolumes Pages PatentNumber PeriodicalTitle ProductionCompany PublicationTitle Publisher
    RecordingNumber RefOrder Reporter SourceType ShortTitle StandardNumber StateProvince Station
    Tag Theater ThesisType Title Type URL Version Volume Year YearAccessed
"""
ROLES = """
    Artist Author BookAuthor Compiler Composer Conductor Counsel Director Editor Interviewee
    Interviewer Inventor Performer ProducerName Translator Writer
"""
PARTS = ["Last", "First", "Middle"]


def sources(text: str) -> list[ElementTree.Element]:
    """Return the sources of a file, whose structure is checked."""
    root = ElementTree.fromstring(text)
    assert root.tag == f"{NAMESPACE}Sources"
    for source in root:
        assert name(source) == "Source"
        names = [name(element) for element in source]
        assert len(names) == len(set(names)), names
        for element in source:
            check(element)
    return list(root)


def name(element: ElementTree.Element) -> str:
    assert element.tag.startswith(NAMESPACE), element.tag
    return element.tag.removeprefix(NAMESPACE)


def check(element: ElementTree.Element) -> None:
    """Check an element of a source."""
    if name(element) != "Author":
        assert name(element) in TEXTS.split()
        assert not len(element)
        assert name(element) != "SourceType" or element.text in TYPES.split()
        return
    for role in element:
        assert name(role) in ROLES.split()
        (content,) = role
        if name(content) == "Corporate":
            assert name(role) in ("Author", "Performer")
            continue
        assert name(content) == "NameList"
        for person in content:
            assert name(person) == "Person"
            parts = [name(part) for part in person]
            assert parts == [part for part in PARTS if part in parts]
