"""What the receiver of an output changes in it, and what it does not."""

from __future__ import annotations

import medcite
import pytest
from medcite import format_registry
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Pages
from medcite.tables import receivers

from tests.writers.bib import fields

NUMBER = Record(type="article-journal", title="T", number="e77")
REPEATED = NUMBER.replace(page=Pages("e77", "e77", "e77"))
BESIDE = NUMBER.replace(page=Pages("12-9", "12-19", "12", "19"))
PAGES = BESIDE.replace(number="")
TARGETS = ("bibtex", "biblatex")


def place(target: str, record: Record, **options: object) -> tuple[str, str]:
    """Return the fields pages and eid."""
    entry = fields(target, record, **options)
    return entry.get("pages", ""), entry.get("eid", "")


@pytest.mark.parametrize("record", [NUMBER, REPEATED])
@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("receiver", receivers.RECEIVERS)
def test_an_article_number_stands_in_one_field(record: Record, target: str, receiver: str) -> None:
    as_eid = target == "biblatex" and not receivers.RECEIVERS[receiver].article_number
    assert place(target, record, receiver=receiver) == (("", "e77") if as_eid else ("e77", ""))
    assert place(target, record, receiver=receiver, article_number="eid") == ("", "e77")
    assert place(target, record, receiver=receiver, article_number="pages") == ("e77", "")


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("field", ["auto", "eid", "pages"])
def test_pages_keep_their_field(target: str, field: str) -> None:
    assert place(target, PAGES, article_number=field) == ("12--19", "")
    assert place(target, BESIDE, article_number=field) == ("12--19", "e77")


@pytest.mark.parametrize("target", TARGETS)
def test_a_field_that_is_left_out_takes_no_article_number(target: str) -> None:
    assert place(target, NUMBER, article_number="pages", omit=("pages",)) == ("", "e77")
    assert place(target, NUMBER, fields=("title", "eid")) == ("", "e77")
    assert place(target, NUMBER, article_number="eid", fields=("title", "pages")) == ("e77", "")


def test_a_report_has_its_number_in_its_own_field() -> None:
    report = Record(type="report", title="T", number="12")
    assert place("biblatex", report, article_number="pages") == ("", "")


@pytest.mark.parametrize("name", [row.name for row in receivers.ROWS])
def test_every_receiver_reads_formats_that_can_be_written(name: str) -> None:
    receiver = receivers.RECEIVERS[name]
    assert receiver.formats
    for format in receiver.formats:
        assert format_registry.writer(format).FORMAT.name == format
        assert medcite.write([NUMBER], format, report=Report(), receiver=name)  # type: ignore[arg-type]
