"""Take a source line apart, in whichever dialect it is written."""

from __future__ import annotations

import re

from ...base.frozen import Frozen
from ...base.lazy_regex import regex
from .dates import WORDS

_DATE = rf"\d{{4}}(?:(?: ?[-/–] ?| )(?:\d{{4}}|\d\d?(?!\d)|{WORDS}))*\.?"
_HEAD = regex(rf"(?P<journal>.*?)\.? (?P<date>{_DATE})(?P<rest>[;:.].*|)")
_ISSUE = regex(
    r"(?:;(?P<volume>[^(:;]*)(?:\((?P<issue>(?:[^()]|\([^()]*\))*)\))?|:(?P<bare>[\w .-]+)(?=:))?"
    r"(?::(?P<page>.*))?"
)
# What may stand at the line's end, each once.
_TAIL = {
    "preprint": regex(r"(.*[.\]] ?)(Preprint)\."),
    "ahead": regex(r"(.*\. ?)(Online ahead of print)\."),
    "label": regex(r"(.*\. ?)((?:eCollection|Print) ?[^:;.]*)\."),
    "epub": regex(r"(.*\. ?)Epub ?([^:;.]*)\.?"),
    "doi": regex(r"(.*?\.? ?)\bdoi: ?(.*?)\.?"),
    "pii": regex(r"(.*?\. ?)pii: ?(.*?)\.?"),
}


class SourceLine(Frozen):
    """What a source line says. ``rest`` is what no rule understood: text is never dropped.

    ``label`` is the issue's date with its name (``eCollection 2022``); ``None`` stands for a
    piece that is not there at all, ``""`` for one that is there and empty (``Epub .``).
    """

    journal: str = ""
    date: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    pii: str | None = None
    doi: str | None = None
    epub: str | None = None
    label: str | None = None
    ahead: str | None = None
    preprint: str | None = None
    rest: str = ""


def parse(text: str, journal: str = "") -> SourceLine:
    """Read a source line; ``journal`` is its abbreviated title, where that is known."""
    text = " ".join(text.split())
    text, source = _tail(text)
    if journal and text.startswith(journal):
        # The title itself may hold what looks like a date: `J Physiol (1985). 2001 Mar`.
        match = _HEAD.fullmatch("J" + text[len(journal) :])
        return _head(source, match, journal) if match else source.replace(rest=text)
    match = _HEAD.fullmatch(text)
    return _head(source, match, "") if match else source.replace(rest=text)


def _tail(text: str) -> tuple[str, SourceLine]:
    """Take off what stands after the pages, in any order; return the rest, and what it was."""
    pieces: dict[str, str] = {}
    while True:
        for name, pattern in _TAIL.items():
            if name not in pieces and (match := pattern.fullmatch(text)):
                text, pieces[name] = match[1].rstrip(), match[2]
                break
        else:
            return text, SourceLine(**pieces)


def _head(source: SourceLine, match: re.Match[str], journal: str) -> SourceLine:
    """Add what stands before the DOI: journal, date, volume, issue, pages."""
    title = journal + match["journal"][1:] if journal else match["journal"]
    if title.endswith(" [Preprint]"):
        title = title.removesuffix(" [Preprint]")
        source = source.replace(preprint="Preprint")
    rest = match["rest"].removesuffix(".")
    place = _ISSUE.fullmatch(rest)
    if place is None:
        return source.replace(journal=title, date=match["date"].rstrip("."), rest=rest)
    return source.replace(
        journal=title,
        date=match["date"].rstrip("."),
        volume=place["volume"] or place["bare"] or "",
        issue=place["issue"] or "",
        page=place["page"] or "",
    )
