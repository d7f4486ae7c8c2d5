"""Replace a file only if nobody else has locked it, or changed it since it was read.

The new content of a file depends on its old content, which may change at any time: another run of
medcite respects the ``file_lock``, but an editor does not know it. So a file is replaced only if it
still has the content that was read. Otherwise it is read again, and the new content is worked out
again.
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
from .file_lock import lock

if TYPE_CHECKING:
    from .update import Change

ATTEMPTS = 20  # for a file that keeps changing
PAUSE = 0.02  # seconds in which a program that is writing should finish


@dataclass(frozen=True, slots=True)
class Revision:
    """The old content of a file (``None`` if there is none), the new one, and what to report."""

    old: bytes | None
    new: bytes
    changes: tuple[Change, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the file has to be written; an empty one need not exist."""
        return self.new != (self.old or b"")


Revise = Callable[[bytes | None], Revision]


class ChangedError(Exception):
    """The content of a file is no longer what was read."""


def read_if_exists(path: Path) -> bytes | None:
    """Return a file's bytes, or ``None`` if there is no such file. Raises OSError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def write_revision(path: Path, planned: Revision, revise: Revise) -> Revision:
    """Write the ``planned`` revision of a file, or a new one by ``revise`` if the file changed.

    Return the revision that was written. The lock is held from reading until the file is replaced.
    An error, also one of ``revise``, leaves the file as it is.

    Raises:
        OSError: The file cannot be written, is locked by someone else, or keeps changing.

    """
    if not planned.changed:
        return planned
    with lock(path):
        revision = planned
        for _ in range(ATTEMPTS):
            if read_if_exists(path) != revision.old:
                revision = revise(_read_settled(path))
            if not revision.changed:
                return revision
            with suppress(ChangedError):
                _replace(path, revision)
                return revision
    message = (
        "another program changes it again and again; nothing was written. "
        "Run medcite again when that program has ended"
    )
    raise OSError(EBUSY, message, str(path))


def _read_settled(path: Path) -> bytes | None:
    """Read a file that is being written, until it stays the same for a moment."""
    data = read_if_exists(path)
    for _ in range(ATTEMPTS):
        sleep(PAUSE)
        before, data = data, read_if_exists(path)
        if data == before:
            break
    return data


def _replace(path: Path, revision: Revision) -> None:
    """Replace a file's old content by the new.

    Raises:
        ChangedError: The file has another content than the old one, and keeps it.
        OSError: It cannot be written.

    """
    with ExitStack() as stack:
        try:
            refuse_locked(path)
            old = None if revision.old is None else stack.enter_context(path.open("rb"))
            atomic.save(path, [revision.new], partial(_check_unchanged, path, old, revision.old))
        except FileNotFoundError as error:
            if path.parent.is_dir():  # an editor has moved the old file away
                raise ChangedError from error
            raise
        if old is None or old.closed:
            return
        sleep(PAUSE)
        old.seek(0)
        late = old.read()
    if late != revision.old:
        # A program that had the old file open wrote to it only now, and its text would be lost
        # with that file. It is put back, and then merged like any other change.
        _replace(path, Revision(revision.new, late))
        raise ChangedError


def _check_unchanged(path: Path, old: BinaryIO | None, data: bytes | None, *_: str) -> None:
    """Check that a file is still the open file ``old``, and still contains ``data``.

    Its bytes are compared, since a change need not affect size and time; then its status, since
    reading takes time. Raises ChangedError.
    """
    if old is None:
        if path.exists():
            raise ChangedError
        return
    before = os.fstat(old.fileno())
    if old.read() != data or _state(path.stat()) != _state(before):
        raise ChangedError
    if sys.platform == "win32":  # where no open file can be replaced
        old.close()


def _state(status: os.stat_result) -> tuple[int, ...]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def refuse_locked(path: Path) -> None:
    """Refuse to replace a file that is read-only or locked.

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
                lock(file, fcntl.LOCK_UN)  # on NFS both are the same, and would exclude each other
        except BlockingIOError as error:
            message = "is locked by another program; nothing was written"
            raise PermissionError(13, message, str(path)) from error
