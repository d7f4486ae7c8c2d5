"""What is read of a .bib file: the fields of BibTeX, biblatex and the programs that write them.

``tag`` is the field, ``to`` the record's attribute or a part that several fields make up
(``date``, ``archive``...), ``how`` the decoder (:mod:`medcite.bibtex.read.record_builder`). Sources: "BibTeXing"
(types and fields), the biblatex manual 2.1 and 2.2, and the exports of JabRef and Zotero.
"""

from __future__ import annotations

from .row import Row

# Entry types as CSL's types; what is not here is a document.
TYPES = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "book",
    "mastersthesis": "thesis",
    "misc": "document",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}

ROWS = (
    Row("author", "author", "names", "the authors"),
    Row("editor", "editor", "names", "the editors"),
    Row("translator", "translator", "names", "the translators"),
    Row("ids", "pmid", "alias", "other keys; pmid:n is PubMed's number"),
    Row("refid", "key", "text", "the key that JabRef found in a RIS file"),
    Row("author+an:orcid", "author", "orcids", "the authors' ORCIDs, by their place"),
    Row("title", "title", "title", "the title; brackets around it mean a translation"),
    Row("subtitle", "subtitle", "rich", "goes behind the title"),
    Row("titleaddon", "volume_title", "text", "the volume's title"),
    Row("booktitleaddon", "volume_title", "text", "the volume's title"),
    Row("origtitle", "original_title", "rich", "the vernacular title"),
    Row("journal", "container_title", "text", "the journal"),
    Row("journaltitle", "container_title", "text", "the journal"),
    Row("booktitle", "container_title", "text", "the book"),
    Row("shortjournal", "container_title_short", "text", "the journal's abbreviation"),
    Row("journalabbr", "container_title_short", "text", "the journal's abbreviation"),
    Row("journal-iso", "container_title_short", "text", "the same, in Web of Science's exports"),
    Row("abbrev_source_title", "container_title_short", "text", "the same, in Scopus's exports"),
    Row("abbrjournal", "container_title_short", "text", "the journal's abbreviation"),
    Row("series", "collection_title", "text", "the series"),
    Row("edition", "edition", "edition", "the edition"),
    Row("version", "version", "text", "the version"),
    Row("type", "genre", "kind", "what kind of thesis or report it is"),
    Row("eventtitle", "event_title", "text", "the conference"),
    Row("venue", "event_place", "text", "where it took place"),
    Row("chapter", "chapter_number", "text", "the chapter's number"),
    Row("pagetotal", "number_of_pages", "text", "how many pages there are"),
    Row("numpages", "number_of_pages", "text", "how many pages there are"),
    Row("volumes", "number_of_volumes", "text", "how many volumes there are"),
    Row("shorttitle", "title_short", "rich", "the title, shortened"),
    Row("urldate", "accessed", "day", "when the address was looked at"),
    Row("publisher", "publisher", "text", "the publisher"),
    Row("institution", "publisher", "text", "who published it"),
    Row("school", "publisher", "text", "where the thesis was written"),
    Row("organization", "server", "server", "the preprint server, or who published it"),
    Row("howpublished", "server", "server", "how it was published: a server, or an address"),
    Row("address", "publisher_place", "text", "the publisher's place"),
    Row("location", "publisher_place", "text", "the publisher's place"),
    Row("date", "date", "text", "biblatex's date"),
    Row("year", "year", "text", "the year"),
    Row("month", "month", "text", "the month"),
    Row("day", "day", "text", "the day"),
    Row("volume", "volume", "text", "the volume"),
    Row("number", "issue_number", "text", "the issue; of a report its number"),
    Row("issue", "issue_name", "text", "biblatex: the issue's name; others: its number"),
    Row("pages", "page", "pages", "the pages"),
    Row("eid", "number", "text", "the article number"),
    Row("articleno", "number", "text", "the article number"),
    Row("article-number", "number", "text", "the article number"),
    Row("art_number", "number", "text", "the article number, in Scopus's exports"),
    Row("elocation-id", "number", "text", "the article number, in HighWire's exports"),
    Row("isbn", "isbn", "listed", "ISBNs", many=True),
    Row("issn", "issn", "issn", "ISSNs", many=True),
    Row("eissn", "issn", "eissn", "the electronic edition's ISSN", many=True),
    Row("doi", "doi", "doi", "the DOI"),
    Row("url", "url", "address", "the address"),
    Row("pmid", "pmid", "text", "PubMed's number"),
    Row("pubmed_id", "pmid", "text", "PubMed's number, in Scopus's exports"),
    Row("pmcid", "pmcid", "pmcid", "PubMed Central's number"),
    Row("pmc", "pmcid", "pmcid", "PubMed Central's number"),
    Row("nihmsid", "nihmsid", "text", "the manuscript's number"),
    Row("eprint", "eprint", "text", "a number in the archive that eprinttype names"),
    Row("eprinttype", "archive", "text", "the archive: pubmed, arxiv..."),
    Row("archiveprefix", "archive", "text", "the archive, in BibTeX"),
    Row("keywords", "keywords", "keywords", "keywords", many=True),
    Row(
        "author_keywords",
        "keywords",
        "keywords",
        "authors' keywords, in Scopus's exports",
        many=True,
    ),
    Row("keyword", "keywords", "keywords", "keywords", many=True),
    Row("mesh", "keywords", "keywords", "keywords", many=True),
    Row("abstract", "abstract", "rich", "the abstract"),
    Row("language", "language", "languages", "the languages", many=True),
    Row("langid", "langid", "text", "the language, as babel calls it"),
    Row("note", "notes", "note", "notes; identifiers and retractions are taken out", many=True),
    Row("comment", "notes", "note", "the user's comment, in JabRef's exports", many=True),
    Row("addendum", "notes", "note", "a note at the end", many=True),
    Row("entrysubtype", "type", "subtype", "an article in a newspaper or magazine"),
    Row("pubstate", "status", "state", "how far publication has come"),
    Row("rights", "copyright", "text", "the copyright"),
    Row("copyright", "copyright", "text", "the copyright"),
)

# Fields that the model has no place for, and that are no surprise.
OTHERS = """
    affiliation affiliations afterword annotation annotator annote archive author-email
    bibsource bookauthor booksubtitle citationkey cited-references coden commentator
    creationdate crossref da date-added date-modified doc-delivery-number editora editorb
    editortype entryset eprintclass eventdate execute file foreword
    funding-acknowledgement funding-text gender groups holder hyphenation indextitle
    introduction isrn issuetitle journal-abbrev key keywords-plus label langidopts library
    mainsubtitle maintitle mendeley-groups mendeley-tags modificationdate nameaddon
    number-of-cited-references oa options orcid-numbers origdate origlanguage
    origlocation origpublisher owner pagination part presort primaryclass priority
    publication_stage ranking readstatus related relatedtype reprinttitle research-areas
    researcherid-numbers shortauthor shorteditor shorthand shortseries sortkey
    sortname sorttitle sortyear source times-cited timestamp unique-id
    urlday urlmonth urlyear usage-count-last-180-days usage-count-since-2013
    web-of-science-categories web-of-science-index xdata xref
"""
