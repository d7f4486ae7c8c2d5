"""A reference of Citavi's as a CSL-JSON item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from ..base.lazy_regex import regex
from ..tables.citavi import INHERITED, NAMES, ORGANIZATIONS, TEXTS, TYPES

_LAST_RANGE = regex(r"<os>([^<]*)</os>\s*\Z")  # of a range of pages in XML, as it was typed
Reference: TypeAlias = Mapping[str, Any]


def item_of(reference: Reference) -> dict[str, object]:
    """Return the item of a reference; of a contribution, with what its book says."""
    kind = str(reference.get("ReferenceType", ""))
    item: dict[str, object] = {
        "id": text(reference, "CitationKey") or text(reference, "Id"),
        "type": TYPES.get(kind, "document"),
        "title": _title(reference),
    }
    item |= _publication(reference)
    parent = reference.get("ParentReference")
    if isinstance(parent, Mapping):
        item["container-title"] = _title(parent)
        book = _publication({name: parent[name] for name in INHERITED & parent.keys()})
        item = {**book, **item}
    return {name: value for name, value in item.items() if value}


def text(values: Reference, name: str) -> str:
    """Return a text, which Citavi has bare or in an object of its own; ``""``: none."""
    value = values.get(name)
    if isinstance(value, Mapping):
        value = value.get("Text") or value.get("Name") or value.get("OriginalString")
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""


def _title(reference: Reference) -> str:
    title, subtitle = text(reference, "Title"), text(reference, "Subtitle")
    joint = " " if title.endswith(("?", "!", ".", ":")) else ": "
    return f"{title}{joint}{subtitle}" if title and subtitle else title or subtitle


def _publication(reference: Reference) -> dict[str, object]:
    """Return all variables but type and titles, as far as a reference has them."""
    item: dict[str, object] = {
        variable: value for name, variable in TEXTS.items() if (value := text(reference, name))
    }
    for name, variable in NAMES.items():
        item[variable] = list(_people(reference.get(name)))
    item["author"] = item["author"] or list(_people(reference.get(ORGANIZATIONS)))
    year = text(reference, "YearResolved") or text(reference, "Year")
    item["issued"] = {"raw": year} if year else None
    item["page"] = _pages(reference.get("PageRange"))
    item["publisher"] = "; ".join(_labels(reference.get("Publishers")))
    item["collection-title"] = text(reference, "SeriesTitle")
    item["keyword"] = list(_labels(reference.get("Keywords")))
    periodical = reference.get("Periodical")
    if isinstance(periodical, Mapping):
        item["container-title"] = text(periodical, "Name")
        item["container-title-short"] = text(periodical, "StandardAbbreviation")
        item["ISSN"] = [text(periodical, name) for name in ("Issn", "Eissn")
                        if text(periodical, name)]  # fmt: skip
    return {name: value for name, value in item.items() if value}


def _people(values: object) -> Iterator[dict[str, str]]:
    for person in _objects(values):
        family = " ".join(filter(None, (text(person, "Prefix"), text(person, "LastName"))))
        given = " ".join(filter(None, (text(person, "FirstName"), text(person, "MiddleName"))))
        if family and given:
            suffix = text(person, "Suffix")
            yield {"family": family, "given": given} | ({"suffix": suffix} if suffix else {})
        elif family or given:
            yield {"literal": family or given}


def _labels(values: object) -> Iterator[str]:
    return (name for value in _objects(values) if (name := text(value, "Name")))


def _objects(values: object) -> Iterator[Reference]:
    yield from (
        (each for each in values if isinstance(each, Mapping)) if isinstance(values, list) else ()
    )


def _pages(value: object) -> str:
    """Return the range of pages, an object or a text of XML; both have it as it was typed."""
    if isinstance(value, Mapping):
        return text(value, "OriginalString")
    match = _LAST_RANGE.search(value) if isinstance(value, str) else None
    return " ".join(match[1].split()) if match else ""
