"""What a document cites, whichever of its files that was read from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Citation(NamedTuple):
    """A key as the author wrote it, and where it stands."""

    key: str
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class DocumentCitations:
    r"""The keys of a document in the order of their first citation, and related settings.

    ``everything`` is ``\nocite{*}``; ``bibliographies`` are the databases that the document
    names, without ``.bib`` where the document leaves it out; ``style`` is its ``.bst``.
    """

    citations: tuple[Citation, ...] = ()
    everything: bool = False
    bibliographies: tuple[str, ...] = ()
    style: str = ""
    biblatex: bool = False
    natbib: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys alone."""
        return tuple(citation.key for citation in self.citations)


class CitationEvent(NamedTuple):
    """One statement of a file: ``kind`` is cite, bibliographies, style or package."""

    kind: str
    value: str
    file: str = ""
    line: int = 0


def collect(events: Iterable[CitationEvent]) -> DocumentCitations:
    """Combine what the files of a document say: each key once, in order."""
    citations: dict[str, Citation] = {}
    bibliographies: dict[str, None] = {}
    packages: set[str] = set()
    everything, style = False, ""
    for kind, value, file, line in events:
        if kind == "cite" and value == "*":
            everything = True
        elif kind == "cite":
            citations.setdefault(value, Citation(value, file, line))
        elif kind == "bibliographies":
            bibliographies[value] = None
        elif kind == "style":
            style = value
        elif kind == "package":
            packages.add(value)
    return DocumentCitations(
        tuple(citations.values()),
        everything,
        tuple(bibliographies),
        style,
        "biblatex" in packages,
        "natbib" in packages,
    )


def split_keys(text: str) -> list[str]:
    """Split the argument of a citation command at its commas."""
    return [key for part in text.split(",") if (key := " ".join(part.split()))]


def read_text(path: Path) -> str:
    """Read one of TeX's files: UTF-8, or else Latin-1, which accepts any byte. Raises OSError."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")
