"""What is found in labelled sets of duplicates, and in PubMed's records without identifiers."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import medcite
import pytest
from lxml import etree
from medcite.matching.groups import group
from medcite.matching.traits import traits_of


def quiet() -> medcite.Report:
    return medcite.Report(sink=lambda diagnostic: None)


def groups_of(path: Path) -> list[tuple[int, ...]]:
    return group([traits_of(record) for record in medcite.read(path, report=quiet())]).groups


def test_the_labelled_references(shared: Path) -> None:
    """A group of n may hide n - 1 labelled duplicates; the rest of n - 1 is merged wrongly."""
    path = shared / "dedup" / "labelled.csv.gz"
    csv.field_size_limit(10_000_000)
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as stream:
        labels = [row["source"] == "duplicate" for row in csv.DictReader(stream)]
    found = false = 0
    for places in groups_of(path):
        hidden = len(places) - 1
        own = min(hidden, sum(labels[place] for place in places))
        found, false = found + own, false + hidden - own
    assert (found, false) == (1260, 0)  # of 1,261


def test_the_captions_of_copper(shared: Path) -> None:
    path = shared / "dedup" / "copper.xml.gz"
    with gzip.open(path) as stream:
        records = etree.parse(stream).iter("record")
        labels = ["Duplicate" in (record.findtext(".//caption") or "") or "Duplicate" in
                  "".join("".join(caption.itertext()) for caption in record.iter("caption"))
                  for record in records]  # fmt: skip
    grouped = [place for places in groups_of(path) if len(places) > 1 for place in places]
    found = sum(labels[place] for place in grouped)
    assert (found, len(grouped) - found) == (281, 0)


@pytest.mark.long
def test_no_two_articles_of_pubmed_are_one(shared: Path) -> None:
    path = shared / "corpus" / "pubmed.nbib.gz"
    traits = [traits_of(record) for record in medcite.read(path, report=quiet())]
    unnamed = [each._replace(pmid="", pmcid="", doi="") for each in traits]
    merged = [places for places in group(unnamed).groups if len(places) > 1]
    # Two notices of retraction on one page, by the same authors.
    assert [{traits[place].pmid for place in places} for places in merged] == [
        {"6400542", "6400477"}
    ]
