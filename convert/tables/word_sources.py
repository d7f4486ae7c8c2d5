"""Word's sources: its types, and the element of each attribute in them.

Source: ECMA-376, part 1, 22.6, whose schema allows the elements in any order, and those that Word
offers for each type.
"""

from __future__ import annotations

from .row import Row

TYPES = {
    "article-journal": "JournalArticle", "review": "JournalArticle", "review-book": "JournalArticle",
    "article-magazine": "ArticleInAPeriodical", "article-newspaper": "ArticleInAPeriodical",
    "book": "Book", "chapter": "BookSection", "entry-dictionary": "BookSection",
    "entry-encyclopedia": "BookSection", "paper-conference": "ConferenceProceedings",
    "report": "Report", "thesis": "Report", "webpage": "InternetSite",
    "post": "DocumentFromInternetSite", "post-weblog": "DocumentFromInternetSite",
    "patent": "Patent", "legal_case": "Case", "motion_picture": "Film", "broadcast": "Film",
    "song": "SoundRecording", "performance": "Performance", "graphic": "Art", "figure": "Art",
    "map": "Art", "interview": "Interview", "software": "ElectronicSource",
    "dataset": "ElectronicSource",
}  # fmt: skip
OTHER = "Misc"
# Of these CSL's type comes back from Word's; a thesis has its ThesisType.
OWN = frozenset(
    [
        "article-journal",
        "book",
        "chapter",
        "paper-conference",
        "report",
        "thesis",
        "webpage",
        "patent",
        "legal_case",
        "motion_picture",
        "song",
        "performance",
        "graphic",
        "interview",
    ]
)
# Of these the first of CSL's types would say too much.
READ_AS = {
    "DocumentFromInternetSite": "webpage", "ElectronicSource": "document", "Misc": "document",
}  # fmt: skip
# Where Word has the work that another is in, and who made it.
CONTAINERS = {
    "JournalArticle": "JournalName", "ArticleInAPeriodical": "PeriodicalTitle",
    "BookSection": "BookTitle", "ConferenceProceedings": "ConferenceName",
    "InternetSite": "InternetSiteTitle", "DocumentFromInternetSite": "InternetSiteTitle",
}  # fmt: skip
USUAL_CONTAINER = "PublicationTitle"
MAKERS = {"Patent": "Inventor", "Art": "Artist", "Film": "Director", "Interview": "Interviewee"}
USUAL_MAKER = "Author"
# Of these roles one may be a group.
CORPORATE = frozenset({"Author", "Performer"})
_WITH_INSTITUTION = "report thesis"
_IN_SERIALS = "article article-journal article-magazine article-newspaper review review-book"

ROWS = (
    Row("Title", "title", "title", "without italics; superscripts in Unicode's characters"),
    Row("ShortTitle", "title_short", "short", "the title, shortened"),
    Row("Author", "author", "authors", "persons; a group that is alone is Corporate"),
    Row("Editor", "editor", "names", "editors"),
    Row("Translator", "translator", "names", "translators"),
    Row("BookAuthor", "container_author", "names", "authors of the book that it is in"),
    Row("Container", "container_title", "container", "JournalName, BookTitle..., as Word calls it"),
    Row("Conference", "event_title", "conference", "ConferenceName, if no proceedings are known"),
    Row("Year", "issued", "year", "four digits"),
    Row("Month", "issued", "month", "its name; a season or range of months as a text"),
    Row("Day", "issued", "day", "a number"),
    Row("Volume", "volume", "text", "with its supplement or part"),
    Row("Issue", "issue", "text", "the issue"),
    Row("Pages", "page", "pages", "every range written out; else the article number"),
    Row("Edition", "edition", "text", "the edition of a book"),
    Row("ChapterNumber", "chapter_number", "text", "the number of a chapter"),
    Row("NumberVolumes", "number_of_volumes", "text", "how many volumes there are"),
    Row("Institution", "publisher", "text", "of a report or thesis", when=_WITH_INSTITUTION),
    Row("Publisher", "publisher", "text", "of any other work", unless=_WITH_INSTITUTION),
    Row("CountryRegion", "publisher_place", "text", "a journal's country", when=_IN_SERIALS),
    Row("City", "publisher_place", "text", "the place of any other work", unless=_IN_SERIALS),
    Row("ThesisType", "genre", "text", "PhD thesis...", when="thesis"),
    Row("Type", "genre", "text", "what kind of its type it is", unless="thesis"),
    Row("PatentNumber", "number", "text", "the number of a patent", when="patent"),
    Row("Version", "version", "text", "the version of software"),
    Row("StandardNumber", "doi", "numbers", "DOI, PMID, PMCID, ISBN, ISSN, each behind its name"),
    Row("URL", "url", "url", "the address, or that of a book at NCBI"),
    Row("YearAccessed", "accessed", "year", "when the address was looked at"),
    Row("MonthAccessed", "accessed", "month", "its month"),
    Row("DayAccessed", "accessed", "day", "its day"),
    Row("Comments", "notes", "notes", "that the article is retracted or in doubt, then notes"),
    Row("LCID", "language", "language", "the first, as BCP 47"),
)
