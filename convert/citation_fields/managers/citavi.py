"""Citavi: a content control around a field, whose code has its references as JSON in base64.

Citavi 5 and older have fields of their own, which hold no more than names of references.
"""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Mapping
from typing import Any

from ...base.lazy_regex import regex
from ...csl_json.build import build_record
from ...csl_json.record_builder import ItemPlace
from ...model.record import Record
from ...ooxml.paragraphs import WordField
from ..citavi_item import Reference, item_of, text
from ..field_cite import FieldCite, FieldPlace, Manager

_DATA = regex(r"ADDIN\s+CitaviPlaceholder\s*\{?([A-Za-z0-9+/=\s]+)")
_FORMAT = "citavi"


def read(field: WordField, place: FieldPlace) -> list[FieldCite]:
    """Return what a citation cites."""
    match = _DATA.search(field.code)
    if match is None:
        message = "the citation is of Citavi 5 or older: open the document with Citavi 6; skipped"
        place.report.error("unread-field", place.where, message)
        return []
    try:
        data = json.loads(b64decode("".join(match[1].split()) + "==").decode("utf-8-sig"))
        entries = [entry for entry in _resolved(data)["Entries"] if isinstance(entry, Mapping)]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        message = f"the citation's field cannot be read ({error}); skipped"
        place.report.error("bad-json", place.where, message)
        return []
    return [_cite(entry, place) for entry in entries]


def _resolved(data: Any) -> Any:
    """Return JSON in which an object that stands there once is repeated where it is named.

    The first time an object has an ``$id``, then it is only ``{"$ref": ...}``.
    """
    known: dict[str, Any] = {}

    def resolve(value: Any) -> Any:
        if isinstance(value, list):
            return [resolve(each) for each in value]
        if not isinstance(value, dict):
            return value
        if "$ref" in value:
            return known.get(str(value["$ref"]), {})
        copy: dict[str, Any] = {}
        if "$id" in value:
            known[str(value["$id"])] = copy
        copy.update((name, resolve(each)) for name, each in value.items())
        return copy

    return resolve(data)


def _cite(entry: Mapping[str, Any], place: FieldPlace) -> FieldCite:
    reference = entry.get("Reference")
    item = item_of(reference) if isinstance(reference, Mapping) else None
    locator = text(entry, "PageRange")
    return FieldCite(
        _record(item, place) if item else None,
        f"citavi:{_name(entry, reference)}",
        locator=locator,
        label="page" if locator else "",
        prefix=_raw(entry, "Prefix"),
        suffix=_raw(entry, "Suffix"),
        item=item,
    )


def _name(entry: Mapping[str, Any], reference: Reference | None) -> str:
    return text(entry, "ReferenceId") or (text(reference, "Id") if reference else "")


def _raw(entry: Mapping[str, Any], name: str) -> str:
    """Return a text with the blanks at its ends, which part it from the cite."""
    value = entry.get(name)
    return value if isinstance(value, str) else ""


def _record(item: dict[str, object], place: FieldPlace) -> Record:
    return build_record(item, ItemPlace(place.where.file, 0, _FORMAT), place.report)


MANAGER = Manager(
    "Citavi",
    regex(r"CitaviPlaceholder#|\s*ADDIN\s+CitaviPlaceholder\b|\s*ADDIN\s+CITAVI\.PLACEHOLDER\b"),
    regex(r"CitaviBibliography\b|\s*ADDIN\s+(?:CitaviBibliography|CITAVI[. ]BIBLIOGRAPHY)\b"),
    read,
)
