"""The kinds of output: paths, and files that are open for text."""

from __future__ import annotations

from collections.abc import Iterable
from errno import EBADF
from os import PathLike, fspath
from typing import IO, TypeAlias

from ..base.errors import ArgumentError, OutputError
from ..base.type_check import require
from . import atomic

Output: TypeAlias = str | PathLike[str] | IO[str]
_EXPECTED = "a path or an open text file"


def check(file: Output | None) -> None:
    """Raise ArgumentError unless ``file`` takes text, OutputError if it is not open for writing."""
    if file is None or isinstance(file, str | PathLike):
        return
    is_open = hasattr(file, "write") and hasattr(file, "writelines")
    require("file", file, _EXPECTED, is_open)
    try:
        file.write("")
    except TypeError:
        advice = "open it with open(name, 'w', encoding='utf-8'), or use io.StringIO()"
        raise ArgumentError(f"file takes {_EXPECTED}, not a binary one; {advice}") from None
    except (OSError, ValueError) as error:
        raise OutputError(EBADF, f"the file cannot be written: {error}") from error


def deliver(pieces: Iterable[str], file: Output | None) -> str:
    """Return the text, or save it. Raises OutputError."""
    if file is None:
        return "".join(pieces)
    if not isinstance(file, str | PathLike):
        file.writelines(pieces)
        return ""
    try:
        atomic.save(fspath(file), pieces)
    except OSError as error:
        raise OutputError(error.errno, error.strerror, error.filename or fspath(file)) from error
    return ""
