"""MEDLINE text: every tag of NLM's list, in records of several types.

Source: NLM, "MEDLINE/PubMed Data Element (Field) Descriptions", and PubMed's help.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product

from tests.contracts.documented.tokens import Case, Token, Tokens, sampled

TAGS = """
    AB AD AID AU AUID BTI BTT CDAT CDN CI CIN CN COI COIS CON CP CRDT CRF CRI CTDT CTI DA DCOM
    DDIN DEP DIN DP DRDT DRIN ECF ECI ED EDAT EFR EIN EN FAU FED FIR FPS GN GR GS IP IR IRAD IS
    ISBN ISSN JID JT KW LA LID LR MDAT MH MHDA MID NM OAB OABL OBSERV OCI OID ORI OT OTO OUT OWN
    PB PG PHST PL PMC PMCR PMID PRIN PROF PS PST PT PUBM RF RIN RN ROF RPF RPI RRF RRI SB SFM SI
    SO SPIN STAT TA TI TT UIN UOF URL VI VTI XQZ ZZ
"""
TYPES = ("Journal Article", "Book Chapter", "Book", "Preprint", "Letter", "Dataset")
NAMES = ("FAU", "FED", "FIR", "FPS")
SHORT_NAMES = ("AU", "ED", "IR", "PS")
DAYS = "DA DCOM LR CTDT DRDT DEP"
STAMPS = "CDAT CDN CRDT EDAT MDAT MHDA PMCR"
RELATIONS = """
    CIN CON CRF CRI DDIN DIN DRIN ECF ECI EFR EIN ORI PRIN PROF RIN ROF RPF RPI RRF RRI SPIN UIN UOF
"""


def cases(every: bool) -> Iterator[Case]:
    """Yield a record for each tag in each type."""
    tokens = Tokens()
    for kind, tag in sampled(product(TYPES, TAGS.split()), every, 2):
        token = _token(tokens, tag)
        title = "BTI" if kind.startswith("Book") else "JT"
        pmid = token.value if tag == "PMID" else str(80_000_000 + int(tokens.number().value[1:]))
        usual = [("PMID", pmid), ("TI", "Main"), ("FAU", "Doe, Jane"), ("AU", "Doe J"),
                 ("DP", "2014"), ("PT", kind), (title, "Trees")]  # fmt: skip
        fields = [pair for pair in usual if pair[0] != tag or tag in ("FAU", "AU", "PT", "PMID")]
        if tag != "PMID":
            fields.append((tag, token.value))
        if tag == "OAB":
            fields.append(("OABL", "fre"))
        yield Case("".join(f"{tag:4}- {value}\n" for tag, value in fields), tag, token)


def _token(tokens: Tokens, tag: str) -> Token:
    """Return a value such as stands in a tag."""
    if tag in RELATIONS.split():
        return tokens.word("J ", " 2014;1:2. PMID: 12345678")
    makers = {
        **dict.fromkeys(NAMES, partial(tokens.word, after=", Richard")),
        **dict.fromkeys(SHORT_NAMES, partial(tokens.word, after=" R")),
        **dict.fromkeys(DAYS.split(), partial(tokens.year, after="0506")),
        **dict.fromkeys(STAMPS.split(), partial(tokens.year, after="/05/06 07:08")),
        "PHST": partial(tokens.year, after="/05/06 07:08 [received]"),
        "DP": tokens.year, "IS": tokens.issn, "ISSN": tokens.issn, "ISBN": tokens.isbn,
        "AID": partial(tokens.word, after=" [sici]"), "LID": partial(tokens.word, after=" [pii]"),
        "AUID": partial(tokens.orcid, "ORCID: "), "PMC": partial(tokens.number, "PMC"),
        "MID": partial(tokens.number, "NIHMS"), "OID": partial(tokens.word, "NASA: "),
        "PMID": tokens.number, "MH": partial(tokens.word, "*"),
        "RN": partial(tokens.word, "0 (", ")"), "SI": partial(tokens.word, "GENBANK/"),
        "GR": partial(tokens.word, "R01 ", "/AI/NIAID NIH HHS/United States"),
        "URL": partial(tokens.word, "https://example.org/"),
    }  # fmt: skip
    return makers.get(tag, tokens.word)()


def whole(records: Sequence[str]) -> str:
    """Return the file of some records."""
    return "\n".join(records)
