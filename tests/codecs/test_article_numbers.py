"""Article numbers told from pages by their form and by the DOI."""

from __future__ import annotations

import pytest
from medcite.codecs.article_numbers import is_by_doi, is_by_form


@pytest.mark.parametrize("text", ["e70", "CD001122", "204501", "e00321-15", "bay101", "1234567"])
def test_numbers_by_form(text: str) -> None:
    assert is_by_form(text)


@pytest.mark.parametrize("text", ["70", "20450", "S70", "7A", "xiv", "XIV", "70-79", "see 70"])
def test_pages_by_form(text: str) -> None:
    assert not is_by_form(text)


@pytest.mark.parametrize(
    ("text", "doi", "is_number"),
    [
        ("70", "10.3389/fnins.2016.00070", True),
        ("9", "10.1186/s12881-016-0249-2", True),
        ("R70", "10.1186/gb-2012-13-8-r70", True),
        ("70-79", "10.1186/gb-2012-13-8-r70", False),
        ("20450", "10.1038/srep20450", True),
        ("20450", "10.1000/j.120450", False),
        ("704", "10.1038/nbt0704-704", False),
        ("70", "", False),
    ],
)
def test_numbers_by_doi(text: str, doi: str, is_number: bool) -> None:
    assert is_by_doi(text, doi) is is_number
