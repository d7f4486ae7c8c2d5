"""CSL-JSON: which of CSL 1.0.2's variables takes what, and what goes into ``custom``.

``tag`` is the variable's name in CSL-JSON, ``to`` the record's attribute, ``how`` the codec
(see ``medcite.csl_json.decode`` and ``medcite.csl_json.encode``). The names are those of
the official CSL-JSON schema, which allows no others: what CSL has no variable for goes into
its ``custom`` object, which no style prints.
"""

from __future__ import annotations

from .csl_variables import DATES, NAMES
from .row import Row

ROWS = (
    Row("type", "type", "text", "one of CSL's item types"),
    Row("title", "title", "title", "marked up inline; bracketed if its original is unknown"),
    Row("original-title", "original_title", "original", "the vernacular title (TT)"),
    Row("author", "author", "authors", "persons, and groups as literal, in byline order"),
    Row("editor", "editor", "names", "editors of a book"),
    Row("translator", "translator", "names", "translators"),
    Row("collection-editor", "collection_editor", "names", "editors of the series"),
    Row("container-author", "container_author", "names", "authors of the book that it is in"),
    Row("container-title", "container_title", "container", "journal or book, full or abbreviated"),
    Row(
        "container-title-short",
        "container_title_short",
        "abbreviation",
        "NLM's title abbreviation (TA)",
    ),
    Row(
        "journalAbbreviation",
        "container_title_short",
        "text",
        "the same, by the only name that Zotero reads",
        when="zotero",
    ),
    Row("collection-title", "collection_title", "text", "the series (CTI)"),
    Row("volume-title", "volume_title", "text", "the volume's title (VTI)"),
    Row("title-short", "title_short", "text", "the title, shortened"),
    Row("event-title", "event_title", "text", "the conference"),
    Row("event", "event_title", "text", "the same, as CSL 1.0.1 calls it"),
    Row("event-place", "event_place", "text", "where it took place"),
    Row("event-date", "event_date", "date", "when it took place"),
    Row("volume", "volume", "text", "as printed, with its supplement"),
    Row("issue", "issue", "text", "as printed, with its part or supplement"),
    Row("page", "page", "page", "every range written out; else the article number"),
    Row("number", "number", "text", "the article number: APA and Chicago print it from here"),
    Row("collection-number", "collection_number", "text", "the number in the series"),
    Row("chapter-number", "chapter_number", "text", "the chapter's number"),
    Row("section", "section", "text", "the section of a newspaper or law"),
    Row("number-of-pages", "number_of_pages", "text", "how many pages there are"),
    Row("number-of-volumes", "number_of_volumes", "text", "how many volumes there are"),
    Row("edition", "edition", "text", "the edition of a book"),
    Row("version", "version", "text", "the version of software or data"),
    Row("scale", "scale", "text", "the scale of a map"),
    Row("call-number", "call_number", "text", "the number by which a library finds it"),
    Row("archive", "archive", "text", "where a manuscript or preprint is"),
    Row("archive_location", "archive_location", "text", "and its number there"),
    Row(
        "publisher",
        "publisher",
        "publisher",
        "the publisher of a book; to Zotero a preprint's server",
    ),
    Row("publisher-place", "publisher_place", "publisher-place", "its place"),
    Row("original-publisher", "original_publisher", "text", "the publisher of the first edition"),
    Row("original-publisher-place", "original_publisher_place", "text", "its place"),
    Row("original-date", "original_date", "date", "when the work first appeared"),
    Row(
        "issued",
        "issued",
        "issued",
        "date-parts, both ends of a range to the same unit; season; literal for what is no date",
    ),
    Row("available-date", "available_date", "date", "the electronic publication (DEP)"),
    Row("submitted", "submitted", "date", "when the manuscript was received"),
    Row("accessed", "accessed", "date", "when the address was looked at"),
    Row("status", "status", "status", "said of an article ahead of print only: styles print it"),
    Row("genre", "genre", "text", "Preprint, letter, editorial..."),
    Row("DOI", "doi", "doi", "without a resolver's address"),
    Row("PMID", "pmid", "text", "digits only"),
    Row("PMCID", "pmcid", "pmcid", "with its prefix PMC, as the NLM style prints it"),
    Row("ISBN", "isbn", "spaced", "one or more, blanks between", many=True),
    Row("ISSN", "issn", "issn", "of the edition that is cited"),
    Row("URL", "url", "url", "the address, or that of a book at NCBI"),
    Row("language", "language", "language", "the first language, as BCP 47"),
    Row("keyword", "keywords", "keyword", "authors', then MeSH; semicolons, since MeSH has commas"),
    Row("abstract", "abstract", "abstract", "the main abstract"),
    Row("annote", "relations", "notices", "that the article is retracted or in doubt, and where"),
    Row(
        "note",
        "pmid",
        "extra",
        "lines of Zotero's Extra: identifiers, for versions without fields for"
        " them; the original title",
        when="zotero",
    ),
)

