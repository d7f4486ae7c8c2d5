"""The note of what a format has no place for."""

from __future__ import annotations

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Field, Name
from medcite.output.unwritten import note_unwritten

HOMES = frozenset({"type", "title", "author"})


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (Record(title="T", volume="3"), "no place for volume"),
        (Record(title="T", original_title="O", event_place="P"),
         "no place for original title, event place"),
        (Record(kept=(Field("ZZ", "1"), Field("YY", "2"), Field("ZZ", "3"))),
         "no place for ZZ, YY"),
        (Record(author=(Name("A", affiliations=("Here",)),)),
         "no place for affiliations of authors"),
    ],
)  # fmt: skip
def test_one_note_names_all_that_is_lost(record: Record, message: str) -> None:
    report = Report()
    note_unwritten(record, HOMES, report)
    (diagnostic,) = report.diagnostics
    assert (diagnostic.code, diagnostic.message) == ("not-written", message)


def test_what_is_written_or_about_the_record_is_not_told() -> None:
    report = Report()
    record = Record(title="T", key="k", admin=(Field("OWN", "NLM"),), source_line="J. 2024.")
    note_unwritten(record, HOMES, report)
    assert report.diagnostics == []


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("PMID- 1\nTI  - T\nTA  - J Test\nJT  - Journal of tests\nDP  - 2020\n", False),
        ("TY  - JOUR\nTI  - T\nJF  - Journal of Tests\nJ2  - J Test\nER  - \n", True),
    ],
)
def test_the_abbreviation_is_nlms_for_the_journal(text: str, is_told: bool) -> None:
    report = medcite.Report()
    medcite.write(medcite.read(text=text), "bibtex", report=report)
    told = [note.message for note in report.diagnostics if "container title short" in note.message]
    assert bool(told) == is_told
