"""Dates of CSL-JSON."""

from __future__ import annotations

from typing import Any

import pytest
from medcite.csl.dates.date_parts import (
    DateParts,
    DateValue,
    is_uncertain,
    parse_date,
    read_date,
    sort_text,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"date-parts": [[2020, 4, 5]]}, DateValue(DateParts(2020, 4, 5))),
        ({"date-parts": [["2020", "4"]]}, DateValue(DateParts(2020, 4))),
        ({"date-parts": [[2020], [2021]]}, DateValue(DateParts(2020), DateParts(2021))),
        ({"date-parts": [[2020], [2020]]}, DateValue(DateParts(2020))),
        ({"date-parts": [[2020], [0]]}, DateValue(DateParts(2020), open=True)),
        ({"date-parts": [[2020]], "season": 3}, DateValue(DateParts(2020, season="3"))),
        ({"date-parts": [[2020, 4]], "season": 3}, DateValue(DateParts(2020, 4))),
        ({"literal": "in press"}, DateValue(None, literal="in press")),
        ({"raw": "May 2020"}, DateValue(DateParts(2020, 5))),
        ({"year": 2020, "month": 4}, DateValue(DateParts(2020, 4))),
        ({"season": "Michaelmas"}, DateValue(DateParts(0, season="Michaelmas"))),
        ("2020-04", DateValue(DateParts(2020, 4))),
        ({"date-parts": [["soon"]]}, None),
        ({"date-parts": [[]]}, None),
        ({}, None),
        ("", None),
    ],
)
def test_read(value: Any, expected: DateValue | None) -> None:
    assert read_date(value) == expected


def test_words_that_are_no_date_stay() -> None:
    assert parse_date("no date") == DateValue(None, literal="no date")


def test_uncertain() -> None:
    assert is_uncertain({"date-parts": [[2020]], "circa": True})
    assert is_uncertain({"raw": "ca. 2020"})
    assert not is_uncertain({"date-parts": [[2020]]})
    assert not is_uncertain("ca. 2020")


def test_dates_sort_by_time() -> None:
    years = [-500, -44, 79, 2020]
    texts = [sort_text(DateValue(DateParts(year))) for year in years]
    assert texts == sorted(texts)
    days = [sort_text(DateValue(DateParts(2020, *day))) for day in ((0,), (4,), (4, 5), (12, 1))]
    assert days == sorted(days)


def test_only_some_parts_sort() -> None:
    date = DateValue(DateParts(2020, 4, 5), DateParts(2021))
    assert sort_text(date, ("year",)) == "10020200000 10020210000"
    assert sort_text(DateValue(None, literal="soon")) == ""


def test_a_season_does_not_count_for_sorting() -> None:
    for month in (13, 21, 24, 34):
        assert sort_text(DateValue(DateParts(2020, month))) == sort_text(
            DateValue(DateParts(2020, season="2"))
        )
