"""Article numbers in the place of pages, told by their form and by the DOI."""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..tables.numbered_publishers import NUMBERED_PUBLISHERS
from . import pages

LONGEST_PAGE = 5  # digits; no volume has 100,000 pages
ONE_WORD = regex(r"[\w.]+")
_PAGE = regex(r"[A-Z]{1,2}\d{1,4}|\d+[A-Z]|[ivxlc]+|[IVXLC]+")  # S29, 12S, iii


def is_by_form(text: str) -> bool:
    """Whether a text can be no page: ``e0228123``, ``CD004274``, ``103712``, ``e01219-14``."""
    if "-" in text:
        return pages.is_numbered(text)
    if text.isdecimal():
        return len(text) > LONGEST_PAGE
    return ONE_WORD.fullmatch(text) is not None and not _PAGE.fullmatch(text)


def ends(doi: str, number: str) -> bool:
    """Whether a DOI ends with a number, and not with one that is longer."""
    head = doi.removesuffix(number)
    return head != doi and not head[-1:].isdecimal()


def is_by_doi(number: str, doi: str) -> bool:
    """Whether what stands in the place of pages is an article number by the DOI alone.

    It is where the publisher has no pages. Elsewhere a DOI may end with the first page, but
    hardly with one of five digits.
    """
    if doi.partition("/")[0] in NUMBERED_PUBLISHERS:
        return ONE_WORD.fullmatch(number) is not None
    return number.isdecimal() and len(number) >= LONGEST_PAGE and ends(doi, number)
