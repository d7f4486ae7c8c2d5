"""Dates and ranges in the form of a cs:date."""

from __future__ import annotations

from typing import Any

import pytest

from tests.csl.rendered import text

FULL = (
    '<date variable="issued" delimiter=" "><date-part name="day"/><date-part name="month"/>'
    '<date-part name="year"/></date>'
)
NUMERIC = (
    '<date variable="issued"><date-part name="year"/>'
    '<date-part name="month" form="numeric-leading-zeros" prefix="-"/>'
    '<date-part name="day" form="numeric-leading-zeros" prefix="-"/></date>'
)
LOCALIZED = '<date variable="issued" form="text" date-parts="{}"/>'


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([[2020, 4, 5]], "5 April 2020"),
        ([[2020, 4]], "April 2020"),
        ([[2020]], "2020"),
        ([[2020, 22]], "Summer 2020"),
        ([[2020, 4, 5], [2020, 4, 9]], "5–9 April 2020"),
        ([[2020, 4, 5], [2020, 5, 9]], "5 April–9 May 2020"),
        ([[2020, 4, 5], [2021, 5, 9]], "5 April 2020–9 May 2021"),
        ([[2020], [2021]], "2020–2021"),
        ([[2020], [0]], "2020–"),
        ([[79]], "79AD"),
        ([[-44]], "44BC"),
    ],
)
def test_dates(parts: list[list[int]], expected: str) -> None:
    written = text(FULL, issued={"date-parts": parts})
    # The terms of eras begin with a space in some versions of the locale.
    assert written.replace(" AD", "AD").replace(" BC", "BC") == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([[2020, 4, 5]], "2020-04-05"),
        ([[2020, 4, 5], [2020, 6, 7]], "2020-04-05–06-07"),
        ([[2020, 4, 5], [2020, 4, 7]], "2020-04-05–07"),
        ([[2020, 4], [2021, 5]], "2020-04–2021-05"),
    ],
)
def test_a_range_s_delimiter_stands_for_the_prefix_behind_it(
    parts: list[list[int]], expected: str
) -> None:
    assert text(NUMERIC, issued={"date-parts": parts}) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("year", "2020"), ("year-month", "April 2020"), ("year-month-day", "April 5, 2020")],
)
def test_the_locale_s_form_of_some_parts(printed: str, expected: str) -> None:
    assert text(LOCALIZED.format(printed), issued={"date-parts": [[2020, 4, 5]]}) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"literal": "in press"}, "in press"),
        ({"raw": "5 April 2020"}, "5 April 2020"),
        ({"season": "Michaelmas", "date-parts": [[2020]]}, "Michaelmas 2020"),
    ],
)
def test_words(value: dict[str, Any], expected: str) -> None:
    assert text(FULL, issued=value) == expected
