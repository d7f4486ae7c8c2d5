"""Reference lists of real records, entry by entry the same as citeproc-js's.

npm's ``citeproc`` is looked for where MEDCITE_CITEPROC_JS says, or in NODE_PATH; it is
run, and never shipped. What may differ, and why, is in NOTES.md.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from medcite.csl_json.items import item

from tests.csl.compare import citeproc_js, compare
from tests.sampled import corpus

STYLES = (
    "nlm-citation-sequence",
    "american-medical-association",
    "apa",
    "nature",
    "the-lancet",
    "chicago-author-date",
    "modern-language-association",
    "ieee",
)
QUICK = ("nlm-citation-sequence", "apa", "the-lancet", "ieee")
STARTS = [
    pytest.param(2500, marks=pytest.mark.long),
    *(pytest.param(start, marks=pytest.mark.exhaustive) for start in (0, 5000, 8000)),
]
LEAST = 0.99


@pytest.fixture(scope="module")
def module() -> str:
    return citeproc_js()


def items(shared: Path, step: int, start: int, stop: int) -> list[dict[str, Any]]:
    """Give records as items."""
    return [item(record) for record in corpus(shared, step)[start:stop]]


def check(module: str, made: list[dict[str, Any]], style: str) -> None:
    found = compare(module, made, style)
    assert found.total == len(made) > 100
    assert found.rate >= LEAST, found.different[:5]
    assert found.ordered


@pytest.mark.parametrize(
    "style", [*QUICK[:2], *(pytest.param(style, marks=pytest.mark.long) for style in QUICK[2:])]
)
def test_a_sample_comes_out_the_same(shared: Path, module: str, style: str) -> None:
    check(module, items(shared, 20, 0, 480)[::4], style)


@pytest.mark.long
@pytest.mark.parametrize("style", STYLES)
def test_a_larger_sample_comes_out_the_same(shared: Path, module: str, style: str) -> None:
    check(module, items(shared, 20, 0, 480)[::2], style)


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("style", STYLES)
def test_a_thousand_records_come_out_the_same(
    shared: Path, module: str, style: str, start: int
) -> None:
    check(module, items(shared, 1, start, start + 1000), style)


@pytest.mark.parametrize("style", STYLES[:1])
def test_a_difference_is_seen(shared: Path, module: str, style: str) -> None:
    """The comparison itself: an item that is not the same on both sides is told."""
    made = items(shared, 20, 0, 120)
    told = [{**made[0], "title": "Another title"}, *made[1:]]
    found = compare(module, made, style, told)
    assert found.different
    assert found.different[0][0] == made[0]["id"]
