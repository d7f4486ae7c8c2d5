"""CSL-JSON, which several programs give of whatever they read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.receivers.entry import Entry, Person, entry, person

Item = Mapping[str, Any]


def read(item: Item) -> Entry:
    """Return the facts of an item."""
    return entry(
        key=str(item.get("id", "")),
        title=item.get("title"),
        authors=[_person(name) for name in item.get("author", ())],
        editors=[_person(name) for name in item.get("editor", ())],
        journal=item.get("container-title"),
        abbreviation=[item.get("container-title-short"), item.get("journalAbbreviation")],
        volume=_text(item, "volume"),
        issue=_text(item, "issue"),
        pages=_text(item, "page"),
        number=_text(item, "number"),
        date=_date(item.get("issued", {})),
        doi=item.get("DOI"),
        pmid=_text(item, "PMID"),
        pmcid=item.get("PMCID"),
        issn=item.get("ISSN"),
        isbn=item.get("ISBN"),
        url=item.get("URL"),
        abstract=item.get("abstract"),
        keywords=item.get("keyword"),
        language=item.get("language"),
        publisher=item.get("publisher"),
        place=[item.get("publisher-place"), item.get("event-place")],
        edition=_text(item, "edition"),
        notes=[item.get("note"), item.get("annote")],
    )


def _text(item: Item, variable: str) -> str:
    return str(item.get(variable, ""))


def _person(name: Mapping[str, str]) -> Person:
    particles = [name.get(f"{kind}-particle", "") for kind in ("dropping", "non-dropping")]
    family = name.get("literal") or name.get("family", "")
    return person(
        " ".join(particles).strip(), family, name.get("given", ""), name.get("suffix", "")
    )


def _date(date: Mapping[str, Any]) -> list[str]:
    """Return start and end as EDTF; a season is month 21 to 24."""
    parts = date.get("date-parts") or []
    season = str(date.get("season", ""))
    dates = [[str(part).zfill(2) for part in point if part] for point in parts]
    if season and dates and len(dates[0]) == 1:
        dates[0].append(season if len(season) == 2 else f"2{season}")
    return ["-".join(point) for point in dates] or [date.get("raw", "") or date.get("literal", "")]
