"""The file of a text's citations: which shapes of cites are read, and which refused."""

from __future__ import annotations

import pytest
from medcite.base.errors import InputError
from medcite.bibliography.citations import clusters
from medcite.csl import Cite


@pytest.mark.parametrize(
    ("cite", "message"),
    [
        ({"id": "a", "label": "pages"}, "unknown label 'pages'; did you mean page?"),
        ({"id": "a", "locator": ["5"]}, "expected a text as `locator`, found ['5']"),
        ({"id": ["a"]}, "expected a text as `id`"),
        ({"id": "a", "author-only": "no"}, "expected true or false as `author-only`"),
        (True, "expected an identifier, or an object with `id`"),
        (None, "expected an identifier, or an object with `id`"),
    ],
)
def test_a_cite_of_another_shape_is_refused(cite: object, message: str) -> None:
    with pytest.raises(InputError) as raised:
        clusters([["a"], [cite]], "x.json")
    assert str(raised.value).startswith("x.json: cluster 2: ")
    assert message in str(raised.value)


def test_locators_may_be_numbers_and_labels_older() -> None:
    (cluster,) = clusters([[{"id": 7, "locator": 5, "label": "sub verbo", "prefix": None}]])
    assert cluster.cites == (Cite("7", locator="5", label="sub-verbo"),)
