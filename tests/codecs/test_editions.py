"""Editions that are only a number, in any language, and those that say more."""

from __future__ import annotations

import pytest
from medcite.codecs import editions

NUMBERS = {
    "2": "2 2nd 2d 2nd. 02 2. 2e 2ème 2ª 2º 2.ª 2:a Second second zweite Zweite",
    "3": "3rd Third third Dritte troisième tercera terza derde",
    "10": "10 10th tenth Zehnte",
}
WITH_WORDS = {
    "1": ["1st ed", "First edition", "1st Edition.", "1:a uppl.", "1ère éd.", "Première édition"],
    "2": ["2nd ed.", "2nd edn", "2. Aufl.", "2., Auflage", "2e éd.", "2ª ed.", "2.ª edición"],
    "3": ["Third edition", "THIRD EDITION", "Dritte Auflage", "3e druk", "3. izdanje", "3 ed"],
    "4": ["Ed. 4", "Edition 4", "(4th edn)", "4th (ed.)", "4-е изд."],
    "21": ["Twenty-first edition", "twenty first", "21st ed.", "21. vyd."],
    "30": ["Thirtieth"],
    "5": ["第5版", "第五版", "5版"],
}
OTHERS = [
    "", " ", "Rev. ed.", "Revised", "3rd rev. ed.", "2nd, revised", "2., überarb. Aufl.",
    "International", "edition", "Twenty-tenth", "1999", "2nd ed., reprint 2001", "Student ed.",
    "2nd International", "e", "Secondary",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *((text, number) for number, texts in NUMBERS.items() for text in texts.split()),
        *((text, number) for number, texts in WITH_WORDS.items() for text in texts),
    ],
)
def test_an_edition_that_is_only_a_number(text: str, number: str) -> None:
    assert editions.number(text) == number


@pytest.mark.parametrize("text", OTHERS)
def test_an_edition_that_says_more(text: str) -> None:
    assert editions.number(text) == ""
