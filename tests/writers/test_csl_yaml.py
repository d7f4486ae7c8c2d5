"""CSL's YAML: what pandoc and YAML's readers find in it is what CSL-JSON says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import medcite
import pytest
import yaml
from medcite.model.record import Record
from medcite.model.report import Report
from medcite.model.values import Date, Name, PartialDate

from tests.golden.test_golden import EVERY
from tests.latex.programs import need, run

Item = dict[str, Any]

TITLES = [
    "O'Brien's 5'-end \"quoted\" 'x' — a–b -- c --- d...",
    "CD4<sup>+</sup> T cells, H<sub>2</sub>O and <i>E. coli</i> <b>bold</b>",
    "<i>a</i><b>b</b> <i>x <b>y</b></i> <b><i>z</i></b> <i><b>s</b> t</i>x",
    "x<sup>a b</sup>y <sup><i>n</i></sup> CO<sub>2</sub><sup>-</sup>",
    "a * b * c _d_ __e__ *f* **g** `h` ~i~ ^j^ ~~k~~",
    "p<0.05 and <script>x</script> & &amp &lt R&D; <!-- c --> <a@b.c>",
    "@key [@key] [a](b) ![a](b) [^1] [a]{.smallcaps} {#id} $x$ $5 \\alpha \\* | c",
    "1. First", "(a) letter", "A. Roman", "- item", "# heading", "> quote", ": term", "+ x", "%",
    "---", "...", "null", "NO", "yes", "1e3", "0x1F", "12:30", "2020-01-01", "~", "007", "é: x",
    "a: b", "a #b", "'", '"', "it''s", "[", "{a}", "*", "&a", "!t", "x:", "-", "?", "@", "`",
    '<span class="nocase">FoxP3</span> in <span style="font-variant:small-caps;">Small</span>',
]  # fmt: skip


def items(text: str) -> list[Item]:
    loaded = yaml.safe_load(text)["references"]
    assert isinstance(loaded, list)
    return loaded


def written(records: list[Record], format: str = "csl-yaml", **options: Any) -> str:
    return medcite.write(records, format, report=Report(), **options)


def read_by_pandoc(folder: Path, text: str) -> list[Item]:
    folder.mkdir(exist_ok=True)
    (folder / "refs.md").write_text(text.replace("\n...\n", "\n---\n"), "utf-8")
    read: list[Item] = json.loads(
        run(folder, "pandoc", "-f", "markdown", "-t", "csljson", "refs.md")
    )
    return read


def expected(value: object) -> object:
    """Return a value of CSL-JSON as pandoc prints it, which keeps no span of ``nocase``."""
    if isinstance(value, list):
        return list(map(expected, value))
    if isinstance(value, dict):
        return {name: expected(part) for name, part in value.items()}
    if not isinstance(value, str):
        return value
    return curly(re.sub(r"<span class=\"nocase\">(.*?)</span>", r"\1", value))


def curly(text: str) -> str:
    """Return a text with the apostrophes that pandoc sets."""
    return re.sub("(?<=[^\\W\\d_])'(?=[^\\W\\d_])", "’", text)


def same(value: object) -> object:
    """Return a value for comparison: with particles in the names that pandoc divides from them."""
    if isinstance(value, list):
        return [same(part) for part in value]
    if isinstance(value, dict):
        if before := value.pop("non-dropping-particle", ""):
            value["family"] = f"{before} {value['family']}"
        if after := value.pop("dropping-particle", ""):
            value["given"] = f"{value.get('given', '')} {after}"
        return {name: same(part) for name, part in value.items()}
    return " ".join(value.split()) if isinstance(value, str) else value


# Dates that pandoc does not read, and what it does not pass on.
UNREAD = {"available-date", "submitted", "custom", "issued", "annote", "note"}


def assert_pandoc_reads(folder: Path, records: list[Record]) -> None:
    read = read_by_pandoc(folder, written(records))
    wanted = json.loads(written(records, "csl-json"))
    assert len(read) == len(wanted)
    by_id = {item["id"]: item for item in read}
    for item in wanted:
        for name in item.keys() - UNREAD:
            assert same(by_id[item["id"]][name]) == same(expected(item[name])), (item["id"], name)


@need("pandoc")
def test_pandoc_reads_every_character(tmp_path: Path) -> None:
    records = [
        Record(type="book", key=f"k{number}", title=title, title_short=title, publisher=title,
               author=(Name(literal=title),))
        for number, title in enumerate(TITLES)
    ]  # fmt: skip
    read = {item["id"]: item for item in read_by_pandoc(tmp_path / "work", written(records))}
    for record in records:
        item = read[record.key]
        for name in ("title", "title-short"):
            assert same(expected(item[name])) == same(expected(record.title)), record.title
        assert same(item["author"][0]["literal"]) == same(curly(record.title))


@need("pandoc")
def test_pandoc_reads_the_golden_records(tmp_path: Path) -> None:
    records = [record for path in EVERY for record in medcite.read(path, report=Report())]
    assert_pandoc_reads(tmp_path / "work", records)


@need("pandoc")
def test_pandoc_reads_real_records(shared: Path, tmp_path: Path) -> None:
    path = shared / "corpus" / "pubmed.nbib.gz"
    records = list(medcite.read(path, report=Report()))
    assert_pandoc_reads(tmp_path / "work", records[::32])


@pytest.mark.parametrize("title", TITLES)
def test_every_text_is_a_text_to_yaml(title: str) -> None:
    (item,) = items(written([Record(key=title, publisher=title, type="book")]))
    assert isinstance(item["publisher"], str)
    assert isinstance(item["id"], str)


def test_numbers_and_dates_are_quoted() -> None:
    record = Record(
        title="NO", volume="12", issue="1e3", page=None, pmid="0123",
        issued=Date(PartialDate(2020, 1, 1), raw="2020 Jan 1"),
    )  # fmt: skip
    text = written([record], key="pmid")
    for line in ("title: 'NO'", "volume: '12'", "issue: '1e3'", "PMID: '0123'"):
        assert f"  {line}\n" in text
    assert "    date-parts: [[2020, 1, 1]]\n" in text


def test_no_records_are_an_empty_list() -> None:
    assert items(written([])) == []
