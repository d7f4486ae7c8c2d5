"""Where the output goes, and what a command may replace there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..files import atomic
from .common_arguments import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..overwrite.rules import Rule


def is_stream(name: str) -> bool:
    """Return whether ``name`` is a file that is open already, to which output is added."""
    return name == "-" or atomic.descriptor(name) is not None


def guard(name: str, rule: Callable[[], Rule] | None) -> atomic.Guard | None:
    """Return what raises UsageError where the file ``name`` holds more than is now written.

    ``rule`` is asked for when it is needed; without one the file may be replaced.
    """
    if rule is None:
        return None

    def refuse(old: str, new: str) -> None:
        from ..overwrite.rules import objection  # noqa: PLC0415  # only a file that is there needs it

        if os.path.exists(old) and (said := objection(old, new, rule())):
            raise UsageError(f"{name}: {said}; {_advice(name)}")

    return refuse


def check(name: str, rule: Callable[[], Rule] | None) -> None:
    """Refuse a file before the work is done, where the rule needs not know what is written.

    Raises:
        UsageError: The file is there and must not be replaced.

    """
    refuse = guard(name, rule)
    if refuse and not is_stream(name) and os.path.isfile(name):
        refuse(name, "")


def _advice(name: str) -> str:
    """Return what the user may do, who perhaps named the manuscript instead of the references."""
    stem, suffix = os.path.splitext(name)
    other = f"{stem}-references.docx" if suffix.lower() == ".docx" else "FILE"
    return f"nothing was written: say another -o {other}, or --force to overwrite it"
