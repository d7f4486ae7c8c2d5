"""The output of a command, and whether it may replace a file."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from ..files import atomic
from .common_arguments import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..overwrite.rules import Rule


def is_stream(name: str) -> bool:
    """Whether ``name`` is standard output or another open file, to which output is appended."""
    return name == "-" or atomic.descriptor(name) is not None


def refuse_terminal(name: str, format: str, is_binary: bool) -> None:
    """Refuse to write what is not text to a terminal; ``format`` is also its suffix.

    Raises:
        UsageError: ``name`` is standard output, and that is a terminal.

    """
    if is_binary and atomic.is_standard_output(name) and sys.stdout.isatty():
        raise UsageError(f"cannot write .{format} to a terminal; use -o FILE.{format}")


def guard(name: str, rule: Callable[[], Rule] | None) -> atomic.Guard | None:
    """Return a guard that raises UsageError if the file ``name`` has more than its replacement.

    ``rule`` is called when the rule is needed; without it, the file may be replaced.
    """
    if rule is None:
        return None

    def refuse(old: str, *new: str) -> None:
        from ..overwrite.rules import objection  # noqa: PLC0415  # only an existing file needs it

        if os.path.exists(old) and (reason := objection(rule(), old, *new)):
            raise UsageError(f"{name}: {reason}; {_advice(name)}")

    return refuse


def check(name: str, rule: Callable[[], Rule] | None) -> None:
    """Refuse a file before the work is done, if the rule does not depend on what is written.

    Raises:
        UsageError: The file exists and must not be replaced.

    """
    refuse = guard(name, rule)
    if refuse and not is_stream(name) and os.path.isfile(name):
        refuse(name)


def _advice(name: str) -> str:
    """Return what the user can do; a .docx may be the manuscript, named by mistake."""
    stem, suffix = os.path.splitext(name)
    other = f"{stem}-references.docx" if suffix.lower() == ".docx" else "FILE"
    return f"nothing was written: use another -o {other}, or --force to overwrite it"
