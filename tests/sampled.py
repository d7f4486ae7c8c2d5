"""Records of the corpus: every twentieth, or all of them for the tests marked long."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from convert.model import Record
from convert.readers import medline
from convert.report import Report
from convert.source import open_source


@cache
def corpus(shared: Path, step: int = 20) -> list[Record]:
    """Give every ``step``-th record of the corpus."""
    report = Report(sink=lambda _: None)
    source = open_source(shared / "corpus" / "pubmed.nbib.gz", report)
    return [
        record for number, record in enumerate(medline.read(source, report)) if number % step == 0
    ]
