"""Numbers that name what they count."""

from __future__ import annotations

import pytest
from medcite.csl.locale import load_locale
from medcite.csl.numbers.labelled import write_numbers
from medcite.csl.numbers.locator import split_label, split_numbers, without_label


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("vol. 2", ("volume", "2")),
        ("s.v. Doe", ("sub verbo", "Doe")),
        ("chap.3", ("chapter", "3")),
        ("12", ("page", "12")),
        ("etc. 3", ("page", "etc. 3")),
        ("vol.", ("page", "vol.")),
    ],
)
def test_a_locator_may_name_its_kind(locator: str, expected: tuple[str, str]) -> None:
    assert split_label(locator, "page") == expected


def test_a_variable_loses_only_its_own_label() -> None:
    assert without_label("volume", "vol. 3") == "3"
    assert without_label("volume", "no. 3") == "no. 3"
    assert without_label("edition", "vol. 3") == "vol. 3"
    assert without_label("issue", 3) == "3"


def test_numbers_behind_the_first_name_their_kind() -> None:
    numbers = split_numbers("12, bk. 3 & ch. 4, 5")
    assert numbers == [("", "", "12"), (", ", "book", "3"), (" & ", "chapter", "4, 5")]
    assert split_numbers("12, no such. 3") == [("", "", "12, no such. 3")]


def test_numbers_of_other_kinds_have_their_terms() -> None:
    locale = load_locale("en-US")
    assert write_numbers("12, vol. 3-4", "page", locale, str.upper) == "12, vols. 3–4"
    assert write_numbers("a, p. b", "page", locale, str.upper) == "A, B"
