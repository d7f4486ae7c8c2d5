"""Reads .bib files: BibTeX's and biblatex's entries, by bibtexparser's splitter.

Only its splitter: its middleware gives no line numbers for what it cannot do, and knows
neither ``#`` nor the months.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from ..files.source import Source
from ..format_registry import Format
from ..model.record import Record
from ..model.report import Location, Report
from ..model.values import Field

START = re.compile(r"^\s*@(?!comment|preamble|string)[A-Za-z]+\s*[{(]\s*[^\s,{}]*\s*,", re.M | re.I)
# What a crossref gives to the entry under another name.
GIVEN = {"title": "booktitle", "subtitle": "booksubtitle", "shorttitle": ""}


def _sniff(head: str) -> bool:
    return START.search(head) is not None


FORMAT = Format("bibtex", "BibTeX or BibLaTeX", (".bib", ".bibtex"), _sniff)


def read(source: Source, report: Report) -> Iterator[Record]:
    """Yield a record for each entry; a broken entry is told, and the next one read."""
    # Here and below: to recognise another format, this module is loaded, and should not take long.
    from bibtexparser.splitter import Splitter  # noqa: PLC0415  # this module is loaded to recognize other formats, too

    from ..bibtex.read.field_value import MACROS  # noqa: PLC0415  # this module is loaded to recognize other formats, too
    from ..bibtex.read.record_builder import EntryBuilder  # noqa: PLC0415  # this module is loaded to recognize other formats, too

    with _quiet():
        library: Any = Splitter(source.text()).split()
    strings = dict(MACROS)
    entries = {entry.key.lower(): entry for entry in library.entries}
    for block in library.blocks:
        kind = type(block).__name__
        if kind == "String":
            _define(block, strings, source, report)
        elif entry := _entry(block, kind, source, report):
            build = EntryBuilder(entry, strings, source.name, report)
            yield build.record(_inherited(entry, entries, strings))


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep bibtexparser from logging what the report tells."""
    import logging  # noqa: PLC0415  # this module is loaded to recognize other formats, too

    logger = logging.getLogger("bibtexparser.splitter")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _define(block: Any, strings: dict[str, str], source: Source, report: Report) -> None:
    """Take a macro's definition."""
    from ..bibtex.read.field_value import FaultError, value  # noqa: PLC0415  # this module is loaded to recognize other formats, too

    try:
        strings[block.key.lower()] = value(block.value, strings)
    except FaultError as fault:
        where = Location(source.name, (block.start_line or 0) + 1, block.key)
        report.warning("bad-value", where, f"{fault}; the @string is left out")


def _entry(block: Any, kind: str, source: Source, report: Report) -> Any:
    """Return the entry of a block, also of one with a fault that does not matter here."""
    if kind == "Entry":
        return block
    where = Location(source.name, (block.start_line or 0) + 1, getattr(block, "key", "") or "")
    if kind == "DuplicateBlockKeyBlock" and hasattr(block.ignore_error_block, "entry_type"):
        if where.record:  # without any key entries are no less different
            report.warning("repeated-key", where, "another entry has this key; both are read")
        return block.ignore_error_block
    if kind == "DuplicateFieldKeyBlock":
        entry = block.ignore_error_block
        where = Location(source.name, where.line, entry.key)
        report.warning("repeated-tag", where, f"{_said(block)}; the first is used")
        return entry
    if hasattr(block, "error"):
        report.error("bad-entry", where, f"{_said(block)}; the entry is skipped")
    return None


def _said(block: Any) -> str:
    """Return the parser's reason in one line."""
    reason = getattr(block.error, "abort_reason", "") or str(block.error)
    return re.sub(r"\s+", " ", reason.partition("Note:")[0]).strip(" .")


def _inherited(
    entry: Any, entries: Mapping[str, Any], strings: Mapping[str, str]
) -> tuple[Field, ...]:
    """Return the fields that an entry has from the one that its ``crossref`` names."""
    from ..bibtex.read.field_value import FaultError, value  # noqa: PLC0415  # this module is loaded to recognize other formats, too

    own = {str(each.key).lower(): each for each in entry.fields}
    reference = str(own["crossref"].value).strip('{}" ').lower() if "crossref" in own else ""
    parent = entries.get(reference)
    if not reference or parent is None or parent is entry:
        return ()
    found = []
    for each in parent.fields:
        tag = GIVEN.get(str(each.key).lower(), str(each.key).lower())
        if tag and tag not in ("crossref", "key", "ids"):
            try:
                found.append(Field(tag, value(each.value, strings), (each.start_line or 0) + 1))
            except FaultError:
                continue  # told when the parent itself is read
    return tuple(found)
