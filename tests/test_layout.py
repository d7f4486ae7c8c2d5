"""The house's rules, checked: imports go one way, one place escapes, one prints, all is short."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

FILES = sorted((ROOT / "convert").rglob("*.py"))
TREES = {path: ast.parse(path.read_text("utf-8"), str(path)) for path in FILES}

# What a layer may not import: the floors above it. The first that matches a module counts.
BASE = "model|options|report|text|nearest|frozen|named|regex"
LAYERS = (
    # A diagnostic is spelled for a screen wherever it ends up: printed, or logged.
    (r"convert\.report$", rf"convert\.(?!{BASE}|markup$|markup\.terminal)"),
    (rf"convert\.({BASE})$", rf"convert\.(?!{BASE})"),
    (r"convert\.tables", r"convert\.(?!tables|table|model|text|named)"),
    (r"convert\.markup", r"convert\.(?!markup|text|tables|frozen|named|regex)"),
    (r"convert\.csl", r"convert\.(?!csl|text|nearest|tables|frozen|named|regex|markup\.inline)"),
    (r"convert\.readers", r"convert\.(writers|cli|api|engines|latex)"),
    (r"convert\.writers", r"convert\.(readers|cli|api|latex)"),
    (r"convert\.(cli|__main__)", r"$^"),
    (r"convert", r"convert\.cli"),
)
ESCAPE = re.compile(r"&(amp|lt|gt|quot|#\d+);|\\[%&#_$]|\\'\d\d")


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def nodes(kind: type[ast.AST] | tuple[type[ast.AST], ...]) -> Iterator[tuple[str, ast.AST]]:
    for path, tree in TREES.items():
        yield from ((module(path), node) for node in ast.walk(tree) if isinstance(node, kind))


def test_there_is_something_to_look_at() -> None:
    assert len(FILES) > 50


def test_imports_go_one_way() -> None:
    bad = []
    for path, tree in TREES.items():
        refused = next(above for layer, above in LAYERS if re.match(layer, module(path)))
        bad += [(module(path), name) for name in imports(tree) if re.match(refused, name)]
    assert not bad


def test_only_the_command_line_prints() -> None:
    prints = {
        name
        for name, node in nodes(ast.Call)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    }
    speaks = {
        module(path)
        for path in FILES
        if re.search(r"sys\.(stdout|stderr|argv|exit)\b", path.read_text("utf-8"))
    }
    allowed = ("convert.cli", "convert.__main__")
    assert not [name for name in speaks if not name.startswith(allowed)]
    assert prints == {"convert.cli.console"}  # which escapes what it prints


def test_escaping_lives_in_markup() -> None:
    bad = []
    for path, tree in TREES.items():
        if "markup" in path.parts:
            continue
        bad += [
            (module(path), node.lineno, node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and ESCAPE.fullmatch(node.value)
        ]
        calls = {"html.escape", "xml.sax.saxutils.escape"} & set(imports(tree))
        bad += [(module(path), 0, call) for call in calls]
    assert not bad


def test_files_and_functions_are_short() -> None:
    # A table of data may be long: it is looked up, not read.
    lengths = {path: path.read_text("utf-8").count("\n") for path in FILES}
    assert not [path for path, n in lengths.items() if n > 400 and path.parent.name != "tables"]
    long = [
        (name, node.name)
        for name, node in nodes((ast.FunctionDef, ast.AsyncFunctionDef))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 50
    ]
    assert not long


def test_no_error_is_swallowed_whole() -> None:
    bad = [
        (name, node.lineno)
        for name, node in nodes(ast.ExceptHandler)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"})
    ]
    assert not bad


def test_every_public_part_says_what_it_is() -> None:
    bad = []
    for path, tree in TREES.items():
        parts = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        public = [part for part in parts if not part.name.startswith("_")]
        bad += [(module(path), part.name) for part in public if not ast.get_docstring(part)]
        bad += [] if ast.get_docstring(tree) else [(module(path), "")]
    assert not bad
