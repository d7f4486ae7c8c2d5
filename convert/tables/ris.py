"""RIS: where each tag goes, and which tags each of the programs that read RIS is given.

RIS has one syntax and several meanings: AN is EndNote's accession number and overwrites the
issue in JabRef; C2 is EndNote's PMCID and JabRef's eprint; ET is EndNote's e-publication
date and everybody else's edition; UNPB is unknown to Zotero; TT is the original title to
EndNote's PubMed users and the title itself to citation-js. So a profile says who reads.

One row serves both directions. ``how`` names the codec: the encoder in
``medcite.ris.write.encode`` and the decoder in ``medcite.ris.read.decode``. ``arg`` is a label
that is written before the value, or ``lines`` for a tag that EndNote writes once, with each
value on a line of its own.

Writing: ``when`` lists the profiles and CSL types that a row is for, ``unless`` those that it
is not for; a row with neither is for all. The rows stand in the order of the output; TY comes
before them (see ``ris_types``).

Reading: profiles and ``unless`` do not matter, since nobody knows who wrote a file. Of a tag's
rows the first of these is used (``row_to_read``): one for the code of the reference's type
(``ris_codes``), one whose ``when`` has its CSL type, one without types. ``place`` orders the tags in a record:
of several addresses UR has the article's own, of several dates DA that of the issue.

``when`` may also be ``read``: a tag that others write and we do not, such as those of RIS
before 2011; ``write``: what another row of the same tag reads, too; or ``from-ris``: what is
written only of references that were read from RIS, or if the user asks for the tag.
"""

from functools import cache

from . import receivers
from .identifiers import ADDRESSES
from .ris_codes import CODE_ROWS
from .row import Row

# The programs that rows may be for.
PROFILES = frozenset(receiver.ris_tags for receiver in receivers.ROWS)

BOOKS = "book chapter report thesis"
PARTS = "chapter entry-dictionary entry-encyclopedia paper-conference"
ARTICLES = "article article-journal article-magazine article-newspaper review review-book"
# What has no pages; RIS gives SP another meaning.
UNPAGED = "motion_picture post-weblog map software webpage graphic"
# What has a kind of its own, which stands in M3; of articles M3 has EndNote's types of article.
KINDS = ("thesis report manuscript map webpage post post-weblog personal_communication speech"
         " graphic figure pamphlet standard")  # fmt: skip
# What has sections.
SECTIONED = "article-newspaper bill legislation regulation standard musical_score document"
# What has a number of its own; RIS gives it in the tag of ISSN and ISBN.
NUMBERED = "report patent standard"

