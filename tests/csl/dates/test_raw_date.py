"""Dates in words."""

from __future__ import annotations

import pytest
from medcite.csl.dates.raw_date import is_approximate, parse_raw


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2020", [(2020, 0, 0)]),
        ("2020-04", [(2020, 4, 0)]),
        ("2020-04-05", [(2020, 4, 5)]),
        ("2020-04-05T10:20:30Z", [(2020, 4, 5)]),
        ("4/5/2020", [(2020, 4, 5)]),
        ("15/5/2020", [(2020, 5, 15)]),
        ("5 April 2020", [(2020, 4, 5)]),
        ("Sept. 2020", [(2020, 9, 0)]),
        ("April 5, 2020", [(2020, 4, 5)]),
        ("spring 2020", [(2020, 21, 0)]),
        ("fall 2020", [(2020, 23, 0)]),
        ("2020-2021", [(2020, 0, 0), (2021, 0, 0)]),
        ("May-June 2020", [(2020, 5, 0), (2020, 6, 0)]),
        ("2020-01-02/2020-02-03", [(2020, 1, 2), (2020, 2, 3)]),
        ("100 BC", [(-100, 0, 0)]),
        ("79 AD", [(79, 0, 0)]),
        ("-44", [(-44, 0, 0)]),
        ("2020年4月5日", [(2020, 4, 5)]),
        ("soon", []),
        ("5", [(5, 0, 0)]),
        ("", []),
    ],
)
def test_parse(raw: str, expected: list[tuple[int, int, int]]) -> None:
    assert parse_raw(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"), [("2020?", True), ("ca. 2020", True), ("~2020", True), ("2020", False)]
)
def test_approximate(raw: str, expected: bool) -> None:
    assert is_approximate(raw) is expected
