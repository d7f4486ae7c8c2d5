"""MEDLINE to each format that is written; Biopython, which only splits, is BibTeX's floor."""

from __future__ import annotations

from pathlib import Path

from medcite import format_registry

from ..inputs import medline
from ..job import OURS, Job, convert
from ..peers.installed import python
from .reading import FLOOR, SPLIT

_BINARY = ("xlsx",)  # has no standard output to go to
_MOST = 4.0  # times Biopython, for BibTeX


def jobs(folder: Path, number: int) -> list[Job]:
    """Return a job for each writer."""
    path = medline(folder, number)
    names = {writer.FORMAT.name for writer in format_registry.writers()} - {"bibliography"}
    bibtex = {OURS: convert(path, "bibtex"), FLOOR: python("Bio", SPLIT, path)}
    others = [
        Job(f"MEDLINE to {name}", {OURS: convert(path, name, *_output(folder, name))})
        for name in sorted(names - {"bibtex"})
    ]
    return [Job("MEDLINE to bibtex", bibtex, {FLOOR: _MOST}), *others]


def _output(folder: Path, name: str) -> list[str]:
    return ["-o", str(folder / f"written.{name}")] if name in _BINARY else []
