r"""Entries and databases that packages cite for themselves: settings and notes, not articles.

REVTeX writes ``<jobname>Notes.bib`` with its settings and the author's footnotes, achemso
``acs-<jobname>.bib``, biblatex ``<jobname>-blx.bib``. They name these files in ``\bibdata`` before
the author's, and cite their entries. A file of the author's may have such a name, too.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from .citations import read_text

FILES = ("{}Notes", "acs-{}", "{}-blx")
# For a file that is gone: REVTEX42Control, apsrev42Control, aip41Control...
KEY = re.compile(r"(?:biblatex-control|achemso-control|[A-Za-z]+4[0-9]Control)$")
CONTROL = re.compile(r"^\s*@control\s*\{", re.I | re.M)
ENTRY_KEY = re.compile(r"@\w+\s*\{\s*([^\s,{}]+)\s*[,}]")


def read_keys(aux: Path) -> frozenset[str]:
    """Return the keys of the entries that packages wrote for the document of this .aux file."""
    texts = (_text(aux, name) for name in _names(aux))
    return frozenset(
        key for text in texts if CONTROL.search(text) for key in ENTRY_KEY.findall(text)
    )


def is_control_key(key: str, known: Collection[str]) -> bool:
    """Whether ``key`` is one of the ``known`` keys of packages, or looks like their settings."""
    return key in known or bool(KEY.match(key))


def is_control_database(name: str, names: Collection[str], aux: Path) -> bool:
    """Whether ``name``, one of the ``names`` of databases in an .aux file, is a package's.

    If there is no such file, a package's is the first of several.
    """
    if name not in _names(aux):
        return False
    text = _text(aux, name)
    return bool(CONTROL.search(text)) if text else len(names) > 1 and name == next(iter(names))


def is_export(path: Path) -> bool:
    """Whether a file is not a .bib that medcite or a package wrote for a document beside it."""
    if path.suffix.lower() != ".bib":
        return True
    text = read_text(path)
    return "\n% medcite " not in f"\n{text}" and not CONTROL.search(text)


def _names(aux: Path) -> tuple[str, ...]:
    """Return the names of the databases that packages may write for this .aux file."""
    return tuple(name.format(aux.stem) for name in FILES)


def _text(aux: Path, name: str) -> str:
    """Return the text of a database beside an .aux file; none if it cannot be read."""
    try:
        return read_text(aux.with_name(f"{name}.bib"))
    except OSError:
        return ""
