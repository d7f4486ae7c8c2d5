"""Year suffixes count in letters."""

from __future__ import annotations

import pytest
from medcite.csl.citations.year_suffix import year_suffix, year_suffix_index


@pytest.mark.parametrize(
    ("index", "letters"), [(1, "a"), (26, "z"), (27, "aa"), (52, "az"), (53, "ba"), (703, "aaa")]
)
def test_letters_and_back(index: int, letters: str) -> None:
    assert year_suffix(index) == letters
    assert year_suffix_index(letters) == index
