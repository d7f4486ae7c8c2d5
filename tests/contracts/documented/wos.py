"""Web of Science's tagged text: every tag that Clarivate lists, in every type of publication."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from tests.contracts.documented.tokens import Case, Token, Tokens, sampled

TAGS = """
    AB AF AR AU BA BE BN BP BS C1 CA CL CT CY D2 DE DI DT EA ED EI EM EP FU FX HO ID IS J9 JI LA
    OI PD PI PM PN PU PY RI RP SE SI SN SO SP SU TI UT VL XQ
"""


def cases(every: bool) -> Iterator[Case]:
    """Yield a record for each tag in each type."""
    tokens = Tokens()
    for kind, tag in sampled(product("JBSP", TAGS.split()), every):
        token = _token(tokens, tag)
        usual = [("AU", "Doe, J"), ("TI", "Main"), ("SO", "JOURNAL OF TREES"), ("PY", "2014")]
        lines = [(other, value) for other, value in usual if other != tag]
        lines = [("PT", kind), *lines, (tag, token.value)]
        yield Case("".join(f"{tag} {value}\n" for tag, value in lines) + "ER\n", tag, token)


def _token(tokens: Tokens, tag: str) -> Token:
    """Return a value such as stands behind a tag."""
    makers = {
        "DI": partial(tokens.word, "10.1000/"), "PM": tokens.number, "SN": tokens.issn,
        "EI": tokens.issn, "BN": tokens.isbn, "PY": tokens.year,
    }  # fmt: skip
    return makers.get(tag, tokens.word)()


def whole(records: Sequence[str]) -> str:
    """Return the file of some records."""
    return "FN Clarivate Analytics Web of Science\nVR 1.0\n" + "\n".join(records) + "\nEF\n"
