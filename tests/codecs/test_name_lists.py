"""Names that stand in one text are told apart."""

from __future__ import annotations

import pytest
from medcite.codecs.name_lists import split_run_together


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Adeli K.Lewis G. F.", ["Adeli, K.", "Lewis, G. F."]),
        ("Li S.-L.Wang Y.Chen R.", ["Li, S.-L.", "Wang, Y.", "Chen, R."]),
        ("van der Berg A. B.de Souza C.", ["van der Berg, A. B.", "de Souza, C."]),
        ("O'Neil K.García-López M.", ["O'Neil, K.", "García-López, M."]),
        ("Smith J.", ["Smith J."]),
        ("A.Smith B.Jones", ["A.Smith B.Jones"]),
        ("Smith, J.Doe", ["Smith, J.Doe"]),
        ("National Institutes of Health", ["National Institutes of Health"]),
        ("St. John A.", ["St. John A."]),
    ],
)
def test_names_without_anything_between(text: str, names: list[str]) -> None:
    assert split_run_together(text) == names
