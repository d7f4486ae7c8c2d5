"""The order of an output, and that it does not change the keys."""

from __future__ import annotations

import pytest
from medcite.model.record import Record
from medcite.model.values import Date, Name, PartialDate
from medcite.options import Options
from medcite.output.sorting import keyed, ordered


def record(pmid: str, family: str, year: int, title: str) -> Record:
    return Record(
        pmid=pmid, author=(Name(family, "A"),), issued=Date(PartialDate(year)), title=title
    )


RECORDS = [
    record("30", "Émile", 2020, "The zebra"),
    record("4", "Doe", 2021, "A mouse"),
    record("200", "émile", 2019, "Rats"),
    Record(title="An ant"),
]


@pytest.mark.parametrize(
    ("sort", "pmids"),
    [
        ("none", ["30", "4", "200", ""]),
        ("author", ["4", "200", "30", ""]),
        ("year", ["200", "30", "4", ""]),
        ("title", ["", "4", "200", "30"]),
        ("pmid", ["4", "30", "200", ""]),
    ],
)
def test_what_is_missing_comes_last(sort: str, pmids: list[str]) -> None:
    assert [one.pmid for one in ordered(RECORDS, Options(sort=sort))] == pmids


def test_keys_are_given_in_the_input_s_order() -> None:
    options = Options(key="'k'")
    before = {one.pmid: key for key, one in keyed(RECORDS, options)}
    after = list(keyed(RECORDS, Options(key="'k'", sort="pmid")))
    assert {one.pmid: key for key, one in after} == before
    assert len(set(before.values())) == len(RECORDS)


def test_a_book_without_authors_is_sorted_by_its_editors() -> None:
    edited = Record(editor=(Name("Adams"),))
    assert next(iter(ordered([*RECORDS, edited], Options(sort="author")))) is edited
