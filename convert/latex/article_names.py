"""A citation key as the name of an article, and an article's names.

A name is ``scheme:value``: ``pmid:38413930``, ``pmcid:PMC10900595``, ``doi:10.1186/...``, or
``key:fu2024`` for a key that somebody gave; DOIs and keys in small letters. Authors write the
first three as they like: ``pmid38413930``, ``PMC10900595``, ``https://doi.org/10.1186/...``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..model.record import Record
from ..tables import identifiers
from ..tables.characters import CONTROLS

PMID = re.compile(r"(?:pmid|pubmed)[:_/ -]*0*([1-9][0-9]{0,7})$", re.I)
PMCID = re.compile(r"(?:pmcid|pmc)[:_/ -]*(?:pmc)?0*([1-9][0-9]{0,8})(?:\.[0-9]+)?$", re.I)
DOI = re.compile(rf"(?:{identifiers.DOI_RESOLVER}|doi)?[:_/ ]*({identifiers.DOI})$", re.I)
NUMBER = re.compile(r"0*([1-9][0-9]{0,7})$")

# Signs that end a key for TeX, BibTeX or biber, or mean something to TeX (tried with each).
# ^ because ^^5c is a backslash to TeX, also in a key.
UNFIT = re.compile(rf"[{CONTROLS}\s,{{}}\\%#~^\"]")
UNFIT_BIBER = re.compile(rf"[{CONTROLS}\s,{{}}\\%#~^\"'()=]")


def read(key: str) -> tuple[str, ...]:
    """Return the names that a key may stand for, likeliest first, the key itself last."""
    own = f"key:{key.lower()}"
    if found := PMID.match(key):
        return f"pmid:{found[1]}", own
    if found := PMCID.match(key):
        return f"pmcid:PMC{found[1]}", own
    if found := DOI.match(key):
        return f"doi:{found[1].lower()}", own
    if found := NUMBER.match(key):
        return own, f"pmid:{found[1]}"
    return (own,)


def of(record: Record, keys: Iterable[str] = ()) -> Iterator[str]:
    """Yield the names of ``record``: its identifiers, its own key and the given ``keys``."""
    if record.pmid:
        yield f"pmid:{record.pmid}"
    if record.pmcid:
        yield f"pmcid:{record.pmcid.upper()}"
    if record.doi:
        yield f"doi:{record.doi.lower()}"
    for key in dict.fromkeys((record.key, *keys)):
        if key:
            yield f"key:{' '.join(key.split()).lower()}"


def spelt(name: str) -> str:
    """Return the usual spelling of a name as a citation key: ``PMC10900595``, ``pmid:38413930``."""
    scheme, _, value = name.partition(":")
    return value if scheme in ("pmcid", "key") else name


def usual(record: Record) -> Iterator[str]:
    """Yield the keys that ``record`` may be cited by in any document: its identifiers."""
    if record.pmid:
        yield f"pmid:{record.pmid}"
    if record.pmcid:
        yield record.pmcid.upper()
    if record.doi:
        yield f"doi:{record.doi}"


def fit(key: str, dialect: str) -> bool:
    """Return whether ``key`` can be an entry's key: safe in TeX, read whole by the program.

    A sign that biber does not know in a key ends its whole run; in ``ids`` it takes more.
    """
    return bool(key) and not (UNFIT_BIBER if dialect == "biblatex" else UNFIT).search(key)
