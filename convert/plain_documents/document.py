"""What a document in plain text cites, whichever its language."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..base.errors import InputError
from ..library.real_path import real_path
from ..manuscript import placeholders
from ..manuscript.placeholders import Placeholder
from ..model.report import Location
from ..options import Options
from ..reference_file.entry import EntryMaker

_PARAGRAPH = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.S)
# What makes brackets a link or a footnote: what stands behind them.
_OF_LINK = ("(", "[", ":", "{")


@dataclass(slots=True)
class PlainDocument:
    """A document: its keys with their first places, and the bibliographies that it names.

    ``known`` are keys whose references it has itself. ``remarks`` are what its author should know.
    """

    places: dict[str, Location] = field(default_factory=dict)
    everything: bool = False
    bibliographies: dict[Path, None] = field(default_factory=dict)
    known: set[str] = field(default_factory=set)
    remarks: list[Remark] = field(default_factory=list)

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys that need an entry, each once, in the order of the text."""
        return tuple(key for key in self.places if key not in self.known)

    def cite(self, key: str, where: Location) -> None:
        """Note that a key is cited."""
        if key == "*":
            self.everything = True
        else:
            self.places.setdefault(key, where)


@dataclass(frozen=True, slots=True)
class Remark:
    """A warning about a place in a document."""

    code: str
    where: Location
    message: str


@dataclass(frozen=True, slots=True)
class PlainLanguage:
    """A language of documents: its files, and those of its bibliographies by their suffixes."""

    title: str
    suffixes: tuple[str, ...]
    makers: Mapping[str, Callable[[Options], EntryMaker]]
    receiver: str
    naming: str  # how a document names its bibliography
    read: Callable[[Path], PlainDocument]


class Lines:
    """The lines of a text, by which places in it are told."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = str(path)
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def location(self, place: int, key: str = "") -> Location:
        """Return where a place in the text is."""
        return Location(self._path, bisect_left(self._ends, place) + 1, key)


def read_text(path: Path) -> str:
    """Return the text of a document. Raises InputError."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise InputError(f"{path}: no such file; expected a document") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}:{line}: is not UTF-8, as its programs expect") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def included(path: Path, name: str, ancestors: Iterable[Path]) -> Path | None:
    """Return a file that a document includes; ``None`` if it is missing or includes itself."""
    if "\0" in name:
        return None
    found = path.parent / name.lstrip("/")
    is_new = real_path(found) not in {real_path(other) for other in (path, *ancestors)}
    return found if found.is_file() and is_new else None


def plain_placeholders(text: str, masked: str) -> Iterator[Placeholder]:
    """Yield placeholders such as ``[PMID: 1]``, which the document's program takes for text."""
    for paragraph in _PARAGRAPH.finditer(masked):
        for found in placeholders.find(paragraph[0]):
            start, end = (paragraph.start() + place for place in (found.start, found.end))
            if "@" not in masked[start:end] and not text.startswith(_OF_LINK, end):
                yield found._replace(start=start, end=end)


def blank(text: str) -> str:
    """Return blanks in the place of a text, and its line ends."""
    return re.sub(r"[^\n]", " ", text)
