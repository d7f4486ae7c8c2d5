"""Ranges and lists in number variables."""

from __future__ import annotations

import pytest
from medcite.csl.locale import load_locale
from medcite.csl.numbers.number_range import number_text, range_delimiter


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" 2 ", "2"),
        ("2-4", "2–4"),
        ("2 - 4", "2–4"),
        ("2,4", "2, 4"),
        ("2&4", "2 & 4"),
        ("S2-S4", "S2–S4"),
        ("A2-B4", "A2-B4"),
        (r"2\-4", "2-4"),
        ("I-IV", "I–IV"),
        ("D-3", "D-3"),
        ("2 -", "2-"),
        ("2-4 Suppl", "2-4 Suppl"),
    ],
)
def test_number_text(text: str, expected: str) -> None:
    assert number_text(text, "–") == expected


def test_only_some_variables_have_the_term_in_ranges() -> None:
    locale = load_locale("en-US")
    assert range_delimiter("volume", locale) == "–"
    assert range_delimiter("version", locale) == "-"
