"""The canonical model as JSON: every value of every record, for other programs and for keeping.

One object ``{"medcite": 1, "records": [...]}``, one record a line; names are those of
:class:`medcite.model.record.Record`, and what is empty is left out. Reading it gives equal records.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..format_registry import SELECTION, Format
from ..markup.json_text import json_text
from ..model import serialize
from ..model.record import Record
from ..model.report import Report
from ..options import Options
from ..output import sorting

FORMAT = Format("json", "medcite's own JSON", (".medcite.json",), ignores=SELECTION)
VERSION = 1


def write(records: Iterable[Record], options: Options, _: Report) -> Iterator[str]:
    """Yield the JSON of ``records``, of which nothing is left out: only ``sort`` has a say."""
    opening = f'{{"medcite": {VERSION}, "records": ['
    for record in sorting.ordered(records, options):
        yield f"{opening}\n{json_text(serialize.dump(record))}"
        opening = ","
    yield f"{opening}]}}\n" if opening != "," else "\n]}\n"
