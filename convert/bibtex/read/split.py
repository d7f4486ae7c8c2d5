"""A .bib file into entries, each field with its value put together.

bibtexparser's splitter finds the entries: it says what is wrong with a broken one, and goes on
with the next. Its middleware is not used, since it gives no line numbers for what it cannot do,
and knows neither ``#`` nor the months.

``latex/bib_file.py`` takes .bib files apart as well, to put them together again byte for byte:
it needs the place of each entry, which the splitter does not give, and must not go on after a
broken entry. What both need stands in :mod:`medcite.bibtex.braces`.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from bibtexparser import model
from bibtexparser.splitter import Splitter

from ...model.report import Location, Report
from ...model.values import Field
from ...tables.bibtex_reads import TYPES
from .field_value import MONTH_MACROS, FieldSyntaxError, parse_value, split_at_missing_comma

# What a crossref gives to the entry under another name; nothing for "".
_NAMES_IN_CHILD = {"title": "booktitle", "subtitle": "booksubtitle", "shorttitle": ""}
_NOT_INHERITED = frozenset(("", "crossref", "key", "ids"))


class BibEntry(NamedTuple):
    """An entry: its type as in the file and as in CSL, its own fields and the inherited ones."""

    entry_type: str  # in small letters
    csl_type: str
    key: str
    line: int
    fields: tuple[Field, ...]


def split_entries(text: str, file: str, report: Report) -> Iterator[BibEntry]:
    """Yield the entries of a .bib file; what is wrong with one is told to ``report``."""
    with _silenced():
        library = Splitter(text).split()
    macros: dict[str, str] = dict(MONTH_MACROS)
    by_key = {entry.key.lower(): entry for entry in library.entries}
    for block in library.blocks:
        if isinstance(block, model.String):
            _define_macro(block, macros, file, report)
        elif entry := _entry_of(block, file, report):
            yield _parse_entry(entry, by_key, macros, file, report)


@contextmanager
def _silenced() -> Iterator[None]:
    """Keep bibtexparser from logging what the report tells."""
    logger = logging.getLogger("bibtexparser.splitter")
    before, logger.disabled = logger.disabled, True
    try:
        yield
    finally:
        logger.disabled = before


def _line(block: model.Block | model.Field) -> int:
    """Return the number of the first line, from 1."""
    return (block.start_line or 0) + 1


def _define_macro(block: model.String, macros: dict[str, str], file: str, report: Report) -> None:
    """Add the definition of an ``@string`` to ``macros``."""
    try:
        macros[block.key.lower()] = parse_value(block.value, macros)
    except FieldSyntaxError as error:
        location = Location(file, _line(block), block.key)
        report.warning("bad-value", location, f"{error}; the @string is left out")


def _entry_of(block: model.Block, file: str, report: Report) -> model.Entry | None:
    """Return the entry of a block, also of one with a fault that does not matter here."""
    if isinstance(block, model.Entry):
        return block
    if not isinstance(block, model.ParsingFailedBlock):
        return None
    entry = block.ignore_error_block
    location = Location(file, _line(block), getattr(block, "key", "") or "")
    if not isinstance(entry, model.Entry):
        report.error("bad-entry", location, f"{_reason(block)}; the entry is skipped")
        return None
    if isinstance(block, model.DuplicateFieldKeyBlock):
        location = Location(file, location.line, entry.key)
        report.warning("repeated-tag", location, f"{_reason(block)}; the first is used")
    elif location.record:  # entries without any key are not the same
        report.warning("repeated-key", location, "another entry has this key; both are read")
    return entry


def _reason(block: model.ParsingFailedBlock) -> str:
    """Return in one line why the parser refused a block."""
    reason = getattr(block.error, "abort_reason", "") or str(block.error)
    return re.sub(r"\s+", " ", reason.partition("Note:")[0]).strip(" .")


def _parse_entry(
    entry: model.Entry,
    by_key: Mapping[str, model.Entry],
    macros: Mapping[str, str],
    file: str,
    report: Report,
) -> BibEntry:
    """Return an entry with the values of its fields."""
    entry_type, line = entry.entry_type.lower(), _line(entry)
    if entry_type not in TYPES:
        message = f"@{entry_type} is no type of BibTeX or biblatex; read as document"
        report.warning("unknown-type", Location(file, line, entry.key), message)
    own = [
        field
        for block in entry.fields
        for field in _parse_field(block, macros, Location(file, _line(block), entry.key), report)
    ]
    tags = {field.tag for field in own}
    inherited = [field for field in _inherited(entry, by_key, macros) if field.tag not in tags]
    if inherited:
        own = [field for field in own if field.tag != "crossref"]  # it has said all
    csl_type = TYPES.get(entry_type, "document")
    return BibEntry(entry_type, csl_type, entry.key, line, (*own, *inherited))


def _parse_field(
    block: model.Field, macros: Mapping[str, str], location: Location, report: Report
) -> Iterator[Field]:
    """Yield a field with its value, or several fields between which a comma is missing."""
    tag, text = block.key.lower(), str(block.value)
    while split := split_at_missing_comma(text):
        right_side, name, text = split
        message = f"expected a comma behind it, before {name!r}; read as two fields"
        report.warning("bad-value", location._replace(tag=tag), message)
        yield _field(tag, right_side, macros, location, report)
        tag = name.lower()
    yield _field(tag, text, macros, location, report)


def _field(
    tag: str, text: str, macros: Mapping[str, str], location: Location, report: Report
) -> Field:
    """Return a field; a right side that does not follow BibTeX's grammar is read as it stands."""
    try:
        return Field(tag, parse_value(text, macros), location.line)
    except FieldSyntaxError as error:
        message = f"{error}; read as it stands"
        report.warning("bad-value", location._replace(tag=tag), message)
        return Field(tag, text.strip('{}" '), location.line)


def _inherited(
    entry: model.Entry, by_key: Mapping[str, model.Entry], macros: Mapping[str, str]
) -> Iterator[Field]:
    """Yield the fields of the entry that ``crossref`` names, by their names in this entry."""
    own = {field.key.lower(): str(field.value) for field in entry.fields}
    reference = own.get("crossref", "").strip('{}" ').lower()
    parent = by_key.get(reference)
    if not reference or parent is None or parent is entry:
        return
    for block in parent.fields:
        tag = _NAMES_IN_CHILD.get(block.key.lower(), block.key.lower())
        if tag not in _NOT_INHERITED:
            try:
                yield Field(tag, parse_value(block.value, macros), _line(block))
            except FieldSyntaxError:
                continue  # told when the parent itself is read
