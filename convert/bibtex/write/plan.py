"""Which fields an entry has: the rows of a dialect's table for its type, compiled once."""

from collections.abc import Iterable
from typing import NamedTuple

from ...base.frozen import Frozen
from ...model.record import NOT_IN_PUBMED
from ...output import field_selection
from ...tables.row import Row
from .encode import ENCODERS, OWN_ATTRIBUTE
from .encoder import Encoder, EncodingContext
from .source_entry import SourceEntry
from .written import Written, always_written, left_out, sometimes_written

# Conditions of a row that are no types of entries.
_ASKED, _SOURCE = "asked", "source"
# Encoders of what an attribute says, though other fields are written from it, too.
_BESIDE_OTHERS = frozenset(("note", "state", "subtype"))
# CSL's types that BibTeX's @misc is for, and biblatex's.
_MISCELLANEOUS = ("article", "document")


class PlannedField(NamedTuple):
    """A field: its row, its opening, its encoder.

    ``needed`` is the attribute without which it is empty, if it depends on one only;
    ``written_in`` is the function that tells which of several attributes it holds.
    """

    row: Row
    opening: str
    encode: Encoder
    needed: str
    written_in: Written | None


class EntryPlan(Frozen):
    """How to write one type of entry: its opening, its fields, the attributes that they write."""

    opening: str
    fields: tuple[PlannedField, ...]
    written: frozenset[str]


def plan_entry(
    context: EncodingContext, entry_type: str, csl_type: str, every_row: bool, source: SourceEntry
) -> EntryPlan:
    """Return the plan for a type; without ``every_row`` only with fields of PubMed's records."""
    dialect = context.dialect
    rows = _rows_for(context, entry_type, source)
    wanted = [row for row in rows if _is_wanted(row, context)]
    fields = tuple(
        _planned(row, context) for row in wanted if every_row or row.to not in NOT_IN_PUBMED
    )
    unwanted = [row for row in rows if not _is_wanted(row, context)]
    written = _written(wanted, unwanted)
    if csl_type in dialect.types or csl_type in _MISCELLANEOUS or entry_type == source.type:
        written |= {"type"}
    return EntryPlan(f"@{entry_type}{{", fields, written)


def _planned(row: Row, context: EncodingContext) -> PlannedField:
    needed = row.to if row.how in OWN_ATTRIBUTE else ""
    encode, written_in = ENCODERS[row.how](row, context), sometimes_written(row, context)
    return PlannedField(row, f"{row.tag} = ", encode, needed, written_in)


def _written(wanted: Iterable[Row], unwanted: Iterable[Row]) -> frozenset[str]:
    """Return the attributes that every record's fields have written, if it has them.

    What the user leaves out has a home: no need to report it as lost. A field that has to be asked
    for is told, since nobody knows of it otherwise.
    """
    names = {name for row in unwanted if not _is_asked(row) for name in left_out(row)}
    return frozenset(names.union(*map(always_written, wanted)))


def _is_asked(row: Row) -> bool:
    """Whether a field is written only if the user or the receiver asks for it."""
    return _ASKED in row.when.split()


def _is_wanted(row: Row, context: EncodingContext) -> bool:
    # PubMed's number has fields of its own in every dialect.
    is_of_source = row.tag in context.source.fields and row.to != "pmid"
    default = is_of_source or not _is_asked(row) or row.tag in context.receiver.asked_fields
    return field_selection.wanted(row.tag, context.options, default=default)


def _rows_for(context: EncodingContext, entry_type: str, source: SourceEntry) -> list[Row]:
    """Return the rows for a type, and those for other fields that the source had.

    What the source had under a name that the dialect has, too, stays under it.
    """
    rows = [row for row in context.dialect.rows if _applies(row, entry_type, source)]
    if not source.fields:
        return rows
    own = [row for row in rows if _SOURCE in row.when.split()]
    if entry_type == source.type:
        own += _rows_of_source(context.dialect.rows, rows, source)
    rows = _with_own_names(rows, own, source)
    rows += _other_rows(context, rows, source)
    places = {row: place for place, row in enumerate(context.dialect.rows)}
    return sorted(rows, key=lambda row: places.get(row, len(places)))


def _with_own_names(rows: list[Row], own: list[Row], source: SourceEntry) -> list[Row]:
    """Return ``rows`` with those for the source's own names, which take the place of others."""
    renamed = {row.to for row in own}
    rows = [row for row in rows if row.to not in renamed or row.tag in source.fields]
    return [*rows, *(row for row in own if row not in rows)]


def _rows_of_source(table: Iterable[Row], rows: list[Row], source: SourceEntry) -> list[Row]:
    """Return the rows of a table for fields of the source that none of ``rows`` is for."""
    tags = {row.tag for row in rows}
    return [
        row
        for row in table
        if row.tag in source.fields and row.tag not in tags and row.how in ENCODERS
    ]


def _applies(row: Row, entry_type: str, source: SourceEntry) -> bool:
    """Whether a row applies to this type of entry."""
    conditions = row.when.split()
    if _SOURCE in conditions and row.tag not in source.fields:
        return False
    types = [condition for condition in conditions if condition not in (_ASKED, _SOURCE)]
    return (not types or entry_type in types) and entry_type not in row.unless.split()


def _other_rows(context: EncodingContext, rows: list[Row], source: SourceEntry) -> list[Row]:
    """Return rows of either table for what the source had and no row for this type writes."""
    from ...tables.bibtex_reads import ROWS, WRITTEN  # noqa: PLC0415  # only for .bib to .bib

    # A server's row writes any of three attributes, and none if others do.
    attributes = {row.to for row in rows if row.how not in ("server", "site")}
    return [
        row
        for row in _rows_of_source((*context.dialect.rows, *WRITTEN, *ROWS), rows, source)
        if row.to not in attributes or row.how in _BESIDE_OTHERS
    ]
