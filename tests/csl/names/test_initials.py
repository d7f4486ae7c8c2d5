"""Given names are written as initials."""

from __future__ import annotations

import pytest
from medcite.csl.names.initials import InitialsFormat, abbreviate


@pytest.mark.parametrize(
    ("given", "mark", "initials"),
    [
        ("Jean-Luc", ".", "J.-L."),
        ("Jean-Luc", ". ", "J.-L."),
        ("Jean-Luc", ".\u00a0", "J.-L."),
        ("John B", ".\u00a0", "J.\u00a0B."),
        ("Jean-luc", ".", "J."),
        ("John B", ". ", "J. B."),
        ("John B", "", "JB"),
        ("M.Y.", ".", "M.Y."),
        ("Ph.M.E.", ". ", "Ph. M. E."),
        ("GBoris", ".", "Gb."),
        ("de Jean", ".", "de J."),
        ("ʿAbd", ".", "ʿAbd"),
        ("小明", ".", "小明"),
        ("", ".", ""),
        ("Jean<i>-Luc</i>", ".", "J.<i>-L.</i>"),
        ("<b>John</b> Bea", ". ", "<b>J.</b> B."),
    ],
)
def test_initials(given: str, mark: str, initials: str) -> None:
    assert abbreviate(given, InitialsFormat(mark)) == initials


def test_without_hyphens_a_compound_is_words() -> None:
    assert abbreviate("Jean-Luc", InitialsFormat(".", hyphen=False)) == "J.L."
    assert abbreviate("Jean-luc", InitialsFormat(".", hyphen=False)) == "J. luc"


@pytest.mark.parametrize(
    ("given", "marked"),
    [
        ("John B", "John B."),
        ("J-L", "J.L."),
        ("Ph. D", "Ph.D."),
        ("Jean-Luc", "Jean-Luc"),
        ("Jean<i>-Luc</i>", "Jean<i>-Luc</i>"),
        ("J.<i>-L.</i>", "J.<i>-L.</i>"),
    ],
)
def test_full_names_stay_where_they_are_not_to_be_initialized(given: str, marked: str) -> None:
    assert abbreviate(given, InitialsFormat(".", initialize=False)) == marked
