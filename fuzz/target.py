"""What a fuzz target is, and which there are: all that the modules of ``fuzz/targets`` offer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import NamedTuple

from medcite.base.plugins import submodules

from . import targets


class Target(NamedTuple):
    """A name, the inputs to begin with, and the function that takes an input.

    ``run`` returns if the input was read, or refused with a ``medcite.Error``; it raises anything
    else if there is a fault.
    """

    name: str
    seeds: Callable[[], list[bytes]]
    run: Callable[[bytes], None]


class FaultError(AssertionError):
    """Nothing was raised, but what came out is wrong; the message says what."""


@cache
def all_targets() -> dict[str, Target]:
    """Return the targets of all modules by name, sorted."""
    modules = (import_module(f"{targets.__name__}.{name}") for name in submodules(targets))
    found: Iterator[Target] = (target for module in modules for target in module.targets())
    return {target.name: target for target in sorted(found, key=lambda target: target.name)}
