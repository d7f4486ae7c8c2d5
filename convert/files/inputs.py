"""The kinds of input: paths, patterns, open files, text in memory."""

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

WILDCARDS = "*?["


def resolve(source: Input | None) -> list[OneInput]:
    """Return the single inputs that ``source`` stands for; patterns and lists are expanded.

    Raises:
        ArgumentError: ``source`` is not a path, a pattern, an open file or a list of them.
        InputFileError: There is no such file, or no file matches the pattern.

    """
    if isinstance(source, str | PathLike):
        return [*_files(os.fspath(source))]
    if hasattr(source, "read"):
        return [cast("OneInput", source)]
    if isinstance(source, bytes) or not isinstance(source, Iterable):
        hint = "; use text=... for citations as text" if isinstance(source, bytes) else ""
        raise ArgumentError(
            "read() takes a path, a pattern, an open file or a list of them, "
            f"not {terminal.shorten(repr(source), 200)}{hint}"
        )
    return [single for item in source for single in resolve(item)]


def _files(name: str) -> list[str]:
    """Return the file with this name, or those that match it; raise as ``resolve`` does."""
    files = expand(name)
    if files and (files != [name] or name == "-" or os.path.exists(name)):
        return files
    shown = terminal.line(terminal.shorten(name, 200))
    problem = "no such file" if files else "no file matches the pattern"
    advice = "; use text=... for citations as text" if "\n" in name else ""
    raise InputFileError(f"{shown}: {problem}{advice}")


def expand(name: str) -> list[str]:
    """Return the files that match a pattern, sorted; return any other name unchanged.

    The name of an existing file is not a pattern, whatever characters it has.
    """
    if not any(character in name for character in WILDCARDS) or os.path.exists(name):
        return [name]
    from glob import glob  # noqa: PLC0415  # shells expand most patterns

    return sorted(glob(name, recursive=True))


def in_memory(text: str | bytes) -> IO[str]:
    """Return citations as an open file. Raises ArgumentError if they are not text."""
    if isinstance(text, bytes):
        return StringIO(text.decode("utf-8-sig", "replace"))
    if not isinstance(text, str):
        raise ArgumentError(f"text takes a str or bytes, not {text!r}")
    return StringIO(text)
