"""Records as the ``references`` of pandoc's metadata."""

from __future__ import annotations

from ..csl_json.items import item_maker
from ..markup.inline_tags import parse
from ..model.record import Record
from ..options import Options
from .syntax_tree import Node, inlines, meta_inlines, meta_list, meta_map, rich_inlines

_OPTIONS = Options(abstract=False, keywords=False, mesh="none", omit=("custom",), receiver="pandoc")
# Variables whose texts have tags for italics and the like.
_RICH = frozenset({"title", "title-short", "container-title", "collection-title", "original-title"})


def reference(record: Record, id_: str) -> Node:
    """Return a record as a reference with this id."""
    item = {**item_maker(_OPTIONS)(record, id_), "id": id_}
    return meta_map({name: _value(name, value) for name, value in item.items()})


def _value(name: str, value: object) -> Node:
    if isinstance(value, dict):
        return meta_map({inner: _value(inner, part) for inner, part in value.items()})
    if isinstance(value, list | tuple):
        return meta_list([_value(name, part) for part in value])
    if isinstance(value, bool):
        return {"t": "MetaBool", "c": value}
    text = str(value)
    return meta_inlines(rich_inlines(parse(text)) if name in _RICH else inlines(text))
