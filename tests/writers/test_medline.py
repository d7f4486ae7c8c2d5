from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from medcite.codecs import dates, pages
from medcite.files.source import open_source
from medcite.medline.encode import anew
from medcite.medline.source_line import compare as source_line
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Field, Issn, Name, Origin
from medcite.options import Options
from medcite.readers import medline
from medcite.writers import medline as writer

from tests.conftest import ROOT
from tests.sampled import corpus

SAMPLES = [*sorted((ROOT / "samples").glob("*.nbib")), ROOT / "tests/golden/every-tag.nbib"]


def read(text: str) -> list[Record]:
    report = Report()
    return list(medline.read(open_source(text.encode(), report), report))


def write(*records: Record) -> str:
    return "".join(writer.write(records, Options(), Report()))


def bare(record: Record) -> Record:
    """Give a record without its lines, relations by their tags."""
    relations = tuple(sorted(record.relations, key=lambda each: each.kind))
    return record.replace(origin=None, admin=(), kept=(), relations=relations)


def pairs(record: Record) -> list[tuple[str, str]]:
    assert record.origin
    return [(tag, value) for tag, value, _ in record.origin.fields]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_comes_back_as_it_was(path: Path) -> None:
    records = read(path.read_text("utf-8"))
    assert [pairs(each) for each in read(write(*records))] == [pairs(each) for each in records]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_is_written_anew_reads_the_same(path: Path) -> None:
    for record in read(path.read_text("utf-8")):
        anew_ = "".join(writer._lines(tag, value) for tag, value in anew(record))
        (again,) = read(anew_)
        assert bare(again) == bare(record)


def compare(records: list[Record]) -> None:
    again = read(write(*records))
    assert len(again) == len(records)
    for one, other in zip(records, again, strict=True):
        assert pairs(one) == pairs(other)


def test_the_corpus_comes_back(shared: Path) -> None:
    compare(corpus(shared))


@pytest.mark.long
def test_all_of_the_corpus_comes_back(shared: Path) -> None:
    compare(corpus(shared, 1))


# What is written anew in another form than NLM's: ORCIDs without resolver, final stops,
# characters for HTML's references.
OTHERWISE = {"AB", "AUID", "TI", "TT", "JT", "LA", "SO", "FAU"}


def test_the_corpus_written_anew_has_its_own_values(shared: Path) -> None:
    records = corpus(shared)
    said, kept = 0, 0
    for record in records:
        before, after = Counter(pairs(record)), Counter(anew(record))
        said += before.total()
        kept += (before & after).total()
        assert {tag for tag, _ in before - after} <= OTHERWISE, record.pmid
    assert kept / said > 0.99


@given(st.text(alphabet="ab  \u00a0-", max_size=300).map(lambda text: " ".join(text.split("\n"))))
def test_wrapping_loses_nothing(text: str) -> None:
    value = f"x{text}x"
    (record,) = read("PMID- 1\n" + writer._lines("AB", value))
    assert record.abstract == value


@given(st.lists(st.integers(1, 120), min_size=1, max_size=30))
def test_lines_are_of_pubmeds_width(lengths: list[int]) -> None:
    lines = writer._lines("AB", " ".join("w" * length for length in lengths)).splitlines()
    for line in lines:
        assert len(line) <= 88 or " " not in line[6:].strip()


MADE = Record(
    title="A title",
    author=(Name(family="Doe", given="Mary-Jane", suffix="Jr"), Name(literal="The Group")),
    container_title="Journal of examples",
    container_title_short="J Ex",
    volume="3",
    issue="2",
    page=pages.pages("12-18"),
    issued=dates.date("2020-05-06"),
    available_date=dates.date("2020-04-01"),
    status="ppublish",
    doi="10.5555/x",
    issn=(Issn("0000-0019"),),
)


def test_a_record_from_elsewhere() -> None:
    text = write(MADE)
    assert text.startswith("PMID- \n")
    (record,) = read(text)
    for name in ("title", "container_title", "volume", "doi", "issn", "page", "type"):
        assert getattr(record, name) == getattr(MADE, name)
    assert record.author[0].short == "Doe MJ Jr"
    assert record.author[1].literal == "The Group"
    assert record.source_line == "J Ex. 2020 May 6;3(2):12-18. doi: 10.5555/x. Epub 2020 Apr 1."


@pytest.mark.parametrize(
    ("record", "written", "told"),
    [
        (Record(type="thesis", genre="PhD thesis"), "PT  - Academic Dissertation\n", "genre"),
        (Record(type="report", number="12"), "PT  - Technical Report\n", "number"),
        (Record(type="webpage", url="https://a.org/"), "URL - https://a.org/\n",
         "the type webpage"),
        (Record(type="book", title="B", number_of_pages="9"), "BTI - B\nPT  - Book\n",
         "number of pages"),
    ],
)  # fmt: skip
def test_no_other_type_becomes_an_article(record: Record, written: str, told: str) -> None:
    report = Report()
    text = "".join(writer.write([record], Options(), report))
    assert text == f"PMID- \n{written}"
    assert [each.message for each in report.diagnostics] == [f"no place for {told}"] * bool(told)


def test_a_change_makes_a_new_source_line() -> None:
    (record,) = read((ROOT / "samples" / "capitals.nbib").read_text("utf-8"))
    changed = record.replace(volume="172")
    (again,) = read(write(changed))
    assert again.volume == "172"
    assert again.source_line.startswith("Nature. 1953 Apr 25;172(4356):737-8")
    assert not source_line.compare(again)


def test_what_has_no_tag_is_told() -> None:
    report = Report()
    origin = Origin("ris", "a.ris", 3)
    record = MADE.replace(kept=(Field("U1", "mine", 9),), origin=origin)
    list(writer.write([record], Options(), report))
    assert [str(each) for each in report.diagnostics] == [
        "a.ris:3: note[not-written]: no place for U1"
    ]


def test_a_long_word_takes_no_time_out_of_proportion() -> None:
    word = "w" * 200_000  # some minutes, when every letter of it was tried as its beginning
    (text,) = writer.write([Record(title=f"A {word} b")], Options(), Report())
    assert f"TI  - A \n      {word} \n      b.\n" in text


def test_control_characters_are_blanks_except_tabs() -> None:
    (text,) = writer.write([Record(title="a\x00b\x1bc\x85d\te")], Options(), Report())
    assert "TI  - a b c d\te.\n" in text
