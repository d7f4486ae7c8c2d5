"""What the options choose among a record's values."""

from __future__ import annotations

import pytest
from medcite.model.record import Record
from medcite.output import value_choice


@pytest.mark.parametrize(
    ("full", "clean"),
    [
        ("Lancet (London, England)", "Lancet"),
        ("Gut : the journal of everything", "Gut"),
        ("Zhurnal = Journal (Moscow, Russia : 1952)", "Zhurnal"),
        ("The Journal of testing.", "The Journal of Testing"),
        ("Theory (of) testing", "Theory (of) Testing"),
        ("BMC medicine", "BMC Medicine"),
    ],
)
def test_clean_leaves_off_what_nlm_added(full: str, clean: str) -> None:
    assert value_choice.container_title(Record(container_title=full), "clean") == clean
    assert value_choice.container_title(Record(container_title=full), "full") == full


def test_a_book_s_title_is_not_cleaned() -> None:
    record = Record(type="chapter", container_title="Surgery (a primer)")
    assert value_choice.container_title(record, "clean") == "Surgery (a primer)"


def test_each_form_stands_in_for_a_missing_other() -> None:
    assert value_choice.container_title(Record(container_title_short="Gut"), "clean") == "Gut"
    assert value_choice.container_title(Record(container_title="Gut"), "abbrev") == "Gut"
