"""Ovid's fields, by their tags and by their names, in databases with and without PMIDs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from tests.contracts.documented.tokens import Case, Token, Tokens, sampled

TAGS = """
    AB AD AI AN AR AS AU BC BR BT CA CB CC CF CI CL CM CP CQ CR CY DE DG DI DJ DO DP DS DT EN EP ES
    FA GS IB ID IL IN IS IT IU JA JL JN JT KW KY LA LG LO MA MC MD MH MI MQ MO NJ NO NT OD OI OL ON
    OR OT OU PA PB PC PG PI PM PN PO PT PU RN SE SH SI SO ST SY TD TI TM TN TT UI UR VI VO XQ YR
"""
NAMES = """
    Abbreviated Source|Abstract|Accession Number|Article Identifier|Author Keywords|Author NameID
    Author|Authors|Authors Full Name|Comments|Conflict of Interest|Correspondence Address
    Country of Publication|Date of Publication|Digital Object Identifier|DOI Number|Document Type
    Electronic Date of Publication|Grant Information|Institution|ISO Journal Abbreviation|ISSN
    ISSN Electronic|ISSN Linking|ISSN Print|Issue/Part|Keyword Heading|Language
    MeSH Subject Headings|NLM Journal Name|Nobody's Field|Other ID|Page|PMC Identifier
    Publication Type|Publisher Item Identifier|Publishing Model|Registry Number/Name of Substance
    Source|Status|Subject Headings|Title|Title Comment|Unique Identifier|Volume|Year of Publication
"""
DATABASES = ("Ovid MEDLINE(R)", "Embase", "PsycINFO")
TYPES = ("Journal Article", "Book Chapter", "Dissertation", "Patent")


def cases(every: bool) -> Iterator[Case]:
    """Yield a record for each field, by tag in each type, and by name."""
    tokens = Tokens()
    for kind, tag in sampled(product(TYPES, TAGS.split()), every, 3):
        yield _tagged(tokens, DATABASES[len(tag + kind) % 3], kind, tag)
    for name in (name.strip() for line in NAMES.split("\n") for name in line.split("|")):
        if name:
            yield _named(tokens, name)


def _tagged(tokens: Tokens, database: str, kind: str, tag: str) -> Case:
    token = _token(tokens, tag)
    usual = [("DB", database), ("AU", "Doe J"), ("TI", "Main"), ("PT", kind), ("YR", "2014")]
    lines = [(other, value) for other, value in usual if other != tag]
    text = "".join(f"{name:<4}- {value}\n" for name, value in [*lines, (tag, token.value)])
    return Case(f"<1. >\nVN  - Ovid Technologies\n{text}\n", tag, token)


def _named(tokens: Tokens, name: str) -> Case:
    token = _token(tokens, name)
    usual = [("Author", "Doe J"), ("Title", "Main"), (name, token.value)]
    fields = [(other, value) for other, value in usual if other != name or value == token.value]
    return Case("<1>\n" + "".join(f"{field}\n  {value}\n" for field, value in fields), name, token)


def _token(tokens: Tokens, field: str) -> Token:
    """Return a value such as stands in a field."""
    journal = partial(tokens.word, "Journal of ", ". 2(3):4-5, 2014 Jan.")
    doi, issn, year = partial(tokens.word, "10.1000/"), tokens.issn, tokens.year
    makers = {
        "AS": journal, "Abbreviated Source": journal, "SO": journal, "Source": journal,
        "DI": doi, "DO": doi, "DOI Number": doi, "Digital Object Identifier": doi,
        "ES": issn, "IL": issn, "IS": issn, "IT": issn, "ISSN": issn, "ISSN Print": issn,
        "ISSN Electronic": issn, "ISSN Linking": issn, "IB": tokens.isbn, "PM": tokens.number,
        "UI": tokens.number, "Unique Identifier": tokens.number, "YR": year,
        "Year of Publication": year,
    }  # fmt: skip
    return makers.get(field, tokens.word)()


def whole(records: Sequence[str]) -> str:
    """Return the file of some records."""
    return "".join(records)
