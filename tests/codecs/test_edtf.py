"""Dates in EDTF, and texts that are none."""

from __future__ import annotations

import pytest
from medcite.codecs import dates
from medcite.codecs.edtf import edtf
from medcite.model.values import Date, PartialDate


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024", PartialDate(2024), None),
        ("2024-02-27T10:00:00Z", PartialDate(2024, 2, 27), None),
        ("2024-22", PartialDate(2024, season=2), None),
        ("2024-02/2024-03", PartialDate(2024, 2), PartialDate(2024, 3)),
        ("2024/..", PartialDate(2024), None),
        ("2024/", PartialDate(2024), None),
    ],
)
def test_a_date_or_an_interval(text: str, start: PartialDate, end: PartialDate | None) -> None:
    assert edtf(text) == Date(start, end, text)


@pytest.mark.parametrize(
    "text", ["1850~", "1850?", "1850%", "1850-02~/1860", "1850/1860?", "1850~/"]
)
def test_a_date_in_doubt(text: str) -> None:
    date = edtf(text)
    assert date.start
    assert date.start.year == 1850
    assert date.circa


@pytest.mark.parametrize("text", ["2024 Feb 27", "2024-13", "2024-02-32", "soon", "2024/soon"])
def test_any_other_text_is_read_as_nlms(text: str) -> None:
    assert edtf(text) == dates.date(text)
