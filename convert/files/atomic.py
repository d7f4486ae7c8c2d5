"""Text to files: through a temporary file, only if the bytes differ. No other code saves."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from errno import EACCES, ENOENT
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def save(
    name: str | Path,
    pieces: Iterable[str | bytes],
    check: Callable[[], None] | None = None,
) -> bool:
    """Write ``pieces`` to the file ``name``, in UTF-8; tell whether the file's bytes changed.

    The old file stays whole until the new one is complete, and keeps its time stamp if
    nothing changed, so that make and latexmk come to rest. ``check`` is called right before
    the old file is replaced; what it raises keeps the old one. Raises OSError.
    """
    from pathlib import Path  # the command line's start would wait for it

    path = Path(name)
    if path.exists() and not path.is_file():  # a device or a pipe (a folder says so itself)
        with path.open("wb") as device:
            device.writelines(map(_bytes, pieces))
        return True
    from tempfile import NamedTemporaryFile

    path = path.resolve()
    if not path.parent.is_dir():
        raise FileNotFoundError(ENOENT, "there is no such folder", str(path.parent))
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(EACCES, "is read-only; nothing was written", str(path))
    try:
        temporary = NamedTemporaryFile(  # noqa: SIM115  # the with statement follows
            dir=path.parent, prefix=f".{path.name}.", delete=False
        )
    except OSError as error:  # it names a file that nobody asked for
        raise OSError(error.errno, error.strerror, str(path)) from error
    with temporary as new:
        try:
            new.writelines(map(_bytes, pieces))
            new.close()
            return _replace(Path(new.name), path, check)
        finally:
            Path(new.name).unlink(missing_ok=True)


def _replace(new: Path, path: Path, check: Callable[[], None] | None) -> bool:
    """Put ``new`` in the place of ``path`` if they differ, with ``path``'s permissions."""
    from filecmp import cmp

    if path.exists() and cmp(new, path, shallow=False):
        return False
    if path.exists():
        new.chmod(path.stat().st_mode)
    else:
        mask = os.umask(0)
        os.umask(mask)
        new.chmod(0o666 & ~mask)
    if check:
        check()
    new.replace(path)
    return True


def _bytes(piece: str | bytes) -> bytes:
    """Encode text; a lone surrogate, which no file may hold, becomes ``?``."""
    return piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace")
