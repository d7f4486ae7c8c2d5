"""The programs that read what medcite writes, and what each of them makes of it.

A row is a program, its fields are traits: what the program needs where others need something else.
Writers ask for a trait and never for a program's name. ``formats`` are those in which the program
is served, the recommended one first; ``doc`` says which to use for what, as ``medcite formats``
shows it. What a program does with a field was found in its sources, or by running it.
"""

from ..base.frozen import Frozen


class Receiver(Frozen):
    """A program that reads citations, and how it differs from others."""

    name: str
    title: str
    formats: tuple[str, ...]
    doc: str
    # .bib files
    article_number: str = ""  # the BibLaTeX field it is read from; none: BibLaTeX's own, eid
    # How text is spelt: for pdflatex; or in Unicode, readable for programs that know the commands
    # for the characters of ASCII, bare for those that know none (functions of markup.latex_spelling).
    spelling: str = "pdflatex"
    keyword_separator: str = ""  # none: the format's own
    commas_in_keywords: bool = True  # a comma does not end a keyword: to biber, in braces
    edtf_seasons: bool = True  # 2019-22 is a summer, and no month
    date_ranges: bool = True  # it reads 1999/2000, and does not take the end for the date
    month_ranges: bool = True  # it reads month = may # "--" # jun
    status_notes: bool = True  # a note of the status is printed, and not shown as a note of its own
    asked_fields: tuple[str, ...] = ()  # it reads, though they are written on request only
    markup: bool = True  # it knows commands such as \\textit and \\textsuperscript
    addresses: str = ""  # how they are spelt, a function of markup.verbatim; none: for the format
    leading_zeros: bool = True  # pages = {012345} is not 12345
    langid: str = "title"  # what langid is the language of: the title, or the text
    preprint_entry: str = ""  # the type of a preprint's entry; none: the format's own
    # RIS
    ris_tags: str = "generic"  # whose rows of the table of RIS apply
    newline: str = "\r\n"  # between the lines of RIS
    preprint: str = "JOUR"  # RIS's type for a preprint
    paper_t2: str = "either"  # what RIS's T2 names in a conference paper: conference, book, either
    bibtex_names: bool = False  # RIS has names as BibTeX writes them
    original_title: bool = False  # RIS has a field of its own for the original title
    dates: str = "ris"  # ranges and seasons as in RIS (YYYY/MM/DD/other), or in EDTF and words
    ris_markup: bool = False  # tags such as <sup> are markup in RIS, too
    group_comma: str = ""  # what RIS has for a comma in a group's name; none: a comma
    editor_tags: bool = False  # RIS's tag for editors depends on whether a book has authors
    # CSL-JSON
    csl_json_variables: str = ""  # whose rows of its table apply
    citation_key: bool = False  # it reads citation-key, and not id
    csl_json_keywords: bool = True  # it reads keywords
    season_months: bool = False  # it reads a season as one of the months 21 to 24
    suffix_in_given: bool = False  # it reads a suffix behind the given name only
    server_is_publisher: bool = False  # of a preprint, its server is the publisher
    # Tables
    spreadsheet: bool = False  # it calculates: a mark of UTF-8, no ranges with hyphens, short cells
    labels: bool = False  # a column of its own says what was decided in screening
    pmid_keys: bool = False  # its key of a row is the PMID


GENERIC = Receiver(
    "generic", "any program", ("bibtex", "biblatex", "csl-json", "ris"),
    "what all programs read alike; name the program where you know it",
)  # fmt: skip

ROWS = (
    GENERIC,
    Receiver(
        "zotero", "Zotero", ("ris", "csl-json", "biblatex", "bibtex"),
        "RIS for its tags, CSL-JSON for preprints; .bib files cut MeSH terms at commas",
        article_number="pages", spelling="bare", keyword_separator="; ", commas_in_keywords=False, edtf_seasons=False,
        month_ranges=False, status_notes=False, addresses="without_ties",
        asked_fields=("shortjournal",), preprint_entry="article",
        ris_tags="zotero", paper_t2="conference", dates="edtf", ris_markup=True, group_comma=" – ", csl_json_variables="zotero",
        citation_key=True, csl_json_keywords=False, suffix_in_given=True, server_is_publisher=True,
    ),
    Receiver(
        "endnote", "EndNote", ("endnote-xml", "ris", "enw"),
        "has fields of its own for PMID, PMCID, article number and original title; XML for italics",
        ris_tags="endnote", preprint="UNPB", paper_t2="conference", original_title=True,
        editor_tags=True, group_comma=",, ",
    ),
    Receiver(
        "jabref", "JabRef", ("biblatex", "bibtex", "ris"),
        "BibTeX where the library is in BibTeX mode; article numbers as pages",
        article_number="pages", spelling="readable", keyword_separator=", ", commas_in_keywords=False,
        ris_tags="jabref", paper_t2="book", bibtex_names=True,
    ),
    Receiver("mendeley", "Mendeley", ("ris", "bibtex"), "reads generic files"),
    Receiver(
        "pandoc", "pandoc", ("csl-json", "csl-yaml", "biblatex", "bibtex"),
        "CSL-JSON is what it converts .bib files to, YAML for the head of a Markdown file; article numbers as pages",
        article_number="pages", spelling="readable", addresses="biblatex", langid="text",
        season_months=True,
    ),
    Receiver(
        "typst", "Typst", ("hayagriva", "biblatex"),
        "its own format; in .bib files article numbers as pages, no seasons, no LaTeX commands",
        article_number="pages", spelling="readable", edtf_seasons=False, date_ranges=False,
        markup=False, addresses="biblatex", leading_zeros=False,
    ),
    Receiver(
        "overleaf", "Overleaf", ("bibtex", "biblatex"),
        "whichever the document uses: `medcite latex` finds out",
    ),
    Receiver(
        "covidence", "Covidence", ("ris", "endnote-xml"),
        "it takes 15,000 references a file: --split 15000", ris_tags="endnote",
    ),
    Receiver(
        "rayyan", "Rayyan", ("csv", "ris", "xlsx"),
        "keys are PMIDs; it reads no xlsx: save that as CSV", pmid_keys=True,
    ),
    Receiver(
        "asreview", "ASReview", ("csv", "tsv", "xlsx", "ris"),
        "a column has the label, 1 or 0, also of what Rayyan's notes decide", labels=True,
    ),
    Receiver(
        "excel", "Excel", ("xlsx", "csv"),
        "a workbook, whose cells are texts; in CSV, page ranges with a dash, which are no dates",
        spreadsheet=True,
    ),
)  # fmt: skip

RECEIVERS = {row.name: row for row in ROWS}
