"""EndNote: its types of reference, and its fields, which RIS has under other names.

EndNote's RIS gives each of its fields a tag, whatever a type of reference calls the field; its
XML and its tagged text (``.enw``) give the same fields elements and letters. So what a field means
in a reference of some type is said once, in the tables of RIS (``medcite.tables.ris``, and
``ris_codes`` for what depends on the type), and the tables of the other two only say which of RIS's
tags each name is. Source: EndNote's table of reference types, its import filters, and exports.
"""

from collections.abc import Iterable
from typing import NamedTuple

from . import ris
from .ris_types import CSL_TYPES, RIS_TYPES
from .row import Row


class EndNoteType(NamedTuple):
    """A type of reference: its name, its number in XML, and its code in RIS (TY)."""

    name: str
    number: int
    code: str


# The first of a code is what is written.
TYPES = (
    EndNoteType("Artwork", 2, "ART"),
    EndNoteType("Audiovisual Material", 3, "ADVS"),
    EndNoteType("Bill", 4, "BILL"),
    EndNoteType("Book Section", 5, "CHAP"),
    EndNoteType("Book", 6, "BOOK"),
    EndNoteType("Case", 7, "CASE"),
    EndNoteType("Catalog", 8, "CTLG"),
    EndNoteType("Computer Program", 9, "COMP"),
    EndNoteType("Conference Proceedings", 10, "CONF"),
    EndNoteType("Web Page", 12, "ELEC"),
    EndNoteType("Generic", 13, "GEN"),
    EndNoteType("Hearing", 14, "HEAR"),
    EndNoteType("Journal Article", 17, "JOUR"),
    EndNoteType("Magazine Article", 19, "MGZN"),
    EndNoteType("Map", 20, "MAP"),
    EndNoteType("Film or Broadcast", 21, "MPCT"),
    EndNoteType("Newspaper Article", 23, "NEWS"),
    EndNoteType("Pamphlet", 24, "PAMP"),
    EndNoteType("Patent", 25, "PAT"),
    EndNoteType("Personal Communication", 26, "PCOMM"),
    EndNoteType("Report", 27, "RPRT"),
    EndNoteType("Edited Book", 28, "EDBOOK"),
    EndNoteType("Statute", 31, "STAT"),
    EndNoteType("Thesis", 32, "THES"),
    EndNoteType("Unpublished Work", 34, "UNPB"),
    EndNoteType("Manuscript", 36, "MANSCPT"),
    EndNoteType("Figure", 37, "FIGURE"),
    EndNoteType("Chart or Table", 38, "CHART"),
    EndNoteType("Equation", 39, "EQUA"),
    EndNoteType("Electronic Article", 43, "EJOUR"),
    EndNoteType("Electronic Book", 44, "EBOOK"),
    EndNoteType("Online Database", 45, "DBASE"),
    EndNoteType("Government Document", 46, "GOVDOC"),
    EndNoteType("Conference Paper", 47, "CPAPER"),
    EndNoteType("Online Multimedia", 48, "MULTI"),
    EndNoteType("Classical Work", 49, "CLSWK"),
    EndNoteType("Legal Rule or Regulation", 50, "LEGAL"),
    EndNoteType("Ancient Text", 51, "ANCIENT"),
    EndNoteType("Dictionary", 52, "DICT"),
    EndNoteType("Encyclopedia", 53, "ENCYC"),
    EndNoteType("Grant", 54, "GRANT"),
    EndNoteType("Aggregated Database", 55, "AGGR"),
    EndNoteType("Blog", 56, "BLOG"),
    EndNoteType("Serial", 57, "SER"),
    EndNoteType("Standard", 58, "STAND"),
    EndNoteType("Dataset", 59, "DATA"),
    EndNoteType("Electronic Book Section", 60, "ECHAP"),
    EndNoteType("Music", 61, "MUSIC"),
)
_GENERIC = TYPES[10]
_CODES = {row.name.casefold(): row.code for row in TYPES}
_CODES_BY_NUMBER = {str(row.number): row.code for row in TYPES}
# What RIS has more types for than EndNote.
_WITHIN = {"VIDEO": "ADVS", "SOUND": "ADVS", "SLIDE": "ADVS", "JFULL": "SER"}
_BY_CODE = {row.code: row for row in TYPES}


