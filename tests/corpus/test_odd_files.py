"""Files that people really hand in: every record comes out, whole, and its SO agrees."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import medcite
import pytest
from medcite.codecs.names import encode
from medcite.medline.source_line.compare import compare
from medcite.model.record import Record
from medcite.model.report import Report

from tests.corpus.raw import Raw, split
from tests.corpus.test_scoreboard import authors_right

# file: records, codes of what is told, first PMID, last PMID
FILES: dict[str, tuple[int, set[str], str, str]] = {
    "bom-unwrapped-glued.txt": (92, {"retracted"}, "30681767", "34649330"),
    "crlf-no-trailing-space.nbib": (80, set(), "29657938", "2150382"),
    "flattened-to-one-line.txt": (1, {"recovered"}, "38413930", "38413930"),
    "medline-named-ris.ris": (50, {"read-as"}, "30922926", "26605799"),
    "no-final-newline.txt": (24, set(), "20862680", "16315867"),
    "pmc-medline-display.txt": (5, set(), "30042925", "20230352"),
    "records-run-together.txt": (30, {"stray-text", "no-pmid"}, "20937913", ""),
    "several-blank-lines.txt": (89, {"bad-doi"}, "34706727", "22221565"),
    "source-line-doubled.txt": (10, set(), "30922926", "36122246"),
    "web-export-crlf-utf8.txt": (10, set(), "33126180", "33666147"),
}
# Lines that plain splitting cannot follow: no line ends, or two records on one line.
UNSPLIT = {"flattened-to-one-line.txt", "records-run-together.txt"}


def read(path: Path) -> tuple[list[Record], Report]:
    report = Report()
    return list(medcite.read(path, report=report)), report


@pytest.mark.parametrize("name", FILES)
def test_every_record_comes_out(name: str, shared: Path) -> None:
    count, codes, first, last = FILES[name]
    records, report = read(shared / "corpus/raw" / name)
    assert len(records) == count
    assert {each.code for each in report.diagnostics} == codes
    assert not first or records[0].pmid == first
    assert not last or records[-1].pmid == last
    for record in records:
        if record.pmid:
            assert compare(record) == []


@pytest.mark.parametrize("name", sorted(FILES.keys() - UNSPLIT))
def test_every_record_is_whole(name: str, shared: Path) -> None:
    records, _ = read(shared / "corpus/raw" / name)
    text = (shared / "corpus/raw" / name).read_text("utf-8-sig")
    for raw, record in zip(plainly(text), records, strict=True):
        assert record.origin is not None
        assert record.pmid == raw.pmid
        assert record.doi == raw.doi()
        names = [(each.family, each.literal or encode(each)) for each in record.author]
        assert authors_right(raw, names)
        told = [(field.tag, " ".join(field.value.split())) for field in record.origin.fields]
        said = [(tag, " ".join(value.split())) for tag, value, _ in raw.fields]
        assert told == said or (told[0][0] == "PMC" and sorted(told) == sorted(said))


def plainly(text: str) -> list[Raw]:
    """Split a file; PMC's exports have the PMCID before the PMID."""
    lines = text.replace("\r\n", "\n").split("\n")
    places = [place for place, line in enumerate(lines) if line.startswith("PMC - ")]
    for place in places:
        if lines[place + 1].startswith("PMID- "):
            lines[place], lines[place + 1] = lines[place + 1], lines[place]
    return list(split(lines))


def test_the_flattened_record(shared: Path) -> None:
    """Count what one line of 14,205 characters says, by the marks between its fields."""
    path = shared / "corpus/raw/flattened-to-one-line.txt"
    (record,), text = read(path)[0], path.read_text("utf-8")
    marks = Counter(re.findall(r" ([A-Z]{2,4}) *- ", text))
    assert len(record.author) == marks["FAU"] == 25
    assert sum(len(name.affiliations) for name in record.author) == marks["AD"]
    assert len(record.mesh) == marks["MH"]
    assert len(record.keywords) == marks["OT"]
    assert (record.volume, record.issue, record.number) == ("22", "1", "85")
    assert record.doi == "10.1186/s12916-024-03275-5"
    assert record.kept == ()


def test_a_lost_beginning(shared: Path) -> None:
    """Keep what is left of the record whose beginning another record's end has swallowed."""
    records, _ = read(shared / "corpus/raw/records-run-together.txt")
    (left,) = [record for record in records if not record.pmid]
    assert left.doi == "10.1053/j.ajkd.2010.01.021"
    assert {name.short for name in left.author} >= {"Gambichler T", "Skrygan M", "Burkert B"}
