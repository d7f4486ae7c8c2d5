"""Files that installed packages carry, in a folder or in a zip file: styles and locales.

Packages are not imported for them, and what reads a single file needs neither
``importlib.resources`` nor ``pathlib``: to load these takes longer than to format a reference.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from ..base.frozen import Frozen

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class Folder(Frozen):
    """A package's folder: the package, the parts below it, its place, and what reads files."""

    package: str
    parts: tuple[str, ...]
    place: str
    loader: Any

    def path(self, file: str) -> str:
        """Give the path of a file."""
        return os.path.join(self.place, file)

    def read(self, file: str) -> bytes | None:
        """Give a file's bytes, or ``None`` where there is no such file."""
        try:
            return bytes(self.loader.get_data(self.path(file)))
        except OSError:
            return None

    def files(self) -> list[Traversable]:
        """Give all files, by name."""
        from importlib.resources import files
        from pathlib import Path

        home: Traversable = Path(self.place)
        if not home.is_dir():
            home = files(self.package).joinpath(*self.parts)
        if not home.is_dir():
            return []
        return sorted(home.iterdir(), key=lambda file: file.name)


def folder(package: str, *parts: str) -> Folder | None:
    """Give a folder of ``package``, or ``None`` where the package is not installed."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations or not hasattr(spec.loader, "get_data"):
        return None
    home = spec.submodule_search_locations[0]
    return Folder(package, parts, os.path.normpath(os.path.join(home, *parts)), spec.loader)
