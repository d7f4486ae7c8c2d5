r"""BibLaTeX: the fields in the order of the output, and the entry types.

As in :mod:`medcite.tables.bibtex`, from which come the rows and types that are the same. Source: the biblatex
manual, 2.1 (types), 2.2 (fields), 3.13.7 (eprints).

biblatex has no field for a PMCID. Biber keeps ``pmcid`` and ``nihmsid`` once a ``.dbx`` file,
loaded by ``\usepackage[datamodel=medcite]{biblatex}``, declares them::

    \DeclareDatamodelFields[type=field,datatype=verbatim]{pmcid,nihmsid}
    \DeclareDatamodelEntryfields{pmcid,nihmsid}
"""

from __future__ import annotations

from . import bibtex
from .bibtex import DEFAULT_TYPE
from .row import Row, by_tag

__all__ = ["ALIASES", "DEFAULT_TYPE", "ENTRY_TYPES", "ROWS", "TYPES"]

TYPES = {
    **bibtex.TYPES,
    "thesis-master": "thesis",
    "article": "online",
    "post": "online",
    "post-weblog": "online",
    "webpage": "online",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "report": "report",
    "thesis": "thesis",
    "dataset": "dataset",
    "software": "software",
    "patent": "patent",
    "motion_picture": "video",
}
# Source: biblatex's default data model (blx-dm.def). BibTeX's own types are aliases of these.
ENTRY_TYPES = frozenset((
    "article", "artwork", "audio", "bibnote", "book", "bookinbook", "booklet", "collection",
    "commentary", "customa", "customb", "customc", "customd", "custome", "customf", "dataset",
    "image", "inbook", "incollection", "inproceedings", "inreference", "jurisdiction", "legal",
    "legislation", "letter", "manual", "misc", "movie", "music", "mvbook", "mvcollection",
    "mvproceedings", "mvreference", "online", "patent", "performance", "periodical",
    "proceedings", "reference", "report", "review", "set", "software", "standard", "suppbook",
    "suppcollection", "suppperiodical", "thesis", "unpublished", "video",
))  # fmt: skip
# What BibTeX calls by another name. Source: the biblatex manual, 2.2.5.
ALIASES = {
    "address": "location",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "hyphenation": "langid",
    "journal": "journaltitle",
    "key": "sortkey",
    "primaryclass": "eprintclass",
    "school": "institution",
    "year": "date",
}
_SAME = by_tag(bibtex.ROWS)

