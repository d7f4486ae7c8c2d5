"""Ever more records to BibTeX, to see whether time a record, or memory, grows."""

from __future__ import annotations

from pathlib import Path

from ..inputs import medline
from ..job import OURS, Job, convert

_SIZES = (100, 1_000, 10_000, 100_000, 300_000)


def jobs(folder: Path, number: int) -> list[Job]:
    """Return a job for each size, up to sixty times ``number``."""
    sizes = (size for size in _SIZES if size <= 60 * number)
    return [
        Job(f"{size:,} records to BibTeX", {OURS: convert(medline(folder, size), "bibtex")})
        for size in sizes
    ]
