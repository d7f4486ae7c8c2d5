"""Find the modules of a package, such as formats, commands and tables, by their location."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from importlib import import_module
from types import ModuleType


def submodule(package: ModuleType, name: str) -> ModuleType | None:
    """Import a module of ``package`` by its name; return ``None`` if there is none."""
    if not name.isidentifier() or name.startswith("_"):
        return None
    full = f"{package.__name__}.{name}"
    try:
        return import_module(full)
    except ModuleNotFoundError as error:
        if error.name != full:  # the module exists, but something that it imports does not
            raise
        return None


def plugin(package: ModuleType, name: str) -> ModuleType | None:
    """Import the module of a plugin, whose name has ``_`` instead of the plugin's ``-``."""
    return submodule(package, name.replace("-", "_"))


def plugin_names(package: ModuleType) -> tuple[str, ...]:
    """Return the names of the plugins in a package."""
    return tuple(module.replace("_", "-") for module in submodules(package))


def submodules(package: ModuleType) -> tuple[str, ...]:
    """Return the names of the modules in a package."""
    from pkgutil import iter_modules  # noqa: PLC0415  # it imports inspect, which would slow down every start

    return tuple(sorted(module.name for module in iter_modules(package.__path__)))


class LazyNames(Collection[str]):
    """Names of plugins; to look one up imports that plugin, to list them imports all."""

    def __init__(
        self, is_known: Callable[[str], bool], all_names: Callable[[], tuple[str, ...]]
    ) -> None:
        self._is_known, self._all_names = is_known, all_names

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self._is_known(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all_names())

    def __bool__(self) -> bool:
        return True

    def __len__(self) -> int:
        return len(self._all_names())
