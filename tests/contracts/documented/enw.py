"""EndNote's tagged text: every letter of EndNote's import filter, in every type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from medcite.tables.endnote import TYPES

from tests.contracts.documented.tokens import Case, Token, Tokens, sampled

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ123456789!#$&()*+<>?@[]^~=fx"


def cases(every: bool) -> Iterator[Case]:
    """Yield a reference for each letter in each type."""
    tokens = Tokens()
    for name, letter in sampled(product([row.name for row in TYPES], LETTERS), every):
        token = _token(tokens, letter)
        usual = [("T", "Main"), ("A", "Doe, Jane"), ("D", "2014"), ("B", "Journal of Trees")]
        lines = [(other, value) for other, value in usual if other != letter]
        lines = [("0", name), *lines, (letter, token.value)]
        text = "".join(f"%{letter} {value}\n" for letter, value in lines)
        yield Case(text, f"%{letter}", token)


def _token(tokens: Tokens, letter: str) -> Token:
    """Return a value such as stands behind a letter."""
    makers = {
        "R": partial(tokens.word, "10.1000/"), "U": partial(tokens.word, "https://example.org/"),
        "@": tokens.issn, "D": tokens.year, "[": partial(tokens.year, after="/06/07/"),
        "$": partial(tokens.number, "NIHMS"), "2": partial(tokens.number, "PMC"),
    }  # fmt: skip
    return makers.get(letter, tokens.word)()


def whole(records: Sequence[str]) -> str:
    """Return the file of some references."""
    return "\n".join(records)
