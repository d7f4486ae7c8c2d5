"""Small repairs of an item before it is formatted."""

from __future__ import annotations

import re
from typing import Any

from convert.csl.context import Item
from convert.csl.rawdate import parse_raw
from convert.csl.shape import DATES

# Variables written into a note, one a line or in braces, as reference managers allow.
_LINE = re.compile(r"^\{?:?([a-z][a-zA-Z-]*):\s*([^}\n]+?)\}?\s*$")
_BRACED = re.compile(r"\{:([a-zA-Z-]+):\s*([^}\n]+)\}")
_NAMES = frozenset(
    {
        "author",
        "chair",
        "collection-editor",
        "compiler",
        "composer",
        "container-author",
        "contributor",
        "curator",
        "director",
        "editor",
        "editorial-director",
        "executive-producer",
        "guest",
        "host",
        "illustrator",
        "interviewer",
        "narrator",
        "organizer",
        "original-author",
        "performer",
        "producer",
        "recipient",
        "reviewed-author",
        "script-writer",
        "series-creator",
        "translator",
    }
)


def prepared(item: Item) -> Item:
    """Return ``item`` without empty variables, those that its note carries set apart from it."""
    if not all(item.values()):
        item = {key: value for key, value in item.items() if value or value == 0}
    note = item.get("note")
    if not note or ":" not in str(note):
        return item
    found: dict[str, Any] = {}
    for match in _BRACED.finditer(note):
        _take(found, match.group(1), match.group(2))
    for line in str(note).splitlines():
        match_line = _LINE.match(line)
        if match_line is None:
            break
        _take(found, match_line.group(1), match_line.group(2))
    if not found:
        return item
    return {**item, **{key: value for key, value in found.items() if _absent(item, key)}}


def _absent(item: Item, key: str) -> bool:
    return not item.get(key) or key in DATES or key == "type"


def _take(found: dict[str, Any], name: str, text: str) -> None:
    text = text.strip()
    if name in DATES:
        parts = parse_raw(text)
        if parts:
            found[name] = {"date-parts": [[part for part in one if part] for one in parts]}
    elif name in _NAMES:
        family, _, given = text.partition("||")
        name_value = {"family": family.strip(), "given": given.strip()}
        found.setdefault(name, []).append(name_value if given else {"literal": text})
    else:
        found[name] = text
