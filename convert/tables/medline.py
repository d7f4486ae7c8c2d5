"""MEDLINE's tags (the text that PubMed calls PubMed format or .nbib).

Sources: NLM, "MEDLINE/PubMed Data Element (Field) Descriptions" and PubMed's help, section
"PubMed format"; and what real exports hold. ``place`` is the order in which PubMed prints
the tags, coarse enough for every period; ``shape`` is what a value looks like, used to tell
a tag from a capital word where line ends were lost. ``when="read"`` marks tags that are
read for what others write and are not written; ``unless`` names tags beside which nothing
comes of a row's: its field is kept.
"""

from __future__ import annotations

from .row import Row

NAME = r"\S+(?: \S+){0,9}"
STAMP = r"\d{4}(?:/\d\d){0,2}(?: \d\d:\d\d)?"
DAY = r"\d{4,8}"
WORDS = r".{1,80}"
CITED = r".*\d.*"

HEAD = (
    Row("PMID", "pmid", "number", "PubMed's identifier; begins the record.", place=1,
        shape=r"\d{1,8}"),
    Row("OWN", "admin", "admin", "Who made the record (NLM, PIP, KIE...).", many=True, place=2,
        shape=r"\S+"),
    Row("STAT", "admin", "admin", "How far NLM's indexing has come.", many=True, place=2,
        shape=r"\S+"),
    Row("CTDT", "admin", "admin", "When the chapter was contributed to the book.", many=True,
        place=3, shape=DAY),
    Row("DRDT", "admin", "admin", "When the book's record was revised.", many=True, place=3,
        shape=DAY),
    Row("DA", "admin", "admin", "When the record was created (before 2018).", many=True, place=3,
        shape=DAY),
    Row("DCOM", "admin", "admin", "When indexing was completed.", many=True, place=3, shape=DAY),
    Row("LR", "admin", "admin", "When the record was last revised.", many=True, place=3,
        shape=DAY),
    Row("PUBM", "admin", "admin", "Print, Electronic or both (before 2006).", many=True, place=4,
        shape=r"\S+"),
    Row("IS", "issn", "issn", "ISSN and its medium; all are kept, a writer chooses.", many=True,
        place=4, shape=r"[\dXx-]{8,17}(?: \(\w+\))?"),
    Row("ISSN", "issn", "issn", "ISSN as ERIC names it, perhaps with its label in the value.",
        many=True, place=4, shape=r"(?:E?ISSN-?)?[\dXx-]{8,9}", when="read"),
    Row("ISBN", "isbn", "isbn", "A book's ISBN, without its label.", many=True, place=4,
        shape=r"(?:ISBN(?:-1[03])?:? ?)?[\dXx -]{10,17}(?: \(.*\))?"),
    Row("VI", "volume", "volume", "Volume, with its supplement or part.", place=5, shape=WORDS),
    Row("IP", "issue", "volume", "Issue, part or supplement.", place=5, shape=WORDS),
    Row("PB", "publisher", "text", "A book's publisher.", place=5),
    Row("EN", "edition", "text", "A book's edition.", place=5, shape=WORDS),
    Row("CTI", "collection_title", "stopped", "The series that a book is in.", place=5),
    Row("VTI", "volume_title", "stopped", "The title of one volume of a book.", place=5),
    Row("DP", "issued", "date", "The issue's date: what is cited, whatever DEP says.", place=6,
        shape=r".{4,30}"),
)  # fmt: skip

CONTENT = (
    Row("TI", "title", "title",
        "Title without NLM's final stop; brackets say that NLM translated it.", place=7),
    Row("BTI", "container_title", "stopped",
        "The book: what holds the chapter, or the title itself where there is no TI.", place=7,
        unless="JT"),
    Row("BTT", "container_title", "stopped", "The book's title, in older book records.", place=7,
        unless="BTI JT", when="read"),
    Row("CP", "admin", "admin", "A book's chapter.", many=True, place=8, shape=WORDS),
    Row("PG", "page", "pages", "Pages; NLM may shorten the end (737-8). Or an article number.",
        place=8, shape=WORDS),
    Row("LID", "identifiers", "identifier",
        "What locates the article: [doi], [pii], or, bare, its article number.", many=True,
        place=8, shape=r"\S+(?: \[\w+\])?"),
    Row("AB", "abstract", "text", "Abstract, its sections' labels in capitals.", place=9),
    Row("CI", "copyright", "text", "Copyright notice.", place=10,
        shape=r"\(*(?:\(?c\)|©|Copyright|Published|This article|Crown|\W?\d{4}|The Author|Thieme"
              r"|[A-Z][\w&., -]+ \d{4}|[A-Z]).*"),
    Row("OAB", "other_abstracts", "other-abstract", "An abstract besides the main one.",
        many=True, place=21),
    Row("OABL", "other_abstracts", "abstract-language", "The other abstract's language.",
        many=True, place=21, shape=r"[a-z]{3}"),
    Row("OCI", "admin", "admin", "Copyright of the other abstract.", many=True, place=21),
)  # fmt: skip

