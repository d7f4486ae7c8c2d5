"""The files that are written: read before, and replaced only if nobody holds them."""

from __future__ import annotations

import stat
from pathlib import Path

WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def read(path: Path) -> bytes | None:
    """Give a file's bytes, ``None`` if it is not there. Raises OSError for anything else."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def refuse(path: Path) -> None:
    """Refuse to replace a file that somebody holds or has locked.

    A read-only file could be replaced where its folder can be written, and by root always.

    Raises:
        PermissionError: The file is read-only, or another program has locked it.

    """
    if not path.exists():
        return
    if not path.stat().st_mode & WRITABLE:
        raise PermissionError(13, "is read-only; nothing was written", str(path))
    try:
        import fcntl
    except ImportError:  # Windows, where a file in use cannot be replaced
        return
    with path.open("rb+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = "is locked by another program; nothing was written"
            raise PermissionError(13, message, str(path)) from error
