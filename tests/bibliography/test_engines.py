"""The engine citeproc-py: what it fails on is told in one line."""

from __future__ import annotations

import medcite
import pytest
from medcite.base.errors import InputError
from medcite.model.report import Report

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
