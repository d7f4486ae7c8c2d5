"""RIS: which tag takes what, for each of the programs that read it differently.

RIS has one syntax and several meanings: AN is EndNote's accession number and overwrites the
issue in JabRef; C2 is EndNote's PMCID and JabRef's eprint; ET is EndNote's e-publication
date and everybody else's edition; UNPB is unknown to Zotero; TT is the original title to
EndNote's PubMed users and the title itself to citation-js. So a profile says who reads.

``when`` lists the profiles and CSL types that a row is for, ``unless`` those that it is not
for; a row with neither is for all. ``how`` is the codec (``medcite.writers.ris``), ``arg``
its label or other need. The rows stand in the order of the output; TY comes before them.
"""

from __future__ import annotations

from typing import NamedTuple

from .identifiers import ADDRESSES
from .row import Row


class Profile(NamedTuple):
    """A reader of RIS, and what is peculiar in what it expects of a file's lines."""

    name: str
    doc: str
    newline: str = "\r\n"


PROFILES = {
    profile.name: profile
    for profile in (
        Profile("generic", "tags that every program reads alike"),
        Profile("zotero", "identifiers as M2, which Zotero puts into Extra"),
        Profile("endnote", "EndNote's own fields: AN, C2, C6, C7, ET, M3, OP, TT, LB"),
        Profile("jabref", "names as BibTeX has them, the journal as JF, the PMID as eprint (C2)"),
    )
}

