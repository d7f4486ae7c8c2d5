"""The records of XML that is one line, several documents, or broken in the middle."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import medcite
import pytest
from medcite.model.report import Report

RECORD = (
    '<record><ref-type name="Journal Article">17</ref-type>'
    "<titles><title>Title {0}</title></titles><abstract>{1}</abstract></record>"
)
START, END = "<xml><records>", "</records></xml>"


def titles(text: str, report: Report | None = None) -> list[str]:
    return [record.title for record in medcite.read(text=text, report=report or Report())]


@pytest.mark.long
def test_a_file_of_one_long_line_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "long.xml"
    with path.open("w", encoding="utf-8") as file:
        file.write(START)
        file.writelines(RECORD.format(number, "wörds " * 2000) for number in range(1500))
        file.write(END)
    assert path.stat().st_size > 1 << 24  # more than a line of any other format may have
    tracemalloc.start()
    count = sum(1 for _ in medcite.read(path, report=Report(lambda _: None)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 1500
    assert peak < 12 << 20


def test_several_documents_in_one_line() -> None:
    prolog = '<?xml version="1.0" encoding="UTF-8"?>'
    document = prolog + START + RECORD.format("{0}", "") + END
    assert titles(document.format(1) + document.format(2)) == ["Title 1", "Title 2"]


@pytest.mark.parametrize("broken", ["<b>no end", "a & b", "<", "\x01", "&#0;"])
def test_after_broken_xml_the_next_record_is_read(broken: str) -> None:
    report = Report()
    records = [RECORD.format(number, "") for number in range(4)]
    records[1] = records[1].replace("Title 1", f"Title {broken}")
    read = titles(START + "\n".join(records) + END, report)
    assert read[0] == "Title 0"
    assert read[-2:] == ["Title 2", "Title 3"]
    assert any(told.where.line == 2 for told in report.diagnostics) or broken == "\x01"


def test_entities_are_refused() -> None:
    text = '<!DOCTYPE xml [<!ENTITY a "aaaa">]>' + START + RECORD.format("&a;", "") + END
    with pytest.raises(medcite.Error, match="declares entities"):
        titles(text)
