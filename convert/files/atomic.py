"""Save files through a temporary file, and only if the bytes differ. No other code saves files."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from errno import EACCES, EISDIR, ENOENT
from typing import IO, TypeAlias

from ..base.lazy_regex import regex

# Called with the names of a file, which need not exist, and of its replacement; raises an error if
# the file must not be replaced.
Guard: TypeAlias = Callable[..., None]

WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
STANDARD = {"in": 0, "out": 1, "err": 2}
DESCRIPTOR = regex(r"/dev/(?:std(in|out|err)|fd/(\d+))|/proc/(\d+)(?:/task/\d+)?/fd/(\d+)")
CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
MAX_LINKS = 40  # that are followed, as on Linux
GZIP_LEVEL = 6  # the highest takes three times as long, and saves a hundredth

_temporary: set[str] = set()  # files being written, for `discard`


def save(
    name: str | os.PathLike[str], pieces: Iterable[str | bytes], guard: Guard | None = None
) -> bool:
    """Write ``pieces`` to the file ``name`` in UTF-8; return whether the file's bytes changed.

    A file whose name ends in ``.gz`` is compressed with gzip. The old file stays whole until the
    new one is complete. If nothing changed it keeps its time stamp, so that make and latexmk see no
    change. ``guard`` is called last, before the file is created or replaced; if it raises an error,
    everything stays as it was. Raises OSError.
    """
    name = os.fspath(name)
    number = descriptor(name)
    old = None if number is not None else _status(name)
    if number is None and (old is None or stat.S_ISREG(old.st_mode)):
        return _save(name, old, pieces, guard)
    with _opened(name, number) as device:
        _write(device, pieces, name)
    return True


def save_all(files: Iterable[tuple[str, Iterable[str | bytes]]], guard: Guard) -> list[str]:
    """Write several files like :func:`save`, or none; return their names.

    All are written beside their places first; then ``guard`` is called for each, with its name, its
    path and all replacements, and only then are any replaced. Raises OSError.
    """
    names, replacements = [], []
    with ExitStack() as stack:
        for name, pieces in files:
            path = os.path.realpath(name)
            old = _status(name)
            _check_place(path, name, old)
            new, stream = stack.enter_context(_temporary_file(path, 0o600 if old else 0o666))
            with stream:
                _write(stream, pieces, name)
            names.append(name)
            replacements.append((new, path))
        written = [new for new, _ in replacements]
        for name, (_, path) in zip(names, replacements, strict=True):
            if os.path.exists(path):
                guard(name, path, *written)
        for new, path in replacements:
            _replace(new, path, None)
    return names


def descriptor(name: str) -> int | None:
    """Return the descriptor of the open file with this name, such as 1 for ``/dev/stdout``.

    ``name`` may be a link to such a name. To replace that file would lose what other programs
    wrote to it.
    """
    for _ in range(MAX_LINKS):
        folder, base = os.path.split(os.path.abspath(name))
        name = os.path.join(os.path.realpath(folder), base)
        match = DESCRIPTOR.fullmatch(name)
        if match and match[3] in (None, str(os.getpid())):
            return STANDARD[match[1]] if match[1] else int(match[2] or match[4])
        if not os.path.islink(name):
            return None
        name = os.path.join(os.path.dirname(name), os.readlink(name))
    return None


def is_standard_output(name: str) -> bool:
    """Whether ``name`` is standard output: ``-``, ``/dev/stdout`` or the like."""
    return name == "-" or descriptor(name) == 1


def refuse_read_only(path: str, name: str) -> None:
    """Refuse to replace a read-only file, which the permissions of its folder, or root, may allow.

    Raises:
        PermissionError: The file is read-only; ``name`` is its name in the message.

    """
    # For root, every file would count as writable.
    if not (os.stat(path).st_mode & WRITABLE and os.access(path, os.W_OK)):
        raise PermissionError(EACCES, "is read-only; nothing was written", name)


def discard() -> None:
    """Remove the temporary files of this process, which is about to exit without cleanup."""
    for name in list(_temporary):
        with suppress(OSError):
            os.unlink(name)


def _status(name: str) -> os.stat_result | None:
    """Return the status of a file, or ``None`` if there is no such file. Raises OSError."""
    try:
        status = os.stat(name)
    except (FileNotFoundError, NotADirectoryError):
        if name.endswith(("/", os.sep)):
            raise IsADirectoryError(EISDIR, "names a folder, not a file in it", name) from None
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(EISDIR, "is a folder; name a file in it", name)
    return status


@contextmanager
def _opened(name: str, number: int | None) -> Iterator[IO[bytes]]:
    """Open a device, a pipe or an open file for writing."""
    try:
        stream = open(name, "wb") if number is None else os.fdopen(os.dup(number), "wb")  # noqa: SIM115
    except OSError as error:
        raise OSError(error.errno, error.strerror, name) from error
    with stream:
        yield stream


def _save(
    name: str, old: os.stat_result | None, pieces: Iterable[str | bytes], guard: Guard | None
) -> bool:
    """Write a regular file; a link to it stays a link."""
    path = os.path.realpath(name)
    _check_place(path, name, old)
    with _temporary_file(path, 0o600 if old else 0o666) as (new, stream):
        with stream:
            _write(stream, pieces, name)
        return _replace(new, path, guard)


def _check_place(path: str, name: str, old: os.stat_result | None) -> None:
    """Check that a file can be written at ``path``. Raises OSError."""
    folder = os.path.dirname(path)
    if not os.path.isdir(folder):
        raise FileNotFoundError(ENOENT, "there is no such folder", folder)
    if old:
        refuse_read_only(path, name)


@contextmanager
def _temporary_file(path: str, mode: int) -> Iterator[tuple[str, IO[bytes]]]:
    """Open a temporary file in the folder of ``path``, and finally remove it if it still exists.

    Its name is short, since the name of ``path`` may have the maximum length. It is noted before
    the file is created, so that no signal comes in between.
    """
    new = os.path.join(os.path.dirname(path), f".medcite-{os.urandom(6).hex()}")
    _temporary.add(new)
    try:
        try:
            number = os.open(new, CREATE, mode)
        except OSError as error:  # which names the temporary file
            raise OSError(error.errno, error.strerror, path) from error
        yield new, os.fdopen(number, "wb")
    finally:
        with suppress(FileNotFoundError):
            os.unlink(new)
        _temporary.discard(new)


def _write(stream: IO[bytes], pieces: Iterable[str | bytes], name: str) -> None:
    """Write all ``pieces``, compressed if the ``name`` says so; equal pieces give equal bytes."""
    if not name.lower().endswith(".gz"):
        stream.writelines(map(_bytes, pieces))
        return
    from gzip import GzipFile  # noqa: PLC0415  # most outputs are not compressed

    with GzipFile("", "wb", GZIP_LEVEL, stream, mtime=0) as compressed:
        compressed.writelines(map(_bytes, pieces))


def _replace(new: str, path: str, guard: Guard | None) -> bool:
    """Replace ``path`` by ``new`` if they differ, and keep the permissions of ``path``."""
    from filecmp import cmp  # noqa: PLC0415  # not needed for standard output

    while True:
        old = _status(path)
        if old and cmp(new, path, shallow=False):
            return False
        if guard:
            guard(path, new)
        if _stamp(_status(path)) == _stamp(old):  # otherwise it was written to in the meantime
            break
    if old:
        os.chmod(new, stat.S_IMODE(old.st_mode))
    os.replace(new, path)
    return True


def _stamp(status: os.stat_result | None) -> tuple[int, ...]:
    """Return what changes when a file is written to or replaced."""
    return (status.st_ino, status.st_size, status.st_mtime_ns) if status else ()


def _bytes(piece: str | bytes) -> bytes:
    """Encode text in UTF-8; a lone surrogate, which has no encoding, becomes ``?``."""
    return piece if isinstance(piece, bytes) else piece.encode("utf-8", "replace")
