"""Particles at the end of a given name."""

from __future__ import annotations

import pytest
from medcite.csl.names.particles import split_given


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        ("Ludwig van", ("Ludwig", "van")),
        ("Jean de la", ("Jean", "de la")),
        ("Jean d'", ("Jean", "d'")),
        ("de la", ("de", "la")),
        (" de la", (" de la", "")),
        ("Jean", ("Jean", "")),
        ("Jean de Paul", ("Jean de Paul", "")),
        ("Jean  von ", ("Jean  von ", "")),
        ("", ("", "")),
    ],
)
def test_lowercase_words_at_the_end_are_a_particle(given: str, parts: tuple[str, str]) -> None:
    assert split_given(given) == parts


def test_many_words_take_no_time_out_of_proportion() -> None:
    given = "a " * 50_000 + "B"  # minutes, when each word was looked at again from each before
    assert split_given(given) == (given, "")
