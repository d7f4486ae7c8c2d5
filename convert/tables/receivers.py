"""The programs that read what medcite writes, and what each of them makes of it.

A row is a program, its fields are traits: what the program needs where others need something else.
Writers ask for a trait and never for a program's name. ``formats`` are those in which the program
is served, the recommended one first; ``doc`` says why.
"""

from __future__ import annotations

from typing import NamedTuple


class Receiver(NamedTuple):
    """A program that reads citations, and how it differs from others."""

    name: str
    title: str
    formats: tuple[str, ...]
    doc: str
    article_number: str = ""  # the BibLaTeX field it is read from; none: BibLaTeX's own, eid
    ris_tags: str = "generic"  # whose rows of the table of RIS apply
    newline: str = "\r\n"  # between the lines of RIS
    preprint: str = "JOUR"  # RIS's type for a preprint
    paper_t2: str = "either"  # what RIS's T2 names in a conference paper: conference, book, either
    bibtex_names: bool = False  # RIS has names as BibTeX writes them
    original_title: bool = False  # RIS has a field of its own for the original title
    editor_tags: bool = False  # RIS's tag for editors depends on whether a book has authors


GENERIC = Receiver(
    "generic", "any program", ("bibtex", "biblatex", "csl-json", "ris"),
    "only what all programs read alike",
)  # fmt: skip

ROWS = (
    GENERIC,
    Receiver(
        "zotero", "Zotero", ("csl-json", "ris", "biblatex", "bibtex"),
        "its importer of BibLaTeX has no field for eid; RIS's M2 becomes Extra",
        article_number="pages", ris_tags="zotero", paper_t2="conference",
    ),
    Receiver(
        "endnote", "EndNote", ("ris",),
        "RIS with EndNote's own fields: AN, C2, C6, C7, ET, M3, OP, TT, LB",
        ris_tags="endnote", preprint="UNPB", paper_t2="conference", original_title=True,
        editor_tags=True,
    ),
    Receiver(
        "jabref", "JabRef", ("biblatex", "bibtex", "ris"),
        "its RIS importer takes names as BibTeX has them, the journal from JF, the PMID from C2",
        article_number="pages", ris_tags="jabref", paper_t2="book", bibtex_names=True,
    ),
    Receiver("mendeley", "Mendeley", ("ris", "bibtex"), "reads generic RIS and BibTeX"),
    Receiver(
        "pandoc", "pandoc", ("csl-json", "biblatex", "bibtex"),
        "its citeproc takes a number only from pages", article_number="pages",
    ),
    Receiver(
        "typst", "Typst", ("biblatex",),
        "its library hayagriva has no field for eid", article_number="pages",
    ),
    Receiver(
        "overleaf", "Overleaf", ("bibtex", "biblatex"),
        "runs BibTeX or biber and TeX, which generic files are made for",
    ),
)  # fmt: skip

RECEIVERS = {row.name: row for row in ROWS}
