"""The engines: what citeproc-py fails on is told in one line, and ours begins no entry blank."""

from __future__ import annotations

import medcite
import pytest
from medcite.base.errors import InputError
from medcite.bibliography.engines import medcite as medcite_engine
from medcite.csl.style_repository import find_style
from medcite.model.report import Report
from medcite.model.rich_text import plain

from tests.conftest import ROOT


def test_records_that_citeproc_py_fails_on_are_told() -> None:
    records = list(medcite.read(ROOT / "samples" / "two-months.nbib", report=Report()))
    with pytest.raises(InputError, match="citeproc-py cannot format these records") as raised:
        medcite.format_bibliography(records, engine="citeproc-py", report=Report())
    assert "\n" not in str(raised.value)
    assert medcite.format_bibliography(records, report=Report())


@pytest.mark.parametrize("style", ["apa", "vancouver", "nature", "chicago-author-date"])
def test_a_byline_that_goes_on_is_no_persons(style: str) -> None:
    text = (
        "@article{k, author = {Doe, Jane and Roe, Rick and others}, title = {A, others},"
        " journal = {J}, year = 2020}"
    )
    entry = medcite.format_bibliography(medcite.read(text=text), style, engine="citeproc-py")
    assert "Roe" in entry.partition(", et al.")[0]
    assert entry.lower().count("others") == 1


@pytest.mark.parametrize("style", ["elsevier-harvard", "apa", "chicago-author-date"])
@pytest.mark.parametrize("chunked", [True, False])
def test_no_blank_stands_before_the_first_part(style: str, chunked: bool) -> None:
    source = find_style(style)
    item = {"id": "a", "type": "article-journal", "container-title": "J"}
    list_ = medcite_engine.bibliography([item], source, "")
    if chunked and (format_chunk := medcite_engine.chunk_formatter(source, "")):
        list_ = format_chunk([item], 0)
    (entry,) = list_.entries
    text = plain(entry.text)
    assert text == text.lstrip()
    assert "N.d." in text
