"""CSL-JSON: every variable of CSL 1.0.2 in every type, every part of names and dates, odd keys.

Source: the CSL 1.0.2 specification, appendix IV, and its CSL-JSON schema.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count, product

from tests.contracts.documented.tokens import Case, Token, Tokens, sampled
from tests.writers.schema import DATES, NAMES, NUMBERS, TEXTS, TYPES

ODD = "xqz supplement-number part-number printing-number printing supplement issued_by PMC library"
_NUMBERS = count(1)
VARIABLES = [*TEXTS.split(), *NUMBERS.split(), *ODD.split(), *NAMES.split(), *DATES.split()]
NAME_PARTS = """
    family given dropping-particle non-dropping-particle suffix literal comma-suffix
    static-ordering parse-names affiliation ORCID name role
"""
DATE_PARTS = "date-parts season literal raw edtf date-time timestamp xqz year"


def cases(every: bool) -> Iterator[Case]:
    """Yield an item for each variable in each type, then those of parts of values."""
    tokens = Tokens()
    for kind, variable in sampled(product(TYPES.split(), VARIABLES), every, 11):
        value, token = _value(tokens, variable)
        yield _case(kind, {variable: value}, variable, token)
    for variable, part in product(("author", "editor", "composer"), NAME_PARTS.split()):
        token = tokens.word()
        person = {"family": "Doe", "given": "Jane"}
        if part == "literal":
            person = {}
        value = [{"name": token.value}] if part == "affiliation" else token.value
        yield _case("book", {variable: [{**person, part: value}]}, variable, token, part)
    for variable, part in product(("issued", "accessed", "event-date"), DATE_PARTS.split()):
        token = (
            tokens.year() if part in ("date-parts", "year", "edtf", "date-time") else tokens.word()
        )
        date: dict[str, object] = {"date-parts": [[2014]]}
        if part in ("year", "edtf", "date-time", "raw"):
            date = {}
        date[part] = [[int(token.value)]] if part == "date-parts" else token.value
        yield _case("book", {variable: date}, variable, token, part)
    for part in ("pii", "xqz", "nihmsid", "copyright"):
        token = tokens.word()
        yield _case("book", {"custom": {part: token.value}}, "custom", token, part)
    for label in ("Xqz", "Citation Key", "tex.xqz", "Original Date"):
        token = tokens.word()
        yield _case("book", {"note": f"A note\n{label}: {token.value}"}, "note", token)


def _case(kind: str, values: dict[str, object], tag: str, token: Token, *names: str) -> Case:
    item = {"id": f"key{next(_NUMBERS)}", "type": kind, "title": "Main",
            "issued": {"date-parts": [[2014]]},
            "author": [{"family": "Doe", "given": "Jane"}]}  # fmt: skip
    return Case(json.dumps(item | values), tag, token, names)


def _value(tokens: Tokens, variable: str) -> tuple[object, Token]:
    """Return a value such as a variable has, and its token."""
    if variable in NAMES.split():
        token = tokens.word()
        return [{"family": token.value, "given": "Jane"}], token
    if variable in DATES.split():
        token = tokens.year()
        return {"date-parts": [[int(token.value), 5, 6]]}, token
    makers = {
        "DOI": partial(tokens.word, "10.1000/"), "URL": partial(tokens.word, "https://example.org/"),
        "PMID": tokens.number, "PMCID": partial(tokens.number, "PMC"), "ISSN": tokens.issn,
        "ISBN": tokens.isbn,
    }  # fmt: skip
    token = makers.get(variable, tokens.word)()
    return token.value, token


def whole(records: Sequence[str]) -> str:
    """Return the file of some items, one a line."""
    return "[\n" + ",\n".join(records) + "\n]\n"
