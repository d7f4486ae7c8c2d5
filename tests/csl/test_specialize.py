"""A layout compiled for items that are alike prints what the general one does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from medcite.bibliography.engines.medcite import chunk_formatter
from medcite.csl import Cite, Cluster, Processor, parse_style, registry, specialize
from medcite.csl.compile import layout_parts
from medcite.csl.context import Render
from medcite.csl.environment import Env
from medcite.csl.item_shape import ItemShape
from medcite.csl.style_repository import find_style
from medcite.model.rich_text import Text

ITEMS = Path(__file__).with_name("items.json")
STYLES = (
    "apa", "chicago-notes-bibliography", "ieee", "modern-language-association", "nlm",
    "nlm-citation-sequence",
)  # fmt: skip
NEVER = 1 << 30


def items() -> dict[str, dict[str, Any]]:
    """Give items of all kinds, then some of them without one of their variables."""
    whole = json.loads(ITEMS.read_text("utf-8"))
    parted = [
        {**{key: value for key, value in item.items() if key != lost}, "id": f"{item['id']}-{lost}"}
        for item in whole
        for lost in item
        if lost not in ("id", "type")
    ]
    return {item["id"]: item for item in (*whole, *parted[::3])}


def made(style: str) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """Format all items' citations and entries."""
    found = find_style(style)
    processor = Processor(parse_style(found.source, found.file), items())
    clusters = [Cluster((Cite(id_),), note) for note, id_ in enumerate(items(), start=1)]
    cited = processor.cite(clusters)
    return cited, tuple(entry.text for entry in processor.bibliography().entries)


@pytest.mark.parametrize("style", STYLES)
def test_the_layout_of_a_shape_prints_the_same(style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(specialize, "OFTEN", NEVER)
    general = made(style)
    monkeypatch.setattr(specialize, "OFTEN", 1)
    assert made(style) == general


def test_a_layout_is_compiled_once_for_items_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(specialize, "OFTEN", 2)
    found = find_style("nlm-citation-sequence")
    same = {str(at): {"id": str(at), "type": "book", "title": f"T{at}"} for at in range(9)}
    processor = Processor(parse_style(found.source, found.file), same)
    processor.bibliography()
    layouts = processor.registry.bibliography_layouts
    (made,) = layouts.specialized.values()
    assert made[0] == ItemShape("book", frozenset({"id", "type", "title"}), made[0].all)
    assert layouts.parts(same["0"]) is made[1]
    assert layouts.parts({**same["0"], "volume": "1"}) is layouts.general


def test_the_parts_of_a_list_share_the_compiled_layout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(specialize, "OFTEN", 3)
    compiled = []

    def counted(env: Env) -> list[Render]:
        compiled.append(env.shape)
        return layout_parts(env)

    monkeypatch.setattr(registry, "layout_parts", counted)
    part = chunk_formatter(find_style("nlm-citation-sequence"), "")
    assert part
    for at in range(4):
        one = {"id": f"{at}", "type": "book", "title": "T"}
        assert part([one], at).entries[0].ids == (one["id"],)
    assert [each and each.type for each in compiled] == [None, "book"]
