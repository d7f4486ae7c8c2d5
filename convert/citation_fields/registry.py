"""The reference managers whose citations are read, by the codes of their fields."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from ..base.plugins import plugin, plugin_names
from . import managers as package

if TYPE_CHECKING:
    from .field_cite import Manager


@cache
def managers() -> tuple[Manager, ...]:
    """Return every manager, by the name of its module."""
    modules = (plugin(package, name) for name in plugin_names(package))
    return tuple(cast("Manager", module.MANAGER) for module in modules if module)


def manager_of(code: str) -> Manager | None:
    """Return the manager that a citation's field or content control is of, or ``None``."""
    return next((each for each in managers() if each.citation.match(code)), None)


def is_citation(code: str) -> bool:
    """Whether a field's code, or a content control's tag, is that of a citation."""
    return manager_of(code) is not None


def is_bibliography(code: str) -> bool:
    """Whether a field's code, or a content control's tag, is that of a reference list."""
    return any(each.bibliography.match(code) for each in managers())
