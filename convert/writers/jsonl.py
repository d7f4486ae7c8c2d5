"""The canonical model as JSON lines: a record on each, for programs that read line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

from ..format_registry import SELECTION, Format
from ..markup.json_text import json_text
from ..model import serialize
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..output import sorting
from .json import VERSION

VERSION_NAME = "medcite"

FORMAT = Format(
    "jsonl", "medcite's own JSON, a record a line", (".jsonl", ".ndjson"), ignores=SELECTION
)


def write(records: Iterable[Record], options: Options, _: Report) -> Iterator[str]:
    """Yield a line for each of ``records``, of which nothing is left out."""
    for record in sorting.ordered(records, options):
        values = cast("dict[str, object]", serialize.dump(record))
        yield f"{json_text({VERSION_NAME: VERSION, **values})}\n"
