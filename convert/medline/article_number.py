"""The article number, which NLM has in LID, in PG or in no tag of its own.

PG holds pages and article numbers alike. A single number there is one of the two by the
evidence of the whole record: how the article was published, which ISSNs the journal has,
what the DOI ends with, how many digits there are.
"""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..codecs import article_numbers, pages
from ..model.record import Values
from ..tables.paged_journals import PAGED_JOURNALS

Groups = dict[str, list[str]]

_CITABLE_PII = regex(r"(?=.*\d)[A-Za-z]{0,14}[\w.]{1,30}")  # one that readers would cite
_WORD = regex(r"[A-Za-z]{1,14}")
_ELECTRONIC_MODELS = ("Electronic", "Electronic-eCollection")
_VERSION = regex(r"/?v\d+")
_FEW_PAGES = 2  # digits that a page has in the first issue of a volume only


def article_number(values: Values, groups: Groups) -> str:
    """Return the article number where the record has one in the place of pages.

    A LID without a scheme is one. So is PG where it equals a LID, or is no page by the
    evidence; and, without PG, the PII in LID that NLM prints there.
    """
    page = groups.get("PG", [""])[0]
    number = _number_in_pages(page, values, groups) if page else _located_number(values, groups)
    return "" if number and repeats_doi(number, values) else number


def repeats_doi(text: str, values: Values) -> bool:
    """Whether a text is the end of a preprint's DOI, perhaps with a version: no place of its own.

    bioRxiv's PII is ``2022.02.04.479134`` for 10.1101/2022.02.04.479134.
    """
    if values.get("genre") != "Preprint" or not values.get("doi"):
        return False
    # arXiv's is arXiv:2201.00001 for 10.48550/arXiv.2201.00001.
    bare, doi = (
        _without_version(value.lower().replace("arxiv:", "arxiv."))
        for value in (text, values["doi"])
    )
    return doi.endswith(bare) and doi[-len(bare) - 1] in "/.:"


def _without_version(text: str) -> str:
    """Return a preprint's number without its version: ``v2``, ``/v1``."""
    for version in _VERSION.finditer(text):
        if version.end() == len(text):
            return text[: version.start()]
    return text


def _number_in_pages(page: str, values: Values, groups: Groups) -> str:
    """Return PG if it is an article number."""
    located = groups.get("LID", ())
    same = page in located or f"{page} [pii]" in located
    return page if same or _is_number(page, values, groups) else ""


def _located_number(values: Values, groups: Groups) -> str:
    """Return the number in LID of a record without PG."""
    located = groups.get("LID", ())
    for text in located:
        if text and not text.endswith("]") and not text.startswith("http"):
            return text
    piis = [text[:-6] for text in located if text.endswith(" [pii]")]
    return next((pii for pii in piis if _is_citable(pii, values)), "")


def _is_citable(pii: str, values: Values) -> bool:
    """Whether readers would cite a PII.

    They would a word without digits (``EWLS``) if a volume or issue leads to it, or no DOI.
    """
    if _CITABLE_PII.fullmatch(pii) or pages.is_numbered(pii):
        return True
    is_needed = values.get("volume") or values.get("issue") or not values.get("doi")
    return bool(is_needed) and _WORD.fullmatch(pii) is not None


def _is_number(page: str, values: Values, groups: Groups) -> bool:
    """Whether PG is an article number and no page, where no LID tells."""
    if article_numbers.is_by_form(page):
        return True
    if not article_numbers.ONE_WORD.fullmatch(page):
        return False
    if not page.isdecimal():
        return _is_electronic(values, groups)
    if _has_pages(values, groups):
        return False
    return _is_electronic(values, groups) or _is_number_by_doi(page, values)


def _is_electronic(values: Values, groups: Groups) -> bool:
    """Whether the article came out in an electronic issue alone."""
    status = values.get("status")
    return status == "epublish" or (
        not status and groups.get("PUBM", [""])[0] in _ELECTRONIC_MODELS
    )


def _has_pages(values: Values, groups: Groups) -> bool:
    """Whether a single number is a page though the article is electronic.

    Few electronic articles are without a DOI; those that are have numbers in journals that are
    not printed, if they are in a volume.
    """
    if groups.get("JID", [""])[0] in PAGED_JOURNALS:
        return True
    return not (values.get("doi") or (values.get("volume") and _is_never_printed(values)))


def _is_never_printed(values: Values) -> bool:
    """Whether the journal has an electronic ISSN and no other edition's."""
    media = {issn.medium for issn in values.get("issn", ())}
    return "electronic" in media and not media & {"print", ""}


def _is_number_by_doi(page: str, values: Values) -> bool:
    """Whether the DOI shows that a number is the article's, and not its first page.

    A DOI may end with either. It is no page where none is assigned yet, where it has five
    digits, or so few that a volume's page could not have them; nor is a block of Springer's
    DOIs (``s00894-014-2188-6``) ever one.
    """
    doi = values.get("doi", "")
    ends = article_numbers.ends(doi, page)
    if values.get("status") == "aheadofprint":
        return (ends or "".join(filter(str.isdecimal, doi)).endswith(page)) and len(page) > 2
    if not _is_never_printed(values):
        return False
    springer = len(page) > 2 and f"-{page}-" in doi
    return springer or (
        ends and (len(page) >= article_numbers.LONGEST_PAGE or len(page) <= _FEW_PAGES)
    )
