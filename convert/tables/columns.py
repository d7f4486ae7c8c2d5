"""Columns of tables: what each program calls them, and RIS's tag for the same field.

What a column holds is what a tag of RIS holds, so tables are read and written by RIS's rules
(``medcite.tables.ris``). Sources: Rayyan's template, ASReview's list of names, the exports of
PubMed, Zotero, Scopus, Web of Science and Covidence.
"""

from __future__ import annotations

from .endnote import FIELDS, names_by_tag, rows

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
    ("notes", "N1"),
    ("abstract", "AB"),
)
# What others call them, in small letters. A type is "TY"; "" is nothing of the publication.
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
    "author full names": "AU", "abbreviated source title": "J2", "document type": "TY",
    "author keywords": "KW", "index keywords": "KW", "pubmed id": "AN", "affiliations": "AD",
    "author(s) id": "", "authors with affiliations": "", "eid": "", "cited by": "", "source": "",
    "page count": "", "publication stage": "", "open access": "",
    "language of original document": "LA", "editors": "A2",
    # Web of Science
    "article title": "TI", "book title": "BT", "start page": "SP", "end page": "EP",
    "article number": "C7", "eissn": "SN", "publication date": "DA", "keywords plus": "KW",
    "journal iso abbreviation": "J2", "doi link": "", "addresses": "AD", "ut (unique wos id)": "",
    # Covidence, and what ASReview takes
    "published year": "PY", "published month": "month", "accession number": "AN",
    "primary_title": "TI", "notes_abstract": "AB", "author names": "AU", "first_authors": "AU",
    "ref": "", "study": "", "covidence #": "", "tags": "",
}  # fmt: skip
TAGS = {**SYNONYMS, **dict(COLUMNS)}
NAMES = names_by_tag([*COLUMNS, *((name, tag) for name, tag in SYNONYMS.items() if tag)])
# By which a table is known; one of them says which publication a row is.
IDENTIFYING = frozenset({"TI", "AN", "DO"})

# Zotero's, Scopus's and Web of Science's types, in small letters and without blanks, as RIS's.
TYPES = {
    "journalarticle": "JOUR", "article": "JOUR", "review": "JOUR", "editorial": "JOUR",
    "letter": "JOUR", "note": "JOUR", "shortsurvey": "JOUR", "erratum": "JOUR",
    "retracted": "JOUR", "book": "BOOK", "booksection": "CHAP", "bookchapter": "CHAP",
    "conferencepaper": "CONF", "proceedingspaper": "CONF", "conferencereview": "CONF",
    "meetingabstract": "JOUR", "thesis": "THES", "report": "RPRT", "webpage": "ELEC",
    "preprint": "UNPB", "newspaperarticle": "NEWS", "magazinearticle": "MGZN",
    "document": "GEN", "dataset": "DATA", "blogpost": "BLOG", "computerprogram": "COMP",
    "patent": "PAT", "manuscript": "MANSCPT", "map": "MAP", "presentation": "SLIDE",
    "encyclopediaarticle": "ENCYC", "dictionaryentry": "DICT", "statute": "STAT", "bill": "BILL",
    "case": "CASE", "hearing": "HEAR", "film": "MPCT", "videorecording": "VIDEO",
    "audiorecording": "SOUND", "letter to the editor": "JOUR", "standard": "STAND",
}  # fmt: skip

ROWS = rows([(name, tag) for name, tag in COLUMNS if tag in FIELDS])
