"""What can be read, and how it is named: paths, patterns, open files, text in memory."""

from __future__ import annotations

import os
from collections.abc import Iterable
from io import StringIO
from os import PathLike
from typing import IO, TypeAlias, cast

from ..base import terminal
from ..base.errors import ArgumentError, InputFileError

OneInput: TypeAlias = str | PathLike[str] | IO[bytes] | IO[str]
Input: TypeAlias = OneInput | Iterable[OneInput]

MAGIC = "*?["


def resolve(source: Input | None) -> list[OneInput]:
    """Return inputs one by one, patterns and lists expanded.

    Raises:
        ArgumentError: ``source`` is no path, pattern or open file, nor a list of them.
        InputFileError: There is no such file, or no file that fits the pattern.

    """
    if isinstance(source, str | PathLike):
        return [*_files(os.fspath(source))]
    if hasattr(source, "read"):
        return [cast("OneInput", source)]
    if isinstance(source, bytes) or not isinstance(source, Iterable):
        hint = "; say text=... for citations as text" if isinstance(source, bytes) else ""
        raise ArgumentError(
            "read() takes a path, a pattern, an open file or a list of them, "
            f"not {terminal.shorten(repr(source), 200)}{hint}"
        )
    return [one for each in source for one in resolve(each)]


def _files(name: str) -> list[str]:
    """Return the file of this name, or all that fit it as a pattern; raises as ``resolve``."""
    files = expand(name)
    if files and (files != [name] or name == "-" or os.path.exists(name)):
        return files
    shown = terminal.line(terminal.shorten(name, 200))
    problem = "no such file" if files else "no file fits the pattern"
    advice = "; say text=... for citations as text" if "\n" in name else ""
    raise InputFileError(f"{shown}: {problem}{advice}")


def expand(name: str) -> list[str]:
    """Return the files that fit a pattern, by name; any other name, or ``-``, as it is.

    A file that is there is a name, whatever signs it has. A pattern that no file fits gives none.
    """
    if not any(sign in name for sign in MAGIC) or os.path.exists(name):
        return [name]
    from glob import glob  # noqa: PLC0415  # few names are patterns: shells expand them

    return sorted(glob(name, recursive=True))


def in_memory(text: str | bytes) -> IO[str]:
    """Return citations as an open file; raises ``ArgumentError`` if they are no text."""
    if isinstance(text, bytes):
        return StringIO(text.decode("utf-8-sig", "replace"))
    if not isinstance(text, str):
        raise ArgumentError(f"text takes a str or bytes, not {text!r}")
    return StringIO(text)
