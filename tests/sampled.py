"""Records of the corpus: every twentieth, or all of them for the tests marked long."""

from __future__ import annotations

from functools import cache
from itertools import islice
from pathlib import Path

import medcite
from medcite.model.record import Record
from medcite.model.report import Report

SAMPLE = 20


@cache
def corpus(shared: Path, step: int = SAMPLE) -> list[Record]:
    """Give every ``step``-th record of the corpus."""
    if step > SAMPLE:
        return corpus(shared)[:: step // SAMPLE]
    report = Report(sink=lambda _: None)
    records = medcite.read(shared / "corpus" / "pubmed.nbib.gz", report=report)
    return list(islice(records, 0, None, step))
