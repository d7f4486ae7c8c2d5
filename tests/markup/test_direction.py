"""Numbers beside names in Arabic and Hebrew stay on their side."""

from __future__ import annotations

import pytest
from medcite.markup.direction import mark_numbers
from medcite.markup.paragraphs import TextRun, TextStyle

PLAIN, ITALIC = TextStyle(), TextStyle(italic=True)


@pytest.mark.parametrize(
    ("texts", "marked"),
    [
        (["أحمد، م. (2020). Title."], ["أحمد، م\u200e. (2020). Title."]),
        (["Doe A. (2020) 5."], ["Doe A. (2020) 5."]),
        (["כהן ד. 2020"], ["כהן ד\u200e. 2020"]),
        (["مجلة", ", ", "3", ", 12."], ["مجلة\u200e", ", ", "3", ", 12."]),
        (["كوفيد 19 في مصر. J. 2020;3"], ["كوفيد 19 في مصر. J. 2020;3"]),
        (["2020 أحمد"], ["2020 أحمد"]),
        (["أحمد", " and Doe 2020"], ["أحمد", " and Doe 2020"]),
    ],
)
def test_a_number_after_a_name_from_right_to_left(texts: list[str], marked: list[str]) -> None:
    runs = [TextRun(text, ITALIC if place % 2 else PLAIN) for place, text in enumerate(texts)]
    changed = mark_numbers(runs)
    assert [run.text for run in changed] == marked
    assert [run.style for run in changed] == [run.style for run in runs]
