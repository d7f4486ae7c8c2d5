"""What a document cites, from whichever of its files it was read."""

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
class Cited:
    r"""The keys of a document in the order of their first citation, and what surrounds them.

    ``everything`` is ``\nocite{*}``; ``bibliographies`` are the databases that the
    document names, without ``.bib`` where it leaves that out; ``style`` is its ``.bst``.
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
    """One thing that a file says: ``what`` is a field of ``Cited``, or ``cite`` for a key."""

    what: str
    value: str
    file: str = ""
    line: int = 0


def gather(events: Iterable[CitationEvent]) -> Cited:
    """Put together what the files of a document say, each key once, in order."""
    citations: dict[str, Citation] = {}
    bibliographies: dict[str, None] = {}
    packages: set[str] = set()
    everything, style = False, ""
    for what, value, file, line in events:
        if what == "cite" and value == "*":
            everything = True
        elif what == "cite":
            citations.setdefault(value, Citation(value, file, line))
        elif what == "bibliographies":
            bibliographies[value] = None
        elif what == "style":
            style = value
        elif what == "package":
            packages.add(value)
    return Cited(
        tuple(citations.values()),
        everything,
        tuple(bibliographies),
        style,
        "biblatex" in packages,
        "natbib" in packages,
    )


def split(keys: str) -> list[str]:
    """Split the argument of a citing command at its commas."""
    return [key for each in keys.split(",") if (key := " ".join(each.split()))]


def read_text(path: Path) -> str:
    """Read one of TeX's files: UTF-8, else Latin-1, which takes every byte. Raises OSError."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")
