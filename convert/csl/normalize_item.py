"""Small repairs of an item before it is formatted."""

from __future__ import annotations

from typing import Any

from ..base.lazy_regex import regex
from .context import Item
from .dates.raw_date import is_fuzzy, parse_raw
from .specialize import DATES

# Variables written into a note, one a line or in braces, as reference managers allow.
_VARIABLE = r"(?:[A-Z]{2,}|[a-z][a-z_-]*)"
_LINE = regex(rf"({_VARIABLE}):\s*(\S.*?)\s*")
_BRACED = regex(rf"\{{:({_VARIABLE}:[^{{}}\n]*)\}}")
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
    rest = _rest(_BRACED.sub(r"\n\1\n", str(note)).split("\n"), item, found)
    if not found:
        return item
    return {key: value for key, value in {**item, "note": rest, **found}.items() if value != ""}


def _rest(lines: list[str], item: Item, found: dict[str, Any]) -> str:
    """Take the variables from a note's first lines; return what is left of it.

    A line of text may come before them; one after them ends them (as citeproc-js).
    """
    kept = []
    for at, line in enumerate(lines):
        match = _LINE.fullmatch(line)
        if match is None or not _take(item, found, *match.groups()):
            kept.append(line)
        if match is None and at and line.strip():
            kept += lines[at + 1 :]
            break
    return "\n".join(kept).strip()


def _take(item: Item, found: dict[str, Any], name: str, text: str) -> bool:
    """Note a variable, unless the item has it; dates and the type win over the item's own."""
    if name in DATES:
        found[name] = _date(text)
    elif name == "type":
        found[name] = text
    elif item.get(name):
        return False
    elif name in _NAMES:
        family, _, given = text.partition("||")
        one = {"family": family.strip(), "given": given.strip()} if given else {"literal": text}
        found.setdefault(name, []).append(one)
    else:
        found[name] = text
    return True


def _date(text: str) -> dict[str, Any]:
    parts = parse_raw(text)
    if not parts:
        return {"literal": text}
    date: dict[str, Any] = {"date-parts": [[part for part in one if part] for one in parts]}
    return {**date, "circa": True} if is_fuzzy(text) else date
