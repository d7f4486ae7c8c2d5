"""Titles as NLM writes them: the full stop that it adds, inside markup too."""

from __future__ import annotations

import pytest
from medcite.codecs import titles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("<i>On moss.</i>", "<i>On moss</i>"),
        ("<i><b>On moss.</b></i>", "<i><b>On moss</b></i>"),
        ("<i>On moss?</i>", "<i>On moss?</i>"),
        ("Notes on <i>Sphagnum sp.</i>", "Notes on <i>Sphagnum sp.</i>"),
    ],
)
def test_the_stop_inside_markup_is_nlms_too(text: str, title: str) -> None:
    assert titles.title(text) == (title, False)
