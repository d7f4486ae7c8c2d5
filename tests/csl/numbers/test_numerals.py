"""Ordinals, ordinal words and Roman numerals."""

from __future__ import annotations

import pytest
from medcite.csl.locale import LocaleTerm, load_locale
from medcite.csl.numbers.numerals import in_form, long_ordinal, ordinal, roman

ENGLISH = load_locale("en-US")


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"),
     (21, "21st"), (100, "100th"), (101, "101st"), (111, "111th"), (112, "112th")],
)  # fmt: skip
def test_english_ordinals(number: int, expected: str) -> None:
    assert ordinal(number, ENGLISH) == expected


@pytest.mark.parametrize(
    ("match", "expected"),
    [("whole-number", {1: "1x", 21: "21th", 101: "101th"}),
     ("last-two-digits", {1: "1x", 21: "21th", 101: "101x"}),
     ("last-digit", {1: "1x", 21: "21x", 101: "101x"})],
)  # fmt: skip
def test_a_term_says_which_digits_it_is_for(match: str, expected: dict[int, str]) -> None:
    locale = ENGLISH.copy("en-US")
    locale.terms["ordinal-01", "long", ""] = LocaleTerm("x", "x", "", match)
    assert {number: ordinal(number, locale) for number in expected} == expected


def test_ordinals_have_gender() -> None:
    french = load_locale("fr-FR")
    assert [ordinal(1, french, gender) for gender in ("masculine", "feminine")] == ["1ᵉʳ", "1ʳᵉ"]


def test_words_end_at_ten() -> None:
    assert [long_ordinal(number, ENGLISH) for number in (1, 10, 11)] == ["first", "tenth", "11th"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "0"), (1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (1994, "mcmxciv"),
     (3999, "mmmcmxcix"), (4000, "4000")],
)  # fmt: skip
def test_roman_numerals(number: int, expected: str) -> None:
    assert roman(number, ENGLISH) == expected


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("2", "numeric", "2"),
        ("2", "ordinal", "2nd"),
        ("2, 3", "ordinal", "2nd, 3rd"),
        ("2nd revised", "ordinal", "2nd revised"),
        ("1/2", "roman", "1/2"),
        ("2", "no such form", "2"),
    ],
)
def test_numbers_in_a_text(text: str, form: str, expected: str) -> None:
    assert in_form(text, form, ENGLISH, "") == expected
