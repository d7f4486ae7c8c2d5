"""What both processors format: items of every kind, and citations of all of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

HERE = Path(__file__).parent
Item: TypeAlias = dict[str, Any]
Citation: TypeAlias = dict[str, Any]


class Document(NamedTuple):
    """Items, and citations in the order in which they stand.

    A citation has ``cites`` as citeproc-js takes them, with ``id``, ``locator`` and so on.
    """

    items: list[Item]
    citations: list[Citation]


def of_every_kind() -> Document:
    """Return the items here and those of the tests beside, each cited at least once."""
    items = _read(HERE / "items.json") + _read(HERE.parent / "items.json")
    citations = _read(HERE / "citations.json")
    cited = {cite["id"] for citation in citations for cite in citation["cites"]}
    alone = [{"cites": [{"id": item["id"]}]} for item in items if item["id"] not in cited]
    return Document(items, citations + alone)


def _read(file: Path) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return content
