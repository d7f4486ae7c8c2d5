"""Immutable values, as frozen dataclasses are, for the modules that every start loads.

The module dataclasses loads inspect and compiles code for every class: a fifth of the time
that a small file takes. A :class:`Frozen` class needs neither, and is a dataclass to
whoever asks (``dataclasses.fields``, ``replace``, ``is_dataclass``).
"""

from __future__ import annotations

from typing import Any, Self, dataclass_transform


class _Fields:
    """Makes ``__dataclass_fields__`` when it is first asked for."""

    def __init__(self) -> None:
        self.made: dict[type[Frozen], dict[str, Any]] = {}

    def __get__(self, _: object, owner: type[Frozen]) -> dict[str, Any]:
        # Kept where no class below the owner finds them.
        if owner not in self.made:
            self.made[owner] = _fields(owner)
        return self.made[owner]


def _fields(owner: type[Frozen]) -> dict[str, Any]:
    """Make the fields that a dataclass with the same annotations has."""
    import dataclasses

    rows = [
        (name, kind, dataclasses.field(default=owner.defaults.get(name, dataclasses.MISSING)))
        for name, kind in owner.__annotations__.items()
    ]
    made = dataclasses.make_dataclass(owner.__name__, rows)
    return dict(vars(made)["__dataclass_fields__"])


@dataclass_transform(frozen_default=True)
class Frozen:
    """An immutable value: its attributes are the class's annotations, equal if they all are."""

    # Not annotated, so that they are no attributes of a value.
    names = tuple[str, ...]()
    defaults = dict[str, Any]()  # noqa: RUF012  # never changed: each class gets its own
    __dataclass_fields__ = _Fields()

    def __init_subclass__(cls) -> None:
        """Note what a value's attributes are, and which have defaults."""
        cls.names = tuple(cls.__annotations__)
        cls.defaults = {name: vars(cls)[name] for name in cls.names if name in vars(cls)}

    def __init__(self, *values: Any, **named: Any) -> None:
        """Set the attributes, in their order or by name."""
        said = self.__dict__
        said |= self.defaults
        said |= zip(self.names, values, strict=False)
        said |= named
        if len(said) != len(self.names) or len(values) > len(self.names):
            _refuse(type(self), values, named)

    def replace(self, **changes: Any) -> Self:
        """Give a value like this with some attributes changed."""
        return type(self)(**{name: getattr(self, name) for name in self.names} | changes)

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse: a value does not change."""
        raise AttributeError(f"cannot assign to {name!r}: {type(self).__name__} is frozen")

    def __delattr__(self, name: str) -> None:
        """Refuse: a value does not change."""
        raise AttributeError(f"cannot delete {name!r}: {type(self).__name__} is frozen")

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self.names])

    def __eq__(self, other: object) -> bool:
        """Tell whether ``other`` is of the same class and its attributes are equal."""
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        """Give the hash of the attributes."""
        return hash(self._values())

    def __repr__(self) -> str:
        """Write the call that makes such a value."""
        said = zip(self.names, self._values(), strict=True)
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in said)})"


def _refuse(kind: type[Frozen], values: tuple[Any, ...], named: dict[str, Any]) -> None:
    """Raise TypeError, saying which attribute is missing, unknown or one too many."""
    if len(values) > len(kind.names):
        raise TypeError(f"{kind.__name__}() takes {len(kind.names)} values, given {len(values)}")
    if unknown := sorted(named.keys() - set(kind.names)):
        from .suggestions import hint

        near = hint(unknown[0], kind.names)
        raise TypeError(f"{kind.__name__}() has no attribute {unknown[0]!r}{near}")
    given = {*kind.names[: len(values)], *named, *kind.defaults}
    missing = [name for name in kind.names if name not in given]
    raise TypeError(f"{kind.__name__}() wants {', '.join(missing)}")
