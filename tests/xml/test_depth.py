"""How deep elements may be nested in each other."""

from __future__ import annotations

import medcite
import pytest


def test_elements_nested_without_end_are_refused() -> None:
    text = "<?xml version='1.0'?><PubmedArticleSet><PubmedArticle>" + "<a>" * 20_000
    with pytest.raises(medcite.InputError, match="nests elements more than 10,000 deep"):
        list(medcite.read(text=text))


def test_what_is_nested_less_deep_is_left_out() -> None:
    text = (
        "<?xml version='1.0'?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID>"
        + "<a>" * 2000 + "</a>" * 2000
        + "</MedlineCitation></PubmedArticle></PubmedArticleSet>"
    )  # fmt: skip
    assert [record.pmid for record in medcite.read(text=text)] == ["1"]
