"""How the fields of a .bib file are read: BibTeX's, biblatex's and those of other programs.

A field that medcite writes is read by the row that it is written by, in the table of BibTeX or
else of biblatex: ``how`` names the encoder in ``medcite.bibtex.write.encode`` and the decoder in
``medcite.bibtex.read.decode``. Rows of their own are here for

- fields that mean something only together: BibTeX's year, month and day are written from one
  date, biblatex's eprint is whatever eprinttype says. ``to`` is a part, from which
  ``medcite.bibtex.read.derive`` makes values;
- fields that say several things, as a note does, or that programs use differently;
- fields that medcite does not write.

Sources: "BibTeXing" (types and fields), the biblatex manual 2.1 and 2.2, and the exports of JabRef
and Zotero.
"""

from __future__ import annotations

import re

from ..base.lazy_regex import regex
from . import biblatex, bibtex
from .row import Row, by_tag

# Entry types as CSL's types; what is not here is a document. Besides BibTeX's and biblatex's
# types, they are those of IEEEtran.
TYPES = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "bibnote": "document",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "commentary": "book",
    "conference": "paper-conference",
    **dict.fromkeys(("customa", "customb", "customc", "customd", "custome", "customf"), "document"),
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "treaty",
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
    "set": "document",
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

# A type that is none of these is settings of a style, such as IEEEtran's @IEEEtranBSTCTL and
# REVTeX's @control, if its name says so or if none of its fields is known.
SETTINGS = regex(r"ctl|control|settings?$|options?$|^xdata$", re.IGNORECASE)

# CSL's types that an entry of any type may be: what its fields say is finer than its type.
REFINED_TYPES = frozenset(("article", "article-magazine", "article-newspaper"))

# Fields that are read as something else than they are written as.
_DIFFERENT = (
    by_tag(biblatex.ROWS)["location"],  # BibTeX's is that of an event
    Row("organization", "server", "server", "the preprint server, or who published it"),
    Row("howpublished", "server", "server", "how it was published: a server, or an address"),
    Row("date", "date", "issued", "biblatex's date"),
    Row("year", "year", "issued", "the year"),
    Row("month", "month", "part", "the month"),
    Row("day", "day", "part", "the day"),
    Row("number", "issue_number", "part", "the issue; of a report its number"),
    Row("issue", "issue_name", "part", "biblatex: the issue's name; others: its number"),
    Row("eprint", "eprint", "part", "a number in the archive that eprinttype names"),
    Row("eprinttype", "archive", "part", "the archive: pubmed, arxiv..."),
    Row("langid", "langid", "part", "the language, as babel calls it"),
    Row("hyphenation", "langid", "part", "the same, as biblatex called it before"),
    Row("subtitle", "subtitle", "title-part", "goes behind the title"),
    Row("booksubtitle", "book_subtitle", "part", "goes behind the book's title"),
    Row("titleaddon", "title_addon", "part", "the volume's title of a book"),
    Row("note", "notes", "note", "notes; identifiers and retractions are taken out", many=True),
    Row("addendum", "notes", "note", "a note at the end", many=True),
)  # fmt: skip
_ONLY_READ = (
    Row("refid", "key", "text", "the key that JabRef found in a RIS file"),
    Row("journalabbr", "container_title_short", "text", "the journal's abbreviation"),
    Row("journal-iso", "container_title_short", "text", "the same, in Web of Science's exports"),
    Row("abbrev_source_title", "container_title_short", "text", "the same, in Scopus's exports"),
    Row("abbrjournal", "container_title_short", "text", "the journal's abbreviation"),
    Row("numpages", "number_of_pages", "text", "how many pages there are"),
    Row("articleno", "number", "text", "the article number"),
    Row("article-number", "number", "article-number", "the article number: ARTN 77"),
    Row("art_number", "number", "text", "the article number, in Scopus's exports"),
    Row("elocation-id", "number", "text", "the article number, in HighWire's exports"),
    Row("fjournal", "full_journal", "part", "the journal's full title, beside its abbreviation (MathSciNet)"),
    Row("collaboration", "collaboration", "part", "a group that is an author, too (INSPIRE)"),
    Row("eissn", "issn", "eissn", "the electronic edition's ISSN", many=True),
    Row("pubmed_id", "pmid", "text", "PubMed's number, in Scopus's exports"),
    Row("pmc", "pmcid", "pmcid", "PubMed Central's number"),
    Row("author_keywords", "keywords", "keywords", "authors' keywords, in Scopus's exports",
        many=True),
    Row("keyword", "keywords", "keywords", "keywords", many=True),
    Row("mesh", "keywords", "keywords", "keywords", many=True),
    Row("comment", "notes", "note", "the user's comment, in JabRef's exports", many=True),
    Row("lccn", "call_number", "text", "the call number, in Zotero's exports"),
    Row("rights", "copyright", "text", "the copyright"),
    Row("copyright", "copyright", "text", "the copyright"),
)  # fmt: skip

