"""What several tags of a reference say together: journal, pages, dates, keywords, PMID."""

from __future__ import annotations

import re

from ...base.lazy_regex import regex
from ...codecs import pages, titles, volumes
from ...model.values import Field, Keyword
from ...tables.ris import ARTICLES
from .dates import set_dates
from .identifiers import labelled_number
from .journals import is_same_journal, set_journal
from .record_builder import RisRecordBuilder

_DASHES = regex("--+|[–—‐−]")
_TO = regex(r"(?<=\d) to (?=\d)")
# What databases write where an article has no pages, or not yet a volume.
_NO_PAGES = regex(r"\W?no pagination\b.*|0|#+|\d+ p(?:ages?|\.)", re.IGNORECASE)
_AHEAD_OF_PRINT = regex(r"(?:publish )?ahead[- ]of[- ]print|online first|early view", re.IGNORECASE)
_PAGE_LABEL = regex(r"\b(?:pages?|pp?)(?:\.\s*|\s+|(?=\d))(?=\w*\d)", re.IGNORECASE)
_PII = regex(r"(?:pii|article(?: no\.?)?|art\. no\.?)\s*:?\s*(\S*\d\S*)", re.IGNORECASE)
_ARTICLE_NUMBER = regex(r"\d{6,}|[eE]\d{4,}|[a-z]{2,14}\d{3,}")  # e0123456, gkae123
_LONG_NUMBER = regex(r"\d{5,}")
_NLM = regex(r"pubmed|medline|nlm", re.IGNORECASE)
_PMID = regex(r"\d{1,8}")


def derive(builder: RisRecordBuilder) -> None:
    """Set the values that depend on several tags, when all have been decoded."""
    if builder.type in ARTICLES.split():
        set_journal(builder)
    else:
        _titles(builder)
    _volume(builder)
    _translation(builder)
    _proceedings(builder)
    _repeated_titles(builder)
    _pages(builder)
    _accession_number(builder)
    set_dates(builder)
    _keywords(builder)
    for attribute in ("relations", "issn"):
        values = builder.values.get(attribute, ())
        builder.values[attribute] = tuple(dict.fromkeys(values))


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


def _volume(builder: RisRecordBuilder) -> None:
    """Take the words off volume and issue; an issue may stand behind the volume: ``50(2)``."""
    values = builder.values
    for name in ("volume", "issue"):
        if _AHEAD_OF_PRINT.fullmatch(values.get(name, "")):
            values.update({name: "", "status": "aheadofprint"})
    if number := values.get("issue"):
        values["issue"] = volumes.issue(number)
    if text := values.get("volume"):
        volume, number = volumes.volume_and_issue(text)
        if number in ("", values.setdefault("issue", number)):
            values["volume"] = volume


def _translation(builder: RisRecordBuilder) -> None:
    """Take TT for the vernacular title where TI is NLM's translation of it.

    EndNote has it so for records of PubMed's in other languages than English. Elsewhere TT is a
    translation of the title.
    """
    is_foreign = builder.values.get("language", ("",))[0] != "eng"
    for field in builder.fields("translation")[:1]:
        if is_foreign and _is_of_nlm(builder):
            builder.values.update(original_title=field.value, translated=True)
            builder.use(field)


def _repeated_titles(builder: RisRecordBuilder) -> None:
    """Drop a short title or a note that is the title: EndNote gives it again, or ST alone."""
    values = builder.values
    short = values.get("title_short", "")
    if short and not values.get("title"):
        values["title"] = short
    title = values.get("title", "")
    if short == title:
        values["title_short"] = ""
    if notes := values.get("notes"):
        values["notes"] = tuple(note for note in notes if titles.stopped(note) != title)


def _pages(builder: RisRecordBuilder) -> None:
    """Put the first and the last page together; SP may have all pages, or an article number."""
    used = "first_page" if builder.fields("first_page") else "start_page"
    first, last = _page(builder.part(used)), _page(builder.part("last_page"))
    match = _PII.fullmatch(first)
    is_known = not match or builder.values.setdefault("number", match[1]) == match[1]
    if first and is_known:
        builder.use(*builder.fields(used)[:1])
    if match:
        first = ""
    text = _range(first, last)
    if text != first or last == first or first.endswith(f"-{last}"):
        builder.use(*builder.fields("last_page")[:1])
    if text:
        _set_pages(builder, text)


def _range(first: str, last: str) -> str:
    """Return the first and the last page as one text."""
    if last == "+":  # it goes on elsewhere
        return f"{first}+"
    if ("-" in first and "-" not in last) or last in ("", first):
        # SP has a range; a hyphen in both is one of the numbers: W4-363.
        return first
    return f"{first}-{last}".lstrip("-")


def _set_pages(builder: RisRecordBuilder, text: str) -> None:
    """Set the pages, and the article number if that is what stands there: ``e0123456``."""
    page = pages.pages(text)
    if page.first == page.last:  # 105685-105685
        page = pages.pages(page.first)
    builder.values["page"] = page
    builder.use(*(field for field in builder.fields("start_page") if field.value == page.first))
    if builder.type in ARTICLES.split() and _is_article_number(page.full, builder):
        builder.values.setdefault("number", page.full)


def _is_article_number(text: str, builder: RisRecordBuilder) -> bool:
    """Whether a single number is no page: by its form, or as the end of the DOI."""
    if _ARTICLE_NUMBER.fullmatch(text):
        return True
    doi = builder.values.get("doi", "")
    return _LONG_NUMBER.fullmatch(text) is not None and doi.endswith(text)


def _page(text: str) -> str:
    """Return pages without their label, with one hyphen in a range: ``pp. 43--47`` is ``43-47``."""
    if _NO_PAGES.fullmatch(text):
        return ""
    return _TO.sub("-", _DASHES.sub("-", _PAGE_LABEL.sub("", text))).rstrip("-")


def _accession_number(builder: RisRecordBuilder) -> None:
    """Take AN for the PMID, if it says so, or if the database is PubMed or not named."""
    databases, is_nlm = _databases(builder), _is_of_nlm(builder)
    for field in builder.fields("accession"):
        number = labelled_number(field.value)
        if _PMID.fullmatch(field.value) and is_nlm:
            number = field.value
        if number and builder.values.setdefault("pmid", number) == number:
            builder.use(field)
    pmid = builder.values.get("pmid")
    if pmid and is_nlm:
        builder.use(*databases)  # a record of PubMed's is in PubMed


def _databases(builder: RisRecordBuilder) -> list[Field]:
    """Return the fields that name the database and its provider."""
    return [*builder.fields("database"), *builder.fields("provider")]


def _is_of_nlm(builder: RisRecordBuilder) -> bool:
    """Whether the database is PubMed or MEDLINE, or not named."""
    databases = _databases(builder)
    return not databases or any(_NLM.search(field.value) for field in databases)


def _keywords(builder: RisRecordBuilder) -> None:
    """Set the keywords; several on a line have semicolons between, a star marks main ones."""
    fields = builder.fields("keyword")
    builder.use(*fields)
    stripped = dict.fromkeys(text.strip() for field in fields for text in field.value.split(";"))
    texts = filter(None, stripped)
    builder.values["keywords"] = tuple(
        Keyword(text.lstrip("*"), text.startswith("*")) for text in texts
    )
