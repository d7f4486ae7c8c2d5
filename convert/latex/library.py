"""The author's references: exports and their indexes, asked for records by name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path

from ..base.suggestions import nearest
from ..model.record import Record
from . import article_names, library_reader
from .library_index import IndexRow, Stamp, load, make, save

NEAR = 2000  # names that are compared with one that is not found
SHARED = 3  # signs that a name has in common with those that it is compared with


class Folder:
    """The exports of one folder, through its index.

    ``wanted`` are the names that will be asked for; others can be, at the price of reading
    an export again that cannot be read from the middle. Raises OSError.
    """

    def __init__(self, folder: Path, files: Collection[str], wanted: Collection[str]) -> None:
        self.folder = folder
        self._wanted = set(wanted)
        self._files = {file: folder / file for file in files}
        self._versions: dict[
            str, library_reader.ExportVersion
        ] = {}
        self._index = load(folder)
        self._unsaved = False
        if stale := list(self._stale()):
            self._rebuild(stale)
        place = {file: at for at, file in enumerate(files)}
        stamps = enumerate(self._index.stamps)
        self._places = {at: place[stamp.file] for at, stamp in stamps if stamp.file in place}

    def __len__(self) -> int:
        return len(self._files)

    def want(self, names: Collection[str]) -> None:
        """Prepare for more ``names``: read an export at most once that has to be read whole."""
        self._wanted.update(names)
        rows = (row for name in names for row in self._index.rows(name) if row.file in self._places)
        for file in {row.file for row in rows if not self._has(row)}:
            self._index.kept.update(self._read(self._index.stamps[file].file, file).kept)
            self._unsaved = True

    def find(self, name: str) -> Iterator[Record]:
        """Yield the records called ``name``, in the order of the files and of their places."""
        rows = [row for row in self._index.rows(name) if row.file in self._places]
        for row in sorted(rows, key=lambda row: (self._places[row.file], row.start)):
            yield from (each for each in self._at(row) if name in library_reader.named(each))

    def texts(self, name: str) -> Iterator[bytes]:
        """Yield the records called ``name`` as they stand in their files."""
        for row in self._index.rows(name):
            if row.file in self._places:
                yield self._text(row)

    def near(self, prefix: str) -> list[str]:
        """Return names that begin with ``prefix``."""
        rows = islice(self._index.beginning(prefix), NEAR)
        return list(dict.fromkeys(row.name for row in rows if row.file in self._places))

    def records(self) -> Iterator[Record]:
        """Yield every record of every file."""
        formats = {stamp.file: stamp.format for stamp in self._index.stamps}
        for file, path in self._files.items():
            if formats[file]:
                yield from library_reader.records(path, formats[file])

    def unreadable(self) -> list[Path]:
        """Return the files that hold no citations."""
        stamps = self._index.stamps
        return [self.folder / stamp.file for at, stamp in enumerate(stamps)
                if at in self._places and not stamp.format]  # fmt: skip

    def save(self) -> None:
        """Write the index if it changed, and if the folder can be written."""
        if self._unsaved:
            save(self.folder, self._index)

    def _stale(self) -> Iterator[Stamp]:
        """Yield new stamps for the files that the index does not know as they are now."""
        known = {stamp.file: stamp for stamp in self._index.stamps}
        for file, path in self._files.items():
            version = self._versions[file] = library_reader.version(path)
            now = Stamp(file, version.size, version.time, version.sum)
            if file not in known or known[file][:4] != now[:4]:
                yield now

    def _rebuild(self, stale: list[Stamp]) -> None:
        """Read the ``stale`` files, and keep what the index knows of the others still there."""
        new = {stamp.file for stamp in stale}
        stays = [
            at
            for at, stamp in enumerate(self._index.stamps)
            if stamp.file not in new and (self.folder / stamp.file).exists()
        ]
        number = {old: at for at, old in enumerate(stays)}
        stamps = [self._index.stamps[old] for old in stays]
        rows = [
            row._replace(file=number[row.file]) for row in self._index.all() if row.file in number
        ]
        kept = {
            (number[file], at): text
            for (file, at), text in self._index.kept.items()
            if file in number
        }
        for stamp in stale:
            found = self._read(stamp.file, len(stamps))
            stamps.append(stamp._replace(format=found.format, seek=found.seek))
            rows += found.rows
            kept |= found.kept
        self._index = make(stamps, rows, kept)
        self._unsaved = True

    def _read(self, file: str, number: int) -> library_reader.Export:
        return library_reader.read(self._files[file], self._versions[file], number, self._wanted)

    def _has(self, row: IndexRow) -> bool:
        """Return whether a row's record can be had without reading its export whole."""
        return self._index.stamps[row.file].seek or (row.file, row.start) in self._index.kept

    def _at(self, row: IndexRow) -> Iterable[Record]:
        """Return the record of a row: cut out of its file, or kept in the index."""
        stamp = self._index.stamps[row.file]
        text = self._text(row)
        if stamp.seek:
            return library_reader.records(text, stamp.format, str(self._files[stamp.file]))
        return [library_reader.restore(text)] if text else []

    def _text(self, row: IndexRow) -> bytes:
        """Return the text of a row's record: MEDLINE or RIS, else JSON."""
        stamp = self._index.stamps[row.file]
        if stamp.seek:
            path, version = self._files[stamp.file], self._versions[stamp.file]
            return library_reader.piece(path, version, row.start, row.length)
        self.want([row.name])
        return self._index.kept.get((row.file, row.start), "").encode()


