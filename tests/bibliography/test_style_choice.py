"""Which style is taken, and what is told of it."""

from __future__ import annotations

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.values import Issn, Name

RECORD = Record(
    type="article-journal",
    title="Effects of tests",
    author=(Name("Wang", "Yuan"),),
    container_title="Swiss medical weekly",
    container_title_short="Swiss Med Wkly",
    issn=(Issn("1424-7860", "print"), Issn("0036-7672", "linking")),
    pmid="1",
)


def told(**arguments: str) -> list[str]:
    report = medcite.Report()
    medcite.format_bibliography([RECORD], report=report, **arguments)
    messages = [note.message for note in report.diagnostics if note.code == "style"]
    report = medcite.Report()
    medcite.format_citations([RECORD], [["1"]], report=report, **arguments)
    assert [note.message for note in report.diagnostics if note.code == "style"] == messages
    return messages


def test_a_style_by_another_name_is_told() -> None:
    assert told(style="apa7") == ["'apa7' is taken for the style apa"]
    assert told(style="ama") == ["'ama' is taken for the style american-medical-association"]


@pytest.mark.parametrize("style", ["apa", "vancouver", "bmc-medicine", "The Lancet"])
def test_of_its_own_name_nothing_is_told(style: str) -> None:
    assert told(style=style) == []


def test_an_issn_that_only_a_record_has_is_that_of_its_journal() -> None:
    assert told(style="0036-7672") == ["'0036-7672' is taken for the style swiss-medical-weekly"]


def test_by_an_issn_of_no_record_there_is_no_style() -> None:
    with pytest.raises(medcite.UnknownError, match="1234-5679"):
        medcite.format_bibliography([RECORD], style="1234-5679")


@pytest.mark.parametrize(
    ("style", "count"), [("vancouver", 1), ("nature", 1), ("apa", 0), ("elsevier-harvard", 0)]
)
def test_a_locator_that_the_style_has_no_place_for_is_told(style: str, count: int) -> None:
    report = medcite.Report()
    citations = [["1"], [{"id": "1", "locator": "12"}], [{"id": "1", "locator": " "}]]
    medcite.format_citations([RECORD], citations, style=style, report=report)
    messages = [note.message for note in report.diagnostics if note.code == "unprinted"]
    assert messages == ["cluster 2: the style prints no locator; '12' is left out"] * count
