"""The model's own JSON: nothing is lost, and bad JSON is told, not raised."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.files.source import open_source
from medcite.model.record import Record
from medcite.model.report import Level, Report
from medcite.model.values import Date
from medcite.options import Options
from medcite.readers import json as reader
from medcite.writers import json as writer

from tests.sampled import corpus
from tests.strategies import records


def written(given: list[Record]) -> str:
    return "".join(writer.write(given, Options(), Report()))


def read(text: str) -> tuple[list[Record], Report]:
    report = Report()
    return list(reader.read(open_source(text.encode(), report), report)), report


@given(st.lists(records, max_size=3))
def test_every_record_comes_back_equal(given: list[Record]) -> None:
    back, report = read(written(given))
    assert back == given
    assert not report.diagnostics


STEPS = [20, pytest.param(1, marks=pytest.mark.long)]


@pytest.mark.parametrize("step", STEPS)
def test_the_corpus_comes_back_whole(shared: Path, step: int) -> None:
    given = corpus(shared, step)
    back, report = read(written(given))
    assert back == given
    assert not report.diagnostics


def test_layout_does_not_matter() -> None:
    given = [Record(title="One", issued=Date(None, raw="soon")), Record(title="Two")]
    text = written(given)
    assert read(json.dumps(json.loads(text), indent=4))[0] == given
    assert read(json.dumps(json.loads(text)))[0] == given
    assert read(text.rstrip())[0] == given


def test_the_text_is_recognised() -> None:
    assert reader.FORMAT.sniff is not None
    assert reader.FORMAT.sniff(written([]))
    assert not reader.FORMAT.sniff('[{"id": "x"}]')


@pytest.mark.parametrize(
    ("item", "line", "message"),
    [
        ('{"title": 3}', 3, "title: expected text, found 3; record skipped"),
        ('{"author": [{"family": "A"}, {"age": 4}]}', 3, "author[1].age: unknown"),
        ('{"author": "A"}', 3, "author: expected a list, found 'A'"),
        ('{"issued": []}', 3, "issued: expected an object"),
        ('{"issued": {"start": {"year": 2020, "month": 13}}}', 3, "month: expected 0 to 12"),
        ("3", 3, "expected an object, found 3"),
        ('{"title": "x",,}', 3, "is no JSON"),
        ("[" * 100_000, 3, "nested too deeply"),
    ],
)
def test_a_bad_record_leaves_the_others(item: str, line: int, message: str) -> None:
    first, last = '{"title": "First"}', '{"title": "Last"}'
    text = f'{{"medcite": 1, "records": [\n{first},\n{item},\n{last}\n]}}\n'
    back, report = read(text)
    assert [each.title for each in back] == ["First", "Last"]
    (told,) = report.diagnostics
    assert told.level == Level.ERROR
    assert told.where.line == line
    assert message in told.message


def test_an_attribute_of_a_later_version_is_told() -> None:
    item = '{"title": "T", "key": "k", "mood": "good", "colour": "red"}'
    back, report = read(f'{{"medcite": 1, "records": [{item}]}}')
    assert back == [Record(title="T", key="k")]
    assert [told.code for told in report.diagnostics] == ["unknown-field"] * 2
    places = [(told.where.record, told.where.tag) for told in report.diagnostics]
    assert places == [("k", "mood"), ("k", "colour")]  # in the input's order
