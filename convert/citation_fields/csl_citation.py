"""The JSON of Zotero's and Mendeley's citations: a cluster of cites, each with its item."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from ..base.lazy_regex import regex
from ..csl_json.build import build_record
from ..csl_json.record_builder import ItemPlace
from ..model.record import Record
from .field_cite import FieldCite, FieldPlace

# The ids by which programs number items; any other is a citation key, or medcite's.
_NUMBERED = regex(r"\d+|ITEM-\d+|https?://.*|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def read(text: str, place: FieldPlace) -> list[FieldCite]:
    """Return the cites in a text that has the JSON from its first brace to its last."""
    try:
        items = _parsed(text)["citationItems"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        message = f"the citation's field cannot be read ({error}); skipped"
        place.report.error("bad-json", place.where, message)
        return []
    return [_cite(item, place) for item in items]


def citation_of(text: str) -> dict[str, Any]:
    """Return the citation in a text, ``{}`` if there is none that can be read."""
    try:
        return _parsed(text)
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}


def _parsed(text: str) -> dict[str, Any]:
    """Return the JSON from the first brace of a text to its last, with objects as its items."""
    citation = json.loads(text[text.index("{") : text.rindex("}") + 1])
    citation["citationItems"] = [
        item for item in citation["citationItems"] if isinstance(item, dict)
    ]
    return dict(citation)


def _cite(cited: Mapping[str, Any], place: FieldPlace) -> FieldCite:
    item = cited.get("itemData")
    item = item if isinstance(item, dict) else None
    uris = cited.get("uris") or cited.get("uri") or ()
    uris = (uris,) if isinstance(uris, str) else tuple(map(str, uris))
    name = uris[0] if uris else str(cited.get("id", ""))
    return FieldCite(
        _record(item, place) if item else None,
        name,
        _text(cited, "locator"),
        _text(cited, "label") if cited.get("locator") else "",
        _text(cited, "prefix"),
        _text(cited, "suffix"),
        cited.get("suppress-author") is True,
        cited.get("author-only") is True,
        uris,
        item,
    )


def _record(item: dict[str, object], place: FieldPlace) -> Record:
    if _NUMBERED.fullmatch(str(item.get("id", ""))):
        item = {name: value for name, value in item.items() if name != "id"}
    return build_record(item, ItemPlace(place.where.file, place.where.line), place.report)


def _text(cited: Mapping[str, Any], name: str) -> str:
    value = cited.get(name)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
