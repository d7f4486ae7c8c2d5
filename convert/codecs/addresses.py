"""Addresses that lead to an article: PubMed's, PubMed Central's and Bookshelf's.

Those of a DOI are read by :func:`medcite.codecs.identifiers.doi`.
"""

from __future__ import annotations

import re

from ..base.lazy_regex import regex
from ..tables.identifiers import ADDRESSES

# Reference Manager writes PM: for PubMed's.
_PUBMED = regex(
    r"(?:PM:|https?://(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed"
    r"|europepmc\.org/(?:abstract|article)/MED)/(?:\?term=)?"
    # EndNote's, before 2009
    r"|https?://(?:www\.)?ncbi\.nlm\.nih\.gov/entrez/query\.fcgi\?(?:\S*&)?list_uids=)"
    r"(\d+)(?:\[\w+\])?/?(?:[?#&]\S*)?",
    re.IGNORECASE,
)
_PMC = regex(
    r"https?://\S*(?:ncbi\.nlm\.nih\.gov|europepmc\.org)/\S*?(PMC\d+(?:\.\d+)?)/?", re.IGNORECASE
)
# Ovid's databases of MEDLINE: medl, med17, medp, mesz, prem, ppez, pmnm, medall.
_OVID = regex(
    r"https?://\S*ovid\S*[?&]D=(?:med\w{0,4}|mes\w|prem\w?|ppe\w|pmnm)&(?:\S*&)?AN=(\d{1,8})(?:&\S*)?",
    re.IGNORECASE,
)
_BOOKSHELF = regex(r"https?://\S*ncbi\.nlm\.nih\.gov/books/(NBK\d+)/?")


def pmid(address: str) -> str:
    """Return the PMID of an article's page in PubMed or Europe PMC, ``""`` for other addresses."""
    match = _PUBMED.fullmatch(address)
    return match[1] if match else ""


def ovid_pmid(address: str) -> str:
    """Return the PMID of an article in one of Ovid's databases of MEDLINE, else ``""``."""
    match = _OVID.fullmatch(address)
    return match[1] if match else ""


def pmcid(address: str) -> str:
    """Return the PMCID of an article's page in PMC or Europe PMC, ``""`` for other addresses."""
    match = _PMC.fullmatch(address)
    return match[1].upper() if match else ""


def bookshelf_number(address: str) -> str:
    """Return the NBK number of a page in Bookshelf, ``""`` for other addresses."""
    match = _BOOKSHELF.fullmatch(address)
    return match[1] if match else ""


def of_bookshelf(number: str) -> str:
    """Return the address of a book or chapter in Bookshelf, ``""`` without a number."""
    return f"{ADDRESSES['nbk']}{number}/" if number else ""


def of_arxiv(number: str) -> str:
    """Return the address of a preprint at arXiv, ``""`` without a number."""
    return f"{ADDRESSES['arxiv']}{number}" if number else ""
