"""EndNote's XML: every element of a record, in every type of reference."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from medcite.tables.endnote import TYPES

from tests.contracts.documented.tokens import Case, Token, Tokens, sampled

PATHS = """
    abstract access-date accession-num alt-periodical/abbr-1 alt-periodical/full-title
    auth-address call-num caption contributors/authors/author
    contributors/secondary-authors/author contributors/subsidiary-authors/author
    contributors/tertiary-authors/author contributors/translated-authors/author custom1 custom2
    custom3 custom4 custom5 custom6 custom7 custom8 dates/pub-dates/date dates/year edition
    electronic-resource-num image isbn issue keywords/keyword label language misc1 notes num-vols
    number orig-pub pages periodical/abbr-1 periodical/abbr-2 periodical/full-title pub-location
    publisher remote-database-name remote-database-provider reprint-edition research-notes
    reviewed-item section titles/alt-title titles/secondary-title titles/short-title
    titles/tertiary-title titles/title titles/translated-title urls/image-urls/url
    urls/pdf-urls/url urls/related-urls/url urls/text-urls/url urls/web-urls/url volume work-type
"""
USUAL = {
    "titles/title": "Main", "contributors/authors/author": "Doe, Jane", "dates/year": "2014",
    "titles/secondary-title": "Journal of Trees",
}  # fmt: skip


def cases(every: bool) -> Iterator[Case]:
    """Yield a record for each element in each type."""
    tokens = Tokens()
    for name, path in sampled(product([row.name for row in TYPES], PATHS.split()), every):
        token = _token(tokens, path)
        values = {**USUAL, path: token.value}
        elements = "".join(_element(path.split("/"), value) for path, value in values.items())
        yield Case(f'<record><ref-type name="{name}"/>{elements}</record>\n', path, token)


def _element(path: list[str], value: str) -> str:
    inner = _element(path[1:], value) if path[1:] else f"<style>{value}</style>"
    return f"<{path[0]}>{inner}</{path[0]}>"


def _token(tokens: Tokens, path: str) -> Token:
    """Return a value such as stands in an element."""
    makers = {
        "electronic-resource-num": partial(tokens.word, "10.1000/"),
        "isbn": tokens.issn, "dates/year": tokens.year,
        "access-date": partial(tokens.year, after="/06/07/"),
        "custom6": partial(tokens.number, "NIHMS"), "custom2": partial(tokens.number, "PMC"),
    }  # fmt: skip
    if path.endswith("url"):
        return tokens.word("https://example.org/")
    return makers.get(path, tokens.word)()


def whole(records: Sequence[str]) -> str:
    """Return the file of some records."""
    return f"<xml><records>{''.join(records)}</records></xml>"