# Known fields for which the model has no place: they are kept.
WITHOUT_PLACE = frozenset((
    "adsnote", "adsurl", "affiliation", "affiliations", "afterword", "annotation", "annotator",
    "annote", "archive", "assignee", "author-email", "authortype", "bibsource",
    "bookpagination", "citationkey", "cited-references", "coden", "commentator",
    "contents", "creationdate", "crossref", "da", "date-added", "date-modified", "dayfiled",
    "doc-delivery-number", "editora", "editoratype", "editorb", "editorbtype", "editorc",
    "editorctype", "editortype", "entryset", "eprintclass", "eventtitleaddon",
    "execute", "file", "foreword", "funding-acknowledgement", "funding-text", "gender",
    "groups", "holder", "indexsorttitle", "indextitle", "introduction", "intype", "isan",
    "ismn", "isrn", "issuesubtitle", "issuetitle", "issuetitleaddon", "iswc", "journal-abbrev",
    "journalsubtitle", "journaltitleaddon", "key", "keywords-plus", "label", "langidopts",
    "lista", "listb", "listc", "listd", "liste", "listf", "mainsubtitle",
    "maintitle", "maintitleaddon", "mendeley-groups", "mendeley-tags", "modificationdate",
    "monthfiled", "mrnumber", "namea", "nameaddon", "nameatype", "nameb", "namebtype", "namec",
    "namectype", "nationality", "number-of-cited-references", "oa", "options", "orcid-numbers",
    "origlanguage", "owner", "pagination", "part",
    "pdf", "presort", "price", "primaryclass", "priority", "publication_stage", "ranking",
    "readstatus", "related", "relatedoptions", "relatedstring", "relatedtype", "reportnumber",
    "reprinttitle", "research-areas", "researcherid-numbers", "shortauthor", "shorteditor",
    "shorthand", "shorthandintro", "shortseries", "size", "slaccitation", "sortkey", "sortname",
    "sortshorthand", "sorttitle", "sortyear", "source", "times-cited", "timestamp", "unique-id",
    "urlday", "urlmonth", "urlseen", "urlyear", "usage-count-last-180-days",
    "usage-count-since-2013", "usera", "userb", "userc", "userd", "usere", "userf", "verba",
    "verbb", "verbc", "web-of-science-categories", "web-of-science-index", "xdata", "xref",
    "yearfiled", "zblnumber",
))  # fmt: skip

WRITTEN = (*bibtex.ROWS, *biblatex.ROWS)
# A later row takes the place of an earlier one.
ROWS = tuple(
    row
    for row in by_tag((*biblatex.ROWS, *bibtex.ROWS, *_DIFFERENT, *_ONLY_READ)).values()
    if row.tag not in WITHOUT_PLACE
)
KNOWN = WITHOUT_PLACE | {row.tag for row in ROWS}
