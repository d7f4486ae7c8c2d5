"""RIS lines into references: where one begins and ends, and how its lines are joined."""

from __future__ import annotations

import pytest
from medcite.model.report import Report
from medcite.ris.read.split import split_references


def split(text: str) -> tuple[list[list[tuple[str, str]]], list[tuple[str, int]]]:
    report = Report()
    references = split_references(text.split("\n"), "x.ris", report)
    fields = [[(tag, value) for tag, value, _ in one.fields] for one in references]
    return fields, [(told.code, told.where.line) for told in report.diagnostics]


@pytest.mark.parametrize(
    ("text", "references", "told"),
    [
        ("TY  - JOUR\nTI  - A\nER  - ", [["TY", "TI"]], []),
        ("TY  - JOUR\nTY  - BOOK\nER  - ", [["TY"], ["TY"]], [("truncated", 1)]),
        ("TI  - A\nTY  - JOUR\nER  - \nER  - ", [["TY", "TI"]], []),
        ("TI  - A", [["TI"]], [("truncated", 1)]),
        ("1.\nTY  - JOUR\nER  - \nend", [["TY"]], [("stray-line", 1), ("stray-line", 4)]),
        ("KW  - A", [], [("stray-line", 1)]),
        ("KW  -", [], [("stray-line", 1)]),
        ("TI  - A\n\nTY  - JOUR\nER  - ", [["TI"], ["TY"]], [("truncated", 1)]),
    ],
)
def test_where_references_begin_and_end(
    text: str, references: list[list[str]], told: list[tuple[str, int]]
) -> None:
    fields, diagnostics = split(text)
    assert [[tag for tag, _ in one] for one in fields] == references
    assert diagnostics == told


def test_wrapped_lines_are_joined_by_blanks_and_listed_ones_are_fields() -> None:
    (fields,), _ = split("TY  - JOUR\nTI  - A\nlong\nKW  - a\nb\n  c\nER  - ")
    assert fields == [("TY", "JOUR"), ("TI", "A long"), ("KW", "a"), ("KW", "b c")]


def test_lines_cut_in_the_midst_of_words_are_joined_without() -> None:
    first, second = "a" * 70, "b" * 70
    (fields,), _ = split(f"TY  - JOUR\nVL  - 1\nAB  - {first}\n{second}\n{second}\nccc\nER  - ")
    assert fields == [("TY", "JOUR"), ("VL", "1"), ("AB", f"{first}{second}{second}ccc")]
