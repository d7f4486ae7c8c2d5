"""What a .bib file holds: its entries, and all that is none, which no conversion keeps.

Nothing is decoded. To read a long file takes a minute; to see that its entries are written
again, their keys, identifiers and titles as they stand will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ..citekeys.keys import Keys, identity
from ..files.source import Source, open_source
from ..latex import names
from ..latex.database import BrokenError, Entry, parse
from ..latex.entries import called
from ..model.report import Location, Report
from ..tables import bibtex
from ..tables.bibtex_reads import ROWS
from ..tables.row import by_tag
from .comparable_entry import PERSONAL, Holding, identifiers, letters, spelt

FIELDS = by_tag(ROWS)
WRITTEN = by_tag(bibtex.ROWS)
# It goes when the article is printed.
AHEAD = re.compile(r"[\W_]*(?:epub |online )?ahead of print[\W_]*", re.IGNORECASE)


def holdings(source: Source, report: Report) -> Iterator[Holding]:
    """Yield the entries of a file; tell of comments, @string, @preamble and what never ends."""
    try:
        database = parse(source.text())
    except BrokenError as error:
        report.error("bad-entry", Location(source.name), str(error))
        return
    for part in database.parts:
        for text in (part.before + part.mark, "" if part.key else part.body):
            if said := " ".join(text.split()):
                report.note("stray-text", Location(source.name), repr(said[:60]))
        if part.key:
            yield _holding(part)


def _holding(entry: Entry) -> Holding:
    """Return what an entry amounts to: documents cite it by its key."""
    ids = identifiers(called(entry))
    title = letters(entry.fields.get("title", ""))
    added = {added for tag, value in entry.fields.items() if (added := _added(tag, value))}
    added |= {f"ids {key}" for key in entry.ids if not identifiers(names.read(key))}
    others = partial(_others, entry, spelt(ids))
    return Holding(entry.key, (entry.key,), ids, title, frozenset(added), others)


def _others(entry: Entry, ids: list[str], pattern: str) -> list[str]:
    """Return the entry's identifiers if its key is of this ``pattern``: nobody has chosen it.

    Such a key changes with the record, as with the year when an article is printed.
    """
    from ..readers.bibtex import read  # noqa: PLC0415  # few entries are asked

    record = next(read(open_source(f"{entry.body}\n".encode()), Report()), None) if ids else None
    if record is None:
        return []
    bare = record.replace(key="")
    key = Keys(pattern).wanted(bare)
    return ids if entry.key in (key, f"{key}-{identity(bare)}") else []


def _added(tag: str, value: str) -> str:
    """Return what a field counts as if people add the like to their entries, else ``""``."""
    if tag not in FIELDS:
        return "" if tag in WRITTEN else tag
    to = FIELDS[tag].to
    return to if to in PERSONAL and not AHEAD.fullmatch(value) else ""
