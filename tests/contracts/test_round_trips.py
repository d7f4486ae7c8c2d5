"""What a format carries that is read and written comes back: real records, and made-up ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import medcite
import pytest
from hypothesis import given
from medcite import format_registry
from medcite.codecs import journals
from medcite.format_registry import Writer
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.options import Options

from tests import sampled
from tests.contracts.test_recognition import READ_AS
from tests.readers.test_ris import CARRIED

READERS = {reader.FORMAT.name for reader in format_registry.readers()}
BOTH_WAYS = [
    writer
    for writer in format_registry.writers()
    if READ_AS.get(writer.FORMAT.name, writer.FORMAT.name) in READERS
]
EACH = pytest.mark.parametrize("writer", BOTH_WAYS, ids=lambda writer: writer.FORMAT.name)


def plain(text: str) -> str:
    """Return a text without markup and punctuation, which formats spell in their own ways."""
    return re.sub(r"<[^>]*>|\W", "", text).casefold()


FACTS: dict[str, Callable[[Record], object]] = {
    "title": lambda record: plain(record.title),
    "author": lambda record: [
        (plain(name.family), plain(name.given), plain(name.suffix), plain(name.literal))
        for name in record.author
    ],
    "issued": lambda record: record.issued and (record.issued.start, record.issued.end),
    "container_title": lambda record: plain(
        journals.clean(record.container_title, record.container_title_short)
    ),
    "volume": lambda record: record.volume,
    "issue": lambda record: record.issue,
    # An article number stands for pages where a format has no place of its own for it.
    "page": lambda record: record.page.full if record.page else record.number,
    "doi": lambda record: record.doi.casefold(),
    "pmid": lambda record: record.pmid,
    "pmcid": lambda record: record.pmcid,
    "abstract": lambda record: plain(record.abstract),
    "language": lambda record: record.language or ("eng",),  # .bib has other languages alone
}

_NO_COMMA = "a name without a comma, or with a suffix or initial that is none"
# What need not come back of these records (by PMID), of all formats or one, and why.
EXCUSED = {
    ("author", "10394183"): "de V Domínguez: BibTeX reads a particle",
    ("author", "15451956"): _NO_COMMA,
    ("author", "30056980"): _NO_COMMA,
    ("author", "34825877"): _NO_COMMA,
    ("author", "35756041"): _NO_COMMA,
    ("author", "35875317"): "a group in FAU",
    ("author", "35613718"): "a group with commas, in a table",
    ("issued", "35561118"): "BibTeX's months have no days",
    ("issued", "35580326"): "BibTeX's months have no days",
    **{
        ("container_title", pmid): "no abbreviation, by which its additions are known"
        for pmid in ("17103479", "17450611", "20602389", "34991849", "35243329")
    },
}


def again(writer: Writer, records: list[Record]) -> list[Record]:
    """Write records and read them."""
    name = READ_AS.get(writer.FORMAT.name, writer.FORMAT.name)
    text = "".join(map(str, writer.write(records, Options(), Report())))
    return list(medcite.read(text=text, format=name, report=Report()))


@EACH
@pytest.mark.parametrize(
    "step", [6 * sampled.SAMPLE, pytest.param(sampled.SAMPLE // 4, marks=pytest.mark.long)]
)
def test_what_real_records_say_comes_back(writer: Writer, step: int, shared: Path) -> None:
    records = sampled.corpus(shared, step)
    back = again(writer, records)
    assert len(back) == len(records)
    wrong = [
        (fact, record.pmid, value_of(record), value_of(other))
        for record, other in zip(records, back, strict=True)
        for fact, value_of in FACTS.items()
        if value_of(record) != value_of(other) and (fact, record.pmid) not in EXCUSED
    ]
    assert not wrong, (len(wrong), wrong[:9])


@EACH
@pytest.mark.long
@given(record=CARRIED)
def test_writing_again_changes_nothing(writer: Writer, record: Record) -> None:
    (once,) = again(writer, [record])
    (twice,) = again(writer, [once])
    assert [value_of(once) for value_of in FACTS.values()] == [
        value_of(twice) for value_of in FACTS.values()
    ]