ROWS = (
    Row("ID", "key", "key", "the citation key"),
    Row("LB", "key", "key", "EndNote's label: the citation key", when="endnote"),
    Row("AU", "author", "names", "an author: Family, Given, Suffix; a group ends in a comma", many=True),
    Row("A1", "author", "names", "an author, before 2011", many=True, when="read"),
    Row("A2", "editor", "names", "an editor of a chapter's book", many=True, when="chapter",
        unless="jabref"),
    Row("A3", "editor", "editors", "EndNote's editor of a book that has authors too", many=True,
        when="endnote book"),
    Row("AU", "editor", "editors", "EndNote's editor of an edited book (EDBOOK)", many=True,
        when="write endnote book"),
    Row("ED", "editor", "editors", "an editor", many=True, unless="chapter"),
    Row("ED", "editor", "names", "the same: JabRef takes those in A2 for authors", many=True,
        when="jabref chapter"),
    Row("A2", "collection_editor", "series-editors", "an editor of a book's series; of the book where"
        " neither A3 nor ED has one", many=True, when="book", unless="jabref"),
    Row("A2", "container_title", "container", "the reporter", when="read legal_case"),
    Row("A2", "collection_editor", "names", "an editor of the series", many=True, when="report",
        unless="jabref"),
    Row("A2", "kept", "kept", "who issued or proposed it, performs in it, supervised or received it",
        many=True, when="read patent bill hearing legislation motion_picture song thesis"
        " personal_communication"),
    Row("A2", "editor", "names", "an editor", many=True, when="read"),
    Row("A3", "collection_editor", "names", "an editor of the series", many=True, when=PARTS),
    Row("A3", "kept", "kept", "who supervised, produced or published it", many=True, when="read"),
    Row("A4", "translator", "names", "a translator", many=True),
    Row("A4", "kept", "kept", "counsel, agent, performer, sponsor", many=True,
        when="read bill hearing legal_case motion_picture dataset song paper-conference"),
    Row("TI", "title", "title", "the title, without markup"),
    Row("T1", "title", "title", "the title, before 2011", when="read"),
    Row("CT", "title", "title", "the title of unpublished work, before 2011", when="read"),
    Row("ST", "title_short", "short-title", "the title, shortened"),
    Row("TT", "original_title", "original", "the vernacular title; to some programs the"
        " title itself", when="endnote"),
    Row("T2", "container_title", "container", "the journal or book",
        unless="paper-conference software map"),
    Row("T2", "container_title", "conference", "the conference; else the proceedings, but not for"
        " Zotero and EndNote", when="paper-conference"),
    Row("C3", "container_title", "proceedings", "the proceedings, where T2 has or would have the"
        " conference", when="paper-conference", unless="jabref"),
    Row("BT", "container_title", "book-title", "a book's title, JabRef's booktitle: of a chapter,"
        " what holds it", when="jabref chapter paper-conference"),
    Row("BT", "container_title", "book-title", "a book's title, before 2011", when="read"),
    Row("JA", "container_title_short", "abbreviation", "the journal's abbreviation, before JF: to"
        " JabRef the last of them is the journal", when="jabref"),
    Row("JF", "container_title", "container", "the journal once more: T2 is a book's title to"
        " Tellico and an abbreviation to bibutils", when="generic jabref", unless=BOOKS),
    Row("JO", "container_title", "journal", "the journal: its full title to some, short to others",
        when="read"),
    Row("SO", "container_title", "journal", "the journal, in what synthesisr writes", when="read"),
    Row("J2", "container_title_short", "abbreviation", "NLM's title abbreviation",
        unless="legal_case"),
    Row("NV", "container_title_short", "abbreviation", "the reporter's abbreviation",
        when="write legal_case"),
    Row("JI", "container_title_short", "abbreviation", "the journal's short title, in Web of"
        " Science's exports", when="read"),
    Row("J9", "container_title_short", "abbreviation", "the same in 29 capitals", place=1, when="read"),
    Row("J1", "container_title_short", "abbreviation", "the user's short title of the journal",
        when="read"),
    Row("T2", "collection_title", "series", "a report's series", when="write report"),
    Row("T3", "collection_title", "series", "the series"),
    Row("T3", "volume_title", "text", "the volume's title", when="write classic"),
    Row("M1", "collection_number", "count", "the number in the series", when="book"),
    Row("NV", "collection_number", "text", "the number in the series", when="report"),
    Row("SV", "collection_number", "text", "the number in the series", when=PARTS),
    Row("SV", "kept", "kept", "no place in the model: kept", when="read"),
    Row("PY", "issued", "year", "the year, always by itself; in others' files perhaps the date"),
    Row("Y1", "issued", "date", "the date, before 2011; for JabRef, which takes no month from PY",
        when="jabref"),
    Row("DA", "issued", "date", "YYYY/MM/DD/other; other has ranges and seasons; if others are as"
        " full, this is the issue's", place=-1),
    Row("DA", "event_date", "accessed", "when the conference was, where PY and the first DA have another"
        " year", when="write from-ris paper-conference"),
    Row("YR", "issued", "year", "the year, in Cochrane's exports", when="read"),
    Row("VL", "volume", "text", "the volume", unless="software"),
    Row("VL", "edition", "text", "the edition", when="write software"),
    Row("VL", "kept", "kept", "the version", when="read patent"),
    Row("IS", "issue", "text", "the issue", unless=NUMBERED),
    Row("NO", "issue", "text", "the issue, in Cochrane's exports", when="read"),
    Row("CP", "issue", "issue", "the issue, before 2011; a conference in Web of Science's exports",
        place=1, when="read"),
    Row("M1", "issue", "issue", "the issue, in EndNote's old exports; anything in others'", place=1,
        when="read"),
    Row("M1", "number_of_volumes", "count", "how many volumes there are", when="read chapter"),
    Row("M1", "kept", "kept", "the application's number", when="read patent"),
    Row("SP", "page", "first", "the first page; all of a text that is no plain range; "
        "without pages the article number", unless=UNPAGED),
    Row("PG", "page", "first", "the pages, in Cochrane's exports", when="read"),
    Row("EP", "page", "last", "the last page; of a book's only page again, since SP alone is how"
        " many there are", unless=UNPAGED),
    Row("LP", "page", "last", "the last page, in Mendeley's and HighWire's exports", when="read"),
    Row("SP", "number_of_pages", "extent", "how many pages there are; the first page if there is a"
        " last one", when="book thesis"),
    Row("SP", "number_of_pages", "extent", "how many pages there are", when="write classic"),
    Row("SP", "kept", "kept", "the running time, or a description", when=f"read {UNPAGED}"),
    Row("EP", "kept", "kept", "no last page", when=f"read {UNPAGED}"),
    Row("SE", "chapter_number", "text", "the chapter's number", when="chapter"),
    Row("SE", "section", "text", "the section of a newspaper or law", when=SECTIONED),
    Row("SE", "page", "start-or-section", "EndNote's start page, if it is one; else the section",
        when="read"),
    Row("SE", "section", "text", "the section", when="write from-ris",
        unless=f"chapter {SECTIONED}"),
    Row("C1", "section", "text", "the section of the book", when="chapter"),
    Row("C1", "scale", "text", "the scale", when="map"),
    Row("NV", "number_of_volumes", "text", "how many volumes there are",
        when=f"book {PARTS}"),
    Row("C7", "number", "article-number", "EndNote's article number", when="endnote"),
    Row("C7", "number", "beside-pages", "the article number where SP has pages", when="write from-ris",
        unless=f"endnote {NUMBERED}"),
    Row("ET", "edition", "edition", "the edition", when=BOOKS),
    Row("ET", "version", "text", "the version", when="software dataset"),
    Row("ET", "available_date", "epub-date", "EndNote's e-publication date, if it is a date",
        when="endnote", unless=BOOKS),
    Row("ET", "kept", "kept", "the classification", when="read patent"),
    Row("PB", "publisher", "text", "the publisher", unless=ARTICLES),
    Row("PB", "publisher", "text", "the publisher of the journal", when=f"from-ris {ARTICLES}"),
    Row("PU", "publisher", "text", "the publisher, in Web of Science's exports", when="read"),
    Row("CY", "publisher_place", "text", "its place", unless=f"{ARTICLES} paper-conference"),
    Row("CY", "publisher_place", "text", "its place; PubMed's records have the country",
        when=f"from-ris {ARTICLES}"),
    Row("PI", "publisher_place", "text", "its place, in Web of Science's exports", when="read"),
    Row("CY", "publisher_place", "venue", "where the conference took place, else the publisher's place",
        when="paper-conference"),
    Row("PP", "publisher_place", "text", "its place, before 2011", when="read"),
    Row("C1", "event_place", "city", "then the publisher's place", when="paper-conference"),
    Row("M1", "number", "text", "the number of a bill or law", when="write bill hearing legislation"),
    Row("SV", "number", "text", "the docket's number", when="write legal_case"),
    Row("NV", "number", "text", "the number of a study", when="write dataset"),
    Row("SN", "number", "serial", "the number of a report or patent", when=NUMBERED, unless="jabref"),
    Row("IS", "number", "text", "the same: to JabRef SN is an ISSN", when="jabref report patent"
        " standard"),
    Row("SN", "issn", "issn", "the ISSN of the edition that is cited", unless=BOOKS, arg="lines"),
    Row("SN", "isbn", "isbn", "the ISBN", many=True, when=f"{BOOKS} paper-conference", arg="lines"),
    Row("DO", "doi", "doi", "the DOI"),
    Row("DI", "doi", "doi", "the DOI", when="read"),
    Row("DOI", "doi", "doi", "the DOI", when="read"),
    Row("L3", "doi", "doi", "the DOI, in Mendeley's exports", when="read"),
    Row("AN", "pmid", "accession", "EndNote's accession number: of PubMed, the PMID", when="endnote"),
    Row("PM", "pmid", "pmid", "the PMID, in Cochrane's exports", when="read"),
    Row("U1", "pmid", "labelled-pmid", "the PMID, in PubMed Central's exports: 23690738[pmid]", when="read"),
    Row("C2", "pmcid", "pmcid", "EndNote's PMCID", place=1, when="endnote"),
    Row("C2", "pmid", "text", "JabRef's eprint, of the type pubmed", when="write jabref"),
    Row("C6", "nihmsid", "nihmsid", "EndNote's NIHMSID", when="endnote"),
    Row("M2", "pmid", "labelled", "a line of Zotero's Extra; before 2011 anything",
        when="generic zotero", arg="PMID: "),
    Row("M2", "pmcid", "labelled", "a line of Zotero's Extra", when="generic zotero", arg="PMCID: "),
    Row("M2", "original_title", "original", "a line of Zotero's Extra, to which N1 is a note of its own",
        when="write zotero", arg="Original title: "),
    Row("M2", "genre", "preprint", "a line of Zotero's Extra, since RIS has no type that Zotero takes"
        " for a preprint", when="write zotero", arg="Type: article"),
    Row("N1", "pmcid", "labelled", "a comment in JabRef", when="write jabref", arg="PMCID: "),
    Row("L2", "pmcid", "full-text", "the full text's address, at PubMed Central", when="read", place=1,
        arg=ADDRESSES["pmcid"]),
    Row("UR", "url", "urls", "its own address, and PubMed's", many=True),
    Row("US", "url", "urls", "the same, in Cochrane's exports", many=True, place=1, when="read"),
    Row("L1", "url", "urls", "a file", many=True, place=1, when="read"),
    Row("LK", "url", "urls", "an address", many=True, place=1, when="read"),
    Row("Y2", "accessed", "accessed", "when the address was looked at"),
    Row("Y2", "kept", "kept", "the application's date", when="read patent"),
    Row("DB", "pmid", "database", "where the record comes from", when="endnote", arg="PubMed"),
    Row("DP", "pmid", "provider", "who provides it", when="endnote", arg="NLM"),
    Row("CN", "call_number", "text", "the number by which a library finds it"),
    Row("LA", "language", "languages", "the languages, by MEDLINE's codes", many=True),
    Row("M3", "publication_types", "article-types", "EndNote's types of article; the DOI of older"
        " programs", many=True, when="endnote", unless=KINDS),
    Row("M3", "publication_types", "article-types", "the types of article", many=True,
        when="from-ris", unless=f"{KINDS} endnote"),
    Row("M3", "genre", "genre", "the kind of thesis, report, map or letter", when=KINDS),
    Row("PT", "publication_types", "article-types", "the type of article, in Ovid's and Cochrane's"
        " exports", when="read"),
    Row("OP", "relations", "relations", "EndNote's original publication: errata, retractions",
        many=True, when="endnote"),
    Row("OP", "original_date", "accessed", "the original publication, if it is a date", when="write"),
    Row("N1", "relations", "retraction", "RETRACTED, and where it says so", when="write"),
    Row("N1", "original_title", "original", "the vernacular title", when="write", unless="endnote zotero",
        arg="Original title: "),
    Row("N1", "notes", "notes", "notes; perhaps what is said of a retraction or the title", many=True),
    Row("KW", "keywords", "keywords", "keywords, then MeSH; RIS forbids asterisks", many=True,
        arg="lines"),
    Row("KY", "keywords", "keywords", "keywords, in Cochrane's exports", many=True, arg="lines",
        when="read"),
    Row("AB", "abstract", "abstract", "the abstract in one line"),
    Row("N2", "abstract", "abstract", "the abstract, before 2011", when="read"),
    Row("AD", "affiliations", "addresses", "an address of the authors", many=True, when="from-ris"),
    Row("CR", "copyright", "text", "the rights", when="read"),
    Row("C3", "pmid", "labelled-pmid", "PUBMED and the PMID, in Cochrane's exports", when="read"),
    Row("C5", "pmid", "pmid", "the PMID, in Embase's exports", when="read"),
    *(Row(tag, "kept", "kept", "no place in the model: kept", many=True, when="read")
      for tag in ("C1", "C4", "C8", "CA", "L4", "NV", "RI", "RN", "RP",
                  "TA", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "VO", "XR", "XT", "AV", "WP", "WT", "WV",
                  "PA", "WE", "FU", "FX", "H1", "H2", "M4", "TS")),
)  # fmt: skip

