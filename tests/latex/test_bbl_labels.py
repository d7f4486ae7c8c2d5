"""The labels that natbib takes author and year from."""

from __future__ import annotations

import pytest
from medcite.latex import bbl_file
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date, Name, PartialDate

DATE = Date(PartialDate(2005), None, "2005")
RECORDS = {
    "untitled": Record(type="article-journal", author=(Name("Doe", "A"),), issued=DATE),
    "title": Record(type="article-journal", title="Retraction", container_title="J", issued=DATE),
    "quote": Record(type="article-journal", title="On “tests”", container_title="J", issued=DATE),
    "undated": Record(type="article-journal", title="One, two", container_title="J"),
}


@pytest.mark.parametrize(
    ("style", "labels"),
    [
        (
            "apa",
            {
                "untitled": "{{Doe}({2005})}",
                "title": "{{“Retraction”}({2005})}",
                "quote": "{{“On ‘Tests’”}({2005})}",
                "undated": "{{“One, Two”}({n.d.})}",
            },
        ),
        (
            "chicago-author-date",
            {
                "untitled": "{{Doe}({2005})}",
                "title": "{{“Retraction”}({2005})}",
                "quote": "{{“On ‘Tests’”}({2005})}",
                "undated": "{{“One, Two”}({n.d.})}",
            },
        ),
    ],
)
def test_a_label_ends_before_the_comma_of_the_citation(style: str, labels: dict[str, str]) -> None:
    text = bbl_file.write(RECORDS, style, "", Report(), natbib=True)
    for key, label in labels.items():
        assert rf"\bibitem[{label}]{{{key}}}" in text
