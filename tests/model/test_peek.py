"""What is answered without decoding is what the decoded values say."""

from __future__ import annotations

from pathlib import Path

import pytest
from medcite.model import peek
from medcite.model.record import Record
from medcite.model.values import Heading, Name, Relation

from tests.model.test_lazy import SAMPLES, lazy, plain


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_answer_is_that_of_the_values(path: Path) -> None:
    fresh, other = lazy(path), plain(lazy(path))
    assert peek.has_affiliations(fresh) == peek.has_affiliations(other)
    assert peek.mesh_descriptors(fresh) == peek.mesh_descriptors(other)
    assert peek.relation_kinds(fresh) == peek.relation_kinds(other)
    assert peek.having(fresh, Record.names) == peek.having(other, Record.names)
    assert peek.location(fresh) == peek.location(other)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_plain_authors_are_the_authors(path: Path) -> None:
    record = lazy(path)
    if authors := peek.plain_authors(record):
        assert list(authors) == [f"{name.family}, {name.given}" for name in record.author]
    assert peek.plain_authors(plain(record)) == ()


def test_some_samples_have_plain_authors() -> None:
    assert any(peek.plain_authors(lazy(path)) for path in SAMPLES)


def test_of_a_record_made_by_hand() -> None:
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