PEOPLE = (
    Row("FED", "editor", "full", "An editor's full name.", many=True, place=11, shape=NAME),
    Row("ED", "editor", "short",
        "The same editor with initials; in some books the edition (10th).", many=True, place=11,
        shape=NAME),
    Row("FAU", "author", "full", "An author's full name, Family, Given Suffix.", many=True,
        place=11, shape=NAME),
    Row("AU", "author", "short",
        "The same author as NLM prints it; the only form before 2002. Tells a suffix.",
        many=True, place=11, shape=NAME),
    Row("AUID", "author", "name-id", "The author's ORCID or other identifier.", many=True,
        place=11, shape=r"\S+: ?\S+"),
    Row("AD", "author", "affiliation",
        "Affiliation of the name it follows; before any name, the record's.", many=True,
        place=11),
    Row("CN", "author", "group", "A group, at its own place in the byline.", many=True,
        place=11),
    Row("FIR", "investigator", "full", "An investigator's full name: not an author.", many=True,
        place=21, shape=NAME),
    Row("IR", "investigator", "short", "The same investigator with initials.", many=True,
        place=21, shape=NAME),
    Row("IRAD", "investigator", "affiliation", "Affiliation of the investigator it follows.",
        many=True, place=21),
    Row("FPS", "subject", "full", "A person whom the article is about.", many=True, place=20,
        shape=NAME),
    Row("PS", "subject", "short", "The same person with initials.", many=True, place=20,
        shape=NAME),
)  # fmt: skip

SOURCE = (
    Row("LA", "language", "language", "Language, ISO 639-2/B, in lower case.", many=True,
        place=12, shape=r"[A-Za-z]{3}"),
    Row("SI", "databanks", "databank", "An entry in a registry or data bank.", many=True,
        place=13, shape=r"\S.{0,80}"),
    Row("GR", "grants", "grant", "Grant: number/acronym/agency/country, some left out.",
        many=True, place=13),
    Row("PT", "publication_types", "text",
        "Publication type; the record's type is the weightiest one's, not the first.",
        many=True, place=14, shape=r"[A-Z][\w',. &/-]{2,70}"),
    Row("TT", "original_title", "original", "The title in its own language, transliterated.",
        place=15),
    Row("DEP", "available_date", "date", "The electronic publication date.", place=16,
        shape=DAY),
    Row("PL", "publisher_place", "text", "A book's place; a journal's country.", place=16,
        shape=WORDS),
    Row("TA", "container_title_short", "stopped", "NLM's abbreviation of the journal.",
        place=16),
    Row("JT", "container_title", "stopped", "The journal's full title.", place=16),
    Row("JID", "nlmid", "text", "NLM's identifier of the journal.", place=16, shape=r"\w+"),
    Row("RN", "substances", "substance", "A substance: registry number and name, or a name alone.", many=True,
        place=17, shape=r"\w.{1,200}"),
    Row("NM", "substances", "substance", "A substance's name (before 1980's numbers).",
        many=True, place=17, shape=WORDS, when="read"),
    Row("SB", "admin", "admin", "The subset of journals.", many=True, place=18,
        shape=r"[A-Z]{1,4}"),
)  # fmt: skip

# Links to other articles come in pairs: the notice and what it is about.
RELATIONS = tuple(
    Row(tag, "relations", "relation", doc, many=True, arg=kind, place=19, shape=CITED)
    for tag, kind, doc in (
        ("CIN", "comment-in", "Commented on in."),
        ("CON", "comment-on", "Comments on."),
        ("CRI", "corrected-in", "Corrected and republished in."),
        ("CRF", "corrected-from", "Corrected and republished from."),
        ("DDIN", "dataset-in", "Its dataset is described in."),
        ("DRIN", "dataset-used-in", "Its dataset is used in."),
        ("ECI", "concern-in", "An expression of concern stands in."),
        ("ECF", "concern-for", "Expresses concern for."),
        ("EIN", "erratum-in", "Its erratum stands in."),
        ("EFR", "erratum-for", "Is the erratum for."),
        ("ORI", "original-in", "The original report stands in."),
        ("PRIN", "partial-retraction-in", "Retracted in part in."),
        ("PROF", "partial-retraction-of", "Retracts a part of."),
        ("RIN", "retraction-in", "Retracted in: the article must not be cited unaware."),
        ("ROF", "retraction-of", "Retracts."),
        ("RPI", "republished-in", "Republished in."),
        ("RPF", "republished-from", "Republished from."),
        ("RRI", "retracted-republished-in", "Retracted and republished in."),
        ("RRF", "retracted-republished-from", "Retracted and republished from."),
        ("SPIN", "summary-in", "A summary for patients stands in."),
        ("UIN", "update-in", "Updated in; of a preprint, the article."),
        ("UOF", "update-of", "Updates; of an article, the preprint."),
        ("DIN", "discussed-in", "Discussed in (before 2000)."),
    )
)

