"""Plan what becomes of the file: which one it is, how it is taken apart, when it is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..base.errors import InputError
from ..library import article_names
from ..library.library import Library
from ..model.report import Location, Report
from .entry import BrokenError, EntryMaker, ReferenceFile
from .safe_write import Revise, Revision, read_if_exists, write_revision
from .update import CitedKeys

# Returns what takes a file apart and makes its entries.
MakerOf = Callable[[Path], EntryMaker]
MARK = re.compile(rb'medcite(?: |": ?")[0-9a-f]{8}\b')  # in any format


@dataclass(slots=True)
class FilePlan:
    """A file and its new content, which ``revise`` makes again if the file changes.

    The indexes of ``library`` are not saved yet.
    """

    path: Path
    library: Library
    revision: Revision
    revise: Revise

    def save(self) -> None:
        """Write the file, if it changes, and the indexes. Raises OSError."""
        self.revision = write_revision(self.path, self.revision, self.revise)
        self.save_indexes()

    def save_indexes(self) -> None:
        """Write the indexes of the library, if they changed."""
        self.library.save()


def parse(path: Path, data: bytes, maker: EntryMaker) -> ReferenceFile:
    """Take a file apart. Raises InputError, with the line, if that cannot be done."""
    try:
        return maker.parse(data.decode("utf-8", "surrogateescape"))
    except BrokenError as error:
        raise InputError(f"{path}:{error.line}: {error}") from error


def choose(files: Sequence[Path], maker_of: MakerOf) -> Path:
    """Return the file to write of at least one: with medcite's entries, missing, or the first."""
    for path in files:
        data = read_if_exists(path)
        if data and MARK.search(data) and parse(path, data, maker_of(path)).has_marks:
            return path
    return next((path for path in files if not path.exists()), files[0])


def parse_others(
    files: Iterable[Path], path: Path, maker_of: MakerOf, report: Report
) -> Iterator[ReferenceFile]:
    """Yield the document's files but ``path``; report and skip a broken one."""
    for other in files:
        data = read_if_exists(other) if other != path else None
        if data is None:
            continue
        try:
            yield parse(other, data, maker_of(other))
        except InputError as error:
            report.warning("broken", Location(str(other)), str(error))


def wanted_names(cited: CitedKeys, file: ReferenceFile, maker: EntryMaker) -> set[str]:
    """Return the names to look for: those of cited keys and of medcite's entries."""
    ours = (entry for entry in file.entries if entry.is_ours)
    of_entries = {name for entry in ours for name in maker.names(entry)}
    return of_entries | names_of_keys(cited)


def names_of_keys(cited: CitedKeys) -> set[str]:
    """Return the names that the cited keys may stand for."""
    return {name for key in cited.keys for name in article_names.of_key(key)}


def keys_to_complete(cited: CitedKeys, files: Iterable[ReferenceFile]) -> Iterator[str]:
    """Yield the cited keys for which the author wrote no entry."""
    entries = (entry for file in files for entry in file.entries if not entry.is_ours)
    own = {key.lower() for entry in entries for key in (entry.key, *entry.ids)}
    return (key for key in cited.keys if key.lower() not in own)
