"""The .bib format: every field of BibTeX and biblatex in every entry type of either.

Sources: Patashnik, "BibTeXing"; the biblatex manual, 2.1 (types) and 2.2 (fields).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from tests.contracts.documented.tokens import Case, Token, Tokens, sampled

TYPES = """
    article book booklet conference inbook incollection inproceedings manual mastersthesis misc
    phdthesis proceedings techreport unpublished
    mvbook bookinbook suppbook collection mvcollection suppcollection dataset online patent
    periodical suppperiodical mvproceedings reference mvreference inreference report software
    thesis electronic www artwork audio image jurisdiction legislation legal letter movie music
    performance review standard video
"""
FIELDS = """
    address annote author booktitle chapter edition editor howpublished institution journal key
    month note number organization pages publisher school series title type volume year
    abstract addendum afterword annotation annotator authortype bookauthor bookpagination
    booksubtitle booktitleaddon commentator date doi editora editorb editorc editortype
    editoratype editorbtype editorctype eid entrysubtype eprint eprintclass eprinttype eventdate
    eventtitle eventtitleaddon file foreword holder indextitle introduction isan isbn ismn isrn
    issn issue issuesubtitle issuetitle issuetitleaddon iswc journalsubtitle journaltitle
    journaltitleaddon label language library location mainsubtitle maintitle maintitleaddon
    nameaddon origdate origlanguage origlocation origpublisher origtitle pagetotal pagination
    part pubstate reprinttitle shortauthor shorteditor shorthand shorthandintro shortjournal
    shortseries shorttitle subtitle titleaddon translator url urldate venue version volumes
    entryset execute gender hyphenation langid langidopts ids indexsorttitle keywords options
    presort related relatedoptions relatedtype relatedstring sortkey sortname sortshorthand
    sorttitle sortyear xref namea nameb namec nameatype namebtype namectype lista listb listc
    listd liste listf usera userb userc userd usere userf verba verbb verbc archiveprefix pdf
    primaryclass pmid pmcid urlyear
"""


def cases(every: bool) -> Iterator[Case]:
    """Yield an entry for each field in each type."""
    tokens = Tokens()
    for number, (kind, field) in enumerate(
        sampled(product(TYPES.split(), FIELDS.split()), every, 23)
    ):
        token = _token(tokens, field)
        usual = {"title": "Main", "author": "Doe, Jane", "year": "2014"}
        if field == "date":
            del usual["year"]
        fields = {**usual, field: token.value}
        lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
        yield Case(f"@{kind}{{key{number},\n{lines}\n}}\n", field, token)


def _token(tokens: Tokens, field: str) -> Token:
    """Return a value such as stands in a field."""
    makers = {
        "doi": partial(tokens.word, "10.1000/"), "url": partial(tokens.word, "https://example.org/"),
        "issn": tokens.issn, "isbn": tokens.isbn, "year": tokens.year, "date": tokens.year,
        "urldate": partial(tokens.year, after="-05-06"), "pmid": tokens.number,
        "pmcid": partial(tokens.number, "PMC"),
    }  # fmt: skip
    return makers.get(field, tokens.word)()


def whole(records: Sequence[str]) -> str:
    """Return the file of some entries."""
    return "\n".join(records)
