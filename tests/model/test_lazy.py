"""A lazy record is as good as the record that it stands for."""

from __future__ import annotations

import copy
import pickle

import pytest
from medcite.files.source import open_source
from medcite.model import peek, serialize
from medcite.model.lazy import LAZY, LazyRecord
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Heading, Name, Relation
from medcite.readers import medline

from tests.conftest import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.nbib"))


def lazy(path: str) -> LazyRecord:
    report = Report()
    record = next(iter(medline.read(open_source(path, report, "x"), report)))
    assert isinstance(record, LazyRecord)
    return record


def plain(record: Record) -> Record:
    return Record(*[getattr(record, name) for name in Record.names])


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name)
def record(request: pytest.FixtureRequest) -> LazyRecord:
    return lazy(str(request.param))


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

    record = LazyRecord({"title": "A"}, decode, ("a.nbib", 3))
    assert (record.title, record.volume, asked) == ("A", "", [])
    assert record.is_pending("author")
    assert record.author is record.author
    assert asked == ["author"]
    assert not record.is_pending("author")


def test_only_attributes_can_be_lazy() -> None:
    assert set(Record.names) >= LAZY


class TestPeek:
    """What is answered without decoding is what the decoded values say."""

    def test_every_answer_is_that_of_the_values(self, record: LazyRecord) -> None:
        other = plain(record)
        fresh = lazy(record.origin.file) if record.origin and record.origin.file != "x" else record
        assert peek.has_affiliations(fresh) == peek.has_affiliations(other)
        assert peek.mesh_descriptors(fresh) == peek.mesh_descriptors(other)
        assert peek.relation_kinds(fresh) == peek.relation_kinds(other)
        assert peek.having(fresh, Record.names) == peek.having(other, Record.names)
        assert peek.location(fresh) == peek.location(other)

    def test_plain_authors_are_the_authors(self, record: LazyRecord) -> None:
        if authors := peek.plain_authors(record):
            assert list(authors) == [f"{name.family}, {name.given}" for name in record.author]
        assert peek.plain_authors(plain(record)) == ()

    def test_some_samples_have_plain_authors(self) -> None:
        assert any(peek.plain_authors(lazy(str(path))) for path in SAMPLES)

    def test_of_a_record_made_by_hand(self) -> None:
        made = Record(
            author=(Name("Fu", affiliations=("Here",)),),
            mesh=(Heading("Mice"),),
            relations=(Relation("comment-on", "J A"),),
        )
        assert peek.has_affiliations(made)
        assert peek.mesh_descriptors(made) == ("Mice",)
        assert peek.relation_kinds(made) == {"comment-on"}
        assert peek.location(made) == ("", 0)
        assert peek.has(made, "mesh")
        assert not peek.has(made, "volume")
        assert peek.may_exceed_pubmed(made)
