"""What was decided in Rayyan or ASReview is read, kept and written back."""

from __future__ import annotations

import medcite
import pytest
from medcite.codecs.decisions import decision, label
from medcite.model.record import Record
from medcite.model.report import Report

RAYYAN = (
    'RAYYAN-INCLUSION: {"Anna"=>"Included", "Ben"=>"Included"} | RAYYAN-LABELS: rct,adults'
    " | RAYYAN-EXCLUSION-REASONS: wrong population"
)
FORMATS = ("csv", "tsv", "ris", "enw", "endnote-xml", "json")


def read(text: str) -> list[Record]:
    return list(medcite.read(text=text, report=Report()))


def written(records: list[Record], format: str, receiver: str) -> str:
    return medcite.write(records, format, receiver=receiver, report=Report())  # type: ignore[arg-type]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("note", [RAYYAN, "ASReview_relevant", "ASReview_irrelevant"])
def test_notes_come_back(format: str, note: str) -> None:
    given = Record(title="Malaria", doi="10.1000/x", notes=(note,))
    (back,) = read(written([given], format, "generic"))
    assert back.notes == (note,)
    (again,) = read(written([back], "ris", "rayyan"))
    assert again.notes == (note,)


def test_rayyan_s_table() -> None:
    cell = RAYYAN.replace('"', '""')
    (record,) = read(f'key,title,authors,year,notes\n7,Malaria,"Doe, Jane",2020,"{cell}"\n')
    assert record.notes == (RAYYAN,)
    assert cell in written([record], "csv", "rayyan")


@pytest.mark.parametrize(
    "column", ["included", "asreview_label", "label", "label_included", "final_included"]
)
def test_asreview_s_labels(column: str) -> None:
    rows = "".join(f"T{i},10.1000/{i},{value}\n" for i, value in enumerate(("1", "0", "-1", "")))
    records = read(f"title,doi,{column}\n{rows}")
    assert [record.notes for record in records] == [
        ("ASReview_relevant",), ("ASReview_irrelevant",), ("ASReview_not_seen",), (),
    ]  # fmt: skip
    assert "N1  - ASReview_relevant\r\n" in written(records, "ris", "asreview")
    table = written(records, "csv", "asreview")
    assert [record.notes for record in read(table)] == [record.notes for record in records]
    header, first, *_ = table.splitlines()
    cells = dict(zip(header.split(","), first.split(","), strict=True))
    assert (cells["included"], cells["notes"]) == ("1", "")


def test_what_another_program_calls_a_label_is_none() -> None:
    (record,) = read("title,doi,label\nMalaria,10.1000/1,search2\n")
    assert record.notes == ()


def test_rayyan_s_votes_become_a_label() -> None:
    record = Record(title="Malaria", notes=(RAYYAN,))
    header, row = written([record], "csv", "asreview").splitlines()
    assert header.split(",").index("included") == row.split(",").index("1")
    assert "included" not in written([record], "csv", "rayyan").splitlines()[0].split(",")
    asked = medcite.write([record], "csv", columns="title,included", report=Report())
    assert asked == "title,included\r\nMalaria,1\r\n"


@pytest.mark.parametrize(
    ("notes", "expected", "words"),
    [
        ((), "", ""),
        (("A note",), "", ""),
        ((RAYYAN,), "1", "included"),
        (('RAYYAN-INCLUSION: {"Anna"=>"Excluded"}',), "0", "excluded"),
        (('RAYYAN-INCLUSION: {"Anna"=>"Excluded", "Ben"=>"Included"}',), "", ""),
        (('RAYYAN-INCLUSION: {"Anna"=>"Maybe"}',), "", ""),
        (("RAYYAN-LABELS: a",), "", ""),
        (("ASReview_not_seen",), "-1", ""),
    ],
)
def test_what_notes_decide(notes: tuple[str, ...], expected: str, words: str) -> None:
    assert label(notes) == expected
    assert decision(notes) == words
    chosen = list(medcite.select([Record(notes=notes)], "decision:included", report=Report()))
    assert bool(chosen) == (words == "included")