SUBJECTS = (
    Row("MH", "mesh", "heading", "MeSH heading; a star marks a major topic.", many=True,
        place=20, shape=r"\*?\w.{0,200}"),
    Row("RF", "references", "text", "How many references a review has.", place=21,
        shape=r"\d+"),
    Row("GS", "genes", "text", "A gene's symbol (1991 to 1996).", many=True, place=20,
        shape=WORDS),
    Row("PMC", "pmcid", "pmcid", "PubMed Central's identifier, with its prefix.", place=21,
        shape=r"(?:PMC)?\d+"),
    Row("MID", "identifiers", "manuscript",
        "Manuscript number: NIHMS, which is an attribute of its own, or another archive's.",
        many=True, place=21, shape=r"[A-Z]+\d+"),
    Row("OID", "identifiers", "other-identifier",
        "Another body's identifier; old records have the PMCID here.", many=True, place=21,
        shape=r"\S.{0,40}"),
    Row("OTO", "keyword_owner", "text", "Who gave the keywords.", place=21, shape=r"[A-Z]+"),
    Row("OT", "keywords", "keyword", "Keyword; a star marks a main one.", many=True, place=21,
        shape=r".{1,200}"),
    Row("KW", "keywords", "keyword", "Keyword, as KoreaMed tags it.", many=True, place=21,
        shape=r".{1,200}", when="read"),
    Row("GN", "notes", "text", "General note.", many=True, place=21),
    Row("SFM", "admin", "admin", "Space flight mission.", many=True, place=21, shape=WORDS),
    Row("COIS", "conflict", "text", "Statement on conflicts of interest.", place=21),
    Row("OBSERV", "admin", "admin", "Observatory, in space-science records.", many=True,
        place=21, shape=WORDS),
    Row("OUT", "admin", "admin", "Output mark of the older system.", many=True, place=21,
        shape=WORDS),
)  # fmt: skip

HISTORY = (
    Row("EDAT", "admin", "admin", "When PubMed took the record.", many=True, place=25,
        shape=STAMP),
    Row("MHDA", "admin", "admin", "When MeSH headings were added.", many=True, place=25,
        shape=STAMP),
    Row("CDAT", "admin", "admin", "When a book's record was created.", many=True, place=25,
        shape=STAMP),
    Row("CDN", "admin", "admin", "When a record was corrected.", many=True, place=25,
        shape=STAMP),
    Row("MDAT", "admin", "admin", "When a record was modified.", many=True, place=25,
        shape=STAMP),
    Row("PMCR", "admin", "admin", "When PubMed Central releases the text.", many=True, place=25,
        shape=STAMP),
    Row("CRDT", "admin", "admin", "When PubMed's record was created.", many=True, place=25,
        shape=STAMP),
    Row("PHST", "history", "event", "A stage of the publication: [received], [accepted]...",
        many=True, place=25, shape=STAMP + r" \[[\w-]+\]"),
    Row("AID", "identifiers", "identifier", "An identifier with its kind in brackets.",
        many=True, place=26, shape=r".*\]"),
    Row("PST", "status", "text", "ppublish, epublish or aheadofprint.", place=27,
        shape=r"[a-z]+"),
    Row("SO", "source_line", "text", "NLM's own citation of the article: a check on the rest.",
        place=28),
    Row("URL", "url", "text", "An address (ERIC, and readers of older exports).", place=27,
        shape=r"\S+"),
    Row("ER", "admin", "admin", "RIS's end of record, which some programs add.", many=True,
        place=29, shape="", when="read"),
)  # fmt: skip

ROWS: tuple[Row, ...] = HEAD + CONTENT + PEOPLE + SOURCE + RELATIONS + SUBJECTS + HISTORY
