"""A quick named tuple is what ``typing`` makes, but for the check of annotations."""

from __future__ import annotations

import pickle
import typing

import pytest

from convert.named import NamedTuple


class Place(NamedTuple):
    """Where something is."""

    file: str
    line: int = 0

    def shown(self) -> str:
        """Give it as editors do."""
        return f"{self.file}:{self.line}"


class Checked(typing.NamedTuple):
    """The same by the standard library."""

    file: str
    line: int = 0


def test_it_is_a_tuple_with_names_and_defaults() -> None:
    place = Place("a.nbib")
    assert place == ("a.nbib", 0)
    assert place == Place(line=0, file="a.nbib")
    assert place.shown() == "a.nbib:0"
    assert place._replace(line=3).line == 3
    assert repr(place) == "Place(file='a.nbib', line=0)"
    assert pickle.loads(pickle.dumps(place)) == place
    with pytest.raises(TypeError):
        Place()  # type: ignore[call-arg]


@pytest.mark.parametrize("name", ["_fields", "_field_defaults", "__match_args__"])
def test_it_knows_of_itself_what_typing_s_does(name: str) -> None:
    assert getattr(Place, name) == getattr(Checked, name)
    assert Place.__annotations__ == {"file": "str", "line": "int"}
    assert (Place.__module__, Place.__doc__) == (__name__, "Where something is.")
    assert Place.__mro__ == (Place, tuple, object)
