"""Immutable values like frozen dataclasses, for the modules that every start imports.

``dataclasses`` imports ``inspect`` and compiles code for every class: a fifth of the time that a
small file takes. msgspec and attrs add 32 and 40 ms to each start (measured).
"""

from __future__ import annotations

from typing import Any, Self, dataclass_transform


@dataclass_transform(frozen_default=True)
class Frozen:
    """A base of immutable values; their attributes are the annotations of the class.

    Two values are equal if they are of the same class and all their attributes are equal.
    """

    # Without annotations, so that they are not attributes of a value.
    names = tuple[str, ...]()
    defaults = dict[str, Any]()  # noqa: RUF012  # never modified: each class gets its own

    def __init_subclass__(cls) -> None:
        """Collect the names of the attributes and their defaults."""
        super().__init_subclass__()
        own = tuple(cls.__annotations__)
        cls.names += own
        cls.defaults = cls.defaults | {name: vars(cls)[name] for name in own if name in vars(cls)}

    def __init__(self, *values: object, **named: object) -> None:
        """Set the attributes, by position or by name."""
        attributes = self.__dict__
        attributes |= self.defaults
        attributes |= zip(self.names, values, strict=False)
        attributes |= named
        if len(attributes) != len(self.names) or len(values) > len(self.names):
            _refuse(type(self), values, named)
        self._check(values, named)

    def _check(self, values: tuple[object, ...], named: dict[str, object]) -> None:
        """Check the values that are given by position and by name, where a class does so."""

    def replace(self, **changes: object) -> Self:
        """Return a copy with some attributes changed."""
        return type(self)(**{name: getattr(self, name) for name in self.names} | changes)

    def __setattr__(self, name: str, value: object) -> None:
        """Raise AttributeError."""
        raise AttributeError(f"cannot assign to {name!r}: {type(self).__name__} is frozen")

    def __delattr__(self, name: str) -> None:
        """Raise AttributeError."""
        raise AttributeError(f"cannot delete {name!r}: {type(self).__name__} is frozen")

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self.names])

    def __dir__(self) -> list[str]:
        """Return what is meant for users, as completion shows it."""
        return [name for name in super().__dir__() if name not in ("names", "defaults")]

    def __eq__(self, other: object) -> bool:
        """Whether ``other`` is of the same class with the same attributes."""
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        """Return the hash of the attributes."""
        return hash(self._values())

    def __repr__(self) -> str:
        """Return the call that makes an equal value."""
        pairs = zip(self.names, self._values(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in pairs)})"


def _refuse(kind: type[Frozen], values: tuple[object, ...], named: dict[str, object]) -> None:
    """Raise TypeError, saying which attribute is missing or unknown, or that there are too many."""
    if len(values) > len(kind.names):
        raise TypeError(f"{kind.__name__}() takes {len(kind.names)} values, given {len(values)}")
    if unknown := sorted(named.keys() - set(kind.names)):
        from .suggestions import hint  # noqa: PLC0415  # only for an error

        near = hint(unknown[0], kind.names)
        raise TypeError(f"{kind.__name__}() has no attribute {unknown[0]!r}{near}")
    known = {*kind.names[: len(values)], *named, *kind.defaults}
    missing = [name for name in kind.names if name not in known]
    raise TypeError(f"{kind.__name__}() needs {', '.join(missing)}")