ROWS = (
    Row("ids", "pmid", "alias", "pmid:n, another key by which the entry can be cited"),
    _SAME["author"],
    Row("author+an:orcid", "author", "orcids", "authors' ORCIDs, by their place in the byline: some"
        " parsers refuse the field's name", when="asked"),
    Row("editor", "editor", "editors", "editors"),
    Row("translator", "translator", "people", "translators"),
    Row("bookauthor", "container_author", "people", "authors of the book that it is in"),
    Row("title", "title", "title", "the title; brackets say that it is NLM's translation and that"
        " there is no original"),
    Row("subtitle", "title", "subtitle", "what stands behind the title's colon", when="source"),
    Row("shorttitle", "title_short", "title-short", "the title, shortened"),
    Row("origtitle", "original_title", "original", "the vernacular title (TT)"),
    Row("titleaddon", "volume_title", "text", "the volume's title (VTI)", unless="incollection"),
    Row("booktitleaddon", "volume_title", "text", "the volume's title (VTI)", when="incollection"),
    Row("journaltitle", "container_title", "container", "the journal, or its abbreviation", when="article"),
    Row("shortjournal", "container_title_short", "abbreviation", "NLM's title abbreviation (TA)",
        when="article"),
    Row("booktitle", "container_title", "container", "the book",
        when="incollection inproceedings inreference inbook bookinbook suppbook suppcollection"),
    Row("booksubtitle", "container_title", "subtitle", "what stands behind its colon", when="source"),
    Row("organization", "container_title_short", "server", "the preprint server, or the site", when="online"),
    Row("organization", "container_title_short", "server", "who published it",
        when="source misc dataset software"),
    Row("howpublished", "container_title", "site", "where it appeared", when="misc dataset software video"),
    _SAME["series"],
    Row("chapter", "chapter_number", "text", "the chapter's number", when="book incollection"),
    _SAME["edition"],
    Row("version", "version", "text", "the version", when="software dataset report online misc"),
    Row("eventtitle", "event_title", "text", "the conference", when="inproceedings"),
    Row("venue", "event_place", "text", "where it took place", when="inproceedings"),
    Row("eventdate", "event_date", "day-of", "when it took place", when="inproceedings proceedings"),
    Row("type", "genre", "kind", "a thesis has to say its kind", arg="phdthesis", when="thesis"),
    Row("type", "genre", "kind", "a report has to say its kind", arg="techreport", when="report"),
    Row("type", "genre", "kind", "what kind of patent it is", when="patent"),
    Row("publisher", "publisher", "whole", "the publisher",
        when="book collection incollection inproceedings inreference dataset proceedings"),
    Row("organization", "publisher", "whole", "who held the conference, or published the manual",
        when="source manual inproceedings proceedings"),
    Row("institution", "publisher", "whole", "who published it", when="report thesis"),
    Row("location", "publisher_place", "location", "the publisher's place; PubMed gives a journal only its"
        " country", when="book incollection inproceedings inreference report thesis"),
    Row("date", "issued", "date", "year, month and day, or a range; seasons as 21 to 24 (EDTF)"),
    Row("origdate", "original_date", "day-of", "when the work first appeared"),
    Row("origpublisher", "original_publisher", "whole", "the publisher of the first edition"),
    Row("origlocation", "original_publisher_place", "whole", "its place"),
    Row("year", "issued", "undated", "a date that no rule understood; of a season, for programs that do"
        " not know EDTF's"),
    Row("month", "issued", "season", "the season, for the same programs"),
    Row("issue", "issued", "designation", "what a date has beside year and month (2nd Quarter)"),
    _SAME["volume"],
    Row("volumes", "number_of_volumes", "text", "how many volumes there are",
        when="book incollection inproceedings inreference"),
    Row("number", "issue", "text", "the issue, with its part or supplement", when="article"),
    Row("number", "issue", "serial", "the issue; of a patent and the like its number, of a book"
        " its number in the series", unless="article report"),
    Row("number", "number", "text", "the report's number", when="report"),
    Row("pages", "page", "pages", "every range written out; for some programs the article number"),
    Row("pagetotal", "number_of_pages", "text", "how many pages there are",
        when="book thesis report unpublished misc"),
    Row("eid", "number", "place", "the article number", unless="report"),
    Row("pubstate", "status", "state", "ahead of print", unless="online"),
    Row("isbn", "isbn", "first", "the first ISBN", many=True),
    _SAME["issn"],
    Row("doi", "doi", "doi", "without a resolver's address; percent-encoded where TeX would act on it"),
    Row("eprint", "pmid", "eprint", "PubMed's number, which biblatex prints and links; else a"
        " preprint's at its server"),
    Row("eprinttype", "pmid", "archive", "says that eprint is PubMed's number, or whose it is"),
    Row("pmid", "pmid", "text", "PubMed's number again, for programs that do not read eprint", when="asked"),
    Row("pmcid", "pmcid", "pmcid", "PubMed Central's number, with PMC"),
    Row("nihmsid", "nihmsid", "identifier", "the manuscript's number, cited while there is no PMCID"),
    _SAME["url"],
    _SAME["urldate"],
    Row("library", "call_number", "text", "the number by which a library finds it"),
    Row("langid", "language", "langid", "the language of the title, if it is not English, as babel calls it"),
    Row("language", "language", "languages", "the languages of the text, if not just English"),
    Row("entrysubtype", "type", "subtype", "an article in a newspaper", when="article"),
    Row("keywords", "keywords", "keywords", "authors' keywords, then MeSH; a comma inside one stands in braces,"
        " unless the receiver's list has semicolons", many=True),
    _SAME["abstract"],
    Row("note", "genre", "preprint", "says that it is a preprint"),
    Row("addendum", "relations", "retraction", "retracted, and where it says so"),
)  # fmt: skip
