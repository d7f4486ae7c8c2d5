"""An entry into a record: each field by its row, then what several fields say together."""

from __future__ import annotations

from ...markup.inline_tags import with_characters
from ...markup.latex_references import with_letters
from ...markup.latex_to_text import lost_fonts, unknown_commands
from ...model.record import Record
from ...model.report import Report
from ...model.values import Field
from ...tables.bibtex_reads import ROWS, WITHOUT_PLACE
from ...tables.row import Row, by_tag
from .decode import DECODERS, MARKED
from .derive import derive
from .record_builder import BibRecordBuilder
from .split import BibEntry

_ROWS = by_tag(ROWS)
# Decoded last: what other fields say comes before what a note says of the same.
_NOTES = frozenset(row.tag for row in ROWS if row.how == "note")
# Fields that are no LaTeX text.
_VERBATIM = frozenset({"url", "doi", "pmcid", "issn", "eissn", "listed", "alias"})
# Fields of programs, such as BibDesk's, and of users: no list can have them all.
_PRIVATE = ("bdsk-", "x-")


def build_record(entry: BibEntry, file: str, report: Report) -> Record:
    """Return the record of an entry; what cannot be used is kept and told to ``report``."""
    builder = BibRecordBuilder(entry, file, report)
    for field in sorted(entry.fields, key=lambda field: field.tag in _NOTES):
        if field.value.strip():
            _decode(builder, _cleaned(field))
    derive(builder)
    return builder.record()


def _cleaned(field: Field) -> Field:
    """Return a field without HTML's references."""
    if "&" not in field.value:
        return field
    row = _ROWS.get(field.tag)
    clean = with_characters if row and row.how in _VERBATIM else with_letters
    return field._replace(value=clean(field.value)) if row else field


def _decode(builder: BibRecordBuilder, field: Field) -> None:
    """Decode a field by its row; a field without one is kept."""
    row = _ROWS.get(field.tag)
    if row:
        DECODERS[row.how](builder, field, row)
        if "\\" in field.value and row.how not in _VERBATIM:
            _tell_commands(builder, field, row)
    elif field.tag in WITHOUT_PLACE or field.tag.startswith(_PRIVATE):
        builder.keep(field)
    else:
        builder.keep_unknown(field)


def _tell_commands(builder: BibRecordBuilder, field: Field, row: Row) -> None:
    """Report the commands of a field that nobody knows, and those of fonts that are not read."""
    if unknown := unknown_commands(field.value):
        commands = ", ".join(unknown)
        builder.warn("unknown-command", field, f"no rule for {commands}; printed as it stands")
    if fonts := lost_fonts(field.value, marked=row.how in MARKED):
        builder.note("font", field, f"{', '.join(fonts)}: the text is read without them")
