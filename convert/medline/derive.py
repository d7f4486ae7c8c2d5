"""What several tags of a record say together: its type, DOI, article number, titles."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import zip_longest
from typing import Any

from convert.codecs import dates, identifiers, pages, titles
from convert.model import Abstract, Date, Identifier
from convert.tables.kinds import KINDS, Kind

Groups = dict[str, list[str]]

_KINDS = {kind.name: (rank, kind) for rank, kind in enumerate(KINDS)}
_LABEL = re.compile(r"\b(eCollection|Print) ?(?=\d{4})")
_NUMBERED = re.compile(r"(?=.*\d)[A-Za-z]{0,14}[\w.]{1,30}")  # a PII that readers would cite
_PAGE = re.compile(r"[A-Z]{1,2}\d{1,4}|\d+[A-Z]|[ivxlc]+|[IVXLC]+")  # S29, 12S, iii
_ONE = re.compile(r"[\w.]+")
_BOOKS = "https://www.ncbi.nlm.nih.gov/books/"


def _first(groups: Groups, *tags: str) -> str:
    """Give the first text that one of ``tags`` has."""
    return next((groups[tag][0] for tag in tags if tag in groups and groups[tag][0]), "")


@lru_cache(maxsize=64)
def _titled(text: str, original: str) -> tuple[str, bool]:
    """Give a title and whether NLM translated it, of TI and TT."""
    title, translated = titles.title(text)
    if translated and title == titles.NOT_AVAILABLE and original:
        return "", False  # NLM's way to say that nobody translated it
    return title, translated


def title(groups: Groups) -> str:
    """Give the title: TI, without it a book's (BTI), without both the vernacular one."""
    found, _ = _titled(_first(groups, "TI"), _first(groups, "TT"))
    return found or titles.stopped(_first(groups, "BTI", "BTT", "TT"))


def translated(groups: Groups) -> bool:
    """Tell whether the title is NLM's translation."""
    return _titled(_first(groups, "TI"), _first(groups, "TT"))[1]


def container_title(groups: Groups) -> str:
    """Give what the item is in: the journal, or a chapter's book."""
    book = _first(groups, "BTI", "BTT") if "TI" in groups else ""
    return titles.stopped(book or _first(groups, "JT"))


@lru_cache(maxsize=256)
def _kind(types: tuple[str, ...], journal: bool) -> Kind | None:
    """Give the weightiest of some publication types."""
    found = [
        _KINDS[name]
        for name in map(str.lower, types)
        if name in _KINDS and (_KINDS[name][1].journal or not journal)
    ]
    return min(found)[1] if found else None


def _type_and_genre(groups: Groups) -> tuple[str, str]:
    """Give type and genre by the publication types, and by a book's title."""
    journal = "JT" in groups or "TA" in groups
    if "BTI" in groups and not journal:
        return ("chapter" if "TI" in groups else "book"), ""
    kind = _kind(tuple(groups.get("PT", ())), journal)
    return (kind.type, kind.genre) if kind else ("article-journal", "")


def _typed(groups: Groups, *tags: str) -> list[Identifier]:
    return [
        identifiers.identifier(text, tag) for tag in tags for text in groups.get(tag, ()) if text
    ]


def every_identifier(groups: Groups) -> tuple[Identifier, ...]:
    """Give all of LID, AID, OID and MID as they stand."""
    others = [identifiers.other(text) for text in groups.get("OID", ())]
    manuscripts = [Identifier("mid", text, "MID") for text in groups.get("MID", ())]
    return (*_typed(groups, "LID", "AID"), *others, *manuscripts)


def doi(groups: Groups) -> str:
    """Choose the DOI: LID's, which NLM prints; of a chapter AID's, for LID has the book's.

    Failing both, a DOI that is marked as a PII.
    """
    tags = ("AID", "LID") if "BTI" in groups else ("LID", "AID")
    for mark in ("[doi]", "[pii]"):
        for tag in tags:
            for text in groups.get(tag, ()):
                if text.endswith(mark) and (found := identifiers.doi(text[: -len(mark)])):
                    return found
    return ""


