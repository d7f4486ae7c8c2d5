"""The CSL compiler: a style's text, with which two records are formatted."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path

import medcite
from medcite.model.report import Report

from fuzz import seeds
from fuzz.target import Target

STYLES = Path(__file__).parents[2] / "styles"
NUMBER = 4  # of medcite's own styles, the smallest


def targets() -> Iterator[Target]:
    """Yield the target."""
    yield Target("csl-style", _styles, _format)


def _styles() -> list[bytes]:
    paths = sorted(STYLES.glob("*.csl"), key=lambda path: (path.stat().st_size, path.name))
    return [path.read_bytes() for path in itertools.islice(paths, NUMBER)]


def _format(data: bytes) -> None:
    """Format references and a citation in the style that ``data`` is."""
    records = seeds.records()[:2]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "fuzzed.csl")
        path.write_bytes(data)
        for markup in ("text", "html"):
            try:
                medcite.format_bibliography(records, str(path), markup, report=Report())
                cites = [[record.pmid for record in records]]
                medcite.format_citations(records, cites, str(path), markup, report=Report())
            except medcite.Error:
                continue
