"""The path of a file without symbolic links, by which two names of one file are recognised."""

from __future__ import annotations

import os
from pathlib import Path


def real_path(path: Path) -> Path:
    """Return the absolute path with its links followed; those that go round stay as they are.

    ``Path.resolve`` raises RuntimeError for such links until Python 3.13.
    """
    return Path(os.path.realpath(path))
