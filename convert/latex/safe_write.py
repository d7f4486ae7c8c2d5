"""The files that are written: read before, and replaced only if nobody holds or changes them.

What a file should hold depends on what it holds, and that may change at any time: by another
run of this program, which keeps to the ``file_lock``, or by an editor, which knows of none. So a
file is replaced only if it is still what was read; if not, it is read and worked out again.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from errno import EBUSY
from functools import partial
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, BinaryIO

from ..files import atomic
from ..files.atomic import refuse_read_only
from ..model.report import Diagnostic
from .file_lock import held

if TYPE_CHECKING:
    from .bib_update import Change

ATTEMPTS = 20  # for a file that changes again and again
PAUSE = 0.02  # seconds in which a program that has begun to write should be done


@dataclass(frozen=True, slots=True)
class Revision:
    """What a file held (``None``: it was not there), what it should hold, and what to tell."""

    old: bytes | None
    new: bytes
    changes: tuple[Change, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def changed(self) -> bool:
        """Return whether the file is not as it should be; an empty one need not be there."""
        return self.new != (self.old or b"")


Revise = Callable[[bytes | None], Revision]


class ChangedError(Exception):
    """A file is no longer what was read."""


def read(path: Path) -> bytes | None:
    """Return a file's bytes, ``None`` if it is not there. Raises OSError for anything else."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def update(path: Path, planned: Revision, revise: Revise) -> Revision:
    """Write what is ``planned`` for a file; if the file has changed, what ``revise`` makes of it.

    Return what was written in the end. The lock is held from reading until the file is
    replaced. An error, also of ``revise``, leaves the file as it is.

    Raises:
        OSError: The file cannot be written, is locked by somebody else, or never stays the same.

    """
    if not planned.changed:
        return planned
    with held(path):
        made = planned
        for _ in range(ATTEMPTS):
            if read(path) != made.old:
                made = revise(_settled(path))
            if not made.changed:
                return made
            with suppress(ChangedError):
                _replace(path, made)
                return made
    message = (
        "another program changes it again and again; nothing was written. "
        "Run medcite again when that program has ended"
    )
    raise OSError(EBUSY, message, str(path))


def _settled(path: Path) -> bytes | None:
    """Read a file that is being written: until it stays the same for a moment."""
    data = read(path)
    for _ in range(ATTEMPTS):
        sleep(PAUSE)
        before, data = data, read(path)
        if data == before:
            break
    return data


def _replace(path: Path, made: Revision) -> None:
    """Replace a file's old content by the new.

    Raises:
        ChangedError: The file holds something else than the old content, and goes on to.
        OSError: It cannot be written.

    """
    with ExitStack() as stack:
        try:
            refuse(path)
            old = None if made.old is None else stack.enter_context(path.open("rb"))
            atomic.save(path, [made.new], partial(_compare, path, old, made.old))
        except FileNotFoundError as error:
            if path.parent.is_dir():  # an editor has moved the old file away
                raise ChangedError from error
            raise
        if old is None or old.closed:
            return
        sleep(PAUSE)
        old.seek(0)
        late = old.read()
    if late != made.old:
        # A program that had the old file open has written to it only now, and its text
        # would be gone with that file: it is put back, and then merged as any other change.
        _replace(path, Revision(made.new, late))
        raise ChangedError


def _compare(path: Path, old: BinaryIO | None, data: bytes | None, *_: str) -> None:
    """Make sure that a file is still the open one, ``old``, and still holds ``data``.

    Its bytes are compared, since a change may leave size and time alone; and then its status,
    since reading takes time. Raises ChangedError.
    """
    if old is None:
        if path.exists():
            raise ChangedError
        return
    before = os.fstat(old.fileno())
    if old.read() != data or _state(path.stat()) != _state(before):
        raise ChangedError
    if sys.platform == "win32":  # where an open file cannot be replaced, by us or by others
        old.close()


def _state(found: os.stat_result) -> tuple[int, ...]:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def refuse(path: Path) -> None:
    """Refuse to replace a file that is read-only, or that somebody has locked.

    Raises:
        PermissionError: The file is read-only, or another program has locked it.

    """
    if not path.exists():
        return
    refuse_read_only(str(path), str(path))
    try:
        import fcntl  # noqa: PLC0415  # not on Windows
    except ImportError:  # Windows, where a file in use cannot be replaced
        return
    with path.open("rb+") as file:
        try:
            for lock in (fcntl.flock, fcntl.lockf):
                lock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                lock(file, fcntl.LOCK_UN)  # for NFS both are one, and would exclude each other
        except BlockingIOError as error:
            message = "is locked by another program; nothing was written"
            raise PermissionError(13, message, str(path)) from error
