"""The names of an article: its identifiers and keys, in a form that can be compared.

A name is ``scheme:value``: ``pmid:38413930``, ``pmcid:PMC10900595``, ``doi:10.1186/...``, or
``key:fu2024`` for any other citation key. DOIs and keys are in lower case. As keys, authors write
the first three in many ways: ``pmid38413930``, ``PMC10900595``, or as the address of an article in
PubMed, PubMed Central, Europe PMC or at doi.org.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..codecs import addresses
from ..model.record import Record
from ..tables import identifiers
from ..tables.characters import CONTROLS

PMID = re.compile(r"(?:pmid|pubmed)[:_/ -]*0*([1-9][0-9]{0,7})$", re.I)
PMCID = re.compile(r"(?:pmcid|pmc)[:_/ -]*(?:pmc)?0*([1-9][0-9]{0,8})(?:\.[0-9]+)?$", re.I)
DOI = re.compile(rf"(?:doi)?[:_/ ]*({identifiers.DOI})$", re.I)
NUMBER = re.compile(r"0*([1-9][0-9]{0,7})$")
# Addresses that are not as ``codecs.addresses`` reads them: without a scheme, of a page for mobile
# devices or a search, with settings of the page or of a file of the article behind the number.
SCHEME = re.compile(r"(?:https?://)?(?:www\.|m\.|dx\.)?", re.I)
DOI_ADDRESS = re.compile(r"doi\.org/(?:doi:)?(?=10\.)", re.I)
SEARCH = re.compile(r"/\?term=(?=[0-9]+$)", re.I)
REST = re.compile(r"(?<=[0-9])/?[?#].*|(?<=/)(PMC[0-9]+(?:\.[0-9]+)?)/.*", re.I)

# Characters that end a key for TeX, BibTeX or biber, or mean something to TeX (tried with each).
# ^ because ^^5c is a backslash to TeX, also in a key.
UNFIT = re.compile(rf"[{CONTROLS}\s,{{}}\\%#~^\"]")
UNFIT_BIBER = re.compile(rf"[{CONTROLS}\s,{{}}\\%#~^\"'()=]")


def of_key(key: str) -> tuple[str, ...]:
    """Return the names that a citation key may stand for, the likeliest first."""
    own = f"key:{key.lower()}"
    key = _of_address(key)
    if match := PMID.match(key):
        return f"pmid:{match[1]}", own
    if match := PMCID.match(key):
        return f"pmcid:PMC{match[1]}", own
    if match := DOI.match(key):
        return f"doi:{match[1].lower()}", own
    if match := NUMBER.match(key):
        return own, f"pmid:{match[1]}"
    return (own,)


def _of_address(key: str) -> str:
    """Return the identifier of the article that an address leads to; any other key unchanged."""
    place = SCHEME.sub("", key, count=1)
    if match := DOI_ADDRESS.match(place):
        return place[match.end() :]
    address = "https://" + REST.sub(r"\1", SEARCH.sub("/", place))
    if pmid := addresses.pmid(address):
        return f"pmid:{pmid}"
    return addresses.pmcid(address) or key


def of_record(record: Record, keys: Iterable[str] = ()) -> Iterator[str]:
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


def to_key(name: str) -> str:
    """Return a name as a citation key is usually written: ``PMC10900595``, ``pmid:38413930``."""
    scheme, _, value = name.partition(":")
    return value if scheme in ("pmcid", "key") else name


def identifier_keys(record: Record) -> Iterator[str]:
    """Yield the keys by which any document may cite ``record``: its identifiers."""
    if record.pmid:
        yield f"pmid:{record.pmid}"
    if record.pmcid:
        yield record.pmcid.upper()
    if record.doi:
        yield f"doi:{record.doi}"


def is_valid_key(key: str, dialect: str) -> bool:
    """Whether TeX and the dialect's program (BibTeX or biber) accept ``key`` as an entry's key.

    biber stops at a character that it does not allow in a key; in ``ids`` it allows more.
    """
    return bool(key) and not (UNFIT_BIBER if dialect == "biblatex" else UNFIT).search(key)
