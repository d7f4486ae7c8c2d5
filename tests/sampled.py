"""Records of the corpus: every twentieth, or all of them for the tests marked long."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from medcite.files.source import open_source
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.readers import medline


@cache
def corpus(shared: Path, step: int = 20) -> list[Record]:
    """Give every ``step``-th record of the corpus."""
    report = Report(sink=lambda _: None)
    source = open_source(shared / "corpus" / "pubmed.nbib.gz", report)
    return [
        record for number, record in enumerate(medline.read(source, report)) if number % step == 0
    ]
