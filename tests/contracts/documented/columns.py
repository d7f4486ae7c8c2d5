"""The columns of tables that PubMed, Zotero, Scopus, Rayyan and others export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from tests.contracts.documented.tokens import Case, Token, Tokens

USUAL = {"title": "Main", "authors": "Doe, Jane", "journal": "Journal of Trees"}
COLUMNS = """
    key|issn|volume|issue|pages|article_number|year|edition|publisher|location|language|url|doi
    pubmed_id|pmc_id|nihms_id|keywords|notes|abstract|Abstract Note|Publication Title|Author|Editor
    Translator|Series|Place|Extra|Manual Tags|Automatic Tags|Rights|Library Catalog|Call Number
    Num Pages|Journal Abbreviation|Short Title|Running Time|Source title|Art. No.|Page start
    Page end|Author Keywords|Index Keywords|PubMed ID|Funding Details|Article Title|Start Page
    End Page|eISSN|Keywords Plus|Book Title|Published Year|Accession Number|Journal/Book
"""
NAMES = [name for line in COLUMNS.split("\n") for name in line.strip().split("|") if name]


def cases(delimiter: str) -> Iterator[Case]:
    """Yield a row for each column."""
    tokens = Tokens()
    for name in NAMES:
        token = _token(tokens, name)
        cells = {**dict.fromkeys(NAMES, ""), **USUAL, name: token.value}
        row = delimiter.join(f'"{value}"' for value in cells.values())
        yield Case(f"{row}\n", name.lower(), token)


def _token(tokens: Tokens, name: str) -> Token:
    """Return a value such as stands in a column."""
    makers = {
        "doi": partial(tokens.word, "10.1000/"), "url": partial(tokens.word, "https://example.org/"),
        "issn": tokens.issn, "eISSN": tokens.issn, "year": tokens.year,
        "Published Year": tokens.year, "pubmed_id": tokens.number, "PubMed ID": tokens.number,
        "pmc_id": partial(tokens.number, "PMC"), "nihms_id": partial(tokens.number, "NIHMS"),
    }  # fmt: skip
    return makers.get(name, tokens.word)()


def whole(records: Sequence[str], delimiter: str) -> str:
    """Return the table of some rows."""
    return delimiter.join({**dict.fromkeys(NAMES), **USUAL}) + "\n" + "".join(records)