class Library:
    """All folders of exports. ``wanted`` are the names that will be asked for. Raises OSError."""

    def __init__(self, files: Iterable[Path], wanted: Collection[str]) -> None:
        folders: dict[Path, dict[str, None]] = {}
        for path in files:
            folders.setdefault(path.parent, {})[path.name] = None
        self.folders = [Folder(folder, list(each), wanted) for folder, each in folders.items()]

    def want(self, names: Collection[str]) -> None:
        """Prepare for more ``names`` that will be asked for. Raises OSError."""
        for folder in self.folders:
            folder.want(names)

    def find(self, wanted: Iterable[str]) -> list[Record]:
        """Return the records of the first name that any record has."""
        for name in wanted:
            if found := [record for folder in self.folders for record in folder.find(name)]:
                return found
        return []

    def text(self, wanted: Iterable[str]) -> bytes:
        """Return the text of the one record that has the first known of the ``wanted`` names.

        It is empty where there is none, or more than one.
        """
        for name in wanted:
            if found := [text for folder in self.folders for text in folder.texts(name)]:
                return found[0] if len(found) == 1 else b""
        return b""

    def near(self, key: str) -> list[str]:
        """Return keys that look like ``key``, nearest first."""
        name = article_names.read(key)[0]
        scheme, _, value = name.partition(":")
        if scheme in ("pmid", "pmcid"):
            return [article_names.spelt(each) for each in self._slips(scheme, value)]
        start = name[: len(scheme) + 1 + (SHARED if scheme == "key" else 10)]
        known = [each for folder in self.folders for each in folder.near(start)]
        # A key that was made is also known with its PMID behind it, as namesakes have it.
        short = {each for each in known if each.rpartition("-")[0] not in known}
        return [article_names.spelt(each) for each in nearest(name, sorted(short))]

    def _slips(self, scheme: str, value: str) -> list[str]:
        """Return the known numbers that differ from ``value`` by one slip of the fingers."""
        near = (f"{scheme}:{each}" for each in sorted(slips(value)))
        return [name for name in near if any(any(each.find(name)) for each in self.folders)]

    def records(self) -> Iterator[Record]:
        """Yield every record of every file."""
        for folder in self.folders:
            yield from folder.records()

    @property
    def count(self) -> int:
        """Return the number of files."""
        return sum(len(folder) for folder in self.folders)

    def unreadable(self) -> list[Path]:
        """Return the files that hold no citations."""
        return [path for folder in self.folders for path in folder.unreadable()]

    def save(self) -> None:
        """Write the indexes that changed."""
        for folder in self.folders:
            folder.save()


def slips(number: str) -> set[str]:
    """Return the numbers with one digit changed, left out, added, or two exchanged."""
    cuts = [(number[:at], number[at:]) for at in range(len(number) + 1)]
    found = {left + right[1:] for left, right in cuts if right}
    found |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    for digit in "0123456789":
        found |= {left + digit + right for left, right in cuts}
        found |= {left + digit + right[1:] for left, right in cuts if right}
    return found - {number}
