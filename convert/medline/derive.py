"""What several tags of a record say together: its type, DOI, article number, titles."""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest
from typing import Any

from ..base.lazy_regex import regex
from ..codecs import dates, identifiers, pages, titles
from ..model.values import Abstract, Date
from ..tables.kinds import KINDS, Kind
from . import eric

Groups = dict[str, list[str]]
Values = dict[str, Any]

# The attributes that `derive` sets; no row of the table does it alone.
DERIVED = frozenset(
    (
        "title", "translated", "container_title", "type", "genre", "doi", "pii", "pmcid",
        "nihmsid", "nbk", "url", "number", "issue_label",
    )
)  # fmt: skip

_KINDS = {kind.name: (rank, kind) for rank, kind in enumerate(KINDS)}
_LABEL = regex(r"\b(eCollection|Print) ?(?=\d{4})")
# PubMed XML's PubModel: in what the date differs from the electronic one.
_MODELS = {"Electronic-eCollection": "eCollection", "Electronic-Print": "Print"}
_NUMBERED = regex(r"(?=.*\d)[A-Za-z]{0,14}[\w.]{1,30}")  # a PII that readers would cite
_PAGE = regex(r"[A-Z]{1,2}\d{1,4}|\d+[A-Z]|[ivxlc]+|[IVXLC]+")  # S29, 12S, iii
_ONE = regex(r"[\w.]+")
BOOKS = "https://www.ncbi.nlm.nih.gov/books/"


def derive(values: Values, groups: Groups) -> None:
    """Add to ``values`` what no tag says alone."""
    _titles(values, groups)
    journal = "JT" in groups or "TA" in groups
    if groups.get("OWN") == ["ERIC"]:
        journal = eric.derive(values, groups)
    _type(values, groups, journal)
    _identifiers(values, groups)
    if number := _number(values, groups):
        values["number"] = number
    source = values.get("source_line", "")
    # No other tag tells how the date is to be called, or that it is called at all.
    if ("eCollection" in source or "Print" in source) and (found := _LABEL.search(source)):
        values["issue_label"] = found[1]
    elif model := _MODELS.get(_first(groups, "PUBM")):
        values["issue_label"] = model


def _first(groups: Groups, *tags: str) -> str:
    """Give the first text that one of ``tags`` has."""
    for tag in tags:
        if tag in groups and groups[tag][0]:
            return groups[tag][0]
    return ""


def _titles(values: Values, groups: Groups) -> None:
    """Set the titles: TI, without it a book's (BTI), without both the vernacular one."""
    title, translated = titles.title(groups["TI"][0]) if "TI" in groups else ("", False)
    book = _first(groups, "BTI", "BTT")
    if translated and title == titles.NOT_AVAILABLE and "TT" in groups:
        title, translated = "", False  # NLM's way to say that nobody translated it
    inside = _first(groups, "JT") or (book if title else "")
    values["container_title"] = titles.stopped(inside)
    values["title"] = title or titles.stopped(book or _first(groups, "TT"))
    values["translated"] = translated


def _type(values: Values, groups: Groups, journal: bool) -> None:
    """Set type and genre by the publication types, and by a book's title."""
    if "BTI" in groups and not journal:
        values["type"] = "chapter" if "TI" in groups else "book"
    elif kind := _kind(values.get("publication_types", ()), journal):
        values["type"] = kind.type
        values.setdefault("genre", kind.genre)


@lru_cache(maxsize=256)
def _kind(types: tuple[str, ...], journal: bool) -> Kind | None:
    """Give the weightiest of some publication types."""
    found = [
        _KINDS[name]
        for name in map(str.lower, types)
        if name in _KINDS and (_KINDS[name][1].journal or not journal)
    ]
    return min(found)[1] if found else None


def _identifiers(values: Values, groups: Groups) -> None:
    """Set the identifiers that LID, AID, PMC, OID and MID hold.

    The DOI is LID's, which NLM prints, then AID's; of a chapter AID's, for its LID has the
    book's. A DOI that is marked as a PII serves where there is no other.
    """
    tags = ("AID", "LID") if "BTI" in groups else ("LID", "AID")
    hidden = ""
    for text in [text for tag in tags for text in groups.get(tag, ())]:
        value, _, kind = text.rpartition(" [")
        if not text.endswith("]") or text.startswith("http"):
            _address(values, text.removesuffix(" [pii]"))
            continue
        found = identifiers.doi(value) if kind in ("doi]", "pii]") else ""
        if kind == "doi]" and found:
            values.setdefault("doi", found)
        elif found:
            hidden = hidden or found
        elif kind == "pii]" and value:
            values.setdefault("pii", value)
        elif kind == "bookaccession]":
            values.setdefault("nbk", value)
            values.setdefault("url", f"{BOOKS}{value}/")
        elif kind == "pmc]":
            values.setdefault("pmcid", identifiers.pmcid(value))
    if hidden:
        values.setdefault("doi", hidden)
    _archives(values, groups)


def _address(values: Values, text: str) -> None:
    """Take a bare LID or AID that is an address (ERIC's are), perhaps a DOI's."""
    if found := identifiers.doi(text):
        values.setdefault("doi", found)
    elif text.startswith("http"):
        values.setdefault("url", text)


def _archives(values: Values, groups: Groups) -> None:
    """Set PMCID and manuscript number; old records have the PMCID in OID."""
    if "PMC" in groups:
        values["pmcid"] = identifiers.pmcid(groups["PMC"][0])
    elif "OID" in groups and "pmcid" not in values:
        found = filter(None, map(identifiers.pmcid_in, groups["OID"]))
        values["pmcid"] = next(found, "")
    if "MID" in groups:
        texts = groups["MID"]
        nih = (text for text in texts if text.startswith("NIHMS"))
        values["nihmsid"] = next(nih, texts[0])
    if "URL" in groups:
        values["url"] = groups["URL"][0]


def _number(values: Values, groups: Groups) -> str:
    """Give the article number where the record has one in the place of pages.

    A LID without a kind is one. So is PG where it equals a LID, or is one word that is
    neither a page nor a range; and, without PG, the PII in LID that NLM prints there.
    """
    located = groups.get("LID", ())
    page = _first(groups, "PG")
    if page:
        same = page in located or f"{page} [pii]" in located
        return page if same or _is_number(page, values) else ""
    for text in located:
        if text and not text.endswith("]") and not text.startswith("http"):
            return text
    piis = [text[:-6] for text in located if text.endswith(" [pii]")]
    return next(filter(_NUMBERED.fullmatch, piis), "")


def _is_number(page: str, values: Values) -> bool:
    """Tell an article number from a page by its looks, where no LID tells."""
    if "-" in page:
        return pages.is_numbered(page)
    if not _ONE.fullmatch(page):
        return False
    if values.get("status") == "epublish":
        return True
    return not page.isdecimal() and not _PAGE.fullmatch(page)


def submitted(groups: Groups) -> Date | None:
    """Give the date on which the article was received."""
    received = [text for text in groups.get("PHST", ()) if text.endswith("[received]")]
    return dates.event(received[0]).date if received else None


def other_abstracts(groups: Groups) -> tuple[Abstract, ...]:
    """Pair other abstracts with their languages."""
    pairs = zip_longest(groups.get("OAB", ()), groups.get("OABL", ()), fillvalue="")
    return tuple(Abstract(text, language) for text, language in pairs)
