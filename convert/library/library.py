"""The author's references, which are found by their names through the index of each folder."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path

from ..base.suggestions import nearest
from ..model.record import Record
from . import article_names, library_reader
from .fetched import ArticleSource, Fetched
from .held_records import HeldRecords
from .library_index import IndexRow, Stamp, load, make, save
from .pipe import Pipe

MAX_COMPARED = 2000  # names that are compared with one that was not found
COMMON_START = 3  # characters that a key has in common with those that it is compared with


class Folder:
    """The reference files of one folder, read through its index.

    ``wanted`` are the names that will be asked for. Others may be, but then a file that cannot be
    read from the middle is read again. Raises OSError.
    """

    def __init__(self, folder: Path, files: Collection[str], wanted: Collection[str]) -> None:
        self.folder = folder
        self._wanted = set(wanted)
        self._files = {file: folder / file for file in files}
        # The versions at the start of this run.
        self._versions: dict[str, library_reader.FileVersion] = {}
        self._index = load(folder)
        self._unsaved = False
        if stale := list(self._stale_files()):
            self._rebuild(stale)
        order = {file: place for place, file in enumerate(files)}
        stamps = enumerate(self._index.stamps)
        # The order of the files that were asked for, by their numbers in the index.
        self._order = {number: order[stamp.file] for number, stamp in stamps if stamp.file in order}

    def __len__(self) -> int:
        return len(self._files)

    def prepare(self, names: Collection[str]) -> None:
        """Prepare for more ``names``: read each file that must be read whole at most once."""
        self._wanted.update(names)
        rows = (row for name in names for row in self._rows(name))
        for number in {row.file for row in rows if not self._is_available(row)}:
            contents = self._read_contents(self._index.stamps[number].file, number)
            self._index.kept.update(contents.kept)
            self._unsaved = True

    def find(self, name: str) -> Iterator[Record]:
        """Yield the records with this name, by file and position."""
        for row in sorted(self._rows(name), key=lambda row: (self._order[row.file], row.start)):
            for record in self._records_of(row):
                if name in library_reader.names_of_record(record):
                    yield record

    def texts(self, name: str) -> Iterator[bytes]:
        """Yield the records with this name as they stand in their files."""
        return map(self._text, self._rows(name))

    def names_starting_with(self, prefix: str) -> list[str]:
        """Return names that start with ``prefix``."""
        rows = islice(self._index.rows_starting_with(prefix), MAX_COMPARED)
        return list(dict.fromkeys(row.name for row in rows if row.file in self._order))

    def records(self) -> Iterator[Record]:
        """Yield every record of every file."""
        formats = {stamp.file: stamp.format for stamp in self._index.stamps}
        for file, path in self._files.items():
            if formats[file]:
                yield from library_reader.read_records(path, formats[file])

    def unreadable_files(self) -> list[Path]:
        """Return the files that hold no citations."""
        stamps = enumerate(self._index.stamps)
        return [
            self.folder / stamp.file
            for number, stamp in stamps
            if number in self._order and not stamp.format
        ]

    def save(self) -> None:
        """Write the index if it changed, and if it can be written."""
        if self._unsaved:
            save(self.folder, self._index)

    def _rows(self, name: str) -> Iterator[IndexRow]:
        """Yield the rows of a name in the files that were asked for."""
        return (row for row in self._index.rows(name) if row.file in self._order)

    def _stale_files(self) -> Iterator[Stamp]:
        """Yield new stamps of the files that changed since the index was written."""
        known = {stamp.file: stamp for stamp in self._index.stamps}
        for file, path in self._files.items():
            version = self._versions[file] = library_reader.file_version(path)
            stamp = Stamp(file, version.size, version.time, version.sum)
            if file not in known or known[file][:4] != stamp[:4]:
                yield stamp

    def _rebuild(self, stale: list[Stamp]) -> None:
        """Read the ``stale`` files, and keep the index of the others that still exist."""
        stale_files = {stamp.file for stamp in stale}
        unchanged = [
            number
            for number, stamp in enumerate(self._index.stamps)
            if stamp.file not in stale_files and (self.folder / stamp.file).exists()
        ]
        numbers = {old: new for new, old in enumerate(unchanged)}
        stamps = [self._index.stamps[old] for old in unchanged]
        rows = [
            row._replace(file=numbers[row.file])
            for row in self._index.all_rows()
            if row.file in numbers
        ]
        kept = {
            (numbers[file], number): text
            for (file, number), text in self._index.kept.items()
            if file in numbers
        }
        for stamp in stale:
            contents = self._read_contents(stamp.file, len(stamps))
            stamps.append(stamp._replace(format=contents.format, seek=contents.seek))
            rows += contents.rows
            kept |= contents.kept
        self._index = make(stamps, rows, kept)
        self._unsaved = True

    def _read_contents(self, file: str, number: int) -> library_reader.FileContents:
        path, version = self._files[file], self._versions[file]
        return library_reader.read_contents(path, version, number, self._wanted)

    def _is_available(self, row: IndexRow) -> bool:
        """Whether a row's record can be had without reading its whole file."""
        return self._index.stamps[row.file].seek or (row.file, row.start) in self._index.kept

    def _records_of(self, row: IndexRow) -> Iterable[Record]:
        """Return the record of a row, from its file or from the index."""
        stamp = self._index.stamps[row.file]
        text = self._text(row)
        if stamp.seek:
            name = str(self._files[stamp.file])
            return library_reader.read_records(text, stamp.format, name)
        return [library_reader.restore(text)] if text else []

    def _text(self, row: IndexRow) -> bytes:
        """Return the text of a row's record: MEDLINE or RIS from the file, or else JSON."""
        stamp = self._index.stamps[row.file]
        if stamp.seek:
            path, version = self._files[stamp.file], self._versions[stamp.file]
            return library_reader.read_span(path, version, row.start, row.length)
        self.prepare([row.name])
        return self._index.kept.get((row.file, row.start), "").encode()


