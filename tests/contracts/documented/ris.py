"""RIS: every tag of the specifications and of other programs' exports, in every type.

Sources: Research Information Systems, "RIS Format Specifications" (before 2011 and of 2011);
Thomson Reuters, "EndNote import of RIS"; the exports of Ovid, Embase, Cochrane and Web of Science.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from medcite.tables.ris_types import CSL_TYPES

from tests.contracts.documented.tokens import Case, Token, Tokens, sampled

TAGS = """
    A1 A2 A3 A4 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CR CT CY DA DB DI DO DOI DP ED
    EP ET FU FX ID IS J1 J2 J9 JA JF JI JO KW KY L1 L2 L3 L4 LA LB LK LP M1 M2 M3 N1 N2 NO NV OP
    PA PB PG PI PM PP PT PU PY RI RN RP SE SN SO SP ST SV T1 T2 T3 TA TI TT U1 U2 U3 U4 U5 U6 U7
    U8 UR US VL VO WE WP WT WV XR XT Y1 Y2 YR ZZ
"""


def cases(every: bool) -> Iterator[Case]:
    """Yield a reference for each tag in each type."""
    tokens = Tokens()
    for code, tag in sampled(product(sorted(CSL_TYPES), TAGS.split()), every):
        token = _token(tokens, tag)
        usual = [("TI", "Main"), ("AU", "Doe, Jane"), ("PY", "2014"), ("T2", "Journal of Trees")]
        lines = [(other, value) for other, value in usual if other != tag]
        lines = [("TY", code), *lines, (tag, token.value), ("ER", "")]
        yield Case("".join(f"{tag}  - {value}\n" for tag, value in lines), tag, token)


def _token(tokens: Tokens, tag: str) -> Token:
    """Return a value such as stands in a tag."""
    makers = {
        "DO": partial(tokens.word, "10.1000/"), "DI": partial(tokens.word, "10.1000/"),
        "DOI": partial(tokens.word, "10.1000/"), "L3": partial(tokens.word, "10.1000/"),
        "UR": partial(tokens.word, "https://example.org/"),
        "PM": tokens.number, "SN": tokens.issn, "PY": tokens.year, "YR": tokens.year,
        "Y1": partial(tokens.year, after="/05/06/"), "DA": partial(tokens.year, after="/05/06/"),
        "Y2": partial(tokens.year, after="/06/07/"), "C6": partial(tokens.number, "NIHMS"),
        "C2": partial(tokens.number, "PMC"),
    }  # fmt: skip
    return makers.get(tag, tokens.word)()


def whole(records: Sequence[str]) -> str:
    """Return the file of some references."""
    return "\n".join(records)
