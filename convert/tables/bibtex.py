"""BibTeX: the fields in the order of the output, and the entry types.

``tag`` is the field, ``to`` the record's attribute, ``how`` the encoder
(:mod:`medcite.bibtex.write.encode`), by which the field is read, too (see
:mod:`medcite.tables.bibtex_reads`); ``when`` and ``unless`` are the entry types that a row is
(not) for. ``asked`` marks a field that is written only if the user or the receiver asks for it,
``source`` one for an entry that was read with this very field; others have the same in another.
The fields are those of the standard styles, and ``doi eid isbn issn url pmid pmcid keywords
abstract language`` besides, which natbib's styles or reference managers know.
"""

from __future__ import annotations

from .row import Row

# CSL's types as entry types; what is not here is ``@misc``.
TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "review-book": "article",
    "chapter": "incollection",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "book": "book",
    "classic": "book",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
    "thesis-master": "mastersthesis",
    "manuscript": "unpublished",
}
DEFAULT_TYPE = "misc"
# The types that every style defines. Source: "BibTeXing", 3.1; conference is inproceedings.
ENTRY_TYPES = frozenset((
    "article", "book", "booklet", "conference", "inbook", "incollection", "inproceedings",
    "manual", "mastersthesis", "misc", "phdthesis", "proceedings", "techreport", "unpublished",
))  # fmt: skip
# What biblatex calls by another name. A style prints an addendum where it prints the note.
ALIASES = {
    "addendum": "note",
    "annotation": "annote",
    "eprintclass": "primaryclass",
    "eprinttype": "archiveprefix",
    "journaltitle": "journal",
    "location": "address",
    "sortkey": "key",
}

ROWS = (
    Row("author", "author", "authors", "persons as Family, Suffix, Given; groups in braces; others"),
    Row("editor", "editor", "editors", "editors; of a book only where it has no author"),
    Row("title", "title", "title", "the title; brackets say that it is NLM's translation"),
    Row("journal", "container_title", "container", "the journal, or its abbreviation", when="article"),
    Row("shortjournal", "container_title_short", "text", "NLM's title abbreviation (TA), which no style"
        " reads but some programs do", when="article asked"),
    Row("booktitle", "container_title", "container", "the book",
        when="incollection inproceedings conference inbook"),
    Row("howpublished", "container_title_short", "server", "the preprint server", when="misc"),
    Row("organization", "container_title_short", "server", "who published it", when="source misc"),
    Row("series", "collection_title", "text", "the series (CTI)"),
    Row("chapter", "chapter_number", "text", "the chapter's number", when="book incollection inbook"),
    Row("edition", "edition", "edition", "the edition"),
    Row("type", "genre", "kind", "what kind of thesis or report it is, where the entry type does"
        " not say it", when="phdthesis mastersthesis techreport"),
    Row("publisher", "publisher", "whole", "the publisher",
        when="book incollection inproceedings conference inbook proceedings"),
    Row("organization", "publisher", "whole", "who held the conference, or published the manual",
        when="source manual inproceedings conference proceedings"),
    Row("institution", "publisher", "whole", "who published the report", when="techreport"),
    Row("school", "publisher", "whole", "where the thesis was written", when="phdthesis mastersthesis"),
    Row("address", "publisher_place", "whole", "the publisher's place; PubMed gives a journal only"
        " its country, which styles would print", unless="article misc unpublished"),
    Row("location", "event_place", "text", "where the event took place, if address is another"
        " place", when="source"),
    Row("year", "issued", "year", "the year, or the years of a range"),
    Row("month", "issued", "month", "the month as a macro, a range of months or days, a season"),
    Row("day", "issued", "day", "the day, which no standard style prints"),
    Row("date", "issued", "years", "a date that spans two years once more, as biblatex has it: in"
        " two years pandoc and others find no date; for some programs every range"),
    Row("volume", "volume", "text", "the volume, with its supplement"),
    Row("number", "issue", "text", "the issue, with its part or supplement", when="article"),
    Row("issue", "issue", "text", "the issue of what is no article", when="source", unless="article misc"),
    Row("number", "issue", "serial", "the issue; of a patent and the like its number", when="misc"),
    Row("number", "number", "text", "the report's number", when="techreport"),
    Row("number", "collection_number", "text", "the number in the series",
        when="book incollection inproceedings conference inbook proceedings"),
    Row("pages", "page", "pages", "every range written out; the article number where there are none"),
    Row("eid", "number", "place", "the article number beside pages, or in their place on request",
        unless="techreport"),
    Row("isbn", "isbn", "listed", "every ISBN", many=True),
    Row("issn", "issn", "issn", "the ISSN of the edition that is cited"),
    Row("doi", "doi", "doi", "as it is, percent-encoded where TeX would act on it"),
    Row("url", "url", "url", "the address of a book, or of what has no DOI"),
    Row("urldate", "accessed", "day-of", "when the address was looked at"),
    Row("eprint", "archive_location", "eprint", "a preprint's number at its server"),
    Row("archiveprefix", "archive", "archive", "the server, such as arXiv"),
    Row("pmid", "pmid", "text", "PubMed's number"),
    Row("pmcid", "pmcid", "pmcid", "PubMed Central's number, with PMC"),
    Row("nihmsid", "nihmsid", "identifier", "the manuscript's number, cited while there is no PMCID"),
    Row("language", "language", "languages", "the languages, if not just English"),
    Row("keywords", "keywords", "keywords", "authors' keywords, then MeSH; semicolons between,"
        " since MeSH has commas", many=True),
    Row("abstract", "abstract", "abstract", "the main abstract"),
    Row("note", "relations", "notes", "retracted, and where it says so; ahead of print; preprint"),
    Row("key", "title", "label", "what to sort and label an entry by that has no author"),
)  # fmt: skip
