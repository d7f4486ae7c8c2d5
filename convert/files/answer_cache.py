"""What services answered, kept in the user's cache folder, so that nothing is asked for twice.

The answers are in a SQLite database. One that is damaged is begun anew; where none can be written,
or another process holds it, nothing is kept.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple
from zlib import compress, decompress
from zlib import error as ZlibError  # noqa: N812  # the module's only exception, named like a module

from . import cache

FILE = "answers.sqlite"
MAX_BYTES = 256 << 20  # of compressed answers; then the oldest go
_TRIMMED = 0.75  # what is left of them, so that not every run trims
_WAIT = 5.0  # seconds to wait for another process that writes
_AT_ONCE = 500  # names in one query; SQLite takes up to 999 values
_SCHEMA = """
CREATE TABLE IF NOT EXISTS answer (
    name TEXT PRIMARY KEY, format TEXT NOT NULL, text BLOB NOT NULL, day TEXT NOT NULL)
"""


class KeptAnswer(NamedTuple):
    """The text of one article in a format, as it was answered for the article's ``name``."""

    name: str
    format: str
    text: str
    day: str = ""  # when it was asked for, such as 2026-12-01


class AnswerCache:
    """The answers of earlier runs. Each failure to read or write them means an empty cache."""

    def __init__(self, path: str = "", max_bytes: int = MAX_BYTES) -> None:
        self._path = path or os.path.join(cache.folder(), FILE)
        self._max_bytes = max_bytes

    def find(self, names: Iterable[str]) -> dict[str, KeptAnswer]:
        """Return the answers for those of ``names`` that have one."""
        wanted = list(names)
        found: dict[str, KeptAnswer] = {}
        if not os.path.exists(self._path):
            return found
        with suppress(sqlite3.OperationalError), self._open() as database:
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                query = f"SELECT name, format, text, day FROM answer WHERE name IN ({marks})"
                for name, format, text, day in database.execute(query, some):
                    with suppress(ZlibError, UnicodeDecodeError, TypeError):
                        found[name] = KeptAnswer(name, format, decompress(text).decode(), day)
        return found

    def keep(self, answers: Iterable[KeptAnswer]) -> None:
        """Keep answers for the next run, in place of older ones for the same names."""
        rows = [(name, format, compress(text.encode()), day) for name, format, text, day in answers]
        with suppress(sqlite3.OperationalError, OSError):
            os.makedirs(os.path.dirname(self._path), exist_ok=True)
            with self._open() as database:
                # Deleted and inserted, so that the order of rows is that of their age.
                database.executemany("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)", rows)
                self._trim(database)

    def _trim(self, database: sqlite3.Connection) -> None:
        """Remove the oldest answers if there are too many."""
        ((size,),) = database.execute("SELECT coalesce(sum(length(text)), 0) FROM answer")
        if size <= self._max_bytes:
            return
        rows = database.execute("SELECT rowid, length(text) FROM answer ORDER BY rowid DESC")
        room = self._max_bytes * _TRIMMED
        for rowid, length in rows:
            room -= length
            if room < 0:
                database.execute("DELETE FROM answer WHERE rowid <= ?", (rowid,))
                return

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Open the database; begin it anew if it is damaged. Raises sqlite3.OperationalError."""
        try:
            with self._connected() as database:
                yield database
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            with suppress(OSError):
                os.remove(self._path)
            raise sqlite3.OperationalError(str(error)) from error

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(self._path, timeout=_WAIT)
        try:
            with database:  # commits, or rolls back after an error
                database.execute(_SCHEMA)
                yield database
        finally:
            database.close()
