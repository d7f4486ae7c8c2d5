"""Journals without a printed edition whose articles have pages all the same, by NLM's number.

A single page of theirs is no article number. Source: PubMed's records of their other articles,
which have ranges of pages that go on from article to article.
"""

from __future__ import annotations

PAGED_JOURNALS = {
    "101209213": "AMIA Annu Symp Proc",
    "7802429": "MMWR Morb Mortal Wkly Rep",
    "8303003": "Rev Fac Cien Med Univ Nac Cordoba",
}
