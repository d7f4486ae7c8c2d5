from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator

import pytest
from medcite.files.noncharacters import (
    NONCHARACTERS,
    replace,
    replace_in_json,
    replace_in_xml,
)
from medcite.model.report import Report

Replace = Callable[[Iterable[str], str, Report], Iterator[str]]


def replaced(function: Replace, *lines: str) -> tuple[list[str], list[int]]:
    """Return what becomes of lines, and of which something is told."""
    report = Report()
    result = list(function(lines, "x", report))
    assert {(told.code, told.where.file) for told in report.diagnostics} <= {("noncharacter", "x")}
    return result, [told.where.line for told in report.diagnostics]


def test_they_are_those_of_unicode() -> None:
    assert len(NONCHARACTERS) == 66
    assert {unicodedata.category(character) for character in NONCHARACTERS} == {"Cn"}
    ends = {chr(code) for code in range(sys.maxunicode + 1) if code & 0xFFFE == 0xFFFE}
    assert set(NONCHARACTERS) - ends == set(map(chr, range(0xFDD0, 0xFDF0)))


def test_lines_are_counted_across_blocks() -> None:
    blocks = ("a\nb\n", "c\uffffd\ufdd0\nd\n", "e\n\U0003fffe\n")
    assert replaced(replace, *blocks) == (
        ["a\nb\n", "c\ufffdd\ufffd\nd\n", "e\n\ufffd\n"], [3, 6],
    )  # fmt: skip


@pytest.mark.parametrize("character", NONCHARACTERS, ids=lambda character: f"{ord(character):X}")
def test_escapes_and_references(character: str) -> None:
    for escaped in (json.dumps(character), json.dumps(character).upper().replace("U", "u")):
        (line,), lines = replaced(replace_in_json, escaped)
        assert (json.loads(line), lines) == ("\ufffd", [1])
    code = ord(character)
    for reference in (f"&#{code};", f"&#x{code:x};", f"&#x{code:X};", f"&#x00{code:x};"):
        assert replaced(replace_in_xml, f"a{reference}b") == (["a\ufffdb"], [1])


@pytest.mark.parametrize(
    "line",
    [
        r'"\\uffff"', r'"\\\\uffff"', r'"\ufffd"', r'"\ufdcf"', r'"\ufdf0"', r'"\ud83d\ude00"',
        r'"\udfff"', "plain",
    ],
)  # fmt: skip
def test_other_text_of_json_stays(line: str) -> None:
    assert replaced(replace_in_json, line) == ([line], [])


def test_an_escape_behind_an_escaped_backslash() -> None:
    assert replaced(replace_in_json, r'"\\\uffff"') == (['"\\\\\ufffd"'], [1])


@pytest.mark.parametrize("line", ["&#65533;", "&#x3b1;", "&#165535;", "&#xFFFF", "&amp;#xFFFF;"])
def test_other_references_stay(line: str) -> None:
    assert replaced(replace_in_xml, line) == ([line], [])
