"""What a document cites, whichever of its files that was read from."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

BIBLATEX = ("biblatex", "biblatex-chicago")  # the second loads the first


class Citation(NamedTuple):
    """A key as the author wrote it, and where it stands."""

    key: str
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class DocumentCitations:
    r"""The keys of a document in the order of their first citation, and related settings.

    ``everything`` is ``\nocite{*}``; ``bibliographies`` are the databases that the document
    names, without ``.bib`` where the document leaves it out; ``style`` is its ``.bst``, and
    ``biblatex_style`` biblatex's. ``packages`` and ``files`` are those that the .tex files load and
    that were read. ``outdated`` are keys that may be cited no longer: they stand only in an .aux or
    .bcf file that is older than those.
    """

    citations: tuple[Citation, ...] = ()
    everything: bool = False
    bibliographies: tuple[str, ...] = ()
    style: str = ""
    biblatex: bool = False
    biblatex_style: str = ""
    packages: frozenset[str] = frozenset()
    files: tuple[str, ...] = ()
    outdated: frozenset[str] = frozenset()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys alone."""
        return tuple(citation.key for citation in self.citations)


class CitationEvent(NamedTuple):
    """One statement of a file.

    ``kind`` is cite, bibliographies, style, biblatex-style, package or file.
    """

    kind: str
    value: str
    file: str = ""
    line: int = 0


def collect(events: Iterable[CitationEvent]) -> DocumentCitations:
    """Combine what the files of a document say: each key once, in order."""
    citations: dict[str, Citation] = {}
    bibliographies: dict[str, None] = {}
    packages: set[str] = set()
    files: dict[str, None] = {}
    everything, style, biblatex_style = False, "", ""
    for kind, value, file, line in events:
        if kind == "cite" and value == "*":
            everything = True
        elif kind == "cite":
            citations.setdefault(value, Citation(value, file, line))
        elif kind == "bibliographies":
            bibliographies[value] = None
        elif kind == "style":
            style = value
        elif kind == "biblatex-style":
            biblatex_style = value
        elif kind == "package":
            packages.add(value)
        elif kind == "file":
            files[value] = None
    return DocumentCitations(
        tuple(citations.values()),
        everything,
        tuple(bibliographies),
        style,
        not packages.isdisjoint(BIBLATEX),
        biblatex_style,
        frozenset(packages),
        tuple(files),
    )


def merge(first: DocumentCitations, second: DocumentCitations) -> DocumentCitations:
    """Return the keys of both in the order of ``first``, and its settings where it has any.

    A key that only ``second`` has comes after the one that it follows there.
    """
    known = set(first.keys)
    following: dict[str, list[Citation]] = {}
    last = ""
    for citation in second.citations:
        if citation.key in known:
            last = citation.key
        else:
            following.setdefault(last, []).append(citation)
    citations = following.get("", [])
    for citation in first.citations:
        citations += [citation, *following.get(citation.key, ())]
    return DocumentCitations(
        tuple(citations),
        first.everything or second.everything,
        first.bibliographies or second.bibliographies,
        first.style or second.style,
        first.biblatex or (second.biblatex and not first.style),
        first.biblatex_style or second.biblatex_style,
        first.packages | second.packages,
        first.files or second.files,
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