def type_of(code: str) -> EndNoteType:
    """Return EndNote's type for a code of RIS."""
    return _BY_CODE.get(_WITHIN.get(code, code), _GENERIC)


def code_of(name: str, number: str = "") -> str:
    """Return RIS's code for a type's name, else for its number; a name without a code stays."""
    code = _CODES.get(name.casefold()) or _CODES_BY_NUMBER.get(number)
    return code or name or number.lstrip("0") or _GENERIC.code


# CSL's types that EndNote has one of its own for; "article" is a preprint, which is unpublished.
HELD_TYPES = frozenset(
    {"article"}
    | {name for name, code in RIS_TYPES.items() if CSL_TYPES.get(type_of(code).code) == name}
)
# What EndNote calls its fields, by RIS's tags.
FIELDS = {
    "AB": "Abstract",
    "AD": "Author Address",
    "AN": "Accession Number: of PubMed, the PMID",
    "AU": "Author: Family, Given; a group ends in a comma",
    "A2": "Secondary Author: an editor of a chapter's book",
    "A3": "Tertiary Author",
    "A4": "Subsidiary Author: a translator",
    "CA": "Caption",
    "CN": "Call Number",
    "CY": "Place Published",
    "C1": "Custom 1",
    "C2": "Custom 2: PMCID",
    "C3": "Custom 3: of a conference paper, the proceedings",
    "C4": "Custom 4",
    "C5": "Custom 5",
    "C6": "Custom 6: NIHMSID",
    "C7": "Custom 7: article number",
    "C8": "Custom 8",
    "DA": "Date, without its year",
    "DB": "Name of Database",
    "DO": "DOI",
    "DP": "Database Provider",
    "ET": "Edition; of an article, Epub Date",
    "IS": "Issue",
    "JF": "Journal",
    "J2": "Alternate Title: the journal's abbreviation",
    "KW": "Keywords",
    "LA": "Language",
    "LB": "Label: the citation key",
    "L1": "File Attachments",
    "L2": "Full text",
    "L4": "Figure",
    "M1": "Number of what has no issues: of a report, in a series",
    "M3": "Type of Article, of Work",
    "NV": "Number of Volumes",
    "N1": "Notes",
    "OP": "Original Publication: errata, retractions",
    "PB": "Publisher",
    "PY": "Year",
    "RI": "Reviewed Item",
    "RN": "Research Notes",
    "RP": "Reprint Edition",
    "SE": "Section; of an article, Start Page",
    "SN": "ISBN or ISSN; the number of a report or patent",
    "SP": "Pages",
    "ST": "Short Title",
    "TA": "Translated Author",
    "TI": "Title",
    "TT": "Translated Title: the vernacular title",
    "T2": "Secondary Title: the journal or book",
    "T3": "Tertiary Title: the series",
    "UR": "URL",
    "VL": "Volume",
    "Y2": "Access Date",
}
# The fields to read first: diagnostics of all others name the citation key.
KEY = ("TY", "LB")
# The types whose number is an issue, which RIS has in IS; of others it has the number in M1.
WITH_ISSUES = frozenset({"JOUR", "MGZN", "EJOUR"})


def tags_by_name(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return RIS's tag for each name that is read; the first, where a name has several."""
    return _first(names)


def names_by_tag(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the name to write for each tag of RIS, the first that has it."""
    return _first((tag, name) for name, tag in names)


def _first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return pairs as a dictionary, in their order; the first of two with one key counts."""
    first: dict[str, str] = {}
    for key, value in pairs:
        first.setdefault(key, value)
    return first


def rows(names: Iterable[tuple[str, str]]) -> tuple[Row, ...]:
    """Return the rows of names for RIS's tags, each as the tag is read of most types."""
    return tuple(_of_most_types(tag).replace(tag=name, doc=FIELDS[tag]) for name, tag in names)


def _of_most_types(tag: str) -> Row:
    of_tag = [row for row in (*ris.WRITTEN, *ris.ROWS) if row.tag == tag]
    return next((row for row in of_tag if not ris.types_of(row)), of_tag[0])
