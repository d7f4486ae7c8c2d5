"""The rules of the house, by path: who may import whom, who prints, opens files and escapes."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import TypeVar

from tests.conftest import ROOT

PACKAGE = ROOT / "convert"
TREES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
NODES = {path: list(ast.walk(tree)) for path, tree in TREES.items()}

# What each room may import besides itself. A room that is not listed is not allowed: name its
# floor here. The rooms are ordered from the ground up.
ROOMS: dict[str, set[str]] = {
    "base": set(),
    "tables": {"base"},
    "model": {"base", "tables"},
    "options.py": {"base"},
    "files": {"base", "model", "tables"},
    "codecs": {"base", "model", "tables"},
    "ooxml": {"base"},
    "markup": {"base", "model", "tables", "ooxml"},
    "csl": {"base", "model", "tables", "files"},
    "medline": {"base", "model", "tables", "files", "codecs", "markup"},
    "xml": {"base", "model", "tables", "files", "codecs"},
    "pubmed": {"base", "model", "tables", "files", "codecs", "medline", "xml"},
    "checks": {"base", "model", "tables", "codecs", "medline"},
    "citekeys": {"base", "model", "tables"},
    "query": {"base", "model", "tables", "codecs"},
    "output": {"base", "model", "tables", "options.py", "codecs", "markup", "checks", "citekeys",
               "query"},
    "bibtex": {"base", "model", "tables", "options.py", "codecs", "markup", "checks", "citekeys",
            "output"},
    "ris": {"base", "model", "tables", "options.py", "files", "codecs", "markup", "checks",
            "output"},
    "csl_json": {"base", "model", "tables", "options.py", "codecs", "markup", "output"},
    "endnote": {"base", "model", "tables", "options.py", "files", "codecs", "markup", "output",
                "ris", "xml", "format_registry.py"},
    "hayagriva": {"base", "model", "tables", "options.py", "codecs", "markup", "checks", "output"},
    "mods": {"base", "model", "tables", "ris", "xml"},
    "word": {"base", "model", "tables", "options.py", "codecs", "markup", "checks", "output"},
    "jats": {"base", "model", "tables", "codecs", "ris", "xml"},
    "ovid": {"base", "model", "tables", "codecs", "ris"},
    "wos": {"base", "model", "tables", "codecs", "ris"},
    "spreadsheet": {"base", "model", "tables", "options.py", "files", "codecs", "markup", "checks",
                    "output", "ris", "endnote", "format_registry.py"},
    "matching": {"base", "model", "codecs"},
    "merge": {"base", "model", "tables", "codecs", "checks", "matching", "spreadsheet"},
    "search_report": {"base", "model", "tables", "markup", "checks", "matching", "merge"},
    "verify": {"base", "model", "tables", "codecs", "matching", "merge"},
    "bibliography": {"base", "model", "tables", "options.py", "codecs", "csl", "markup", "medline",
                     "output", "csl_json"},
    "format.py": {"base"},
    "format_registry.py": {"base", "model", "tables", "options.py", "files", "checks",
                           "format.py"},
    "readers": {"base", "model", "tables", "files", "codecs", "markup", "format.py",
                "format_registry.py", "medline", "pubmed", "xml", "bibtex", "csl_json", "ris",
                "endnote", "spreadsheet", "wos", "mods", "ovid", "jats", "ooxml", "manuscript",
                "documents"},
    "writers": {"base", "model", "tables", "options.py", "codecs", "markup", "csl", "medline",
                "checks", "output", "bibtex", "csl_json", "ris", "endnote", "spreadsheet",
                "hayagriva", "word", "bibliography", "format_registry.py"},
    "api.py": {"base", "model", "options.py", "files", "checks", "format_registry.py",
               "bibliography", "writers", "csl", "output", "library", "query", "choosing"},
    "library": {"format.py", "base", "model", "tables", "options.py", "files", "codecs", "checks",
                "citekeys", "format_registry.py"},
    "online": {"base", "model", "files", "library", "format_registry.py"},
    "choosing": {"base", "model", "tables", "options.py", "files", "codecs", "query", "matching",
                 "output", "library"},
    "reference_file": {"__init__.py", "library", "base", "model", "tables", "options.py", "files",
                       "markup", "citekeys", "format_registry.py", "bibtex", "csl_json",
                       "hayagriva"},
    "latex": {"library", "base", "model", "tables", "options.py", "files", "checks", "csl",
              "markup", "citekeys", "format_registry.py", "bibtex", "bibliography",
              "reference_file"},
    "citation_fields": {"base", "model", "tables", "files", "csl_json", "endnote", "ris", "xml",
                        "ooxml"},
    "manuscript": {"base", "model", "tables", "options.py", "ooxml", "citation_fields", "markup",
                   "checks", "csl", "csl_json", "bibliography", "library", "matching", "verify"},
    "documents": {"base", "model", "files", "codecs", "ooxml", "citation_fields", "manuscript"},
    "corrections": {"base", "model", "tables", "options.py", "csl_json", "markup", "ooxml",
                    "format_registry.py", "citation_fields", "manuscript", "documents",
                    "reference_file", "verify"},
    "plain_documents": {"library", "base", "model", "options.py", "files", "checks", "manuscript",
                        "reference_file"},
    "pandoc_filter": {"library", "base", "model", "options.py", "csl_json", "markup", "manuscript",
                      "plain_documents", "reference_file"},
    "overwrite": {"base", "model", "tables", "options.py", "files", "codecs", "markup", "citekeys",
                  "format_registry.py", "readers", "reference_file", "library"},
    "cli": {"__init__.py", "overwrite", "base", "model", "tables", "options.py", "files", "csl",
            "markup", "citekeys", "checks", "medline", "output", "bibliography",
            "format_registry.py", "writers", "api.py", "latex", "reference_file",
            "plain_documents", "pandoc_filter", "library", "manuscript", "documents",
            "corrections", "merge", "online", "verify", "query", "choosing",
            "search_report"},
    "__init__.py": {"api.py"},
    "__main__.py": {"__init__.py", "cli"},
}  # fmt: skip
MAY_OPEN_FILES = {
    "files",  # inputs and outputs
    "library",  # exports, and the index beside them
    "latex",  # a document, its .aux and .bib files
    "reference_file",  # the file that is kept up to date
    "plain_documents",  # a document
    "manuscript",  # a document
    "cli/corrected_file.py",  # the input again, byte for byte
    "csl/style.py", "csl/style_files.py", "csl/style_repository.py",  # styles
    "overwrite",  # files that would be replaced
    "cli/program.py",  # standard streams that are closed
}  # fmt: skip
MAY_CONNECT = {"online"}
NETWORK = {"httpx", "requests", "urllib3", "aiohttp", "socket", "ssl", "http", "ftplib", "smtplib"}
MAY_PRINT = {"cli", "__main__.py"}
MAY_ESCAPE = {"markup"}
ESCAPE = re.compile(r"&(amp|lt|gt|quot|#\d+);|\\[%&#_$]|\\'\d\d")
Kind = TypeVar("Kind", bound=ast.AST)


def relative(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def is_among(path: Path, places: set[str]) -> bool:
    return room(path) in places or relative(path) in places


def nodes(kind: type[Kind]) -> Iterator[tuple[Path, Kind]]:
    for path, every in NODES.items():
        yield from ((path, node) for node in every if isinstance(node, kind))


def imported(path: Path, node: ast.ImportFrom) -> Iterator[Path]:
    """Yield the files of the package that a relative import names."""
    folder = path.parents[node.level - 1]
    base = folder.joinpath(*(node.module or "").split("."))
    for alias in node.names:
        places = (base / f"{alias.name}.py", base / alias.name / "__init__.py",
                  base.with_suffix(".py"), base / "__init__.py")  # fmt: skip
        yield next(place for place in places if place in TREES)


def imports(*, lazy: bool) -> Iterator[tuple[Path, Path]]:
    """Yield who imports whom; ``lazy`` imports stand inside a function or for type checkers."""
    for path, tree in TREES.items():
        nodes = ast.walk(tree) if lazy else iter(tree.body)
        for node in nodes:
            if isinstance(node, ast.ImportFrom) and node.level:
                yield from ((path, target) for target in imported(path, node) if target != path)


def test_every_room_is_on_a_floor() -> None:
    assert {room(path) for path in TREES} == set(ROOMS)


def test_imports_are_relative() -> None:
    absolute = [
        relative(path)
        for path, node in nodes(ast.ImportFrom)
        if not node.level and (node.module or "").partition(".")[0] in {"medcite", "convert"}
    ]
    assert not absolute


def test_rooms_import_only_those_below() -> None:
    wrong = {
        f"{relative(path)} -> {relative(target)}"
        for path, target in imports(lazy=True)
        if room(target) not in ROOMS[room(path)] | {room(path)}
    }
    assert not wrong


def test_no_room_may_import_one_above() -> None:
    TopologicalSorter(ROOMS).prepare()  # raises CycleError


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph: dict[Path, set[Path]] = {}
    for path, target in imports(lazy=False):
        if target.name != "__init__.py":
            graph.setdefault(path, set()).add(target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        raise AssertionError([relative(path) for path in error.args[1]]) from None


def test_only_the_command_line_prints() -> None:
    speaks = re.compile(r"\bsys\.(stdout|stderr|argv|exit)\b")
    calls = {path for path, node in nodes(ast.Call) if getattr(node.func, "id", "") == "print"}
    streams = {path for path in TREES if speaks.search(path.read_text("utf-8"))}
    assert not [relative(path) for path in calls | streams if not is_among(path, MAY_PRINT)]


def test_only_some_open_files() -> None:
    methods = {"read_text", "read_bytes", "write_text", "write_bytes"}
    wrong = {
        relative(path)
        for path, node in nodes(ast.Call)
        if getattr(node.func, "id", "") == "open" or getattr(node.func, "attr", "") in methods
        if not is_among(path, MAY_OPEN_FILES)
    }
    assert not wrong


def test_only_one_room_connects() -> None:
    names = [(path, alias.name) for path, node in nodes(ast.Import) for alias in node.names]
    names += [(path, node.module or "") for path, node in nodes(ast.ImportFrom) if not node.level]
    wrong = [
        (relative(path), name)
        for path, name in names
        if name.partition(".")[0] in NETWORK or name == "urllib.request"
        if not is_among(path, MAY_CONNECT)
    ]
    assert not wrong


def test_escaping_lives_in_markup() -> None:
    strings = [
        (relative(path), node.lineno, node.value)
        for path, node in nodes(ast.Constant)
        if not is_among(path, MAY_ESCAPE)
        if isinstance(node.value, str) and ESCAPE.fullmatch(node.value)
    ]
    modules = {"html", "xml.sax.saxutils"}
    calls = [
        relative(path)
        for path, node in nodes(ast.ImportFrom)
        if not is_among(path, MAY_ESCAPE)
        if node.module in modules and {alias.name for alias in node.names} & {"escape", "quoteattr"}
    ]
    assert not strings + calls


def test_files_and_functions_are_short() -> None:
    long_files = [relative(p) for p in TREES if p.read_text("utf-8").count("\n") > 350]
    long_functions = [
        (relative(path), node.name)
        for path, node in nodes(ast.FunctionDef)
        if (node.end_lineno or 0) - node.lineno >= 40
    ]
    assert not long_files
    assert not long_functions


def test_functions_are_simple() -> None:
    """Cyclomatic complexity as radon counts it: at most 12."""
    from radon.complexity import cc_visit  # noqa: PLC0415  # only this test needs it

    blocks = [(path, block) for path in TREES for block in cc_visit(path.read_text("utf-8"))]
    functions = [
        (relative(path), function.name, function.complexity)
        for path, block in blocks
        for function in [block, *getattr(block, "closures", ()), *getattr(block, "methods", ())]
        if type(function).__name__ == "Function"
    ]
    assert not [function for function in functions if function[2] > 12]


def test_class_names_are_unique() -> None:
    names = Counter(node.name for _, node in nodes(ast.ClassDef))
    assert not [name for name, count in names.items() if count > 1]


def test_named_tuples_have_annotations_that_are_no_texts() -> None:
    """``typing`` would compile each text, which takes milliseconds of every start."""
    as_texts = {path for path, node in nodes(ast.ImportFrom) if node.module == "__future__"}
    kinds = {
        path
        for path, node in nodes(ast.ClassDef)
        if {getattr(base, "id", "") for base in node.bases} & {"NamedTuple", "TypedDict"}
    }
    assert not [relative(path) for path in as_texts & kinds]


def test_no_error_is_swallowed_whole() -> None:
    bad = [
        (relative(path), node.lineno)
        for path, node in nodes(ast.ExceptHandler)
        if node.type is None or getattr(node.type, "id", "") in {"Exception", "BaseException"}
    ]
    assert not bad


def test_every_public_part_says_what_it_is() -> None:
    bad = []
    for path, tree in TREES.items():
        parts = [node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        public = [part for part in parts if not part.name.startswith("_")]
        bad += [(relative(path), part.name) for part in public if not ast.get_docstring(part)]
        bad += [] if ast.get_docstring(tree) else [(relative(path), "")]
    assert not bad


def test_every_room_is_packed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    folders = {path.parent.relative_to(PACKAGE).parts for path in TREES if path.stem == "__init__"}
    packed = set(project["tool"]["setuptools"]["packages"])
    assert packed == {".".join(("medcite", *folder)) for folder in folders} | {"medcite.styles"}
