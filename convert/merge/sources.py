"""Where a record was found: the database, as its export names it, and its number there."""

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..base.lazy_regex import regex
from ..model import peek
from ..model.record import Record
from ..model.report import Diagnostic
from ..tables.databases import NAMES, NUMBER_TAGS, OF_FORMAT, OF_NUMBER, TAGS

_KEPT = regex(r"no place in the model for (.+); kept")  # as readers note it


class SearchSource(NamedTuple):
    """A database or file, and a record's number there, ``""`` if it has none."""

    name: str
    id: str

    def __str__(self) -> str:
        """Return ``Embase 2005123456``."""
        return f"{self.name} {self.id}".rstrip()


def source_of(record: Record) -> SearchSource:
    """Return where a record was found: a database that is known, else the file."""
    number = next(_fields(record, NUMBER_TAGS), "")
    names = (database(text) for text in _fields(record, TAGS))
    name = next(filter(None, names), "") or _by_number(number)
    name = name or OF_FORMAT.get(peek.origin_format(record), "") or _file_name(record)
    own = record.pmid if name in ("PubMed", "MEDLINE") else number
    ids = (own, number, record.pmid, record.doi, record.key)
    return SearchSource(name, next(filter(None, ids), ""))


def unused_kept(diagnostic: Diagnostic) -> Iterator[Diagnostic]:
    """Yield a diagnostic; of kept fields only of those that a merge does not use.

    The database and the record's number there are used: records are counted by them.
    """
    match = _KEPT.fullmatch(diagnostic.message) if diagnostic.code == "kept" else None
    if match is None:
        yield diagnostic
        return
    unused = [tag for tag in match[1].split(", ") if tag.lower() not in TAGS | NUMBER_TAGS]
    if unused:
        message = f"no place in the model for {', '.join(unused)}; kept"
        yield diagnostic._replace(message=message)


def _by_number(number: str) -> str:
    """Return the database whose numbers begin so."""
    return next((name for start, name in OF_NUMBER if number.startswith(start)), "")


@lru_cache(maxsize=1024)
def database(text: str) -> str:
    """Return the usual name of a database, by any of its names; ``""`` if it is not known."""
    words = f" {' '.join(re.findall(r'[a-z.]+', text.lower()))} "
    names = ((name, other) for name, others in NAMES.items() for other in others)
    return next((name for name, other in names if f" {other} " in words), "")


def _fields(record: Record, tags: frozenset[str]) -> Iterator[str]:
    """Yield the texts of the kept fields that have one of some tags."""
    return (field.value for field in record.kept if field.tag.lower() in tags)


def _file_name(record: Record) -> str:
    """Return the file's name without folders and suffixes."""
    file = os.path.basename(peek.location(record)[0])
    return file.removesuffix(".gz").partition(".")[0]
