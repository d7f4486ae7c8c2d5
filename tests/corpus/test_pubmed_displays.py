"""What PubMed's Summary and Abstract say of real records, against their MEDLINE."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Report

from tests.corpus.displays import abstract, summary

RECORDS = 1000
# The least that is read as it was, of a thousand; a title may look like names, or a name like one.
LEAST = {"authors": 993, "title": 993, "journal": 995, "year": 995, "volume": 998, "issue": 998,
         "place": 980, "doi": 995, "pmid": 1000, "pmcid": 998}  # fmt: skip


def facts(record: Record) -> Iterator[tuple[str, object]]:
    """Yield what a display says; an article number stands in the place of pages."""
    persons = (name for name in record.author if not name.literal)
    groups = (name.literal for name in record.author if name.literal)
    shorts = (name.short or f"{name.family} {name.given}".strip() for name in persons)
    yield "authors", (sorted(shorts), sorted(groups))
    yield "title", record.title
    yield "journal", record.container_title_short or record.container_title
    yield "year", record.year
    yield "volume", record.volume
    yield "issue", record.issue
    yield "place", str(record.page or "") or record.number or record.pii
    yield "doi", record.doi.lower()
    yield "pmid", record.pmid
    yield "pmcid", record.pmcid


@pytest.mark.parametrize(
    ("format", "display"), [("pubmed-summary", summary), ("pubmed-abstract", abstract)]
)
def test_a_thousand_records(
    format: str, display: Callable[[int, Record], str], shared: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    everything = list(medcite.read(shared / "corpus/pubmed.nbib.gz", report=Report()))
    records = everything[:: len(everything) // RECORDS][:RECORDS]
    text = "".join(display(number, record) for number, record in enumerate(records, start=1))
    back = list(medcite.read(text=text, report=Report()))
    assert {record.origin.format for record in back if record.origin} == {format}
    assert len(back) == len(records)
    right: Counter[str] = Counter()
    for record, other in zip(records, back, strict=True):
        right.update(name for (name, value), (_, printed) in
                     zip(facts(record), facts(other), strict=True) if value == printed)  # fmt: skip
    with capsys.disabled():
        print(f"\n{format}: {dict(right)} of {len(records)}")
    assert not {name: right[name] for name, least in LEAST.items() if right[name] < least}
