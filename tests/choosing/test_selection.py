"""Which records are chosen, in what order, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from string import ascii_lowercase

import medcite
import pytest
from medcite.choosing.selection import sampled
from medcite.choosing.wanted import read_names
from medcite.model.record import Record
from medcite.model.report import Level, Report
from medcite.model.values import Date, PartialDate


def article(number: int, **more: str) -> Record:
    date = Date(PartialDate(2000 + number % 7))
    title = f"The effects of drug number {number} on the outcome"
    return Record(pmid=str(number), title=title, issued=date, **more)


RECORDS = [article(number) for number in range(1, 41)]


def pmids(records: Iterator[Record]) -> list[int]:
    return [int(record.pmid) for record in records]


def test_nothing_chosen_leaves_all_and_says_nothing() -> None:
    report = Report()
    assert list(medcite.select(RECORDS, report=report)) == RECORDS
    assert not report.diagnostics


def test_the_first_are_those_of_the_order() -> None:
    newest = pmids(medcite.select(RECORDS, "pmid < 20", sort="-year,pmid", limit=4))
    assert newest == [6, 13, 5, 12]


def test_what_is_read_and_chosen_is_counted() -> None:
    report = Report()
    assert len(list(medcite.select(RECORDS, "year = 2003", report=report))) == 6
    (note,) = report.diagnostics
    assert (note.code, note.message) == ("chosen", "6 records chosen, of 40 read")
    list(medcite.select(RECORDS, "year = 1900", report=report))
    assert report.diagnostics[-1].level is Level.WARNING


def test_a_limit_reads_no_more_than_it_needs() -> None:
    def records() -> Iterator[Record]:
        yield from RECORDS[:3]
        raise AssertionError("read too much")

    assert pmids(medcite.select(records(), limit=3, report=Report())) == [1, 2, 3]


def test_names_that_no_record_has_are_told() -> None:
    report = Report()
    records = [*RECORDS, article(99, doi="10.1000/A,b;c", pmcid="PMC5", key="smith2020")]
    ids = ["PMID: 3", "0007", "https://doi.org/10.1000/a,B;c", "pmc6", "nobody", "7"]
    chosen = pmids(medcite.select(records, ids=ids, report=report, limit=2))
    assert chosen == [3, 7]
    told = [(each.code, each.where.record) for each in report.diagnostics]
    assert told == [("unresolved", "pmc6"), ("unresolved", "nobody"), ("chosen", "")]
    assert pmids(medcite.select(records, ids=["smith2020", "PMC5"], report=report)) == [99]


def test_a_list_may_have_labels_commas_and_remarks() -> None:
    lines = ["\ufeffPMID: 12, 13;14 # the first", "", "10.1000/a,b;c;", "PMIDs:", '"smith2020"']
    names = [(name, where.line) for name, where in read_names(lines, "list.txt")]
    assert names == [("12", 1), ("13", 1), ("14", 1), ("10.1000/a,b;c", 3), ("smith2020", 5)]


def test_one_an_article() -> None:
    report = Report()
    copies = [
        article(1, doi="10.1000/a"),
        article(1).replace(pmid="", doi="10.1000/A", pmcid="PMC1"),  # by its DOI
        article(1).replace(pmid="", pmcid="PMC1"),  # by what its copy said
        article(2),
        article(2).replace(pmid="", title=article(2).title),  # no identifier: not looked for
        Record(pmid="5", title="Retraction: The effects of drug number 1", doi="10.1000/a"),
    ]
    kept = list(medcite.select(copies, unique=True, report=report))
    assert kept == [copies[0], copies[3], copies[4], copies[5]]
    assert [each.code for each in report.diagnostics] == ["duplicate", "duplicate", "chosen"]


def test_chapters_with_one_doi_are_not_one_article() -> None:
    titles = [f"{one * 10} {other * 10}" for one, other in product(ascii_lowercase, "xyz")]
    chapters = [Record(title=title, doi="10.1000/book") for title in dict.fromkeys(titles)]
    assert len(chapters) == 78
    assert len(list(medcite.select(chapters, unique=True, report=Report()))) == len(chapters)


def test_a_sample_is_always_the_same() -> None:
    assert pmids(iter(sampled(RECORDS, 5, 0))) == [4, 16, 26, 33, 36]
    assert sampled(RECORDS, 5, 0) == sampled(iter(RECORDS), 5, 0) != sampled(RECORDS, 5, 1)
    assert sampled(RECORDS, 100, 3) == RECORDS
    assert sampled(RECORDS, 0, 3) == []


def test_a_sample_is_fair() -> None:
    counts = [0] * 41
    for seed in range(400):
        for record in sampled(RECORDS, 10, seed):
            counts[int(record.pmid)] += 1
    assert min(counts[1:]) > 60
    assert max(counts) < 140


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"limt": 3}, "there is no option 'limt'; did you mean limit?"),
        ({"limit": -1}, "limit takes a number, not -1"),
        ({"sample": True}, "sample takes a number, not True"),
        ({"ids": "123"}, "ids takes a list of names, not '123'"),
        ({"where": 3}, "where takes a condition, not 3"),
    ],
)
def test_wrong_arguments_are_refused_at_once(choice: dict[str, object], message: str) -> None:
    with pytest.raises(medcite.ArgumentError) as caught:
        medcite.select(RECORDS, **choice)  # type: ignore[arg-type]
    assert str(caught.value) == message


def test_a_wrong_condition_or_order_is_refused_at_once() -> None:
    with pytest.raises(medcite.QueryError):
        medcite.select(RECORDS, "yaer > 3")
    with pytest.raises(medcite.UnknownError, match="did you mean year"):
        medcite.select(RECORDS, sort="yaer")