# CSL's types as RIS's. Zotero takes UNPB for an article and keeps its own types otherwise.
TYPES = {
    "article": "JOUR",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "MPCT",
    "chapter": "CHAP",
    "dataset": "DATA",
    "document": "GEN",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "VIDEO",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "periodical": "JFULL",
    "personal_communication": "PCOMM",
    "post": "BLOG",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
# A preprint is unpublished work to EndNote and in RIS's own words.
OTHER_TYPES = {"endnote": {**TYPES, "article": "UNPB"}}

# Types that are read to, beyond those written: what else programs write.
READ = {
    **{code: kind for kind, code in reversed(TYPES.items())},
    "JOUR": "article-journal",
    "ABST": "article-journal",
    "INPR": "article-journal",
    "EJOUR": "article-journal",
    "EBOOK": "book",
    "EDBOOK": "book",
    "ECHAP": "chapter",
    "CPAPER": "paper-conference",
    "GEN": "document",
    "GOVDOC": "report",
    "ICOMM": "webpage",
    "MULTI": "webpage",
    "WEB": "webpage",
    "DBASE": "dataset",
    "AGGR": "dataset",
    "UNPB": "article",
    "UNPD": "article",
    "CTLG": "book",
    "SER": "periodical",
    "MPCT": "motion_picture",
    "ADVS": "motion_picture",
    "PCOMM": "personal_communication",
    "UNBILL": "bill",
    "NEWS": "article-newspaper",
    "BLOG": "post-weblog",
}

BOOKS = "book chapter report thesis"
PARTS = "chapter entry-dictionary entry-encyclopedia paper-conference"
ARTICLES = "article article-journal article-magazine article-newspaper review review-book"
# What has a number of its own; RIS gives it in the tag of ISSN and ISBN.
NUMBERED = "report patent standard"

ROWS = (
    Row("ID", "key", "key", "the citation key"),
    Row("LB", "key", "key", "EndNote's label: the citation key", when="endnote"),
    Row("AU", "author", "names", "Family, Given, Suffix; a group ends in a comma", many=True),
    Row("A2", "editor", "names", "the editors of a chapter's book", many=True, when="chapter",
        unless="jabref"),
    Row("A3", "editor", "editors", "EndNote's editors of a book that has authors too", many=True,
        when="endnote book"),
    Row("AU", "editor", "editors", "EndNote's editors of an edited book (EDBOOK)", many=True,
        when="endnote book"),
    Row("ED", "editor", "editors", "the editors", many=True, unless="chapter"),
    Row("ED", "editor", "names", "the same: JabRef takes those in A2 for authors", many=True,
        when="jabref chapter"),
    Row("A2", "collection_editor", "names", "the editors of a book's series", many=True, when="book",
        unless="jabref"),
    Row("A3", "collection_editor", "names", "the editors of the series", many=True,
        when=f"{PARTS} report"),
    Row("A4", "translator", "names", "the translators", many=True),
    Row("TI", "title", "title", "the title, without markup"),
    Row("ST", "title_short", "short-title", "the title, shortened"),
    Row("TT", "original_title", "original", "the vernacular title; to some programs the"
        " title itself", when="endnote"),
    Row("T2", "container_title", "container", "the journal or book", unless="paper-conference"),
    Row("T2", "container_title", "conference", "the conference; else the proceedings, but not for"
        " Zotero and EndNote", when="paper-conference"),
    Row("C3", "container_title", "proceedings", "the proceedings, where T2 has or would have the"
        " conference", when="paper-conference", unless="jabref"),
    Row("BT", "container_title", "container", "JabRef's booktitle",
        when="jabref chapter paper-conference"),
    Row("JA", "container_title_short", "text", "the journal's abbreviation, before JF: to"
        " JabRef the last of them is the journal", when="jabref"),
    Row("JF", "container_title", "container", "the journal once more: T2 is a book's title to"
        " Tellico and an abbreviation to bibutils", when="generic jabref", unless=BOOKS),
    Row("J2", "container_title_short", "text", "NLM's title abbreviation"),
    Row("T2", "collection_title", "series", "a report's series", when="report"),
    Row("T3", "collection_title", "series", "the series"),
    Row("M1", "collection_number", "text", "the number in the series", when="book report"),
    Row("SV", "collection_number", "text", "the number in the series", when=PARTS),
    Row("PY", "issued", "year", "the year, always by itself"),
    Row("Y1", "issued", "date", "the same as DA: from PY JabRef takes no month", when="jabref"),
    Row("DA", "issued", "date", "YYYY/MM/DD/other; other has ranges and seasons"),
    Row("VL", "volume", "text", "the volume"),
    Row("IS", "issue", "text", "the issue", unless=NUMBERED),
    Row("SP", "page", "first", "the first page; all of a text that is no plain range; "
        "without pages the article number"),
    Row("EP", "page", "last", "the last page; of a book's only page again, since SP alone is how"
        " many there are"),
    Row("SP", "number_of_pages", "extent", "how many pages there are", when="book thesis"),
    Row("SE", "chapter_number", "text", "the chapter's number", when="chapter"),
    Row("NV", "number_of_volumes", "text", "how many volumes there are",
        when=f"book {PARTS}"),
    Row("C7", "number", "text", "EndNote's article number", when="endnote"),
    Row("ET", "edition", "text", "the edition", when=BOOKS),
    Row("ET", "version", "text", "the version", when="software dataset"),
    Row("ET", "available_date", "day", "EndNote's e-publication date", when="endnote",
        unless=BOOKS),
    Row("PB", "publisher", "text", "the publisher", unless=ARTICLES),
    Row("CY", "publisher_place", "text", "its place", unless=f"{ARTICLES} paper-conference"),
    Row("CY", "publisher_place", "venue", "where the conference took place, else the publisher's place",
        when="paper-conference"),
    Row("C1", "event_place", "city", "then the publisher's place", when="paper-conference"),
    Row("SN", "number", "text", "the number of a report or patent", when=NUMBERED, unless="jabref"),
    Row("IS", "number", "text", "the same: to JabRef SN is an ISSN", when="jabref report patent"
        " standard"),
    Row("SN", "issn", "issn", "the ISSN of the edition that is cited", unless=BOOKS),
    Row("SN", "isbn", "spaced", "the ISBN", many=True, when=f"{BOOKS} paper-conference"),
    Row("DO", "doi", "text", "the DOI"),
    Row("AN", "pmid", "text", "EndNote's accession number: the PMID", when="endnote"),
    Row("C2", "pmcid", "text", "EndNote's PMCID", when="endnote"),
    Row("C2", "pmid", "text", "JabRef's eprint, of the type pubmed", when="jabref"),
    Row("C6", "nihmsid", "text", "EndNote's NIHMSID", when="endnote"),
    Row("M2", "pmid", "text", "a line of Zotero's Extra", when="zotero", arg="PMID: "),
    Row("M2", "pmcid", "text", "a line of Zotero's Extra", when="zotero", arg="PMCID: "),
    Row("N1", "pmcid", "text", "a comment in JabRef", when="jabref", arg="PMCID: "),
    Row("L2", "pmcid", "text", "the article at PubMed Central", when="generic",
        arg=ADDRESSES["pmcid"]),
    Row("UR", "url", "urls", "its own address, and PubMed's", many=True),
    Row("Y2", "accessed", "date-of", "when the address was looked at"),
    Row("DB", "pmid", "constant", "where the record comes from", when="endnote", arg="PubMed"),
    Row("DP", "pmid", "constant", "who provides it", when="endnote", arg="NLM"),
    Row("LA", "language", "commas", "MEDLINE's codes of the languages", many=True),
    Row("M3", "publication_types", "semicolons", "EndNote's type of article", many=True,
        when="endnote", unless="thesis report"),
    Row("M3", "genre", "text", "the kind of thesis or report", when="thesis report"),
    Row("OP", "relations", "relations", "EndNote's original publication: errata, retractions",
        many=True, when="endnote"),
    Row("N1", "relations", "retraction", "RETRACTED, and where it says so"),
    Row("N1", "original_title", "original", "the vernacular title", unless="endnote",
        arg="Original title: "),
    Row("N1", "notes", "each", "notes", many=True),
    Row("KW", "keywords", "keywords", "keywords, then MeSH; RIS forbids asterisks", many=True),
    Row("AB", "abstract", "abstract", "the abstract in one line"),
)  # fmt: skip

# What is read: every dialect's tags, those of RIS before 2011 among them. ``to`` is the
# attribute; ``admin`` takes what speaks of the record, ``kept`` what the model has no place for.
READS = (
    Row("TY", "type", "type", "the type of reference; begins a record"),
    Row("ID", "key", "text", "the reference's id"),
    Row("LB", "key", "text", "its label"),
    Row("AU", "author", "names", "an author", many=True),
    Row("A1", "author", "names", "an author, before 2011", many=True),
    Row("A2", "editor", "names", "an editor", many=True),
    Row("ED", "editor", "names", "an editor", many=True),
    Row("A3", "editor", "names", "the editor of a book", many=True),
    Row("A4", "translator", "names", "a translator", many=True),
    Row("TI", "title", "title", "the title"),
    Row("T1", "title", "title", "the title, before 2011"),
    Row("CT", "title", "title", "the title of unpublished work, before 2011"),
    Row("BT", "book_title", "text", "a book's title: of a chapter, what holds it"),
    Row("TT", "original_title", "text", "the translated title: the other language's"),
    Row("T2", "full", "text", "the journal or book"),
    Row("JF", "full", "text", "the journal's full title"),
    Row("JO", "journal", "text", "the journal: its full title to some, short to others"),
    Row("SO", "journal", "text", "the journal, in what synthesisr writes"),
    Row("J2", "short", "text", "the journal's short title"),
    Row("JA", "short", "text", "the journal's short title"),
    Row("JI", "short", "text", "the journal's short title, in Web of Science's exports"),
    Row("J9", "short", "text", "the same in 29 capitals", place=1),
    Row("J1", "short", "text", "the user's short title of the journal"),
    Row("T3", "collection_title", "text", "the series"),
    Row("ST", "title_short", "text", "the title, shortened"),
    Row("SV", "collection_number", "text", "the number in the series"),
    Row("Y2", "accessed", "accessed", "when the address was looked at"),
    Row("PY", "dates", "text", "the year, or the date", many=True),
    Row("Y1", "dates", "text", "the date, before 2011", many=True),
    Row("DA", "dates", "text", "the date; if others are as full, it is that of the issue",
        many=True, place=-1),
    Row("YR", "dates", "text", "the year, in Cochrane's exports", many=True),
    Row("VL", "volume", "text", "the volume"),
    Row("IS", "issue", "text", "the issue"),
    Row("NO", "issue", "text", "the issue, in Cochrane's exports"),
    Row("CP", "issue", "text", "the issue, before 2011"),
    Row("M1", "issue", "issue", "the issue, in EndNote's old exports"),
    Row("SP", "first", "text", "the first page, or all pages"),
    Row("PG", "first", "text", "the pages, in Cochrane's exports"),
    Row("EP", "last", "text", "the last page"),
    Row("LP", "last", "text", "the last page, in Mendeley's and HighWire's exports"),
    Row("SE", "start", "text", "EndNote's start page"),
    Row("C7", "number", "text", "the article number"),
    Row("ET", "edition", "edition", "the edition, or EndNote's e-publication date"),
    Row("PB", "publisher", "text", "the publisher"),
    Row("CY", "publisher_place", "text", "its place"),
    Row("PP", "publisher_place", "text", "its place, before 2011"),
    Row("SN", "numbers", "numbers", "ISSN or ISBN, or a list of lines", many=True, arg="lines"),
    Row("DO", "doi", "doi", "the DOI"),
    Row("DI", "doi", "doi", "the DOI"),
    Row("DOI", "doi", "doi", "the DOI"),
    Row("L3", "doi", "doi", "the DOI, in Mendeley's exports"),
    Row("M3", "publication_types", "kind", "the type of article, or the DOI"),
    Row("PT", "publication_types", "kind", "the type of article, in Ovid's and Cochrane's exports"),
    Row("PM", "pmid", "pmid", "the PMID, in Cochrane's exports"),
    Row("U1", "pmid", "pmid", "the PMID, in PubMed Central's exports: 23690738[pmid]"),
    Row("AN", "accession", "text", "the accession number: of PubMed, the PMID"),
    Row("C2", "pmcid", "pmcid", "EndNote's PMCID; JabRef's eprint", place=1),
    Row("C6", "nihmsid", "nihmsid", "EndNote's NIHMSID"),
    Row("M2", "extra", "extra", "a line of Zotero's Extra; before 2011 anything", many=True),
    Row("UR", "links", "link", "an address, of PubMed perhaps", many=True),
    Row("US", "links", "link", "the same, in Cochrane's exports", many=True, place=1),
    Row("L1", "links", "link", "a file", many=True, place=1),
    Row("L2", "links", "link", "the full text's address", many=True, place=1),
    Row("LK", "links", "link", "an address", many=True, place=1),
    Row("DB", "database", "text", "the database"),
    Row("DP", "provider", "text", "the database's provider"),
    Row("LA", "language", "languages", "the languages"),
    Row("OP", "relations", "relations", "the original publication: errata, retractions"),
    Row("N1", "notes", "note", "a note", many=True),
    Row("KW", "keywords", "text", "a keyword, or several with semicolons or on lines", many=True,
        arg="lines"),
    Row("KY", "keywords", "text", "the same, in Cochrane's exports", many=True, arg="lines"),
    Row("AB", "abstract", "text", "the abstract"),
    Row("N2", "abstract", "text", "the abstract, before 2011"),
    Row("AD", "affiliations", "text", "an address of the authors", many=True),
    Row("CR", "copyright", "text", "the rights"),
    *(Row(tag, "kept", "text", "no place in the model: kept", many=True)
      for tag in ("C1", "C3", "C4", "C5", "C8", "CA", "CN", "L4", "NV", "RI", "RN", "RP",
                  "TA", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "VO", "XR", "XT", "AV", "WP", "WT", "WV")),
)  # fmt: skip

# What a tag means in a reference of some types only, as EndNote and Zotero have it.
VARIANTS = (
    Row("A2", "editor", "series", "a book's editor; its series' where A3 or ED has the book's own",
        many=True, when="book"),
    Row("A2", "full", "text", "the reporter", when="legal_case"),
    Row("A2", "kept", "text", "who issued or proposed it, or performs in it", many=True,
        when="patent bill hearing legislation motion_picture song"),
    Row("A3", "collection_editor", "names", "an editor of the series", many=True,
        when=f"{PARTS} report map"),
    Row("A4", "kept", "text", "counsel, agent, performer", many=True,
        when="bill hearing legal_case motion_picture dataset song"),
    Row("C1", "city", "text", "the publisher's place", when="paper-conference"),
    Row("C3", "proceedings", "text", "the proceedings", when="paper-conference"),
    Row("ET", "version", "text", "the version", when="software"),
    Row("ET", "kept", "text", "the classification", when="patent"),
    Row("IS", "number", "text", "the number", when=NUMBERED),
    Row("M1", "collection_number", "count", "the number in the series", when="book report"),
    Row("M1", "number_of_volumes", "count", "how many volumes there are", when="chapter"),
    Row("M1", "kept", "text", "the application's number", when="patent"),
    Row("M3", "genre", "genre", "the kind of thesis or report", when="thesis report"),
    Row("NV", "number_of_volumes", "text", "how many volumes there are", when=f"book {PARTS}"),
    Row("SE", "chapter_number", "text", "the chapter", when="chapter"),
    Row("SN", "number", "serial", "the number of a report or patent", many=True, when=NUMBERED),
    Row("SP", "first", "extent", "the first page, or how many pages there are", when="book thesis"),
    Row("SV", "kept", "text", "the docket's number", when="legal_case"),
    Row("VL", "kept", "text", "the version", when="patent"),
    Row("Y2", "kept", "text", "the application's date", when="patent"),
)  # fmt: skip
