"""Hayagriva's YAML: what Typst reads in it is what it reads in BibLaTeX, or more."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import medcite
import pytest
import yaml
from medcite.markup.inline_tags import parse
from medcite.markup.scripts import flat
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date, Name, PartialDate

from tests.golden.test_golden import EVERY
from tests.receivers.receiver import FOLDER, run_python

TYPST = pytest.mark.skipif(
    not [*FOLDER.glob("venv/lib/python*/site-packages/typst")], reason="not installed: typst"
)
STYLES = ("vancouver", "american-psychological-association")
# What Typst's reader of BibLaTeX misreads, in a few records or in all.
DIFFERS = {"abbreviation", "abstract", "author", "pages", "language"}


def entry(record: Record, report: Report | None = None, **options: Any) -> dict[str, Any]:
    text = medcite.write([record], "hayagriva", report=report or Report(), **options)
    (entry,) = yaml.safe_load(text).values()
    assert isinstance(entry, dict)
    return entry


def by_typst(folder: Path, records: list[Record], format: str, *style: str) -> list[str]:
    path = folder / f"refs.{'yaml' if format == 'hayagriva' else 'bib'}"
    options = {"receiver": "typst"} if format == "biblatex" else {}
    medcite.write(records, format, path, report=Report(), key="pmid", **options)  # type: ignore[arg-type]  # of any kind
    return run_python("typst_driver.py", path, *style)


def golden() -> list[Record]:
    return [record for path in EVERY for record in medcite.read(path, report=Report())]


def facts(item: str) -> dict[str, str]:
    """Return what the style `facts` prints of an item: ``[[name]]value``."""
    text = html.unescape(re.sub(r"<[^<>]*>", "", item))
    parts = re.split(r"\[\[([\w-]+)\]\]", text)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


@TYPST
@pytest.mark.parametrize("style", STYLES)
def test_typst_formats_the_golden_records(tmp_path: Path, style: str) -> None:
    unique = list({record.pmid: record for record in golden()}.values())
    items = by_typst(tmp_path, unique, "hayagriva", style)
    assert len(items) == len(unique)


@TYPST
def test_typst_reads_as_much_as_in_biblatex(shared: Path, tmp_path: Path) -> None:
    records = list(medcite.read(shared / "corpus" / "pubmed.nbib.gz", report=Report()))[::32]
    ours = [facts(item) for item in by_typst(tmp_path, records, "hayagriva")]
    theirs = [facts(item) for item in by_typst(tmp_path, records, "biblatex")]
    assert len(ours) == len(theirs) == len(records)
    by_key = {item["key"]: item for item in ours}
    differ = {
        (item["key"], name): (value, by_key[item["key"]].get(name))
        for item in theirs
        for name, value in item.items()
        if name not in DIFFERS
        and words(by_key[item["key"]].get(name, "")) not in (words(value), words(f"[{value}]"))
    }
    assert not differ
    for record in records:
        item = by_key[f"pmid{record.pmid}"]
        assert item.get("pmcid", "") == record.pmcid
        assert words(item.get("abstract", "")) == words(flat(parse(record.abstract)))
        authors = item.get("author", "").split("{;}")
        families = [name.partition("{,}")[0] for name in authors if name]
        assert len(families) == len(record.author)
        for family, name in zip(families, record.author, strict=True):  # without its particle
            assert (name.family or name.literal).endswith(family)


def words(text: str) -> list[str]:
    """Return words as they are without the quotes that Typst makes curly."""
    return re.sub(r"[\"'‘’“”„«»]", "", text).split()


def test_names_titles_and_dates() -> None:
    record = Record(
        title="RNA of <i>E. coli</i> at 10<sup>6</sup>", title_short="RNA",
        author=(Name("van Doe", "Jane A", "Jr"), Name(literal="A Group, of Tests")),
        issued=Date(PartialDate(2024, 2, 7), raw="2024 Feb 7"),
        container_title="Journal of trees", container_title_short="J Trees",
    )  # fmt: skip
    written = entry(record)
    assert written["title"] == {"value": "{RNA} of {E. coli} at 10⁶", "short": "RNA"}
    assert written["author"] == [
        {"name": "van Doe", "given-name": "Jane A", "suffix": "Jr"}, {"name": "A Group, of Tests"},
    ]  # fmt: skip
    assert written["date"] == "2024-02-07"
    title = {"value": "Journal of Trees", "short": "J Trees"}
    assert written["parent"] == {"type": "periodical", "title": title}


@pytest.mark.parametrize("title", ["a {b}", "5 $ and 6 $", "\\alpha", "}", "{", "$x$"])
def test_what_hayagriva_acts_on_is_verbatim(title: str) -> None:
    assert entry(Record(title=title))["title"] == {"value": {"value": title, "verbatim": True}}


def test_the_books_series_is_its_parent_and_a_chapters_that_of_its_book() -> None:
    book = Record(type="book", title="B", collection_title="S", collection_number="3")
    series = {"type": "anthology", "title": "S", "volume": "3"}
    assert entry(book)["parent"] == series
    chapter = book.replace(type="chapter", container_title="C", editor=(Name("Roe", "R"),))
    assert entry(chapter)["parent"] == {
        "type": "book", "title": "C", "editor": [{"name": "Roe", "given-name": "R"}],
        "parent": series,
    }  # fmt: skip


def test_a_paper_has_its_proceedings_and_its_conference() -> None:
    paper = Record(type="paper-conference", title="P", container_title="Proc",
                   event_title="Conf", event_place="Oslo")  # fmt: skip
    assert entry(paper)["parent"] == [
        {"type": "proceedings", "title": "Proc"},
        {"type": "conference", "title": "Conf", "location": "Oslo"},
    ]


def test_what_is_no_address_number_or_language_is_told_and_spoils_no_file() -> None:
    report = Report()
    record = Record(type="book", title="B", url="see there", number_of_pages="ca. 3",
                    language=("xyz",), author=(Name("Doe"),))  # fmt: skip
    written = entry(record, report)
    assert written.keys() == {"type", "title", "author"}
    (told,) = report.diagnostics
    assert "number of pages" in told.message
    assert "url" in told.message
    assert "language" in told.message


def test_a_season_or_range_is_told() -> None:
    report = Report()
    date = Date(PartialDate(2001, season=4), raw="2001 Winter")
    assert entry(Record(title="T", issued=date), report)["date"] == "2001"
    assert report.diagnostics[0].message == "no place for issued"
