"""The model's values as JSON and back: what is left out, and what is refused."""

from __future__ import annotations

import pytest
from medcite.model.record import Record
from medcite.model.serialize import ShapeError, dump, load
from medcite.model.values import Date, Heading, Name, PartialDate, Qualifier

VALUES = [
    Name("Fu", "H", affiliations=("Here", "There")),
    Date(PartialDate(2024, 2), PartialDate(2024, 3), "2024 Feb-Mar"),
    Heading("Humans", True, (Qualifier("trends"),)),
    Record(title="Pain", author=(Name("Fu"),), issued=Date(None, raw="soon"), et_al=True),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_comes_back(value: object) -> None:
    assert load(type(value), dump(value)) == value


def test_what_is_as_by_default_is_left_out() -> None:
    assert dump(Name("Fu", "H")) == {"family": "Fu", "given": "H"}
    assert dump(Record(pmid="7")) == {"pmid": "7"}


def test_a_type_that_the_model_has_not_is_refused() -> None:
    with pytest.raises(TypeError, match="no JSON for a float"):
        dump(1.5)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"family": 3}, r"x\.family: expected text, found 3"),
        ({"famly": "Fu"}, r"x\.famly: unknown; expected family"),
        ({"affiliations": "Here"}, r"x\.affiliations: expected a list"),
        ({"affiliations": ["Here", 3]}, r"x\.affiliations\[1\]: expected text"),
        ([], "x: expected an object"),
    ],
)
def test_another_shape_is_refused_by_its_place(value: object, message: str) -> None:
    with pytest.raises(ShapeError, match=message):
        load(Name, value, "x")


def test_a_number_that_a_date_cannot_have_is_refused() -> None:
    with pytest.raises(ShapeError, match="month: expected 0 to 12, found 13"):
        load(PartialDate, {"year": 2024, "month": 13})
