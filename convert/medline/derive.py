"""What several tags of a record say together: its type, DOI, article number, titles."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import zip_longest
from typing import Any

from convert.codecs import identifiers, titles
from convert.model import Abstract, Identifier
from convert.tables.kinds import KINDS, Kind

Values = dict[str, Any]
Groups = dict[str, list[str]]
Tell = Callable[[str, str, str], None]

_KINDS = {kind.name: (rank, kind) for rank, kind in enumerate(KINDS)}
_LABEL = re.compile(r"\b(eCollection|Print) ?(?=\d{4})")
_NUMBERED = re.compile(r"(?=.*\d)[A-Za-z]{0,14}[\w.]{1,30}")  # a PII that readers would cite
_PAGE = re.compile(r"[A-Z]{1,2}\d{1,4}|\d+[A-Z]|[ivxlc]+|[IVXLC]+")  # S29, 12S, iii
_ONE = re.compile(r"[\w.]+")
_BOOKS = "https://www.ncbi.nlm.nih.gov/books/"


def derive(values: Values, groups: Groups, tell: Tell) -> None:
    """Add to ``values`` what no tag says alone; ``tell`` takes code, tag and message."""
    _titles(values, groups)
    _type(values, groups)
    _identifiers(values, groups, tell)
    _number(values, groups)
    if "OAB" in groups or "OABL" in groups:
        _abstracts(values, groups)
    if "SO" in groups and (found := _LABEL.search(groups["SO"][0])):
        # No other tag tells how the date is to be called, or that it is called at all.
        values["issue_label"] = found[1]
    received = [event for event in values.get("history", ()) if event.kind == "received"]
    if received:
        values["submitted"] = received[0].date


def _titles(values: Values, groups: Groups) -> None:
    """Set the title: TI, without it a book's (BTI), without both the vernacular one."""
    text = groups.get("TI", [""])[0]
    title, translated = titles.title(text) if text else ("", False)
    original = values.get("original_title", "")
    if translated and title == titles.NOT_AVAILABLE and original:
        title, translated = original, False  # NLM's way to say that nobody translated it
    if not title and "BTI" in groups:
        title = values.pop("container_title", "")
    values["title"] = title or original
    values["translated"] = translated


def _type(values: Values, groups: Groups) -> None:
    """Set type and genre from the weightiest publication type, and from the book's title."""
    journal = "JT" in groups or "TA" in groups
    kind = _heaviest(groups.get("PT", ()), journal)
    if "BTI" in groups and not journal:
        values["type"] = "chapter" if "TI" in groups else "book"
    elif kind:
        values["type"], values["genre"] = kind.type, kind.genre


def _heaviest(types: Any, journal: bool) -> Kind | None:
    found = [
        _KINDS[name]
        for name in map(str.lower, types)
        if name in _KINDS and (_KINDS[name][1].journal or not journal)
    ]
    return min(found)[1] if found else None


def _identifiers(values: Values, groups: Groups, tell: Tell) -> None:
    """Find DOI, PII, PMCID, manuscript and book numbers among LID, AID, OID and MID."""
    every: tuple[Identifier, ...] = values.get("identifiers", ())
    if "MID" in groups:
        values["nihmsid"] = _manuscript(groups["MID"])
        every += tuple(Identifier("mid", text, "MID") for text in groups["MID"])
        values["identifiers"] = every
    if not every:
        return
    ordered = sorted(every, key=lambda each: each.tag != "LID")
    dois = [each for each in ordered if each.scheme == "doi"]
    found = _dois(dois, tell)
    piis = [each.value for each in ordered if each.scheme == "pii"]
    hidden = [each for each in piis if identifiers.doi(each)]
    values["doi"] = _own_doi(found, "BTI" in groups) or (hidden[0] if hidden else "")
    values["pii"] = next((each for each in piis if each and each not in hidden), "")
    _numbers(values, every)


def _dois(typed: list[Identifier], tell: Tell) -> list[Identifier]:
    """Give the true DOIs among those marked so, and tell of the false ones."""
    found = []
    for each in typed:
        if identifiers.doi(each.value):
            found.append(each)
        else:
            tell("bad-doi", each.tag, f"{each.value!r} is no DOI: expected 10.number/name")
    return found


def _own_doi(found: list[Identifier], book: bool) -> str:
    """Choose among DOIs: LID's, which NLM prints; of a chapter AID's, for LID has the book's."""
    if book:
        found = sorted(found, key=lambda each: each.tag == "LID")
    return identifiers.doi(found[0].value) if found else ""


def _manuscript(texts: list[str]) -> str:
    """Choose the NIH's manuscript number among several archives'."""
    return next((text for text in texts if text.startswith("NIHMS")), texts[0])


def _numbers(values: Values, every: tuple[Identifier, ...]) -> None:
    """Set PMCID and book number from where old records and books have them."""
    for each in every:
        if each.scheme == "bookaccession":
            values.setdefault("nbk", each.value)
            values.setdefault("url", f"{_BOOKS}{each.value}/")
        elif each.scheme == "pmc" and each.value:
            values.setdefault("pmcid", identifiers.pmcid(each.value))
        elif each.tag == "OID" and (found := identifiers.pmcid_in(each.value)):
            values.setdefault("pmcid", found)


def _number(values: Values, groups: Groups) -> None:
    """Set the article number where the record has one in the place of pages.

    A LID without a kind is one. So is PG where it equals a LID, or is one word that is
    neither a page nor a range; and, without PG, the PII in LID that NLM prints there.
    """
    located = [each for each in values.get("identifiers", ()) if each.tag == "LID"]
    bare = [each.value for each in located if not each.scheme]
    page = groups.get("PG", [""])[0]
    if page:
        if page in bare or page in [each.value for each in located] or _is_number(page, values):
            values["number"] = page
        return
    piis = [each.value for each in located if each.scheme == "pii"]
    found = bare or [pii for pii in piis if _NUMBERED.fullmatch(pii)]
    if found:
        values["number"] = found[0]


def _is_number(page: str, values: Values) -> bool:
    """Tell an article number from a page by its looks, where no LID tells."""
    if "-" in page:
        pages = values["page"]
        return not pages.last and " " not in page and "," not in page
    if not _ONE.fullmatch(page):
        return False
    if values.get("status") == "epublish":
        return True
    return not page.isdecimal() and not _PAGE.fullmatch(page)


def _abstracts(values: Values, groups: Groups) -> None:
    """Pair other abstracts with their languages."""
    pairs = zip_longest(groups.get("OAB", ()), groups.get("OABL", ()), fillvalue="")
    values["other_abstracts"] = tuple(Abstract(text, language) for text, language in pairs)
