"""What is measured: one job that several programs do with the same records."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from .measure import MEDCITE

OURS = "medcite"


class Job(NamedTuple):
    """A job, and the command by which each program does it; of a peer that is absent, ``None``.

    The names of peers that do less say so behind a comma. ``goals`` are the most that medcite may
    take, in times of a peer.
    """

    title: str
    commands: Mapping[str, list[str] | None]
    goals: Mapping[str, float] = {}


class Jobs(Protocol):
    """The function ``jobs`` of a module of ``benchmarks.jobs``."""

    def __call__(self, folder: Path, number: int) -> list[Job]:
        """Return the module's jobs on ``number`` records, whose files go into ``folder``."""
        ...


def convert(path: Path, to: str, *more: str) -> list[str]:
    """Return medcite's command that converts a file."""
    return [*MEDCITE, "convert", str(path), "--to", to, "--quiet", *more]
