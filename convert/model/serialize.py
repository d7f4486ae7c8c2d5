"""The model's values as plain JSON values, and back: frozen values and named tuples alike."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from ..base.frozen import Frozen
from .values import PartialDate

# What writers look up or print in columns.
LIMITS = {"year": 9999, "month": 12, "day": 31, "season": 4}
Loader = Callable[[object], object]


class ShapeError(ValueError):
    """A JSON value is not of the shape that the model asks for; the message says where."""

    def within(self, place: str) -> ShapeError:
        """Return the error with the place before its message that its value was found in."""
        return ShapeError(f"{place}{self}")


def dump(value: object) -> object:
    """Return a value of the model as JSON's own types; what has its default is left out.

    Raises:
        TypeError: ``value`` is of no type that the model has.

    """
    if isinstance(value, str | int) or value is None:
        return value
    kind: Any = type(value)
    if defaults := _defaults(kind):
        pairs = ((name, getattr(value, name), default) for name, default in defaults)
        return {name: dump(item) for name, item, default in pairs if item != default}
    if isinstance(value, tuple):
        return [dump(item) for item in value]
    raise TypeError(f"no JSON for a {kind.__name__}")


def plain(value: object) -> object:
    """Return a value of the model as JSON's own types, with all of its attributes."""
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        items = [plain(item) for item in value]
        return items if names is None else dict(zip(names, items, strict=True))
    return value


def load(kind: Any, value: object, path: str = "") -> Any:
    """Return the value of the type ``kind`` that ``value`` was dumped from.

    Raises:
        ShapeError: ``value`` cannot be one; ``path`` begins the name of the place.

    """
    try:
        return _loader(kind)(value)
    except ShapeError as error:
        raise error.within(path) from None


@cache
def _defaults(kind: Any) -> tuple[tuple[str, object], ...]:
    """Return the attributes of a frozen value or named tuple, each with its default."""
    frozen = isinstance(kind, type) and issubclass(kind, Frozen)
    if not frozen and not hasattr(kind, "_fields"):
        return ()
    known = kind.defaults if frozen else kind._field_defaults
    empty: dict[object, object] = {str: "", int: 0, bool: False}
    hints = get_type_hints(kind)
    return tuple((name, known.get(name, empty.get(hint))) for name, hint in hints.items())


@cache
def _loader(kind: Any) -> Loader:
    """Return the function that loads a ``kind``."""
    if kind in (str, int, bool):
        return _exactly(kind)
    if get_origin(kind) in (Union, UnionType):  # the model's only unions are with None
        return _loader(next(member for member in get_args(kind) if member is not type(None)))
    if get_origin(kind) is tuple:
        return _sequence(_loader(get_args(kind)[0]))
    return _object(kind)


def _exactly(kind: type) -> Loader:
    names = {str: "text", int: "a number", bool: "true or false"}

    def load_scalar(value: object) -> object:
        if type(value) is not kind:
            raise ShapeError(f": expected {names[kind]}, found {value!r:.60}")
        return value

    return load_scalar


def _sequence(load_item: Loader) -> Loader:
    def load_list(value: object) -> object:
        if not isinstance(value, list):
            raise ShapeError(f": expected a list, found {value!r:.60}")
        items: list[object] = []
        try:
            for item in value:
                items.append(load_item(item))
        except ShapeError as error:
            raise error.within(f"[{len(items)}]") from None
        return tuple(items)

    return load_list


def _object(kind: type) -> Loader:
    loaders = {name: _loader(hint) for name, hint in get_type_hints(kind).items()}
    defaults = dict(_defaults(kind))
    limits = LIMITS if kind is PartialDate else {}
    # Whose default would be None, which their type does not allow.
    needed = {name for name, default in defaults.items() if default is None} - {
        name for name, hint in get_type_hints(kind).items() if type(None) in get_args(hint)
    }

    def load_object(value: object) -> object:
        if not isinstance(value, dict):
            raise ShapeError(f": expected an object, found {value!r:.60}")
        for name in needed - value.keys():
            raise ShapeError(f": expected {name!r} in it")
        for name in sorted(value.keys() - loaders.keys()):
            raise ShapeError(f".{name}: unknown; expected {', '.join(loaders)}")
        attributes = dict(defaults)
        name = ""
        try:
            for name, item in value.items():
                attributes[name] = loaders[name](item)
        except ShapeError as error:
            raise error.within(f".{name}") from None
        for name, most in limits.items():
            number = attributes[name]
            if not isinstance(number, int) or not 0 <= number <= most:
                raise ShapeError(f".{name}: expected 0 to {most}, found {number}")
        return kind(**attributes)

    return load_object
