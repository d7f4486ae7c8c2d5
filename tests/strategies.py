"""Records made up by Hypothesis from the model's own types; how many examples to make."""

from __future__ import annotations

from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import settings
from hypothesis import strategies as st
from medcite.base.frozen import Frozen
from medcite.model.record import Record
from medcite.model.values import PartialDate
from medcite.tables.characters import NONCHARACTERS

# For a test where each example starts a program or makes a large file.
COSTLY = settings(max_examples=settings.default.max_examples // 8)

# Readers take noncharacters for damage, and replace them.
CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters=NONCHARACTERS)
TEXT = st.text(CHARACTERS, max_size=8)
PARTS = (st.integers(1, 2999), st.integers(0, 12), st.integers(0, 31), st.integers(0, 4))
MOMENTS = st.tuples(*PARTS).map(lambda parts: PartialDate(*parts))

SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(-9, 3000),
    bool: st.booleans(),
    type(None): st.none(),
    PartialDate: MOMENTS,
}


def of(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a type of the model."""
    if kind in SIMPLE:
        return SIMPLE[kind]
    if get_origin(kind) in (Union, UnionType):
        return st.one_of(*(of(each) for each in get_args(kind)))
    if get_origin(kind) is tuple:
        return st.lists(of(get_args(kind)[0]), max_size=2).map(tuple)
    assert issubclass(kind, Frozen) or hasattr(kind, "_fields")
    return st.builds(kind, **{name: of(hint) for name, hint in get_type_hints(kind).items()})


HINTS = get_type_hints(Record)
FEW = st.sets(st.sampled_from(sorted(HINTS)), max_size=6)
records = FEW.flatmap(lambda few: st.builds(Record, **{name: of(HINTS[name]) for name in few}))
