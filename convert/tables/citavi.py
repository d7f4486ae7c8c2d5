"""Citavi's references, as its citations in Word documents hold them: CSL's variables for them.

Citavi has no public specification: the names are those of its object model, which its macros use.
"""

from __future__ import annotations

TYPES = {
    "JournalArticle": "article-journal", "NewspaperArticle": "article-newspaper",
    "SpecialIssue": "periodical", "Book": "book", "BookEdited": "book", "CollectedWorks": "book",
    "Contribution": "chapter", "ContributionInLegalCommentary": "chapter",
    "ConferenceProceedings": "book", "Thesis": "thesis", "ReportOrGrayLiterature": "report",
    "UnpublishedWork": "manuscript", "Manuscript": "manuscript", "ArchiveMaterial": "manuscript",
    "InternetDocument": "webpage", "PressRelease": "report", "Patent": "patent",
    "Standard": "standard", "StatuteOrRegulation": "legislation", "CourtDecision": "legal_case",
    "Lecture": "speech", "PersonalCommunication": "personal_communication",
    "InterviewMaterial": "interview", "ComputerProgram": "software", "Map": "map",
    "Movie": "motion_picture", "Broadcast": "broadcast", "RadioPlay": "broadcast",
    "AudioBook": "song", "MusicAlbum": "song", "MusicTrack": "song",
    "AudioOrVideoDocument": "motion_picture",
}  # fmt: skip
TEXTS = {
    "Doi": "DOI", "PubMedId": "PMID", "PmcId": "PMCID", "Isbn": "ISBN", "ISBN": "ISBN",
    "OnlineAddress": "URL", "Volume": "volume", "Number": "issue", "Edition": "edition",
    "NumberOfVolumes": "number-of-volumes", "PageCount": "number-of-pages",
    "PlaceOfPublication": "publisher-place", "ShortTitle": "title-short", "Language": "language",
    "Abstract": "abstract",
}  # fmt: skip
NAMES = {"Authors": "author", "Editors": "editor", "Translators": "translator"}
ORGANIZATIONS = "Organizations"  # they are authors where there are no others
# Of the work that a contribution is in; the rest of it is the contribution's own.
INHERITED = frozenset({
    "Editors", "Publishers", "PlaceOfPublication", "Volume", "Edition", "Isbn", "ISBN", "Year",
    "YearResolved", "SeriesTitle",
})  # fmt: skip
