"""``typing.NamedTuple`` without its checks, which take longer than all the rest of a definition.

It compiles every annotation to see that it is one; mypy has seen that. A start defines some
thirty classes of the kind.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple
else:

    class _Definer(type):
        """Makes of a class with annotations a named tuple with its methods."""

        def __new__(mcs, name: str, _: tuple[type, ...], body: dict[str, Any]) -> type:
            fields = body["__annotations__"]
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            for key, value in body.items():
                if key not in fields:
                    setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Definer, "NamedTuple", (), {})

__all__ = ["NamedTuple"]
