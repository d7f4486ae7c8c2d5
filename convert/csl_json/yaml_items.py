"""Items of CSL-JSON as those of CSL's YAML, whose texts are Markdown, and back.

YAML that was written by hand or for pandoc-citeproc has a name or date where CSL-JSON has a list,
and dates as mappings of their units.
"""

from __future__ import annotations

from collections.abc import Callable

from ..markup.csl_markdown import encode, encode_plain
from ..markup.csl_markdown_read import decode, decode_plain
from ..tables.csl_variables import DATES, NAMES
from ..tables.csl_yaml import IDENTIFIERS, NO_MARKUP
from .items import Item

_UNITS = ("year", "month", "day")
_PLAIN = IDENTIFIERS | NAMES | DATES


def from_yaml(value: object) -> Item:
    """Return an item as CSL-JSON has it; nothing if ``value`` is no mapping."""
    if not isinstance(value, dict):
        return {}
    item = {
        name: part if name in NO_MARKUP else _spelt(part, _reading(name))
        for name, part in value.items()
    }
    for name in NAMES & item.keys():
        item[name] = _names(item[name])
    for name in DATES & item.keys():
        item[name] = _date(item[name])
    return item


def _reading(name: str) -> Callable[[str], str]:
    return decode_plain if name in _PLAIN else decode


def _names(value: object) -> object:
    """Return names as a list, and given names that are a list as a text."""
    names = [value] if isinstance(value, dict) else value
    if not isinstance(names, list):
        return names
    return [
        {part: " ".join(map(str, text)) if isinstance(text, list) else text
         for part, text in name.items()}
        if isinstance(name, dict) else name
        for name in names
    ]  # fmt: skip


def _date(value: object) -> object:
    """Return a date, or a list of dates by unit, as an object with ``date-parts``."""
    dates = [date for date in _listed(value) if isinstance(date, dict) and "year" in date]
    if not dates or len(dates) < len(_listed(value)):
        return value
    parts = [[date[unit] for unit in _UNITS if date.get(unit)] for date in dates]
    others = {name: part for name, part in dates[0].items() if name not in _UNITS}
    return {"date-parts": parts, **others}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def to_yaml(item: Item) -> Item:
    """Return an item with Markdown for the tags in its texts."""
    return {
        name: value if name in NO_MARKUP else _spelt(value, _spelling(name))
        for name, value in item.items()
    }


def _spelling(name: str) -> Callable[[str], str]:
    return encode_plain if name in _PLAIN else encode


def _spelt(value: object, spell: Callable[[str], str]) -> object:
    """Return a value with each text in it spelt."""
    if isinstance(value, str):
        return spell(value)
    if isinstance(value, list):
        return [_spelt(part, spell) for part in value]
    if isinstance(value, dict):
        return {name: _spelt(part, spell) for name, part in value.items()}
    return value
