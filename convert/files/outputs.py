"""The kinds of output: paths, and files that are open for text or, in binary formats, for bytes."""

from __future__ import annotations

from collections.abc import Iterable
from errno import EBADF
from os import PathLike, fspath
from typing import IO, TypeAlias

from ..base.errors import ArgumentError, OutputError
from ..base.type_check import require
from . import atomic

Output: TypeAlias = str | PathLike[str] | IO[str] | IO[bytes]
_EXPECTED = "a path or an open text file"
_EXPECTED_FOR_BYTES = "a path or an open binary file"


def check(file: Output | None, nothing: str | bytes = "") -> None:
    """Refuse a file that does not take what will be written, of which ``nothing`` is a sample.

    Raises:
        ArgumentError: It is no file, or takes text instead of bytes, or bytes instead of text;
            or there is no file for bytes.
        OutputError: It is not open for writing.

    """
    if isinstance(file, str | PathLike) or (file is None and nothing == ""):
        return
    is_open = hasattr(file, "write") and hasattr(file, "writelines")
    is_text = isinstance(nothing, str)
    require("file", file, _EXPECTED if is_text else _EXPECTED_FOR_BYTES, is_open)
    try:
        file.write(nothing)  # type: ignore[arg-type, union-attr]  # whether it fits is what is tried
    except TypeError:
        raise ArgumentError(_wrong_kind(is_text)) from None
    except (OSError, ValueError) as error:
        raise OutputError(EBADF, f"the file cannot be written: {error}") from error


def _wrong_kind(is_text: bool) -> str:
    if is_text:
        advice = "open it with open(name, 'w', encoding='utf-8'), or use io.StringIO()"
        return f"file takes {_EXPECTED}, not a binary one; {advice}"
    advice = "open it with open(name, 'wb'), or use io.BytesIO()"
    return f"file takes {_EXPECTED_FOR_BYTES}, not one for text; {advice}"


def deliver(pieces: Iterable[str] | Iterable[bytes], file: Output | None) -> str:
    """Return the text, or save what is written. Raises OutputError."""
    if file is None:
        return "".join(pieces)  # type: ignore[arg-type]  # `check` refuses bytes
    if not isinstance(file, str | PathLike):
        file.writelines(pieces)  # type: ignore[arg-type]  # `check` has tried that they fit
        return ""
    try:
        atomic.save(fspath(file), pieces)
    except OSError as error:
        raise OutputError(error.errno, error.strerror, error.filename or fspath(file)) from error
    return ""