class Library:
    """All folders of reference files, and what a source was asked for besides.

    ``wanted`` are the names that will be asked for. Raises OSError.
    """

    def __init__(self, paths: Iterable[Path], wanted: Collection[str]) -> None:
        folders: dict[Path, dict[str, None]] = {}
        pipes = []
        for path in paths:
            if path.is_file():
                folders.setdefault(path.parent, {})[path.name] = None
            else:
                pipes.append(Pipe(path))
        self.folders: list[Folder | HeldRecords] = [
            *(Folder(folder, list(files), wanted) for folder, files in folders.items()),
            *pipes,
        ]

    def complete(self, keys: Iterable[str], source: ArticleSource) -> None:
        """Ask ``source`` for the articles cited by ``keys`` that no file has, all together."""
        names = map(article_names.of_key, keys)
        fetched = Fetched(source)
        fetched.ask([name for group in names if not self.find(group) for name in group])
        self.folders.append(fetched)

    def prepare(self, names: Collection[str]) -> None:
        """Prepare for more ``names`` that will be asked for. Raises OSError."""
        for folder in self.folders:
            folder.prepare(names)

    def find(self, names: Iterable[str]) -> list[Record]:
        """Return the records that have the first of ``names`` that any record has."""
        for name in names:
            if records := [record for folder in self.folders for record in folder.find(name)]:
                return records
        return []

    def text(self, names: Iterable[str]) -> bytes:
        """Return the text of the one record that has the first of ``names`` that any has.

        It is empty if no record has it, or several have.
        """
        for name in names:
            if texts := [text for folder in self.folders for text in folder.texts(name)]:
                return texts[0] if len(texts) == 1 else b""
        return b""

    def similar_keys(self, key: str) -> list[str]:
        """Return keys that look like ``key``, the nearest first."""
        name = article_names.of_key(key)[0]
        scheme, _, value = name.partition(":")
        if scheme in ("pmid", "pmcid"):
            return list(map(article_names.to_key, self._mistyped_names(scheme, value)))
        start = name[: len(scheme) + 1 + (COMMON_START if scheme == "key" else 10)]
        known = [name for folder in self.folders for name in folder.names_starting_with(start)]
        # A generated key also occurs with the PMID appended, which distinguishes namesakes.
        short = {name for name in known if name.rpartition("-")[0] not in known}
        return list(map(article_names.to_key, nearest(name, sorted(short))))

    def _mistyped_names(self, scheme: str, value: str) -> list[str]:
        """Return the known numbers that ``value`` may be mistyped for."""
        names = (f"{scheme}:{number}" for number in sorted(mistyped_numbers(value)))
        return [name for name in names if any(any(folder.find(name)) for folder in self.folders)]

    def records(self) -> Iterator[Record]:
        """Yield every record of every file."""
        for folder in self.folders:
            yield from folder.records()

    @property
    def extent(self) -> str:
        """Return where records are looked for: ``3 files``, or ``3 files and online``."""
        count = sum(len(folder) for folder in self.folders)
        places = ["1 file" if count == 1 else f"{count} files"]
        if any(isinstance(folder, Fetched) for folder in self.folders):
            places = [*(places if count else ()), "PubMed or at doi.org"]
        return " or in ".join(places)

    def unreadable_files(self) -> list[Path]:
        """Return the files that hold no citations."""
        return [path for folder in self.folders for path in folder.unreadable_files()]

    def save(self) -> None:
        """Write the indexes that changed."""
        for folder in self.folders:
            folder.save()


def mistyped_numbers(number: str) -> set[str]:
    """Return the numbers with one digit changed, left out or added, or two swapped."""
    cuts = [(number[:position], number[position:]) for position in range(len(number) + 1)]
    numbers = {left + right[1:] for left, right in cuts if right}
    numbers |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    for digit in "0123456789":
        numbers |= {left + digit + right for left, right in cuts}
        numbers |= {left + digit + right[1:] for left, right in cuts if right}
    return numbers - {number}
