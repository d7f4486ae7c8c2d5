"""Which text is numeric, and which is plural."""

from __future__ import annotations

import pytest
from medcite.csl.numbers.numeric import is_numeric, is_plural


@pytest.mark.parametrize(
    "text",
    ["2", "D2", "2b", "L2d", "2, 3", "2-4", "2 & 4", "2 and 4", "ii", "2–", "2; 3", 7,
     "12, ch. 3"],
)  # fmt: skip
def test_numeric(text: object) -> None:
    assert is_numeric(text)


@pytest.mark.parametrize("text", [None, "", "second", "2nd edition", "Suppl", "2 3", "IV"])
def test_not_numeric(text: object) -> None:
    assert not is_numeric(text)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("2", "page", False),
        ("2-4", "page", True),
        ("2, 4", "page", True),
        ("2 and 4", "page", True),
        ("i-v", "page", True),
        ("see 2-4", "page", False),
        (r"2\-4", "page", False),
        ("12, ch. 3", "page", False),
        ("12, ch. 3", "chapter", True),
    ],
)
def test_plural(text: str, kind: str, expected: bool) -> None:
    assert is_plural(text, kind) is expected
