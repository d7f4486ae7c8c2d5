"""The model's values as plain JSON values, and back, for all frozen values and named tuples.

What is as it is by default is left out, so that the JSON holds only what the record says.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from ..base.frozen import Frozen
from .values import PartialDate

# What writers look up or print in columns.
LIMITS = {"year": 9999, "month": 12, "day": 31, "season": 4}
Maker = Callable[[Any, str], Any]


class ShapeError(ValueError):
    """A JSON value is not of the shape that the model asks for; the message says where."""


def dump(value: Any) -> Any:
    """Give a value of the model as JSON's own types: objects without defaults.

    Raises:
        TypeError: ``value`` is of no type that the model has.

    """
    if isinstance(value, str | int) or value is None:
        return value
    kind: Any = type(value)
    if defaults := _defaults(kind):
        pairs = ((name, getattr(value, name), usual) for name, usual in defaults)
        return {name: dump(each) for name, each, usual in pairs if each != usual}
    if isinstance(value, tuple):
        return [dump(each) for each in value]
    raise TypeError(f"no JSON for a {kind.__name__}")


def load(kind: Any, value: Any, path: str = "") -> Any:
    """Give the value of the type ``kind`` that ``value`` was dumped from.

    Raises:
        ShapeError: ``value`` cannot be one; ``path`` begins the name of the place.

    """
    return _maker(kind)(value, path)


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Give the attributes of a frozen value or named tuple, each with what it is if left out."""
    frozen = isinstance(kind, type) and issubclass(kind, Frozen)
    if not frozen and not hasattr(kind, "_fields"):
        return ()
    known = kind.defaults if frozen else kind._field_defaults
    empty: dict[Any, Any] = {str: "", int: 0, bool: False}
    hints = get_type_hints(kind)
    return tuple((name, known.get(name, empty.get(hint))) for name, hint in hints.items())


@cache
def _maker(kind: Any) -> Maker:
    """Give the function that makes a ``kind``."""
    if kind in (str, int, bool):
        return _exactly(kind)
    if get_origin(kind) in (Union, UnionType):  # the model's only unions are with None
        return _maker(next(each for each in get_args(kind) if each is not type(None)))
    if get_origin(kind) is tuple:
        return _sequence(_maker(get_args(kind)[0]))
    return _object(kind)


def _exactly(kind: type) -> Maker:
    names = {str: "text", int: "a number", bool: "true or false"}

    def make(value: Any, path: str) -> Any:
        if type(value) is not kind:
            raise ShapeError(f"{path}: expected {names[kind]}, found {value!r:.60}")
        return value

    return make


def _sequence(make_item: Maker) -> Maker:
    def make(value: Any, path: str) -> Any:
        if not isinstance(value, list):
            raise ShapeError(f"{path}: expected a list, found {value!r:.60}")
        return tuple(make_item(each, f"{path}[{at}]") for at, each in enumerate(value))

    return make


def _object(kind: type) -> Maker:
    makers = {name: _maker(hint) for name, hint in get_type_hints(kind).items()}
    defaults = dict(_defaults(kind))
    limits = LIMITS if kind is PartialDate else {}

    def make(value: Any, path: str) -> Any:
        if not isinstance(value, dict):
            raise ShapeError(f"{path}: expected an object, found {value!r:.60}")
        given = dict(defaults)
        for name, each in value.items():
            if name not in makers:
                raise ShapeError(f"{path}.{name}: unknown; expected {', '.join(makers)}")
            given[name] = makers[name](each, f"{path}.{name}")
        for name, most in limits.items():
            if not 0 <= given[name] <= most:
                raise ShapeError(f"{path}.{name}: expected 0 to {most}, found {given[name]}")
        return kind(**given)

    return make
