r"""The .aux file: what LaTeX noted for BibTeX and biblatex.

LaTeX: ``\citation{k1,k2}``, ``\bibdata{refs}``, ``\bibstyle{plain}``, and
``\@input{chapter.aux}`` for each ``\include``. biblatex: ``\abx@aux@cite{0}{key}`` (one
argument in old versions) and ``\abx@aux@nociteall``; its databases stand in the .bcf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from .citations import CitationEvent, read_text, split
from .tex_arguments import group

COMMAND = re.compile(
    r"^\\(citation|bibdata|bibstyle|@input|abx@aux@cite|abx@aux@nociteall)\b", re.M
)
# Entries and databases that packages cite to steer a style; they bring their own.
CONTROL = re.compile(r"^(?:biblatex-control|achemso-control|.*-blx|REV.*Control|.*Notes)$")


def events(path: Path) -> Iterator[CitationEvent]:
    """Yield what ``path`` and the .aux files that it reads say. Raises OSError."""
    yield from _events(path, read_text(path), path.parent, (path.resolve(),))


def _events(path: Path, text: str, root: Path, above: tuple[Path, ...]) -> Iterator[CitationEvent]:
    line, last = 1, 0
    for found in COMMAND.finditer(text):
        line, last = line + text.count("\n", last, found.start()), found.start()
        values = _groups(text, found.end())
        if found[1] == "@input":
            yield from _input(root / values[0] if values else root, root, above)
            continue
        for what, value in _says(found[1], values):
            yield CitationEvent(what, value, str(path), line)


def _groups(text: str, at: int) -> list[str]:
    """Return the brace groups that follow one another from ``at`` on, on this line."""
    found: list[str] = []
    while text.startswith("{", at) and (each := group(text, at)):
        found.append(each[0])
        at = each[1]
    return found


def _says(name: str, values: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what one command says."""
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
        what = "cite" if name == "citation" else "bibliographies"
        yield from ((what, each) for each in split(values[0]) if not CONTROL.match(each))


def _input(path: Path, root: Path, above: tuple[Path, ...]) -> Iterator[CitationEvent]:
    """Yield what another .aux file says; it may be missing, as before the first run."""
    if path.is_file() and path.resolve() not in above:
        yield from _events(path, read_text(path), root, (*above, path.resolve()))
