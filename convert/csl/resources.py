"""Read data files of installed packages, from a folder or a zip file: styles and locales.

The packages are not imported, and a single file is read without ``importlib.resources`` and
``pathlib``: loading these takes longer than formatting a reference.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ..base.frozen import Frozen

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from typing import Protocol

    class _Loader(Protocol):
        """What reads the files of a package: a folder's or a zip file's loader."""

        def get_data(self, path: str, /) -> bytes:
            """Return a file's bytes; raise OSError if there is no such file."""


class PackageFolder(Frozen):
    """A folder of a package."""

    package: str
    parts: tuple[str, ...]  # the path from the package to the folder
    path: str
    loader: _Loader

    def file_path(self, file: str) -> str:
        """Return the path of a file in this folder."""
        return os.path.join(self.path, file)

    def read(self, file: str) -> bytes | None:
        """Return a file's bytes, or None if there is no such file."""
        try:
            return bytes(self.loader.get_data(self.file_path(file)))
        except OSError:
            return None

    def files(self) -> list[Traversable]:
        """Return all files, sorted by name."""
        from importlib.resources import files  # noqa: PLC0415  # only for listings
        from pathlib import Path  # noqa: PLC0415  # only for listings

        folder: Traversable = Path(self.path)
        if not folder.is_dir():
            folder = files(self.package).joinpath(*self.parts)
        if not folder.is_dir():
            return []
        return sorted(folder.iterdir(), key=lambda file: file.name)


def package_folder(package: str, *parts: str) -> PackageFolder | None:
    """Return a folder of ``package``, or None if the package is not installed."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return None
    loader = spec.loader
    if loader is None or not hasattr(loader, "get_data"):
        return None
    package_path = spec.submodule_search_locations[0]
    return PackageFolder(
        package, parts, os.path.normpath(os.path.join(package_path, *parts)), loader
    )
