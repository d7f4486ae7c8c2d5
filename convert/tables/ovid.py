"""Ovid: its tags, the names that its other display has for them, and RIS's tag for the field.

What a field means is said once, in the table of RIS (``medcite.tables.ris``). Each database has
fields of its own; a tag that means two things in two of them is told apart by its value
(:mod:`medcite.ovid.reference`). Sources: Ovid's database guides (MEDLINE, Embase, PsycINFO, BIOSIS,
Journals@Ovid), and exports.
"""

from __future__ import annotations

from .endnote import names_by_tag
from .ris import row_to_read
from .row import Row

# Tag, names, RIS's tag ("" for a field that the model has no place for), meaning.
FIELDS = (
    ("AU", ("Authors", "Author"), "AU", "the authors, a line each or with semicolons between"),
    ("FA", ("Authors Full Name", "Author's Full Name"), "AU", "the same with their given names"),
    ("CA", ("Corporate Author", "Collective Name"), "AU", "a group that is an author"),
    ("ED", ("Editors", "Editor"), "ED", "an editor; in MEDLINE the date of entry"),
    ("TI", ("Title",), "TI", "the title, perhaps with the kind of article in brackets"),
    ("OT", ("Original Title",), "TT", "the title in its own language"),
    ("TT", ("Translated Title",), "TT", "the title in another language"),
    ("SO", ("Source",), "T2", "journal, volume, issue, pages and date, or the book"),
    ("JN", ("Journal Name",), "T2", "the journal"),
    ("NJ", ("NLM Journal Name",), "T2", "the journal, in MEDLINE"),
    ("JT", ("Journal Title",), "T2", "the journal"),
    ("JA", ("ISO Journal Abbreviation", "Journal Abbreviation"), "J2", "its abbreviation"),
    ("AS", ("Abbreviated Source",), "J2", "the source with the journal's abbreviation"),
    ("BT", ("Book Title",), "", "the book, with all that is said of it"),
    ("SE", ("Series", "Series Information"), "T3", "the series"),
    ("VO", ("Volume",), "VL", "the volume"),
    ("VI", (), "VL", "the volume, in MEDLINE"),
    ("IP", ("Issue/Part", "Issue"), "IS", "the issue"),
    ("PG", ("Page", "Pages", "Page Numbers"), "SP", "the pages"),
    ("AR", ("Article Number",), "C7", "the article number"),
    ("YR", ("Year of Publication",), "PY", "the year"),
    ("DP", ("Date of Publication",), "DA", "the date"),
    ("DG", (), "DA", "the date of a patent"),
    ("MO", ("Month",), "DA", "the month"),
    ("EP", ("Electronic Date of Publication",), "ET", "when it appeared online"),
    ("DB", ("Database",), "DB", "the database"),
    ("UI", ("Unique Identifier",), "AN", "the database's number; in MEDLINE the PMID"),
    ("AN", ("Accession Number",), "AN", "the same"),
    ("PM", ("PubMed Identifier", "PubMed ID", "PMID"), "PM", "the PMID, in other databases"),
    ("PMC Identifier", (), "C2", "the PMCID"),
    ("DO", ("Digital Object Identifier", "DOI Number", "DOI"), "DO", "the DOI"),
    ("DI", (), "DO", "the DOI, in Journals@Ovid"),
    ("IS", ("ISSN Print", "ISSN"), "SN", "the ISSN"),
    ("ES", ("ISSN Electronic",), "SN", "the ISSN of the electronic edition"),
    ("IT", ("Electronic ISSN",), "SN", "the same, in PsycINFO"),
    ("IL", ("ISSN Linking",), "SN", "the ISSN of all editions"),
    ("IB", ("ISBN",), "SN", "the ISBN"),
    ("AB", ("Abstract",), "AB", "the abstract"),
    ("MH", ("MeSH Subject Headings", "Subject Headings"), "KW", "a heading; a star marks main ones"),
    ("SH", ("Subject Heading",), "KW", "a heading"),
    ("DE", ("Descriptors",), "KW", "headings"),
    ("OD", ("Other Descriptors", "Candidate Terms"), "KW", "further headings"),
    ("KW", ("Keyword Heading", "Author Keywords", "Keywords"), "KW", "keywords of the authors"),
    ("KY", (), "KW", "keywords"),
    ("ID", ("Key Concepts", "Identifiers"), "KW", "key concepts"),
    ("LG", ("Language",), "LA", "the language"),
    ("LA", (), "LA", "the language"),
    ("PT", ("Publication Type",), "M3", "the type of publication"),
    ("DT", ("Document Type",), "M3", "the type of document"),
    ("PB", ("Publisher",), "PB", "the publisher, perhaps with its place"),
    ("PU", ("Publisher Information",), "PB", "the publisher and its country, in PsycINFO"),
    ("EN", ("Edition",), "ET", "the edition"),
    ("PN", ("Patent Number",), "SN", "the number of a patent"),
    ("IN", ("Institution", "Institutions"), "AD", "addresses of the authors"),
    ("JL", ("Journal URL",), "UR", "the journal's address"),
    ("IU", ("Item URL",), "UR", "its own address"),
    ("UR", ("URL",), "UR", "an address"),
    ("NT", ("General Note", "Notes"), "N1", "a note"),
    ("CR", ("Copyright", "Copyright Information"), "CR", "the rights"),
    ("AD", ("Correspondence Address", "Author Address"), "", "the address for reprints"),
    ("AI", ("Author NameID",), "", "identifiers of the authors"),
    ("CC", ("Classification Code", "Classification"), "", "a class of the database"),
    ("CF", ("Conference", "Conference Information"), "", "the conference"),
    ("CI", ("Conflict of Interest",), "", "the statement on conflicts of interest"),
    ("CM", ("Comments",), "", "errata, comments and the like"),
    ("CP", ("Country of Publication",), "", "the country; in PsycINFO who holds the rights"),
    ("CY", ("Country",), "", "the country of the authors"),
    ("GS", ("Grant/Sponsorship",), "", "who paid"),
    ("NO", ("Grant Information", "Grant Number"), "", "who paid"),
    ("OI", ("Other ID",), "", "another identifier"),
    ("OL", ("Original Journal Title",), "", "the journal's former title"),
    ("PA", ("Patent Assignee",), "", "whom the patent belongs to"),
    ("PI", ("Publishing Model",), "", "how it was published; the publisher, in BIOSIS"),
    ("Publisher Item Identifier", (), "", "the publisher's number"),
    ("RN", ("Registry Number/Name of Substance",), "", "chemicals"),
    ("SI", ("Secondary Source ID",), "", "entries in data banks"),
    ("ST", ("Status",), "", "how far the record is; taxa, in BIOSIS"),
    ("Article Identifier", (), "", "the publisher's number, or the DOI"),
    ("Title Comment", (), "", "a remark on the title"),
    ("BC", (), "", "taxa, in BIOSIS"),
    ("BR", (), "", "broad terms, in Zoological Record"),
    ("CB", (), "", "chemicals, in BIOSIS"),
    ("CL", (), "", "a class of patents"),
    ("CQ", ("Correspondence",), "", "the address for letters, in PsycINFO"),
    ("DJ", (), "", "terms of other kinds, in Embase"),
    ("DS", (), "", "diseases, in BIOSIS"),
    ("LO", ("Location",), "", "the place of the study, in PsycINFO"),
    ("MA", ("Email",), "", "addresses of mail, in PsycINFO"),
    ("MC", (), "", "major concepts, in BIOSIS"),
    ("MD", ("Methodology",), "", "the method of the study, in PsycINFO"),
    ("MI", (), "", "other terms, in BIOSIS"),
    ("MQ", (), "", "methods and equipment, in BIOSIS"),
    ("ON", (), "", "the number of a dissertation"),
    ("OR", (), "", "organisms, in BIOSIS"),
    ("OU", (), "", "the address of a dissertation"),
    ("PC", (), "", "the country of a patent"),
    ("PO", ("Population Group",), "", "who took part, in PsycINFO"),
    ("SY", (), "", "names of taxa, in Zoological Record"),
    ("TD", ("Tests and Measures DOI",), "", "DOIs of tests, in PsycINFO"),
    ("TM", ("Tests and Measures",), "", "tests, in PsycINFO"),
    ("TN", (), "", "groups of taxa"),
)  # fmt: skip
# What Ovid says of its record, of its journals' codes, and links to its own pages.
HOUSEKEEPING = frozenset(
    {"JC", "SB", "RO", "UP", "ED", "EM", "DD", "DC", "CE", "CS", "EZ", "DA", "RD", "XL", "RF",
     "PH", "PS", "FO", "SU", "IM", "VD", "SL", "Score", "Link to the Ovid Full Text or citation",
     "Link to the External Link Resolver", "Link to the Ovid Full Text", "Database Code",
     "NLM Journal Code", "Journal Subset", "Record Owner", "Update Date", "Update Code",
     "Entry Date", "Entrez Date", "Create Date", "Revision Date", "MeSH Date", "Date Created",
     "Indexing Method", "Version ID", "Publication Status", "Publication History Status",
     "Cited References", "References", "Number of References"}
)  # fmt: skip
# Tags by themselves and by their names in small letters.
OVID_TAGS = {name.lower(): tag for tag, names, *_ in FIELDS for name in (tag, *names)}
HOUSEKEEPING_NAMES = frozenset(map(str.lower, HOUSEKEEPING))
RIS_TAGS = {tag: ris for tag, _, ris, _ in FIELDS}
NAMES = names_by_tag((tag, ris) for tag, _, ris, _ in FIELDS if ris)
# RIS's types for types of publication and document, in small letters.
TYPES = {
    "book": "BOOK", "edited book": "EDBOOK", "authored book": "BOOK", "book chapter": "CHAP",
    "chapter": "CHAP", "dissertation": "THES", "dissertation abstract": "THES",
    "dissertation/thesis": "THES", "thesis": "THES", "patent": "PAT", "technical report": "RPRT",
    "report": "RPRT", "newspaper article": "NEWS", "legal case": "CASE", "legislation": "STAT",
    "conference paper in book": "CHAP",
}  # fmt: skip


def _row(tag: str, names: tuple[str, ...], ris: str, doc: str) -> Row:
    doc = f"{names[0]}: {doc}" if names else doc
    row = row_to_read(ris, "article-journal") if ris else None
    return row.replace(tag=tag, doc=doc) if row else Row(tag, "kept", "kept", doc)


ROWS = tuple(_row(*field) for field in FIELDS)
