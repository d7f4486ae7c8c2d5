"""MODS: the path of each element below its record, and RIS's tag for the same field.

In a path ``host`` and ``series`` are related items of these types, and what follows a colon is an
element's ``type``. What a field means is said once, in the table of RIS (``medcite.tables.ris``).
Source: Library of Congress, "MODS User Guidelines", version 3.
"""

from __future__ import annotations

from .ris import row_to_read
from .row import Row

ELEMENTS = (
    ("titleInfo", "TI", "the title, with what goes before and behind it"),
    ("titleInfo:abbreviated", "ST", "the title, shortened"),
    ("titleInfo:translated", "TT", "the title in another language"),
    ("host/titleInfo", "T2", "the journal or book"),
    ("host/titleInfo:abbreviated", "J2", "the journal's abbreviation"),
    ("series/titleInfo", "T3", "the series"),
    ("host/series/titleInfo", "T3", "the series of the book"),
    ("host/host/titleInfo", "T3", "what holds the book"),
    ("name", "AU", "an author, or a person without a role"),
    ("name:editor", "A2", "an editor"),
    ("name:translator", "A4", "a translator"),
    ("name:degree grantor", "PB", "the university of a thesis"),
    ("name:publisher", "PB", "the publisher"),
    ("host/name:editor", "A2", "an editor of the book"),
    ("host/name:publisher", "PB", "the publisher of the book"),
    ("originInfo/dateIssued", "DA", "the date"),
    ("originInfo/copyrightDate", "DA", "the date, if there is no other"),
    ("originInfo/dateCaptured", "Y2", "when it was looked at"),
    ("originInfo/publisher", "PB", "the publisher"),
    ("originInfo/place/placeTerm", "CY", "its place"),
    ("originInfo/edition", "ET", "the edition"),
    ("host/originInfo/dateIssued", "DA", "the date of the issue or book"),
    ("host/originInfo/publisher", "PB", "the publisher of the book"),
    ("host/originInfo/place/placeTerm", "CY", "its place"),
    ("host/originInfo/edition", "ET", "the edition of the book"),
    ("part/date", "DA", "the date of the issue"),
    ("part/detail:volume", "VL", "the volume"),
    ("part/detail:issue", "IS", "the issue"),
    ("part/detail:number", "IS", "the issue"),
    ("part/detail:article number", "C7", "the article number"),
    ("part/extent/start", "SP", "the first page"),
    ("part/extent/list", "SP", "the pages"),
    ("part/extent/end", "EP", "the last page"),
    ("identifier:citekey", "LB", "the citation key"),
    ("identifier:doi", "DO", "the DOI"),
    ("identifier:isbn", "SN", "the ISBN"),
    ("identifier:issn", "SN", "the ISSN"),
    ("identifier:pmid", "PM", "the PMID"),
    ("identifier:pubmed", "PM", "the PMID"),
    ("identifier:pmc", "C2", "the PMCID"),
    ("identifier:uri", "UR", "an address"),
    ("location/url", "UR", "an address"),
    ("language/languageTerm", "LA", "the language"),
    ("genre", "M3", "what kind of publication it is, if this is no type"),
    ("abstract", "AB", "the abstract"),
    ("subject/topic", "KW", "a keyword"),
    ("subject/geographic", "KW", "a place as a keyword"),
    ("subject/temporal", "KW", "a time as a keyword"),
    ("note", "N1", "a note"),
    ("accessCondition", "CR", "the rights"),
    ("location/shelfLocator", "CN", "the call number"),
)
# A host's parts and identifiers are the publication's, if it has none of its own.
TAGS = {
    path: tag
    for own, tag, _ in ELEMENTS
    for path in ((own, f"host/{own}") if own.startswith(("part", "identifier")) else (own,))
}
# About the record, and what only says in other words what another element says.
HOUSEKEEPING = frozenset(
    {"recordInfo", "typeOfResource", "originInfo/issuance", "host/originInfo/issuance", "extension"}
)  # fmt: skip
# RIS's types for words of ``genre``, in small letters: the record's own, and its host's.
GENRES = {
    "journal article": "JOUR", "article": "JOUR", "review": "JOUR", "book": "BOOK",
    "book chapter": "CHAP", "thesis": "THES", "ph.d. thesis": "THES", "masters thesis": "THES",
    "conference paper": "CONF", "report": "RPRT", "technical report": "RPRT", "patent": "PAT",
    "newspaper article": "NEWS", "magazine article": "MGZN", "web page": "ELEC",
    "web site": "ELEC", "map": "MAP", "electronic": "ELEC", "unpublished": "UNPB",
}  # fmt: skip
HOST_GENRES = {
    "periodical": "JOUR", "academic journal": "JOUR", "magazine": "MGZN", "newspaper": "NEWS",
    "conference publication": "CONF", "collection": "CHAP", "book": "CHAP",
}  # fmt: skip


def _row(path: str, tag: str, doc: str) -> Row:
    row = row_to_read(tag, "article-journal")
    assert row, f"RIS has no {tag}"
    return row.replace(tag=path, doc=doc)


ROWS = tuple(_row(*element) for element in ELEMENTS)
