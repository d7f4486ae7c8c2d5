"""Other programs' exports: every reference is read, and two exports of one library agree.

What may differ is named with the reason, which lies in the exports.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from functools import cache
from html import unescape
from pathlib import Path
from typing import NamedTuple

import medcite
import pytest
from medcite.model.record import Record
from medcite.model.report import Level, Report

COUNTS = {
    "zotero_export.bib": 1000,
    "zotero_export.ris": 1000,
    "zotero_export.csv": 1233,
    "zotero_export.xml": 1233,
    "mendeley_export.xml": 1233,
    "scopus.ris": 10,
    "wos_test.ris": 50,
    "ris_export.txt": 69,
}
# Whether two records may differ in a fact.
Excuse = Callable[[Record, Record], bool]


class Pair(NamedTuple):
    """Two exports of one library: how many references both have, and what may differ."""

    first: str
    second: str
    common: int
    excuses: dict[str, Excuse]


def plain(text: str) -> str:
    """Return a text without what managers change in it: blanks, punctuation, markup."""
    return re.sub(r"<[^>]*>|\W", "", text).casefold()


FACTS: dict[str, Callable[[Record], object]] = {
    "title": lambda record: plain(record.title),
    "author": lambda record: [(n.family, n.given, n.suffix, n.literal) for n in record.author],
    "date": lambda record: record.issued and record.issued.start,
    "pages": lambda record: record.page and record.page.full,
    "doi": lambda record: record.doi.casefold(),
    "volume": lambda record: record.volume,
    "issue": lambda record: record.issue,
    "journal": lambda record: record.container_title,
    "article number": lambda record: record.number,
    "issn": lambda record: sorted(issn.value for issn in record.issn),
    "language": lambda record: record.language,
    "abstract": lambda record: plain(record.abstract),
    "type": lambda record: record.type,
    "pmid": lambda record: record.pmid,
}


def no_day(first: Record, second: Record) -> bool:
    """Zotero's .bib has the month, its RIS the day."""
    return parts(first)[:2] == parts(second)[:2] and not parts(first)[2]


def last_month(first: Record, second: Record) -> bool:
    """Zotero's CSV has one month of a range (2004-10) and no season, its XML all (2004 Sep-Oct)."""
    end = second.issued and second.issued.end
    has_season = bool(parts(second)[3]) and parts(first) == (parts(second)[0], 0, 0, 0)
    return has_season or bool(end and end[:2] == parts(first)[:2])


def year_alone(first: Record, second: Record) -> bool:
    """Mendeley's XML has no more of a date."""
    return parts(first)[0] == parts(second)[0] and not any(parts(second)[1:])


def parts(record: Record) -> tuple[int, ...]:
    """Return the numbers of a record's date."""
    return tuple(record.issued.start or ()) if record.issued else (0, 0, 0, 0)


def no_stops(first: Record, second: Record) -> bool:
    """Mendeley writes initials without full stops."""
    letters = [[plain("".join(name)) for name in names(r)] for r in (first, second)]
    return letters[0] == letters[1]


def joined_name(first: Record, second: Record) -> bool:
    """Zotero's .bib has a name in braces, as a group, that its RIS has in two parts."""
    words = [
        [sorted(" ".join(map(str, name)).split()) for name in names(r)] for r in (first, second)
    ]
    return words[0] == words[1]


def names(record: Record) -> list[tuple[str, str, str]]:
    """Return the parts of the authors' names."""
    return [(name.family, name.given, name.literal) for name in record.author]


def other_order(first: Record, second: Record) -> bool:
    """Mendeley sorts the parts of pages, writes no blank between, and lacks some."""
    words = [
        sorted(re.findall(r"\w[\w-]*", r.page.full if r.page else "")) for r in (first, second)
    ]
    return words[0] == words[1] or not words[1]


def generic(first: Record, second: Record) -> bool:
    """Mendeley exports some articles as Generic, whose pages are pages whatever they look like."""
    return first.type == "article-journal" and second.type == "document"


def no_number(first: Record, second: Record) -> bool:
    """Of a Generic reference, or one without pages, there is no article number."""
    return generic(first, second) or second.page is None


