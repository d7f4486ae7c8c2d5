"""What identifiers look like and where they lead: DOI, PMID, PMCID and NBK numbers.

The patterns are parts of regular expressions, for the readers, for links in rich text and for
citation keys alike. Sources: DOI Handbook, 2.2 (a registrant's code may have subdivisions, as
in ``10.1000.10/123``; a suffix has no limits); NLM, "PMID, PMCID, Manuscript ID".
"""

from __future__ import annotations

DOI = r"10\.[0-9]{3,9}(?:\.[0-9]+)*/\S+"
DOI_RESOLVER = r"https?://(?:dx\.)?doi\.org/"

# The beginning of the address that each leads to.
ADDRESSES = {
    "doi": "https://doi.org/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmcid": "https://pmc.ncbi.nlm.nih.gov/articles/",
    "nbk": "https://www.ncbi.nlm.nih.gov/books/",
    "arxiv": "https://arxiv.org/abs/",
}

# What programs write before an identifier in a note (``PMID: 38413930``), in any case.
LABELS = ("PMID", "PMCID", "DOI", "NIHMSID")
