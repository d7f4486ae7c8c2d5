"""The sample of each format that is read, and records from all of them.

A sample is ``samples/<format><suffix>``, with the format's first suffix. It holds two records:
the first is titled ``A título of one record``, the second ``Another title``; and the second has a
tag that the format does not know, with the value ``Nobody knows``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from medcite.format_registry import Reader

FOLDER = Path(__file__).parent / "samples"
FIRST = "A título of one record"
SECOND = "Another title"
UNKNOWN = "Nobody knows"
MISSING = (
    f"The format {{name}} has no sample. Add tests/contracts/samples/{{file}}: two records, the"
    f' first titled "{FIRST}", the second "{SECOND}"; the second with a tag that the format does'
    f' not have, whose value is "{UNKNOWN}", on a line of its own unless a record is one line.'
)


def sample_path(reader: Reader) -> Path:
    """Return the file of a reader's sample; fail with what to add if there is none."""
    suffix = next(iter(reader.FORMAT.suffixes), ".txt")
    path = FOLDER / f"{reader.FORMAT.name}{suffix}"
    if not path.is_file():
        pytest.fail(MISSING.format(name=reader.FORMAT.name, file=path.name), pytrace=False)
    return path


def sample_paths() -> list[Path]:
    """Return the files of all samples that there are."""
    return sorted(FOLDER.iterdir())


def sample_text(reader: Reader) -> str:
    """Return the text of a reader's sample; fail if it is not as it should be."""
    path = sample_path(reader)
    text = path.read_text("utf-8")
    for part in (FIRST, SECOND, UNKNOWN):
        if text.count(part) != 1:
            pytest.fail(f"{path.name} should hold {part!r} once", pytrace=False)
    return text
