"""Take the records that an input only names from a library of exports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from os import PathLike, fspath
from pathlib import Path

from ..base.errors import InputError, InputFileError
from ..base.type_check import require
from ..files.inputs import Input, expand, resolve
from ..format import REQUIRED
from ..format_registry import OpenedInput
from ..model import peek
from ..model.record import Record
from ..model.report import Location
from .fetched import ArticleSource
from .library import Library

_AT_ONCE = 1000  # records that are looked for together, since some files can only be read whole


class Exports:
    """A library that is opened when the first record is looked for in it.

    A ``source`` is asked for what it lacks.
    """

    def __init__(self, names: Iterable[str], source: ArticleSource | None = None) -> None:
        self._paths = [Path(file) for name in names for file in expand(name) or [name]]
        self._source = source
        self._library: Library | None = None

    def __call__(self, opened: OpenedInput, records: Iterator[Record]) -> Iterator[Record]:
        """Yield the library's record for each of ``records``, by its PMID.

        One that the library does not have is told; it is left out if its input has only its PMID.

        Raises:
            InputError: A file of the library cannot be read.

        """
        while batch := list(islice(records, _AT_ONCE)):
            library = self._prepared([_name(record) for record in batch if record.pmid])
            for record in batch:
                yield from self._taken(library, opened, record)

    def _prepared(self, names: list[str]) -> Library:
        """Return the library, prepared for more names."""
        try:
            if self._library is None:
                self._library = Library(self._paths, names)
                self._check(self._library)
            else:
                self._library.prepare(names)
            if self._source:
                self._library.complete(names, self._source)
        except OSError as error:
            problem = f"cannot be read: {error.strerror}"
            raise InputFileError(f"{error.filename}: {problem}") from error
        return self._library

    def _check(self, library: Library) -> None:
        """Check that each file holds records. Raises InputError."""
        for path in library.unreadable_files():
            raise InputError(
                f"{path}: holds no citations in a known format (see `medcite formats`)"
            )

    def _taken(self, library: Library, opened: OpenedInput, record: Record) -> Iterator[Record]:
        known = library.find([_name(record)]) if record.pmid else []
        if known:
            yield known[0]
            return
        where = Location(opened.source.name, peek.location(record)[1], record.pmid)
        if opened.reader.FORMAT.library == REQUIRED:
            message = f"no record with this PMID in {library.extent}"
            opened.report.error("unresolved", where, message)
        else:
            message = f"no record with this PMID in {library.extent}; read as it stands"
            opened.report.note("unresolved", where, message)
            yield record


def exports_of(library: Input) -> Exports:
    """Return the library of some files, by their paths or patterns.

    Raises:
        ArgumentError: ``library`` is not a path, a pattern or a list of them.
        InputFileError: There is no such file.

    """
    paths = resolve(library)
    is_files = all(isinstance(path, str | PathLike) for path in paths)
    require("library", library, "a path or a list of paths", is_files)
    return Exports(fspath(path) for path in paths if isinstance(path, str | PathLike))


def _name(record: Record) -> str:
    return f"pmid:{record.pmid}"
