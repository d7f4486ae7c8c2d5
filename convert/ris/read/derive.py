"""What several tags of a reference say together: journal, pages, dates, keywords, PMID."""

from __future__ import annotations

import re

from ...base.lazy_regex import regex
from ...codecs import pages
from ...model.values import Keyword
from ...tables.ris import ARTICLES
from .dates import set_dates
from .identifiers import labelled_number
from .journals import is_same_journal, set_journal
from .record_builder import RisRecordBuilder

_DASHES = regex("--+|[–—‐−]")
_PAGE_LABEL = regex(r"(?:pages?|pp?)\.?\s*(?=\w*\d)", re.IGNORECASE)
_PII = regex(r"(?:pii|article(?: no\.?)?|art\. no\.?)\s*:?\s*(\S*\d\S*)", re.IGNORECASE)
_NLM = regex(r"pubmed|medline|nlm", re.IGNORECASE)
_PMID = regex(r"\d{1,8}")


def derive(builder: RisRecordBuilder) -> None:
    """Set the values that depend on several tags, when all have been decoded."""
    if builder.type in ARTICLES.split():
        set_journal(builder)
    else:
        _titles(builder)
    if builder.has_tag("TT"):
        builder.values["translated"] = True
    _proceedings(builder)
    _short_title(builder)
    _pages(builder)
    _accession_number(builder)
    set_dates(builder)
    _keywords(builder)
    relations = builder.values.get("relations", ())
    builder.values["relations"] = tuple(dict.fromkeys(relations))


def _titles(builder: RisRecordBuilder) -> None:
    """Choose the full and the short title of what holds a work, or its own and its series."""
    values, book = builder.values, builder.part("book_title")
    full = builder.part("conference") or builder.part("container_title")
    short, journal = builder.part("abbreviation"), builder.part("journal")
    if not (full or book or values.get("collection_title")):
        full, journal = journal, ""
    if is_same_journal(journal, full):  # JO has the full title, T2 may be short (bibutils)
        full, journal = max(full, journal, key=len), min(full, journal, key=len)
        short = short or journal
    if builder.type in ("book", "report"):
        values.setdefault("title", book)
        if values.setdefault("collection_title", full) != full:
            values["container_title"] = full
    else:
        values["container_title"] = full or book or short
        values["container_title_short"] = short


def _proceedings(builder: RisRecordBuilder) -> None:
    """Tell a conference from its proceedings.

    C3 and C1 have the proceedings and the publisher's place; then T2 and CY have the
    conference's.
    """
    values = builder.values
    if proceedings := builder.part("proceedings"):
        values["event_title"] = builder.part("conference")
        values["container_title"] = proceedings
    if city := builder.part("publisher_place"):
        values["event_place"] = values.get("publisher_place", "")
        values["publisher_place"] = city


def _short_title(builder: RisRecordBuilder) -> None:
    """Drop a short title that is the title: EndNote gives it again, or that alone."""
    values = builder.values
    short = values.get("title_short", "")
    if short and not values.get("title"):
        values["title"] = short
    if short == values.get("title", ""):
        values["title_short"] = ""


def _pages(builder: RisRecordBuilder) -> None:
    """Put the first and the last page together; SP may have all pages, or an article number."""
    first = _page(builder.part("first_page")) or _page(builder.part("start_page"))
    last = _page(builder.part("last_page"))
    used = "first_page" if builder.fields("first_page") else "start_page"
    builder.use(*builder.fields(used)[:1])
    if match := _PII.fullmatch(first):
        builder.values.setdefault("number", match[1])
        first = ""
    # SP has a range; a hyphen in both is one of the numbers: W4-363.
    complete = ("-" in first and "-" not in last) or last in ("", first)
    text = first if complete else f"{first}-{last}".lstrip("-")
    if not complete or last == first:
        builder.use(*builder.fields("last_page")[:1])
    if text:
        builder.values["page"] = pages.pages(text)


def _page(text: str) -> str:
    """Return pages without their label, with one hyphen in a range: ``pp. 43--47`` is ``43-47``."""
    return _DASHES.sub("-", _PAGE_LABEL.sub("", text))


def _accession_number(builder: RisRecordBuilder) -> None:
    """Take AN for the PMID, if it says so, or if the database is PubMed or not named."""
    databases = [*builder.fields("database"), *builder.fields("provider")]
    is_nlm = not databases or any(_NLM.search(field.value) for field in databases)
    for field in builder.fields("accession"):
        number = labelled_number(field.value)
        if _PMID.fullmatch(field.value) and is_nlm:
            number = field.value
        if number and builder.values.setdefault("pmid", number) == number:
            builder.use(field)
    pmid = builder.values.get("pmid")
    if pmid and is_nlm:
        builder.use(*databases)  # a record of PubMed's is in PubMed


def _keywords(builder: RisRecordBuilder) -> None:
    """Set the keywords; several on a line have semicolons between, a star marks main ones."""
    fields = builder.fields("keyword")
    builder.use(*fields)
    stripped = dict.fromkeys(text.strip() for field in fields for text in field.value.split(";"))
    texts = filter(None, stripped)
    builder.values["keywords"] = tuple(
        Keyword(text.lstrip("*"), text.startswith("*")) for text in texts
    )
