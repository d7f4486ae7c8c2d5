"""ProCite's RIS: the labels of its notes, and the tags that it uses in a way of its own.

ProCite had more fields than RIS has tags. It wrote those without one as notes with their names
(``N1  - Volume ID: 3``), and some of the others into tags of another meaning: the edition of a
book stands in VL. Both are read as the tags that other programs have for them.

Sources: ProCite's workforms, and the RIS that it exports of them, as Zotero's tests have it.
"""

from __future__ import annotations

# The fields that only ProCite has: a reference with one of them is ProCite's.
SIGNS = frozenset((
    "Record ID", "Record Number", "Medium Designator", "Connective Phrase", "Packaging Method",
    "Extent of Work", "Author Role", "Author, Monographic", "Author, Subsidiary", "Volume ID",
    "Issue ID", "Series Volume ID", "Series Editor Role", "Title, Monographic", "Location in Work",
    "Date of Copyright",
))  # fmt: skip

# Of the fields written as notes, those for which there is a tag.
LABELS = {
    "Call Number": "CN", "Edition": "ET", "Editor": "ED",
    "Editor/Compiler": "ED", "ISBN": "SN", "Issue ID": "IS", "Issue Identification": "IS",
    "Language": "LA", "Notes": "N1", "Page(s)": "SP", "Place of Publication": "CY",
    "Proceedings Title": "C3", "Publisher Name": "PB", "Scale": "C1", "Series Editor": "A3",
    "Series Title": "T3", "Volume ID": "VL",
}  # fmt: skip
# The number in the series has a tag of its own in each type; SV is that of parts.
SERIES_NUMBER = "Series Volume ID"
SERIES_NUMBERS = {"BOOK": "M1", "SER": "M1", "RPRT": "NV"}

# How many pages or volumes there are, with the unit.
EXTENT = "Extent of Work"
# What says nothing of the work: its number in ProCite's database, and the word before its title.
NUMBERS = frozenset(("Record ID", "Record Number"))
CONNECTIVE = "Connective Phrase"

# What a note says of the people before it (``N1  - Author Role: ed.``), as the tag for their role.
ROLES = {
    **dict.fromkeys(("ed", "eds", "editor", "editors", "edited by", "editor-in-chief", "compiler",
                     "compilers", "comp", "compiled by", "collected by"), "ED"),
    **dict.fromkeys(("translator", "translators", "trans", "tr", "translated by"), "A4"),
}  # fmt: skip
ROLE_ENDING = " Role"
# The fields of people whose role only the next note tells.
WITHOUT_ROLE = frozenset(("Author, Monographic", "Author, Subsidiary"))
# The tags of people whose role the next note may change.
PEOPLE = frozenset(("A1", "A2", "A3", "AU", "ED"))

# What stands in another tag than RIS has for it: the tag, the one that others write, the types.
_MOVED = (
    ("VL", "ET", "ADVS ART BOOK CHAP CTLG MAP MUSIC SER SOUND"),
    ("VL", "M1", "BILL HEAR RPRT STAT UNBILL"),
    ("IS", "VL", "ADVS BOOK MUSIC"),
    ("IS", "ET", "ELEC"),
    ("IS", "NV", "CTLG"),
    ("CY", "T2", "BILL STAT UNBILL"),
    ("CY", "A2", "CASE"),
    ("SP", "SE", "BILL STAT"),
    ("M1", "M3", "ART"),
    ("M2", "M3", "MAP"),
    ("U5", "PB", "MPCT"),
)
MOVED = {(tag, code): other for tag, other, codes in _MOVED for code in codes.split()}
# Types whose Y2 is when the work was looked at; elsewhere it is the date of a copyright, a
# meeting or a decision.
LOOKED_AT = frozenset(("ELEC", "ICOMM"))