def pii(groups: Groups) -> str:
    """Give the publisher's identifier; a DOI in its place is none."""
    typed = [each.value for each in _typed(groups, "LID", "AID") if each.scheme == "pii"]
    return next((text for text in typed if text and not identifiers.doi(text)), "")


def pmcid(groups: Groups) -> str:
    """Give the PMCID: PMC's, or where old records and PMC's display have it."""
    if text := _first(groups, "PMC"):
        return identifiers.pmcid(text)
    typed = [each.value for each in _typed(groups, "AID") if each.scheme == "pmc"]
    if typed:
        return identifiers.pmcid(typed[0])
    return next(filter(None, map(identifiers.pmcid_in, groups.get("OID", ()))), "")


def nihmsid(groups: Groups) -> str:
    """Give the NIH's manuscript number, else another archive's."""
    texts = groups.get("MID", [""])
    return next((text for text in texts if text.startswith("NIHMS")), texts[0])


def nbk(groups: Groups) -> str:
    """Give the number of a book on NCBI's Bookshelf."""
    typed = [each.value for each in _typed(groups, "AID") if each.scheme == "bookaccession"]
    return typed[0] if typed else ""


def url(groups: Groups) -> str:
    """Give the address that the record has, or that its Bookshelf number makes."""
    number = nbk(groups)
    return _first(groups, "URL") or (f"{_BOOKS}{number}/" if number else "")


def number(groups: Groups) -> str:
    """Give the article number where the record has one in the place of pages.

    A LID without a kind is one. So is PG where it equals a LID, or is one word that is
    neither a page nor a range; and, without PG, the PII in LID that NLM prints there.
    """
    located = _typed(groups, "LID")
    page = _first(groups, "PG")
    if page:
        same = page in [each.value for each in located]
        return page if same or _is_number(page, groups) else ""
    bare = [each.value for each in located if not each.scheme]
    piis = [each.value for each in located if each.scheme == "pii"]
    return next(iter(bare or filter(_NUMBERED.fullmatch, piis)), "")


def _is_number(page: str, groups: Groups) -> bool:
    """Tell an article number from a page by its looks, where no LID tells."""
    if "-" in page:
        return pages.is_numbered(page)
    if not _ONE.fullmatch(page):
        return False
    if _first(groups, "PST") == "epublish":
        return True
    return not page.isdecimal() and not _PAGE.fullmatch(page)


def issue_label(groups: Groups) -> str:
    """Give how SO names the issue's date (``eCollection``); no other tag says it."""
    found = _LABEL.search(_first(groups, "SO"))
    return found[1] if found else ""


def submitted(groups: Groups) -> Date | None:
    """Give the date on which the article was received."""
    received = [text for text in groups.get("PHST", ()) if text.endswith("[received]")]
    return dates.event(received[0]).date if received else None


def other_abstracts(groups: Groups) -> tuple[Abstract, ...]:
    """Pair other abstracts with their languages."""
    pairs = zip_longest(groups.get("OAB", ()), groups.get("OABL", ()), fillvalue="")
    return tuple(Abstract(text, language) for text, language in pairs)


DERIVED: dict[str, Callable[[Groups], Any]] = {
    "title": title,
    "translated": translated,
    "container_title": container_title,
    "type": lambda groups: _type_and_genre(groups)[0],
    "genre": lambda groups: _type_and_genre(groups)[1],
    "identifiers": every_identifier,
    "doi": doi,
    "pii": pii,
    "pmcid": pmcid,
    "nihmsid": nihmsid,
    "nbk": nbk,
    "url": url,
    "number": number,
    "issue_label": issue_label,
    "submitted": submitted,
    "other_abstracts": other_abstracts,
}
