"""Diagnostics' codes are a table: every code in use is in it, and every one in it is in use."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from medcite.tables.codes import CODES

from tests.conftest import ROOT

FILES = [path for path in sorted((ROOT / "convert").rglob("*.py")) if path.name != "codes.py"]
TELLING = {"note", "warning", "error", "_warn", "warn", "tell"}


def strings(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def told() -> Iterator[tuple[str, str]]:
    """Yield file and code of every diagnostic that is made with its code written out."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            codes = node.args[1:2] if name == "Diagnostic" else node.args[:1]
            if name == "Diagnostic" or name in TELLING:
                for code in codes:
                    if isinstance(code, ast.Constant) and isinstance(code.value, str):
                        yield path.name, code.value


def test_every_code_in_use_is_in_the_table() -> None:
    found = [(file, code) for file, code in told() if re.fullmatch(r"[a-z-]+", code)]
    assert len(found) > 20
    assert {code for _, code in found} <= set(CODES), [row for row in found if row[1] not in CODES]


def test_every_code_in_the_table_is_in_use() -> None:
    used = {text for path in FILES for text in strings(ast.parse(path.read_text("utf-8")))}
    assert set(CODES) <= used
