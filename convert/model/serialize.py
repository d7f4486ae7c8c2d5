"""The model's values as plain JSON values and back: frozen values, named tuples, texts, numbers.

Attributes that have their default are left out, so that the JSON holds only what the record says.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from ..base.frozen import Frozen
from .values import PartialDate

# Numbers that writers look up (a month's name) or print in columns: greater ones are refused.
LIMITS = {"year": 9999, "month": 12, "day": 31, "season": 4}
# Loads a JSON value; the text names its place for errors.
Loader: TypeAlias = Callable[[object, str], Any]
# A class of the model or a type in an annotation, such as ``tuple[Name, ...]``, for which
# Python has no type.
Hint: TypeAlias = Any


class ShapeError(ValueError):
    """A JSON value is not of the shape that the model asks for; the message says where."""


def dump(value: object) -> Any:
    """Return a value of the model as JSON's own types: objects without defaults.

    Raises:
        TypeError: ``value`` is of no type that the model has.

    """
    if isinstance(value, str | int) or value is None:
        return value
    cls: Hint = type(value)
    if defaults := _defaults(cls):
        parts = ((name, getattr(value, name), default) for name, default in defaults)
        return {name: dump(part) for name, part, default in parts if part != default}
    if isinstance(value, tuple):
        return [dump(item) for item in value]
    raise TypeError(f"no JSON for a {cls.__name__}")


def load(hint: Hint, value: object, path: str = "") -> Any:
    """Return the value of the type ``hint`` that ``value`` was dumped from.

    Raises:
        ShapeError: ``value`` cannot be one; ``path`` begins the name of the place.

    """
    return _loader(hint)(value, path)


@cache
def _defaults(cls: Hint) -> tuple[tuple[str, object], ...]:
    """Return the attributes of a frozen value or named tuple, each with its default."""
    frozen = isinstance(cls, type) and issubclass(cls, Frozen)
    if not frozen and not hasattr(cls, "_fields"):
        return ()
    defaults = cls.defaults if frozen else cls._field_defaults
    empty: dict[Hint, object] = {str: "", int: 0, bool: False}
    hints = get_type_hints(cls)
    return tuple((name, defaults.get(name, empty.get(hint))) for name, hint in hints.items())


@cache
def _loader(hint: Any) -> Loader:
    """Return the function that loads values of a type."""
    if hint in (str, int, bool):
        return _scalar_loader(hint)
    if get_origin(hint) in (Union, UnionType):  # the model's only unions are with None
        return _loader(next(part for part in get_args(hint) if part is not type(None)))
    if get_origin(hint) is tuple:
        return _list_loader(_loader(get_args(hint)[0]))
    return _object_loader(hint)


def _scalar_loader(cls: type) -> Loader:
    expected = {str: "text", int: "a number", bool: "true or false"}[cls]

    def load_scalar(value: object, path: str) -> object:
        if type(value) is not cls:
            raise ShapeError(f"{path}: expected {expected}, found {value!r:.60}")
        return value

    return load_scalar


def _list_loader(load_item: Loader) -> Loader:
    def load_list(value: object, path: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ShapeError(f"{path}: expected a list, found {value!r:.60}")
        return tuple(load_item(item, f"{path}[{index}]") for index, item in enumerate(value))

    return load_list


def _object_loader(cls: type) -> Loader:
    loaders = {name: _loader(hint) for name, hint in get_type_hints(cls).items()}
    defaults = dict(_defaults(cls))
    limits = LIMITS if cls is PartialDate else {}

    def load_object(value: object, path: str) -> Any:
        if not isinstance(value, dict):
            raise ShapeError(f"{path}: expected an object, found {value!r:.60}")
        attributes: dict[str, Any] = dict(defaults)
        for name, part in value.items():
            if name not in loaders:
                raise ShapeError(f"{path}.{name}: unknown; expected {', '.join(loaders)}")
            attributes[name] = loaders[name](part, f"{path}.{name}")
        for name, limit in limits.items():
            if not 0 <= attributes[name] <= limit:
                number = attributes[name]
                raise ShapeError(f"{path}.{name}: expected 0 to {limit}, found {number}")
        return cls(**attributes)

    return load_object
