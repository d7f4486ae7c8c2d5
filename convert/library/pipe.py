"""A reference file that can be read only once: a pipe, a named one, or a shell's ``<(...)``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..base.errors import InputError
from ..files.source import open_any
from ..format_registry import OpenedInput, read_silently, recognise
from ..model.record import Record
from .held_records import HeldRecords
from .library_reader import silent_report


class Pipe(HeldRecords):
    """The records of a pipe, all read when it is opened. Raises OSError."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path, self._all = path, list[Record]()
        report = silent_report()
        try:
            source = open_any(path.read_bytes(), report, str(path))
            opened = OpenedInput(recognise(source, report), source, report)
            self._all += read_silently(opened)
        except InputError:
            return  # told by ``unreadable_files``
        for record in self._all:
            self.hold(record)

    def __len__(self) -> int:
        return 1

    def records(self) -> Iterator[Record]:
        """Yield every record."""
        return iter(self._all)

    def unreadable_files(self) -> list[Path]:
        """Return the pipe if it held no citations."""
        return [] if self._all else [self._path]
