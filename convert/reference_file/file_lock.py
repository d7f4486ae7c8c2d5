"""Lock a file for one run of medcite, from reading the file until it is replaced.

``safe_write`` takes the lock.

The operating system locks an empty hidden file beside the one to be written:
``.refs.bib.medcite-lock`` for ``refs.bib``. The reasons:

- Not ``refs.bib`` itself: it is replaced by another file, so whoever waited would hold a lock on
  the old one. On Windows, an open file could not even be replaced.
- Not a file in a cache or temporary folder: all who can write ``refs.bib`` (another user, another
  computer on a network drive, a container) must use the same lock, and may have other such
  folders. Nor do two names of one file matter: symbolic links are followed, and folders that are
  mounted twice or ignore case have the lock file under both names, too.
- The system releases the lock when its holder ends, however it ends. A run that was killed leaves
  an empty file behind, which the next run reuses and deletes.

POSIX systems lock with ``flock``, which Linux passes on to NFS servers. Windows has no ``fcntl``;
there ``msvcrt`` locks the first byte. Where there is neither, or the file system has no locks, runs
do not wait for each other, and only the comparison right before a file is replaced (see
``safe_write``) protects what others wrote.

The holder deletes the lock file. Then one who waited may have a lock on a deleted file while a
third creates a new one. So a lock counts only if its file still has its name.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ETIMEDOUT
from pathlib import Path
from time import sleep
from zlib import crc32

from ..library.real_path import real_path

PATIENCE = 60.0  # seconds to wait for another run, which writes for a fraction of one
PAUSE = 0.02  # seconds between two attempts
LONGEST_NAME = 255  # bytes that file systems allow
# No link is followed: in a folder that everybody may write to it could lead anywhere.
FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Hold the lock of the file ``path``, which need not exist.

    Raises:
        TimeoutError: Another run has held the lock all the time.

    """
    name = lock_file(path)
    file = _acquire(name, path)
    try:
        yield
    finally:
        if file is not None:
            _release(file, name)


def lock_file(path: Path) -> Path:
    """Return the file that is locked for ``path``, whichever of its names that is."""
    real = real_path(path)
    name = f".{real.name}.medcite-lock"
    if len(os.fsencode(name)) > LONGEST_NAME:
        name = f".{crc32(os.fsencode(real.name)):08x}.medcite-lock"
    return real.with_name(name)


def _acquire(name: Path, path: Path) -> int | None:
    """Return the open and locked file ``name``; ``None`` if it cannot be created."""
    for _ in range(int(PATIENCE / PAUSE) + 1):
        try:
            file = os.open(name, FLAGS, 0o666)
        except OSError:
            if not os.path.lexists(name):
                # Then no file can be created in this folder, and saving will say why.
                return None
        else:
            if _try_lock(file) and _is_named(file, name):
                return file
            os.close(file)
        sleep(PAUSE)
    message = (
        f"another run of medcite has been writing it for {PATIENCE:.0f} seconds; nothing was "
        f"written. Try again when it has ended; if there is none, delete {name}"
    )
    raise TimeoutError(ETIMEDOUT, message, str(path))


def _release(file: int, name: Path) -> None:
    """Delete the lock file, and free its lock."""
    if sys.platform == "win32":  # only a file that nobody has open can be deleted
        os.close(file)
        with suppress(OSError):
            name.unlink()
    else:  # while it is locked, so that no other run's file is deleted
        with suppress(OSError):
            name.unlink()
        os.close(file)


def _try_lock(file: int) -> bool:
    """Lock an open file; return ``False`` if another process has locked it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  # on Windows only

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  # not on Windows

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # Windows raises the second
        return False
    except (ImportError, OSError):  # locks are not supported
        return True
    return True


def _is_named(file: int, name: Path) -> bool:
    """Whether an open file is still the one called ``name``."""
    try:
        return os.path.samestat(os.fstat(file), os.stat(name))
    except OSError:
        return False
