"""Languages by their codes, tags and names."""

from __future__ import annotations

import pytest
from medcite.codecs import languages


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("en", "eng"),
        ("en-US", "eng"),
        ("pt_BR", "por"),
        ("English", "eng"),
        ("multiple languages", "mul"),
        ("Deutsch", "ger"),
        ("isl", "ice"),
        ("FRA", "fre"),
        ("my", "bur"),
        ("Klingon", ""),
        ("", ""),
    ],
)
def test_a_tag_or_name_has_medlines_code(text: str, code: str) -> None:
    assert languages.code(text) == code


def test_the_first_part_of_a_tag_names_the_language() -> None:
    assert languages.primary("tlh-Latn") == "tlh"
