"""One run at a time for one file: a lock from reading the file until it is replaced.

The lock is the operating system's, on an empty hidden file beside the one to be written:
``.refs.bib.medcite-lock`` for ``refs.bib``. Why so:

- Not on ``refs.bib`` itself. It is replaced by another file, and whoever waited would hold a
  lock on the old one. On Windows an open file could not even be replaced.
- Not in a cache or temporary folder. Whoever can write ``refs.bib`` (another user, another
  computer on a network drive, a container) has to meet the same lock, and may have other such
  folders. Nor need two names of one file be told apart: symbolic links are followed, and
  folders that are mounted twice or ignore case hold the lock file under both names, too.
- The system frees the lock when its holder ends, however it ends. A run that was killed leaves
  an empty file behind, which the next run takes over and deletes.

POSIX systems lock with ``flock``, which Linux passes on to NFS servers. Windows has no
``fcntl``; there ``msvcrt`` locks the first byte. Where there is neither, or the file system
knows no locks, no run waits for another, and only the comparison right before a file is
replaced (see ``safe_write``) protects what others wrote.

The holder deletes the lock file. One who waited may then have a lock on a file that is gone,
while a third makes a new one; so a lock counts only if the file still has its name.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ETIMEDOUT
from pathlib import Path
from time import sleep

PATIENCE = 60.0  # seconds to wait for another run, which writes for a fraction of one
PAUSE = 0.02  # seconds between two attempts
# No link is followed: in a folder that everybody may write to it could lead anywhere.
FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock of the file ``path``, which need not exist.

    Raises:
        TimeoutError: Another run has held it all the time.

    """
    name = lock_file(path)
    file = _acquire(name, path)
    try:
        yield
    finally:
        if file is not None:
            _release(file, name)


def lock_file(path: Path) -> Path:
    """Return the file whose lock stands for ``path``, under any of its names."""
    real = path.resolve()
    return real.with_name(f".{real.name}.medcite-lock")


def _acquire(name: Path, path: Path) -> int | None:
    """Return the open and locked file ``name``; ``None`` where it cannot be made."""
    for _ in range(int(PATIENCE / PAUSE) + 1):
        try:
            file = os.open(name, FLAGS, 0o666)
        except OSError:
            if not os.path.lexists(name):
                # Then no new file can be made in this folder either: saving says why.
                return None
        else:
            if _lock(file) and _is_named(file, name):
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
    else:  # while it is locked, so that nobody else's is deleted
        with suppress(OSError):
            name.unlink()
        os.close(file)


def _lock(file: int) -> bool:
    """Lock an open file; return whether no other process has it locked."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  # on Windows only

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  # not on Windows

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # the second is what Windows says
        return False
    except (ImportError, OSError):  # no locks here: go on without
        return True
    return True


def _is_named(file: int, name: Path) -> bool:
    """Return whether an open file is still the one called ``name``."""
    try:
        return os.path.samestat(os.fstat(file), os.stat(name))
    except OSError:
        return False
