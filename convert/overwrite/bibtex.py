"""The content of a .bib file: its entries, and everything else, which no conversion keeps.

Nothing is decoded. Reading a long file takes a minute; keys, identifiers and titles as they stand
are enough to see that its entries are written again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ..citekeys.keys import Keys, identity
from ..files.source import Source, open_source
from ..library import article_names
from ..model.report import Location, Report
from ..reference_file.bib_entries import names_of_entry
from ..reference_file.bib_file import parse
from ..reference_file.entry import BrokenError, Entry
from ..tables import bibtex
from ..tables.bibtex_reads import ROWS
from ..tables.row import by_tag
from .comparable_entry import (
    PERSONAL,
    ComparableEntry,
    identifier_names,
    identifiers,
    normalized_title,
)

_READ = by_tag(ROWS)
_WRITTEN = by_tag(bibtex.ROWS)
# A note that goes when the article is printed.
_AHEAD_OF_PRINT = re.compile(r"[\W_]*(?:epub |online )?ahead of print[\W_]*", re.IGNORECASE)

_MARKS = "the marks by which `medcite latex` knows its entries"


def comparable_entries(source: Source, report: Report) -> Iterator[ComparableEntry]:
    """Yield a file's entries; report comments, @string, @preamble and an entry that never ends."""
    try:
        database = parse(source.text())
    except BrokenError as error:
        report.error("bad-entry", Location(source.name), str(error))
        return
    if any(part.mark for part in database.parts):
        report.note("stray-text", Location(source.name), _MARKS)
    for part in database.parts:
        for text in (part.before, "" if part.key else part.body):
            if words := " ".join(text.split()):
                report.note("stray-text", Location(source.name), repr(words[:60]))
        if part.key:
            yield _comparable_entry(part)


def _comparable_entry(entry: Entry) -> ComparableEntry:
    """Return what is compared of an entry; documents cite it by its key."""
    ids = identifiers(names_of_entry(entry))
    title = normalized_title(entry.fields.get("title", ""))
    added = {name for tag, value in entry.fields.items() if (name := _added(tag, value))}
    added |= {f"ids {key}" for key in entry.ids if not identifiers(article_names.of_key(key))}
    names_if_generated = partial(_names_if_generated, entry, identifier_names(ids))
    return ComparableEntry(
        entry.key, (entry.key,), ids, title, frozenset(added), names_if_generated
    )


def _names_if_generated(entry: Entry, names_by_id: list[str], pattern: str) -> list[str]:
    """Return the names by identifier of an entry whose key is as medcite makes it by ``pattern``.

    Nobody has chosen such a key. It changes with the record, as with the year when an article is
    printed.
    """
    from ..readers.bibtex import read  # noqa: PLC0415  # few entries are asked

    source = open_source(f"{entry.body}\n".encode())
    record = next(read(source, Report()), None) if names_by_id else None
    if record is None:
        return []
    without_key = record.replace(key="")
    key = Keys(pattern).wanted(without_key)
    return names_by_id if entry.key in (key, f"{key}-{identity(without_key)}") else []


def _added(tag: str, value: str) -> str:
    """Return the name of a field that people add to their entries; ``""`` for any other."""
    if tag not in _READ:
        return "" if tag in _WRITTEN else tag
    attribute = _READ[tag].to
    return attribute if attribute in PERSONAL and not _AHEAD_OF_PRINT.fullmatch(value) else ""
