"""The list of a JSON file: taken apart in one pass, whatever stands before, between and behind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from medcite.files.json_stream import BETWEEN, JsonBuffer, items
from medcite.files.source import Source, open_source
from medcite.model.report import Report


def read(text: str) -> tuple[list[tuple[Any, int]], list[tuple[str, int]]]:
    report = Report()
    found = list(items(open_source(text.encode(), report), report))
    return found, [(told.code, told.where.line) for told in report.diagnostics]


def test_a_list_on_one_line_is_not_copied_for_each_item() -> None:
    line = json.dumps([{"id": number} for number in range(20)])
    buffer = JsonBuffer(iter([line]))
    buffer.read_more()
    text = buffer.text
    buffer.advance(40)
    assert buffer.text is text
    assert buffer.skip(BETWEEN) == text[40:].lstrip()[0]


def test_lines_are_read_as_they_are_needed() -> None:
    drawn = 0

    def lines() -> Iterator[str]:
        nonlocal drawn
        for number in range(10_000):
            drawn += 1
            yield f'{{"id": {number}}}'

    found = items(Source("x.json", "{", lines()), Report())
    for _ in range(100):
        next(found)
    assert drawn < 300


@pytest.mark.parametrize(
    ("text", "ids", "told"),
    [
        ('[{"id": 1}, {"id": 2}]', [1, 2], []),
        ('{"id": 1}\n{"id": 2}\n', [1, 2], []),
        ('{"items": [{"id": 1}]}', [1], []),
        ('[{"id": 1}]\n[\n{"id": 2}]', [1, 2], []),
        ('{"items": [{"id": 1}]}\n{"items": [{"id": 2}]}', [1, 2], []),
        ('{"items": [{"id": 1}], "total": 1}', [1], [("stray-text", 1)]),
        ('[{"id": 1}]\nand so on', [1], [("stray-text", 2)]),
        ('[\n{"id": 1},\n{"id": 2}\n', [1, 2], [("truncated", 4)]),
        ('[\n{"id": 1},\n{"id": 2', [1], [("bad-json", 4)]),
        ('[{"id": 1}, {"id": 2,, "x": {"y": 0}}, {"id": 3}]', [1, 3], [("bad-json", 1)]),
        ('[{"id": 1}, {"id": ?, "a": [{"b": 0}, {"b": 0}]}, { "id": 3}]', [1, 3],
         [("bad-json", 1)]),
        ('[\n {"id": 1,,\n  "a": [\n   {"b": 0}]},\n {"id": 3}\n]', [3], [("bad-json", 2)]),
        ("[\n{" + "\n" * 5000 + '"id": ?},\n{"id": 2}]', [2], [("bad-json", 5002)]),
    ],
)  # fmt: skip
def test_what_stands_around_the_items(text: str, ids: list[int], told: list[Any]) -> None:
    found, said = read(text)
    assert [each["id"] for each, _ in found] == ids
    assert said == told


def test_an_item_of_many_lines_has_its_first_line() -> None:
    text = json.dumps([{"id": number, "a": list(range(100))} for number in range(9)], indent=1)
    found, said = read(text)
    lines = text.split("\n")
    assert [lines[line - 1] for _, line in found] == [" {"] * 9
    assert not said


def test_one_damage_does_not_hold_up_the_others() -> None:
    good, bad = '{"id": 1}', '{"id": ?}'
    found, said = read("[\n" + ",\n".join([good, bad] * 3000) + "\n]")
    assert len(found) == 3000
    assert [line for _, line in said] == list(range(3, 6002, 2))
