"""The dates of a citation in JATS, as RIS has them."""

from __future__ import annotations

from ..base.lazy_regex import regex
from ..xml.node import Node

_WORDS = regex(r"^\D*?(?=\d{4}\b|\d{1,2}\b|[A-Z][a-z]{2,8}\b \d)")
_AROUND = " .,;()[]"


def day_of(year: Node, month: str, day: str, season: str) -> str:
    """Return the date of a year, by what stands beside it or in its attribute.

    It is ``""`` if there is only the year.
    """
    text, iso = year.text().strip(_AROUND), year.attributes.get("iso-8601-date", "")
    parts = [part for part in (month, day) if part]
    if "-" in iso and not parts:
        return iso
    if parts and all(map(str.isdecimal, parts)):
        return "/".join((text, *parts))
    return " ".join((text, *parts, season)).strip() if parts or season else ""


def date_of(date: Node) -> str:
    """Return the date of an element with parts, or with a text."""
    parts = {child.tag: child.text() for child in date.children}
    known = (parts.get(name) for name in ("year", "month", "day", "season"))
    words = " ".join(filter(None, known))
    return date.attributes.get("iso-8601-date") or words or date.text()


def date_in_citation(node: Node) -> str:
    """Return a date without the words before it: ``cited 2012 Oct 10``."""
    iso = node.attributes.get("iso-8601-date", "").replace("-", "/")
    return iso or _WORDS.sub("", node.text(), count=1).strip(_AROUND)