PAIRS = [
    Pair("zotero_export.bib", "zotero_export.ris", 988, {"date": no_day, "author": joined_name}),
    Pair("zotero_export.csv", "zotero_export.xml", 1224, {"date": last_month}),
    Pair(
        "zotero_export.xml", "mendeley_export.xml", 1224,
        {"date": year_alone, "author": no_stops, "pages": other_order, "type": generic,
         "article number": no_number},
    ),
]  # fmt: skip
# Which export lacks a fact of all or some references.
LACKING = {
    ("zotero_export.bib", "issn"): "of proceedings",
    ("zotero_export.xml", "pmid"): "Zotero's Extra is not exported",
    ("mendeley_export.xml", "issn"): "none is exported",
}


@cache
def read(shared: Path, name: str) -> list[Record]:
    """Return the records of an export."""
    report = Report()
    records = list(medcite.read(shared / "corpus/foreign" / f"{name}.gz", report=report))
    assert not [told for told in report.diagnostics if told.level > Level.NOTE]
    return records


def by_title(shared: Path, name: str) -> dict[str, Record]:
    """Return the records of an export by their titles."""
    return {plain(record.title): record for record in reversed(read(shared, name))}


@pytest.mark.long
@pytest.mark.parametrize("name", COUNTS)
def test_every_reference_is_read(name: str, shared: Path) -> None:
    records = read(shared, name)
    assert len(records) == COUNTS[name]
    assert all(record.title for record in records)


@pytest.mark.long
@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.first}-{pair.second}")
def test_two_exports_of_one_library_agree(pair: Pair, shared: Path) -> None:
    firsts, seconds = by_title(shared, pair.first), by_title(shared, pair.second)
    common = firsts.keys() & seconds.keys()
    assert len(common) == len(firsts) == len(seconds) == pair.common
    for fact, value_of in FACTS.items():
        wrong = [
            (title[:40], value_of(firsts[title]), value_of(seconds[title]))
            for title in sorted(common)
            if not agree(pair, fact, firsts[title], seconds[title])
        ]
        assert not wrong, (fact, len(wrong), wrong[:3])


def agree(pair: Pair, fact: str, first: Record, second: Record) -> bool:
    """Whether two records have the same in a fact, or differ for the reason named."""
    values = [FACTS[fact](record) for record in (first, second)]
    lacking = [
        not value and (name, fact) in LACKING
        for name, value in zip((pair.first, pair.second), values, strict=True)
    ]
    excuse = pair.excuses.get(fact)
    return values[0] == values[1] or any(lacking) or bool(excuse and excuse(first, second))


# RIS's tags, and what a record has of them: one text holds the other.
TAGS: dict[str, Callable[[Record], str]] = {
    "TI": lambda record: record.title,
    "DO": lambda record: record.doi,
    "VL": lambda record: record.volume,
    "IS": lambda record: record.issue,
    "PY": lambda record: str(parts(record)[0]),
    "SP": lambda record: record.page.first if record.page else record.number,
}
# A reference whose only AU has three names.
SEVERAL_NAMES = {("ris_export.txt", 1095), ("ris_export.txt", 1111)}


@pytest.mark.long
@pytest.mark.parametrize("name", ["scopus.ris", "wos_test.ris", "ris_export.txt"])
def test_each_line_of_ris_arrives(name: str, shared: Path) -> None:
    data = gzip.decompress((shared / "corpus/foreign" / f"{name}.gz").read_bytes())
    blocks = re.split(r"(?m)^ER  ?-.*$", data.decode("utf-8-sig"))[: COUNTS[name]]
    for block, record in zip(blocks, read(shared, name), strict=True):
        lines = re.findall(r"(?m)^([A-Z][A-Z0-9])  - (.+)$", unescape(block))
        count = sum(tag in ("AU", "A1") for tag, _ in lines)
        line = record.origin.line if record.origin else 0
        assert len(record.author) + record.et_al == count or (name, line) in SEVERAL_NAMES
        for tag, value_of in TAGS.items():
            texts = [plain(text) for other, text in lines if other == tag][:1]
            value = plain(value_of(record))
            assert all(value and (value in text or text in value) for text in texts), (tag, texts)
