r"""Read an .aux file: what LaTeX noted for BibTeX and biblatex.

LaTeX writes ``\citation{k1,k2}``, ``\bibdata{refs}``, ``\bibstyle{plain}``, and
``\@input{chapter.aux}`` for each ``\include``. biblatex writes ``\abx@aux@cite{0}{key}`` (with
one argument in old versions) and ``\abx@aux@nociteall``; its databases are named in the .bcf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..library.real_path import real_path
from . import control_entries
from .citations import CitationEvent, read_text, split_keys
from .tex_arguments import group

COMMAND = re.compile(
    r"^\\(citation|bibdata|bibstyle|@input|abx@aux@cite|abx@aux@nociteall)\b", re.M
)


def read_events(path: Path) -> Iterator[CitationEvent]:
    """Yield what ``path`` and the .aux files that it inputs say. Raises OSError.

    What packages cite for themselves is left out.
    """
    control_keys = control_entries.read_keys(path)
    for event in _events(path, read_text(path), path, {real_path(path)}):
        if event.kind != "cite" or not control_entries.is_control_key(event.value, control_keys):
            yield event


def _events(path: Path, text: str, main: Path, read: set[Path]) -> Iterator[CitationEvent]:
    line, counted = 1, 0
    for match in COMMAND.finditer(text):
        line, counted = line + text.count("\n", counted, match.start()), match.start()
        values = _arguments(text, match.end())
        if match[1] == "@input":
            yield from _input_events(main.parent / values[0] if values else main, main, read)
            continue
        if match[1] == "bibdata":
            names = split_keys(values[0]) if values else []
            values = [",".join(_authors_databases(names, main))]
        for kind, value in _parse_command(match[1], values):
            yield CitationEvent(kind, value, str(path), line)


def _authors_databases(names: list[str], aux: Path) -> list[str]:
    """Return the databases that the author named, and not a package."""
    return [name for name in names if not control_entries.is_control_database(name, names, aux)]


def _arguments(text: str, position: int) -> list[str]:
    """Return the arguments in braces that follow each other from ``position`` on this line."""
    values: list[str] = []
    while text.startswith("{", position) and (argument := group(text, position)):
        values.append(argument[0])
        position = argument[1]
    return values


def _parse_command(name: str, values: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the kind and value of each event that a command stands for."""
    if name.startswith("abx"):
        yield "package", "biblatex"
        yield "cite", "*" if name.endswith("all") else values[-1] if values else "*"
    elif not values:
        return
    elif name == "bibstyle":
        yield "style", values[0].strip()
        if values[0].strip() == "biblatex":
            yield "package", "biblatex"
    else:
        kind = "cite" if name == "citation" else "bibliographies"
        yield from ((kind, key) for key in split_keys(values[0]))


def _input_events(path: Path, main: Path, read: set[Path]) -> Iterator[CitationEvent]:
    """Yield what another .aux file says; before the first LaTeX run it may be missing."""
    if path.is_file() and real_path(path) not in read:
        read.add(real_path(path))
        yield from _events(path, read_text(path), main, read)