# As each format with EndNote's fields has them; those that are kept go into the others.
ENDNOTE_FIELDS = {row.tag: row.tag for row in ROWS}
WRITTEN = tuple(row for row in ROWS if "read" not in row.when.split())
# EndNote writes these tags once, and each keyword or number on a line of its own.
LISTED = frozenset(row.tag for row in ROWS if row.arg == "lines")
# Where the fields of each tag come among those of a reference.
PLACES = {row.tag: row.place for row in ROWS if row.place}

_READ: dict[str, list[Row]] = {}
for _row in ROWS:
    if "write" not in _row.when.split():
        _READ.setdefault(_row.tag, []).append(_row)
_BY_CODE = {(row.tag, code): row for row in CODE_ROWS for code in row.when.split()}


def types_of(row: Row) -> frozenset[str]:
    """Return the CSL types that a row is for; none if it is for all."""
    return frozenset(row.when.split()) - PROFILES - {"read", "write", "from-ris"}


@cache
def row_to_read(tag: str, csl_type: str, code: str = "") -> Row | None:
    """Return the row by which a tag is read in a reference of this type; ``None`` if unknown.

    ``code`` is the type as TY has it.
    """
    if row := _BY_CODE.get((tag, code)):
        return row
    rows = _READ.get(tag, [])
    of_type = [row for row in rows if csl_type in types_of(row)]
    of_all = [row for row in rows if not types_of(row)]
    return next(iter((*of_type, *of_all)), None)
