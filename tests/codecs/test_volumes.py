"""Volumes and issues with their words, as catalogues and databases write them."""

from __future__ import annotations

import pytest
from medcite.codecs import jats, volumes


@pytest.mark.parametrize(
    ("text", "volume", "issue"),
    [
        ("12", "12", ""),
        ("v. 12", "12", ""),
        ("v. v. 12", "12", ""),
        ("V12", "12", ""),
        ("Vol. 12", "12", ""),
        ("volume 12", "12", ""),
        ("Bd. 12", "12", ""),
        ("t. 12", "12", ""),
        ("12(3)", "12", "3"),
        ("12 (3-4)", "12", "3-4"),
        ("12(Suppl 1)", "12", "Suppl 1"),
        ("v. 12 issue 3", "12", "3"),
        ("Vol.12, no.3", "12", "3"),
        ("12, Nr. 3", "12", "3"),
        ("12 Suppl 1", "12 Suppl 1", ""),
        ("XII", "XII", ""),
        ("V", "V", ""),
        ("Volume", "Volume", ""),
        ("Ser. 2", "Ser. 2", ""),
    ],
)
def test_volume_and_issue(text: str, volume: str, issue: str) -> None:
    assert volumes.volume_and_issue(text) == (volume, issue)


@pytest.mark.parametrize(
    ("text", "issue"),
    [
        ("3", "3"),
        ("No. 3", "3"),
        ("no 3-4", "3-4"),
        ("Issue 3", "3"),
        ("Nr. 3", "3"),
        ("n° 3", "3"),
        ("№ 3", "3"),
        ("(3)", "3"),
        ("Heft 3", "3"),
        ("Suppl 1", "Suppl 1"),
        ("Pt 2", "Pt 2"),
        ("N", "N"),
    ],
)
def test_issue(text: str, issue: str) -> None:
    assert volumes.issue(text) == issue


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>Aims.</p><p>Results.</p>", "Aims. Results."),
        ("<sec><st>Aims</st><p>To <i>see</i></p></sec>", "Aims To <i>see</i>"),
        ("<jats:title>Abstract</jats:title><jats:p>CO<jats:sub>2</jats:sub></jats:p>",
         "CO<sub>2</sub>"),
        ("p < 0.05 and q > 0.1", "p < 0.05 and q > 0.1"),
        ("a<p<b", "a<p<b"),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("One<br/>two", "One two"),
    ],
)  # fmt: skip
def test_blocks_of_text_are_taken_away(text: str, plain: str) -> None:
    assert jats.without_blocks(text) == plain
