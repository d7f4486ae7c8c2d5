"""Labels that stand for an item: its names and year."""

from __future__ import annotations

from typing import Any

import pytest
from medcite.csl.citation_label import citation_label
from medcite.csl.context import Context

DOE = [{"family": "Doe", "given": "Jane"}]


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ({"author": DOE, "issued": {"date-parts": [[1965, 3]]}}, "Doe65"),
        ({"author": DOE, "issued": {"date-parts": [["1965"]]}}, "Doe65"),
        ({"author": DOE, "issued": {"raw": "2019-05-06"}}, "Doe19"),
        ({"author": DOE, "issued": {"literal": "in press"}}, "Doe00"),
        ({"author": DOE, "issued": {"date-parts": []}}, "Doe00"),
        ({"author": DOE}, "Doe00"),
        ({"author": DOE, "citation-label": "mine"}, "mine"),
    ],
)
def test_a_label_ends_in_the_year(item: dict[str, Any], label: str) -> None:
    assert citation_label(Context(item)) == label
