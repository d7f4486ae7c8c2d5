"""Web of Science's tagged text: its tags, and RIS's tag for the same field.

What a field means is said once, in the table of RIS (``medcite.tables.ris``). Source: Clarivate,
"Web of Science Core Collection Field Tags".
"""

from __future__ import annotations

from .endnote import names_by_tag, tags_by_name
from .ris import row_to_read
from .row import Row

FIELDS = (
    ("PT", "TY", "the type of publication: J, B, S or P"),
    ("AF", "AU", "an author in full; AU has the same with initials"),
    ("AU", "AU", "an author with initials, where AF has none"),
    ("CA", "AU", "a group that is an author"),
    ("BA", "A4", "an author of the book"),
    ("BE", "A2", "an editor of the book"),
    ("ED", "A2", "an editor"),
    ("TI", "TI", "the title"),
    ("SO", "T2", "the journal or book, in capitals"),
    ("JI", "JI", "its abbreviation with full stops"),
    ("J9", "J9", "its abbreviation in 29 capitals"),
    ("SE", "T3", "the series of books"),
    ("BS", "T3", "its subtitle"),
    ("PY", "PY", "the year"),
    ("PD", "DA", "month and day"),
    ("EA", "ET", "when it was published ahead of the issue"),
    ("VL", "VL", "the volume"),
    ("IS", "IS", "the issue"),
    ("SI", "C4", "whether the issue is a special one"),
    ("SU", "C8", "the supplement"),
    ("PN", "U2", "the part of the issue"),
    ("BP", "SP", "the first page"),
    ("EP", "EP", "the last page"),
    ("AR", "C7", "the article number"),
    ("DI", "DO", "the DOI"),
    ("D2", "U3", "the DOI of the book"),
    ("PM", "PM", "the PMID"),
    ("UT", "AN", "Web of Science's number"),
    ("AB", "AB", "the abstract"),
    ("DE", "KW", "authors' keywords"),
    ("ID", "KW", "Keywords Plus"),
    ("SN", "SN", "the ISSN"),
    ("EI", "SN", "the ISSN of the electronic edition"),
    ("BN", "SN", "the ISBN"),
    ("LA", "LA", "the language"),
    ("DT", "M3", "the type of document"),
    ("PU", "PB", "the publisher"),
    ("PI", "CY", "its place"),
    ("C1", "AD", "addresses of the authors"),
    ("RP", "RP", "the address for reprints"),
    ("EM", "U4", "addresses of mail"),
    ("RI", "RI", "ResearcherIDs"),
    ("OI", "U5", "ORCIDs"),
    ("FU", "FU", "grants"),
    ("FX", "FX", "the text on grants"),
    ("CT", "U6", "the conference"),
    ("CY", "U7", "its dates"),
    ("CL", "C1", "its place"),
    ("HO", "U8", "its host"),
    ("SP", "RN", "its sponsors"),
)
TAGS = tags_by_name((tag, ris) for tag, ris, _ in FIELDS)
NAMES = {**names_by_tag((tag, ris) for tag, ris, _ in FIELDS), "AU": "AU"}
# Counts, subjects, what is cited, and what Web of Science says of its record.
HOUSEKEEPING = frozenset((
    "AE", "BF", "C3", "CR", "DA", "EC", "FP", "GA", "GP", "HC", "HP", "JC", "MA", "MC", "MI",
    "NR", "OA", "PA", "PC", "PG", "PS", "SC", "TC", "U1", "U2", "WC", "WE", "Z1", "Z2", "Z3",
    "Z8", "Z9", "ZB", "ZR", "ZS",
))  # fmt: skip
# RIS's types for a type of publication; a type of document says more.
TYPES = {"J": "JOUR", "B": "BOOK", "S": "BOOK", "P": "PAT", "C": "CONF"}
DOCUMENT_TYPES = {"book chapter": "CHAP", "book": "BOOK", "data set": "DATA"}


def _row(tag: str, ris: str, doc: str) -> Row:
    row = row_to_read(ris, "article-journal")
    return row.replace(tag=tag, doc=doc) if row else Row(tag, "type", "type", doc)


ROWS = tuple(_row(*field) for field in FIELDS)
