"""JATS: the elements of a citation, and RIS's tag for the same field.

What follows a colon is a type: of an identifier, a group of persons, a link or a date. What a field
means is said once, in the table of RIS (``medcite.tables.ris``). Sources: NISO JATS 1.3, Archiving
Tag Library; PMC Tagging Guidelines; NLM's DTDs before JATS (``nlm-citation``, ``citation``).
"""

from __future__ import annotations

from .ris import row_to_read
from .row import Row

# Element, RIS's tag ("" for one that the model has no place for), meaning.
ELEMENTS = (
    ("article-title", "TI", "the title of an article, or of a part of a book"),
    ("chapter-title", "TI", "the title of a chapter"),
    ("data-title", "TI", "the title of data"),
    ("source", "T2", "the journal or book; of a book, a report and the like its title"),
    ("series", "T3", "the series"),
    ("name", "AU", "a person"),
    ("string-name", "AU", "a person, in a text of its own"),
    ("collab", "AU", "a group"),
    ("anonymous", "", "that the author is not known"),
    ("etal", "AU", "that the list of persons goes on"),
    ("person-group:author", "AU", "authors"),
    ("person-group:allauthors", "AU", "authors"),
    ("person-group:inventor", "AU", "inventors"),
    ("person-group:editor", "ED", "editors; of a chapter, of its book"),
    ("person-group:guest-editor", "ED", "editors of an issue"),
    ("person-group:compiler", "ED", "who put it together"),
    ("person-group:translator", "A4", "translators"),
    ("person-group:transed", "A4", "translators who edited it, too"),
    ("year", "PY", "the year"),
    ("date", "DA", "the date"),
    ("date-in-citation:access-date", "Y2", "when it was looked at"),
    ("date-in-citation:epub", "ET", "when it appeared online"),
    ("date-in-citation", "", "another date"),
    ("volume", "VL", "the volume"),
    ("issue", "IS", "the issue"),
    ("supplement", "IS", "the supplement"),
    ("fpage", "SP", "the first page"),
    ("lpage", "EP", "the last page"),
    ("page-range", "SP", "all pages"),
    ("elocation-id", "C7", "the article number"),
    ("size:page", "SP", "how many pages a book has"),
    ("page-count", "SP", "the same, before JATS"),
    ("publisher-name", "PB", "the publisher"),
    ("publisher-loc", "CY", "its place"),
    ("institution", "PB", "of a thesis or report the university or office"),
    ("edition", "ET", "the edition"),
    ("version", "ET", "the version of software or data"),
    ("conf-name", "T2", "the conference"),
    ("conf-loc", "CY", "where it was"),
    ("conf-date", "", "when it was"),
    ("patent", "SN", "the number of a patent"),
    ("std", "SN", "the number of a standard"),
    ("issn", "SN", "the ISSN"),
    ("isbn", "SN", "the ISBN"),
    ("pub-id:doi", "DO", "the DOI"),
    ("pub-id:pmid", "PM", "the PMID"),
    ("pub-id:pmcid", "C2", "the PMCID"),
    ("pub-id:pmc", "C2", "the PMCID"),
    ("pub-id:isbn", "SN", "the ISBN"),
    ("pub-id:issn", "SN", "the ISSN"),
    ("pub-id", "", "another identifier"),
    ("uri", "UR", "an address"),
    ("ext-link:uri", "UR", "an address"),
    ("ext-link:doi", "DO", "the DOI, as a link"),
    ("ext-link:pmid", "PM", "the PMID, as a link"),
    ("comment", "N1", "a comment"),
    ("annotation", "N1", "a remark of the author"),
    ("trans-title", "", "the title in another language"),
    ("trans-source", "", "the book or journal in another language"),
    ("part-title", "", "the title of a part"),
    ("issue-title", "", "the title of the issue"),
    ("issue-part", "", "the part of the issue"),
    ("volume-series", "", "the series of the volume"),
    ("conf-sponsor", "", "who paid the conference"),
    ("gov", "", "the number of a document"),
    ("size", "", "how long it is"),
)  # fmt: skip
TAGS = {path: tag for path, tag, _ in ELEMENTS}
# Attributes that are a type, and other words for a type.
TYPE_ATTRIBUTES = ("pub-id-type", "person-group-type", "ext-link-type", "content-type", "units")
SYNONYMS = {
    "editors": "editor", "authors": "author", "edition": "editor", "pages": "page", "pp": "page",
    "p": "page", "url": "uri", "ftp": "uri", "accessed": "access-date", "access": "access-date",
    "cited": "access-date", "access_date": "access-date", "pubmed": "pmid", "medline": "pmid",
}  # fmt: skip
# Elements around others that say nothing of their own.
WRAPPERS = frozenset(
    {"italic", "bold", "roman", "sc", "sup", "sub", "underline", "monospace", "sans-serif",
     "styled-content", "named-content", "x", "break", "fixed-case", "overline", "strike"}
)  # fmt: skip
# RIS's types for types of publication.
TYPES = {
    "journal": "JOUR", "article": "JOUR", "review": "JOUR", "book": "BOOK", "chapter": "CHAP",
    "book-chapter": "CHAP", "confproc": "CONF", "conf-proc": "CONF", "conference": "CONF",
    "conf-paper": "CONF", "proceedings": "CONF", "thesis": "THES", "dissertation": "THES",
    "report": "RPRT", "gov": "RPRT", "government": "RPRT", "patent": "PAT", "web": "ELEC",
    "webpage": "ELEC", "web-page": "ELEC", "website": "ELEC", "webpublication": "ELEC",
    "software": "COMP", "computer-program": "COMP", "data": "DATA", "database": "DATA",
    "dataset": "DATA", "newspaper": "NEWS", "news": "NEWS", "magazine": "MGZN",
    "standard": "STAND", "preprint": "UNPB", "commun": "PCOMM", "letter": "PCOMM",
    "discussion": "PCOMM", "working-paper": "RPRT", "legal-doc": "LEGAL",
}  # fmt: skip
# The types of which the source is the title, where no other element is.
WITHOUT_CONTAINER = frozenset(
    {"BOOK", "THES", "RPRT", "ELEC", "COMP", "DATA", "STAND", "LEGAL", "PAT", "GEN"}
)
# What stands between the elements of a mixed citation, in small letters.
CONNECTIVES = frozenset(
    {"a", "accessed", "al", "an", "and", "at", "available", "by", "chap", "chapter", "doi", "ed",
     "edited", "edition", "editor", "editors", "edn", "eds", "et", "from", "http", "https", "in",
     "isbn", "issn", "no", "on", "online", "p", "page", "pages", "pmc", "pmcid", "pmid", "pp",
     "retrieved", "suppl", "supplement", "the", "url", "und", "vol", "volume", "www"}
)  # fmt: skip


def _row(path: str, tag: str, doc: str) -> Row:
    row = row_to_read(tag, "article-journal") if tag else None
    return row.replace(tag=path, doc=doc) if row else Row(path, "kept", "kept", doc)


ROWS = tuple(_row(*element) for element in ELEMENTS)
