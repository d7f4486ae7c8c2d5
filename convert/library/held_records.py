"""Records that are held in memory, in the place of a folder of files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from ..model.record import Record
from . import library_reader


class HeldRecords:
    """Some records, which are found by their names as those of a folder are."""

    def __init__(self) -> None:
        self._records: dict[str, list[Record]] = {}

    def hold(self, record: Record, names: Iterable[str] = ()) -> None:
        """Add a record, which is found by its own names and by ``names``."""
        for name in {*names, *library_reader.names_of_record(record)}:
            self._records.setdefault(name, []).append(record)

    def __len__(self) -> int:
        """Return of how many files the records are."""
        return 0

    def prepare(self, names: Collection[str]) -> None:
        """Do nothing: all records are in memory."""

    def find(self, name: str) -> Iterator[Record]:
        """Yield the records with this name."""
        yield from self._records.get(name, ())

    def texts(self, name: str) -> Iterator[bytes]:
        """Yield the records with this name as JSON."""
        return (library_reader.dump(record).encode() for record in self.find(name))

    def names_starting_with(self, prefix: str) -> list[str]:
        """Return names that start with ``prefix``."""
        return [name for name in self._records if name.startswith(prefix)]

    def records(self) -> Iterator[Record]:
        """Yield nothing: only files have what a document cites as a whole."""
        return iter(())

    def unreadable_files(self) -> list[Path]:
        """Return no files."""
        return []

    def save(self) -> None:
        """Do nothing: there is no index."""
