"""MEDLINE to each format that is written; the floor is Biopython, which only splits."""

from __future__ import annotations

from pathlib import Path

from medcite import format_registry

from ..inputs import medline
from ..job import OURS, Job, convert
from ..peers.installed import python
from .reading import SPLIT

_BINARY = ("xlsx",)  # has no standard output to go to
_GOALS = {"bibtex": 4.0}


def jobs(folder: Path, number: int) -> list[Job]:
    """Return a job for each writer."""
    path = medline(folder, number)
    names = {writer.FORMAT.name for writer in format_registry.writers()}
    floor = python("Bio", SPLIT, path)
    return [
        Job(f"MEDLINE to {name}", {
            OURS: convert(path, name, *_output(folder, name)), "Biopython, splits only": floor,
        }, {"Biopython, splits only": _GOALS[name]} if name in _GOALS else {})
        for name in sorted(names - {"bibliography"})
    ]  # fmt: skip


def _output(folder: Path, name: str) -> list[str]:
    return ["-o", str(folder / f"written.{name}")] if name in _BINARY else []
