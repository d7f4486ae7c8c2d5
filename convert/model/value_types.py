"""Which types the attributes of a record have, to refuse others where one is made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from ..base.errors import ArgumentError
from . import values

# The types of an attribute's values, and of the members where these are tuples.
_Types: TypeAlias = tuple[tuple[type[Any], ...], type[Any] | None]

_SCALARS: dict[str, type] = {"str": str, "bool": bool}
_WORDS = {str: "a text", bool: "True or False", type(None): "None"}


def type_checker(annotations: Mapping[str, str]) -> Callable[[Mapping[str, Any]], None]:
    """Return a function that raises ArgumentError for a value of another type than annotated."""
    types = dict(_types(annotations))

    def check(given: Mapping[str, Any]) -> None:
        for name, value in given.items():
            kinds, item = types[name]
            if not isinstance(value, kinds) or (
                item and not all(isinstance(part, item) for part in value)
            ):
                expected = f"a tuple of {item.__name__}" if item else _expected(kinds)
                raise ArgumentError(f"{name}: expected {expected}, not {value!r:.60}")

    return check


def _types(annotations: Mapping[str, str]) -> Iterator[tuple[str, _Types]]:
    """Yield, by attribute, the types of its values, and of the members where these are tuples."""
    for name, annotation in annotations.items():
        kind, _, optional = annotation.partition(" | ")
        if kind.startswith("tuple["):
            yield name, ((tuple,), _type(kind.removeprefix("tuple[").partition(",")[0]))
        else:
            yield name, ((_type(kind), type(None)) if optional else (_type(kind),), None)


def _type(name: str) -> type[Any]:
    kind: type[Any] = _SCALARS.get(name) or getattr(values, name)
    return kind


def _expected(kinds: tuple[type[Any], ...]) -> str:
    return " or ".join(_WORDS.get(kind, f"a {kind.__name__}") for kind in kinds)
