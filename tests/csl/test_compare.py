"""Lists of real records, entry by entry the same as citeproc-js's, and many styles.

npm's ``citeproc`` is looked for where MEDCITE_CITEPROC_JS says, or in NODE_PATH; it is
run, and never shipped. What may differ, and why, is in NOTES.md.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from medcite.csl_json.items import item

from tests.csl.comparison.document import Document, of_every_kind
from tests.csl.comparison.processors import citeproc_js, compare
from tests.csl.comparison.styles import independent_styles, sample
from tests.csl.comparison.summary import Summary
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
MANY = 5  # a class of so many texts is to be mended or settled


@pytest.fixture(scope="module")
def module() -> str:
    folder = citeproc_js()
    if not folder:
        pytest.skip("no node, or no npm citeproc: set MEDCITE_CITEPROC_JS to its folder")
    return folder


def items(shared: Path, step: int, start: int, stop: int) -> list[dict[str, Any]]:
    """Give records as items."""
    return [item(record) for record in corpus(shared, step)[start:stop]]


def check(module: str, made: list[dict[str, Any]], style: str) -> None:
    files = [file for file in independent_styles() if file.stem == style]
    summary = Summary(Document(made, [])).add_all(compare(module, Document(made, []), files))
    entries = summary.entries
    assert entries.total == len(made) > 100
    assert entries.equal / entries.total >= LEAST, "\n".join(summary.lines(5))
    assert summary.orders.equal == 1


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


@pytest.mark.long
def test_a_sample_of_styles_prints_the_same(module: str) -> None:
    """Items of every kind and citations of them, in 300 styles."""
    document = of_every_kind()
    summary = Summary(document).add_all(compare(module, document, sample(300, seed=1)))
    report = "\n".join(summary.lines(1))
    print(report)
    for tally in (summary.entries, summary.citations, summary.orders):
        assert tally.agreement >= LEAST, report
    assert max(map(len, summary.open.values()), default=0) < MANY, report