# What goes into ``custom``; each attribute as plain JSON, by ``medcite.model.serialize``.
CUSTOM = (
    Row("dates", "issued", "dates", "by variable, dates that say more than date-parts can"),
    Row("nihmsid", "nihmsid", "plain", "the manuscript's number at NIH or Europe PMC"),
    Row("country", "publisher_place", "country", "where the journal appears"),
    Row("pii", "pii", "plain", "the publisher's item identifier"),
    Row("nlmid", "nlmid", "plain", "the journal's number in NLM's catalogue"),
    Row("nbk", "nbk", "plain", "the book's number at NCBI"),
    Row("issn", "issn", "plain", "every ISSN with its medium", many=True),
    Row("languages", "language", "several", "MEDLINE's codes, if several", many=True),
    Row("translated", "translated", "plain", "NLM translated the title"),
    Row("publication-status", "status", "plain", "ppublish, epublish, aheadofprint"),
    Row("issue-label", "issue_label", "plain", "eCollection or Print"),
    Row("publication-types", "publication_types", "plain", "publication types", many=True),
    Row("mesh", "mesh", "mesh", "MeSH in MEDLINE's notation: Descriptor/*qualifier", many=True),
    Row("substances", "substances", "plain", "registry numbers and names", many=True),
    Row("genes", "genes", "plain", "gene symbols", many=True),
    Row("databanks", "databanks", "plain", "accession and trial registration numbers", many=True),
    Row("grants", "grants", "plain", "grants with agency and country", many=True),
    Row("relations", "relations", "plain", "errata, retractions, comments, updates", many=True),
    Row("investigators", "investigator", "plain", "who took part and is no author", many=True),
    Row("subjects", "subject", "plain", "persons whom the article is about", many=True),
    Row("orcid", "author", "orcid", "authors' ORCIDs, by their place in the byline (from 1)"),
    Row("copyright", "copyright", "plain", "the abstract's copyright line"),
    Row("notes", "notes", "plain", "general notes", many=True),
)

# What other programs write for the same: NCBI's exporter, Zotero, Crossref.
ALIASES = {
    "epub-date": "available-date",
    "short-container-title": "container-title-short",
    "article-number": "number",
    "journalAbbreviation": "container-title-short",
    "published-print": "issued",
    "published-online": "available-date",
    "published": "issued",
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "url": "URL",
    "issn": "ISSN",
    "isbn": "ISBN",
    "keywords": "keyword",
    "event": "event-title",
    "shortTitle": "title-short",
}

# Item types that are not CSL's: Crossref's, and CSL's own of other versions.
TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "reference-entry": "entry-encyclopedia",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "preprint": "article",
    "dissertation": "thesis",
    "report-component": "report",
    "journal-issue": "periodical",
    "journal": "periodical",
    "peer-review": "review",
    "other": "document",
    "misc": "document",
}
_TYPES = """
    article article-journal article-magazine article-newspaper bill book broadcast chapter
    classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
    graphic hearing interview legal_case legislation manuscript map motion_picture
    musical_score pamphlet paper-conference patent performance periodical
    personal_communication post post-weblog regulation report review review-book software
    song speech standard thesis treaty webpage
"""
KNOWN_TYPES = frozenset(_TYPES.split())

# CSL's variables that the model has no attribute for: kept, and no surprise.
_CSL = """
    id citation-key annote archive_collection archive-place
    authority categories chair citation-label citation-number
    compiler composer contributor curator
    dimensions director division editorial-director
    executive-producer guest host illustrator interviewer jurisdiction license locator medium
    narrator note organizer original-author
    page-first part part-title performer printing
    producer recipient references reviewed-author reviewed-genre reviewed-title
    script-writer series-creator source supplement
    volume-title-short year-suffix custom
"""
# What Crossref says besides.
_CROSSREF = """
    accepted aliases alternative-id approved assertion clinical-trial-number content-created
    content-domain content-updated created deposited degree funder group-title indexed
    institution is-referenced-by-count isbn-type issn-type issue-title journal-issue link member
    posted prefix proceedings-subject reference reference-count references-count
    relation resource score short-title standards-body subject subtype update-to updated-by
    update-policy
"""
OTHERS = frozenset(_CSL.split()) | frozenset(_CROSSREF.split())
# Of these, the ones that are no texts: lists of names, dates, a list of words.
STRUCTURED = (frozenset(_CSL.split()) & (NAMES | DATES)) | {"categories"}
# What goes back to CSL-JSON as it came, beside "event-title". The schema has no license.
RETURNED = frozenset(_CSL.split()) - {"id", "citation-key", "custom", "license", "locator"}
# Parts of a name that the schema allows, and the model has no place for: they go back likewise.
NAME_SWITCHES = frozenset({"comma-suffix", "static-ordering", "parse-names"})
# What Crossref says of a name that its place among the others says, or that is about its ORCID.
OF_NAMES_ORDER = frozenset({"sequence", "authenticated-orcid"})
