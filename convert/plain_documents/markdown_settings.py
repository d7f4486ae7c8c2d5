"""The bibliographies and references that Markdown names: in its metadata, or in its project's.

Quarto's projects name bibliographies in ``_quarto.yml`` and ``_metadata.yml``, bookdown's in
``index.Rmd``; as in the document itself, a path is that from the file which names it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from ..base.errors import InputError
from ..base.lazy_regex import regex
from ..files import yaml_stream
from .document import PlainDocument, read_text

_BLOCK = regex(
    r"(?:\A|(?<=\n\n))---[ \t]*\n(?![ \t]*\n)(?P<yaml>.*?\n)?(?:---|\.\.\.)[ \t]*(?=\n|\Z)", re.S
)
_PROJECT = ("_quarto.yml", "_quarto.yaml")
_FOLDER = ("_metadata.yml", "_metadata.yaml")
_BOOK = "index.Rmd"
_DEEPEST = 20  # folders that are looked into for a project


def read(path: Path, text: str, document: PlainDocument) -> None:
    """Note the bibliographies and references of a document's metadata. Raises InputError."""
    for block in _BLOCK.finditer(text):
        line = text.count("\n", 0, block.start("yaml")) + 1 if block["yaml"] else 1
        _take(path, _load(path, block["yaml"] or "", line), document)


def read_project(path: Path, document: PlainDocument) -> None:
    """Note the bibliographies of the project that a document belongs to. Raises InputError."""
    for file in _project_files(path):
        _take(file, _load(file, read_text(file), 1), document)
    book = path.with_name(_BOOK)
    if not document.bibliographies and book.is_file() and path.suffix.lower() == ".rmd":
        read(book, read_text(book), document)


def _project_files(path: Path) -> Iterator[Path]:
    """Yield the files of a Quarto project that hold for a document, if it is in one."""
    folder = path.parent
    files: list[Path] = []
    for _ in range(_DEEPEST):
        files += _existing(folder, _FOLDER)
        if project := _existing(folder, _PROJECT):
            yield project[0]
            yield from reversed(files)
            return
        folder = Path(os.path.normpath(folder / ".."))


def _existing(folder: Path, names: tuple[str, ...]) -> list[Path]:
    return [folder / name for name in names if (folder / name).is_file()]


def _load(path: Path, text: str, line: int) -> object:
    try:
        return yaml_stream.load(text, line)
    except ValueError as error:
        problem, *place = error.args
        raise InputError(f"{path}:{place[0] if place else line}: {problem}") from error


def _take(path: Path, settings: object, document: PlainDocument) -> None:
    if not isinstance(settings, dict):
        return
    for name in _texts(settings.get("bibliography")):
        if name.strip() and "://" not in name and "\0" not in name:
            document.bibliographies[path.parent / name.strip()] = None
    references = settings.get("references")
    for reference in references if isinstance(references, list) else ():
        if isinstance(reference, dict):
            document.known.add(str(reference.get("id", "")))


def _texts(value: object) -> Iterator[str]:
    """Yield the texts of a text, a list, or a mapping of topics to either."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
