"""A .bib file into entries, each field with its value put together.

bibtexparser's splitter finds the entries: it says what is wrong with a broken one, and goes on
with the next. Its middleware is not used, since it gives no line numbers for what it cannot do,
and knows neither ``#`` nor the months.

``reference_file/bib_file.py`` takes .bib files apart as well, to put them together again byte for
byte: it needs the place of each entry, which the splitter does not give, and must not go on after a
broken entry. What both need stands in :mod:`medcite.bibtex.braces`.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from bibtexparser import model
from bibtexparser.splitter import Splitter

from ...base.lazy_regex import regex
from ...model.report import Location, Report
from ...model.values import Field
from ...tables.bibtex_reads import KNOWN, SETTINGS, TYPES
from .field_value import MONTH_MACROS, FieldSyntaxError, parse_value, split_at_missing_comma
from .inheritance import Inheritance

# The splitter takes @commentary for a @comment.
_COMMENTARY = regex(r"@(?=commentary\s*[{(])", re.IGNORECASE)
_COMMENTARY_HIDDEN = "@_"


class BibEntry(NamedTuple):
    """An entry: its type as in the file and as in CSL, its own fields and the inherited ones."""

    entry_type: str  # in small letters
    csl_type: str
    key: str
    line: int
    fields: tuple[Field, ...]


def split_entries(text: str, file: str, report: Report) -> Iterator[BibEntry]:
    """Yield the entries of a .bib file; what is wrong with one is told to ``report``.

    What is no reference is told, too, and left out: comments, a preamble, the settings of a style.
    """
    with _silenced():
        library = Splitter(_COMMENTARY.sub(_COMMENTARY_HIDDEN, text)).split()
    macros: dict[str, str] = dict(MONTH_MACROS)
    inheritance = Inheritance(library.entries, macros)
    for block in library.blocks:
        if isinstance(block, model.String):
            _define_macro(block, macros, file, report)
        elif what := _no_reference(block):
            message = f"{what} is no reference; left out"
            report.note("no-reference", Location(file, _line(block)), message)
        elif entry := _entry_of(block, file, report):
            yield _parse_entry(entry, inheritance, macros, file, report)


def _no_reference(block: model.Block) -> str:
    """Return what a block is that is no reference, ``""`` for an entry."""
    if isinstance(block, model.ExplicitComment | model.ImplicitComment):
        return f"the comment {' '.join(block.comment.split())[:40]!r}"
    if isinstance(block, model.Preamble):
        return "@preamble"
    if not isinstance(block, model.Entry):
        return ""
    entry_type = block.entry_type.lower().removeprefix("_")
    is_setting = entry_type not in TYPES and (
        SETTINGS.search(entry_type) or KNOWN.isdisjoint(field.key.lower() for field in block.fields)
    )
    return f"@{block.entry_type}{{{block.key}}}" if is_setting else ""


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
    inheritance: Inheritance,
    macros: Mapping[str, str],
    file: str,
    report: Report,
) -> BibEntry:
    """Return an entry with the values of its fields."""
    line = _line(entry)
    entry_type = entry.entry_type.lower().removeprefix("_")
    if entry_type not in TYPES:
        message = f"@{entry_type} is no type of BibTeX or biblatex; read as document"
        report.warning("unknown-type", Location(file, line, entry.key), message)
    own = [
        field
        for block in entry.fields
        for field in _parse_field(block, macros, Location(file, _line(block), entry.key), report)
    ]
    csl_type = TYPES.get(entry_type, "document")
    fields = tuple(inheritance.with_inherited(entry, own))
    return BibEntry(entry_type, csl_type, entry.key, line, fields)


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
