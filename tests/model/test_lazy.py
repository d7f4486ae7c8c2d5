"""A lazy record is as good as the record that it stands for."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
from medcite.files.source import open_source
from medcite.model import serialize
from medcite.model.lazy import LAZY, LazyRecord
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Name
from medcite.readers import medline

from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.nbib"))


def lazy(path: Path) -> LazyRecord:
    report = Report()
    record = next(iter(medline.read(open_source(path, report, "x"), report)))
    assert isinstance(record, LazyRecord)
    return record


def plain(record: Record) -> Record:
    return Record(*[getattr(record, name) for name in Record.names])


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name)
def record(request: pytest.FixtureRequest) -> LazyRecord:
    return lazy(request.param)


def test_it_equals_its_record_either_way_round(record: LazyRecord) -> None:
    other = plain(record)
    assert type(other) is Record
    assert record == other
    assert other == record
    assert hash(record) == hash(other)
    assert record != other.replace(volume="other")
    assert record != "a record"


def test_it_looks_the_same(record: LazyRecord) -> None:
    other = plain(record)
    assert repr(record) == repr(other)
    assert record.to_dict() == other.to_dict()
    assert serialize.dump(record) == serialize.dump(other)


@pytest.mark.parametrize(
    "make", [copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))]
)
def test_a_copy_is_a_record(record: LazyRecord, make: object) -> None:
    assert callable(make)
    made = make(record)
    assert type(made) is Record
    assert made == record


def test_a_changed_one_is_a_record(record: LazyRecord) -> None:
    changed = record.replace(volume="other", author=())
    assert type(changed) is Record
    assert (changed.volume, changed.author, changed.title) == ("other", (), record.title)
    assert changed == plain(record).replace(volume="other", author=())
    with pytest.raises(TypeError, match="no attribute 'volum'; did you mean volume"):
        record.replace(volum="3")


def test_nothing_is_decoded_before_it_is_read() -> None:
    asked: list[str] = []

    def decode(name: str) -> object:
        asked.append(name)
        return (Name("Fu"),)

    record = LazyRecord({"title": "A"}, decode, ("a.nbib", 3), "medline")
    assert (record.title, record.volume, asked) == ("A", "", [])
    assert record.is_pending("author")
    assert record.author is record.author
    assert asked == ["author"]
    assert not record.is_pending("author")


def test_only_attributes_can_be_lazy() -> None:
    assert set(Record.names) >= LAZY
