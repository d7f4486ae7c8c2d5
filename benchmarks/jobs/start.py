"""What it takes to begin: the version, and one record to BibTeX, against bare Python."""

from __future__ import annotations

import sys
from pathlib import Path

from ..job import OURS, Job, convert
from ..measure import MEDCITE, ROOT

_BARE = "Python, nothing"


def jobs(folder: Path, number: int) -> list[Job]:
    """Return both jobs."""
    bare = [sys.executable, "-c", "pass"]
    one = convert(ROOT / "samples" / "flattened.txt", "bibtex")
    return [
        Job("start: --version", {OURS: [*MEDCITE, "--version"], _BARE: bare}, {_BARE: 3.0}),
        Job("start: one record to BibTeX", {OURS: one, _BARE: bare}),
        Job("start: styles WORD", {OURS: [*MEDCITE, "styles", "lancet"], _BARE: bare}),
    ]
