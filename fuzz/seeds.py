"""What the seeds are made of: a few records that have much in them, and texts of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import medcite
from medcite import format_registry
from medcite.format_registry import Reader
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.options import Options

SAMPLES = Path(__file__).parents[1] / "samples"
# Many authors and identifiers, a group, a translated title, a book: small, and unlike each other.
NAMES = ("refs", "group-between", "translated", "book", "substances", "update")


@cache
def records() -> tuple[Record, ...]:
    """Return a few records."""
    paths = [str(SAMPLES / f"{name}.nbib") for name in NAMES]
    return tuple(medcite.read(paths, report=Report()))


@cache
def written(format: str) -> bytes:
    """Return the records in a format."""
    parts = format_registry.writer(format).write(records(), Options(), Report())
    return b"".join(part if isinstance(part, bytes) else part.encode() for part in parts)


def in_format_of(reader: Reader) -> list[bytes]:
    """Return texts for a reader: what medcite writes that it reads."""
    return [
        written(writer.FORMAT.name)
        for writer in format_registry.writers()
        if format_registry.reader_of(writer.FORMAT) is reader and not writer.FORMAT.binary
    ]
