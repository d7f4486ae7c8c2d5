"""Columns of tables: what each program calls them, and RIS's tag for the same field.

What a column holds is what a tag of RIS holds, so tables are read and written by RIS's rules
(``medcite.tables.ris``). Sources: Rayyan's template, ASReview's list of names, the exports of
PubMed, Zotero, Scopus, Web of Science and Covidence, and the tables that ASySD and bib-dedupe take.
"""

from __future__ import annotations

from .endnote import FIELDS, rows

# What is written, in this order: names that Rayyan and ASReview both read, long texts last.
COLUMNS = (
    ("key", "LB"),
    ("title", "TI"),
    ("authors", "AU"),
    ("journal", "T2"),
    ("issn", "SN"),
    ("volume", "VL"),
    ("issue", "IS"),
    ("pages", "SP"),
    ("article_number", "C7"),
    ("year", "PY"),
    ("month", "month"),
    ("day", "day"),
    ("editors", "A2"),
    ("edition", "ET"),
    ("epub_date", "ET"),
    ("publisher", "PB"),
    ("location", "CY"),
    ("language", "LA"),
    ("type_of_article", "M3"),
    ("url", "UR"),
    ("doi", "DO"),
    ("pubmed_id", "AN"),
    ("pmc_id", "C2"),
    ("nihms_id", "C6"),
    ("keywords", "KW"),
    ("included", "included"),  # ASReview's label
    ("notes", "N1"),
    ("abstract", "AB"),
)
# What others call them, in small letters. "" is nothing of the publication.
SYNONYMS = {
    # PubMed
    "pmid": "AN", "journal/book": "T2", "publication year": "PY", "pmcid": "C2", "nihms id": "C6",
    "first author": "", "create date": "", "citation": "",
    # Zotero
    "item type": "TY", "author": "AU", "publication title": "T2", "abstract note": "AB",
    "date": "DA", "access date": "Y2", "journal abbreviation": "J2", "short title": "ST",
    "series": "T3", "series title": "T3", "place": "CY", "extra": "M2", "rights": "CR", "manual tags": "KW",
    "automatic tags": "KW", "editor": "A2", "translator": "A4", "call number": "CN",
    "num pages": "SP", "number of volumes": "NV", "isbn": "SN", "conference name": "T2",
    "number": "M1", "type": "M3", "series number": "M1", "date added": "", "date modified": "",
    "file attachments": "", "link attachments": "",
    # Scopus
    "source title": "T2", "art. no.": "C7", "page start": "SP", "page end": "EP", "link": "UR",
    "author full names": "AU", "abbreviated source title": "J2", "document type": "M3",
    "author keywords": "KW", "index keywords": "KW", "pubmed id": "AN", "affiliations": "AD",
    "author(s) id": "", "authors with affiliations": "", "eid": "U1", "cited by": "", "source": "DB",
    "page count": "", "publication stage": "M3", "open access": "",
    "language of original document": "LA", "editors": "A2",
    # Web of Science
    "publication type": "TY", "article title": "TI", "book title": "BT", "book authors": "A4",
    "book editors": "A2", "group authors": "AU", "book series title": "T3",
    "book series subtitle": "BS", "start page": "SP", "end page": "EP", "article number": "C7",
    "eissn": "SN", "publication date": "DA", "early access date": "ET", "keywords plus": "KW",
    "journal iso abbreviation": "J2", "publisher city": "CY", "addresses": "AD",
    "reprint addresses": "RP", "supplement": "C8", "special issue": "C4", "book doi": "U3",
    "conference title": "U4", "conference date": "U5", "conference location": "C1",
    "funding text": "RN", "ut (unique wos id)": "U2", "doi link": "", "web of science record": "",
    "book author full names": "", "book group authors": "A4", "researcher ids": "",
    "orcids": "", "email addresses": "", "cited references": "", "cited reference count": "",
    "times cited, wos core": "", "times cited, all databases": "", "180 day usage count": "",
    "since 2013 usage count": "", "publisher address": "", "number of pages": "",
    "wos categories": "", "web of science index": "", "research areas": "", "ids number": "",
    "open access designations": "", "highly cited status": "", "hot paper status": "",
    "date of export": "", "funding orgs": "FU", "funding name preferred": "",
    # Covidence, and what ASReview takes
    "published year": "PY", "published month": "month", "accession number": "AN",
    "primary_title": "TI", "notes_abstract": "AB", "author names": "AU", "first_authors": "AU",
    "ref": "", "study": "", "covidence #": "", "tags": "KW",
    # ASySD and bib-dedupe
    "entrytype": "TY", "record_id": "LB", "id": "LB", "label": "", "search_set": "DB",
}  # fmt: skip
TAGS = {**SYNONYMS, **dict(COLUMNS)}
# Columns whose names are groups, each.
GROUPS = frozenset({"group authors", "book group authors"})
# Of two columns with the same names the second has them in full.
FULLER = {"authors": "author full names"}
# By which a table is known; one of them says which publication a row is.
IDENTIFYING = frozenset({"TI", "AN", "DO"})

# The types that a row names, in small letters and without blanks, as RIS's: Zotero's (item type),
# BibTeX's (entrytype) and Web of Science's (a letter); then the types of documents, Scopus's and
# Web of Science's, that are no article in a journal.
TYPES = {
    "journalarticle": "JOUR", "article": "JOUR", "book": "BOOK", "booksection": "CHAP",
    "conferencepaper": "CONF", "thesis": "THES", "report": "RPRT", "webpage": "ELEC",
    "preprint": "UNPB", "newspaperarticle": "NEWS", "magazinearticle": "MGZN", "document": "GEN",
    "dataset": "DATA", "blogpost": "BLOG", "computerprogram": "COMP", "patent": "PAT",
    "manuscript": "MANSCPT", "map": "MAP", "presentation": "SLIDE", "encyclopediaarticle": "ENCYC",
    "dictionaryentry": "DICT", "statute": "STAT", "bill": "BILL", "case": "CASE",
    "hearing": "HEAR", "film": "MPCT", "videorecording": "VIDEO", "audiorecording": "SOUND",
    "standard": "STAND", "artwork": "ART", "letter": "PCOMM", "email": "ICOMM",
    "instantmessage": "ICOMM", "interview": "PCOMM", "radiobroadcast": "SOUND",
    "tvbroadcast": "VIDEO", "podcast": "SOUND", "forumpost": "BLOG",
    "inproceedings": "CONF", "incollection": "CHAP", "inbook": "CHAP", "phdthesis": "THES",
    "mastersthesis": "THES", "techreport": "RPRT", "online": "ELEC", "misc": "GEN",
    "unpublished": "UNPB", "proceedings": "CONF", "booklet": "PAMP",
    "j": "JOUR", "b": "BOOK", "s": "BOOK", "p": "PAT", "c": "CONF",
}  # fmt: skip
DOCUMENT_TYPES = {
    "book": "BOOK", "bookchapter": "CHAP", "conferencepaper": "CONF", "datapaper": "JOUR",
    "proceedingspaper": "CONF", "conferencereview": "CONF", "dataset": "DATA", "report": "RPRT",
}  # fmt: skip

ROWS = rows([(name, tag) for name, tag in COLUMNS if tag in FIELDS])
