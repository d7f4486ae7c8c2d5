"""What several tags of a reference say together: journal, pages, dates, keywords, PMID."""

from __future__ import annotations

import re

from ...base.lazy_regex import regex
from ...codecs import pages
from ...model.values import Identifier, Keyword
from ..dates import parse_dates, parse_event
from .record_builder import RisRecordBuilder

_DASHES = regex("[–—‐−]")
_NLM = regex(r"pubmed|medline|nlm", re.IGNORECASE)
_PMID = regex(r"\d{1,8}")


def derive(builder: RisRecordBuilder) -> None:
    """Set the values that depend on several tags, when all have been decoded."""
    _titles(builder)
    _proceedings(builder)
    _short_title(builder)
    _pages(builder)
    _accession_number(builder)
    _dates(builder)
    _keywords(builder)
    relations = builder.values.get("relations", ())
    builder.values["relations"] = tuple(dict.fromkeys(relations))


def _titles(builder: RisRecordBuilder) -> None:
    """Choose the journal's full and short title, or the book's; TT marks a translation."""
    values, book = builder.values, builder.part("book_title")
    full, short = builder.part("container_title"), builder.part("abbreviation")
    journal = builder.part("journal")
    if builder.has_tag("TT"):
        values["translated"] = True
    if len(journal) > len(full):  # JO has the full title, T2 may be short (bibutils)
        full, journal = journal, full
    if builder.type in ("book", "report"):
        values.setdefault("title", book)
        if values.setdefault("collection_title", full) != full:
            values["container_title"] = full
    else:
        values["container_title"] = full or book or short
        values["container_title_short"] = short or journal


def _proceedings(builder: RisRecordBuilder) -> None:
    """Tell a conference from its proceedings.

    C3 and C1 have the proceedings and the publisher's place; then T2 and CY have the
    conference's.
    """
    values = builder.values
    if proceedings := builder.part("proceedings"):
        values["event_title"] = values.get("container_title", "")
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
    """Put the first and the last page together; SP may have all pages."""
    first = builder.part("first_page") or builder.part("start_page")
    last = builder.part("last_page")
    # SP has a range; a hyphen in both is one of the numbers: W4-363.
    complete = ("-" in first and "-" not in last) or last in ("", first)
    text = _DASHES.sub("-", first if complete else f"{first}-{last}".lstrip("-"))
    if text:
        builder.values["page"] = pages.pages(text)


def _accession_number(builder: RisRecordBuilder) -> None:
    """Take AN for the PMID, if the database is PubMed or not named."""
    number = builder.part("accession")
    database = f"{builder.part('database')} {builder.part('provider')}".strip()
    fields = builder.reference.fields
    builder.values["admin"] = tuple(field for field in fields if field.tag in ("DB", "DP"))
    if _PMID.fullmatch(number) and (not database or _NLM.search(database)):
        builder.values.setdefault("pmid", number)
    elif number:
        builder.values["identifiers"] = (Identifier("", number, "AN"),)


def _dates(builder: RisRecordBuilder) -> None:
    """Tell the article's date from those when it was received, revised and accepted."""
    texts = builder.parts["date"]
    builder.values["history"] = tuple(filter(None, map(parse_event, texts)))
    if date := parse_dates([text for text in texts if not parse_event(text)]):
        builder.values["issued"] = date


def _keywords(builder: RisRecordBuilder) -> None:
    """Set the keywords; several on one line have semicolons between, a star marks main ones."""
    texts = list(dict.fromkeys(builder.parts["keyword"]))
    if len(texts) == 1:
        texts = texts[0].split(";")
    stripped = filter(None, (text.strip() for text in texts))
    builder.values["keywords"] = tuple(
        Keyword(text.lstrip("*"), text.startswith("*")) for text in stripped
    )
