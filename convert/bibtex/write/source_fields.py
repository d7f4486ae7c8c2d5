"""The fields of one entry in the form of the .bib entry that its record was read from.

Only records that were read from .bib files need this module.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from ...codecs import addresses
from ...codecs.edtf import edtf, is_edtf
from ...markup.latex_to_text import plain_text
from ...model import peek
from ...model.record import Record
from ...model.values import Date
from ...tables.kinds import GENRES
from ...tables.row import Row
from .encoder import EncodingContext, braced
from .kept import kept_fields
from .plan import EntryPlan
from .raw_latex import raw_latex

_TEXTS = frozenset(("text", "whole", "location", "kind"))
# Where an entry has the archive or server of a preprint.
_SERVERS = frozenset(("eprint", "howpublished", "organization", "journal", "journaltitle"))
_DATES = frozenset(("date", "day-of", "year", "years"))


def encode_as_in_source(
    record: Record, plan: EntryPlan, context: EncodingContext, written: list[str]
) -> tuple[list[str], Container[str]]:
    """Return the lines of an entry, and the tags of kept fields among them.

    Add to ``written`` the attributes of which only the fields know that they are written.
    """
    fields = _encode_fields(record, plan, context, written)
    kept = kept_fields(record, fields, context)
    fields |= kept.values()
    places = context.dialect.places
    tags = sorted(fields, key=lambda tag: places.get(tag, len(places)))
    return [f"{tag} = {fields[tag]}" for tag in tags], kept


def _encode_fields(
    record: Record, plan: EntryPlan, context: EncodingContext, written: list[str]
) -> dict[str, str]:
    """Return right sides by tag; what a field of the source still says is spelled as it was.

    Add to ``written`` the attributes written.
    """
    fields: dict[str, str] = {}
    value_of = peek.known_values(record).get
    for row, _, encode, needed, written_in in plan.fields:
        if row.tag in fields or (needed and not value_of(needed)):
            continue
        if value := _spelling(row, record, context) or encode(record):
            fields[row.tag] = value
            written += (row.to, *(written_in(record) if written_in else ()))
    if "url" not in fields and "urldate" not in context.source.fields:
        fields.pop("urldate", None)  # it stands behind the address, in a text
    written.append("notes")  # each is in a field of its own, or in the note
    written += _implied(record, fields)
    return fields


def _implied(record: Record, fields: dict[str, str]) -> Iterator[str]:
    """Yield the attributes that an entry says without a field of their own.

    The address may be in a text, or be that of the number at arXiv; that it is a preprint follows
    from its archive or server.
    """
    texts = " ".join(fields.values()).replace("\\", "")
    is_number = record.url == addresses.of_arxiv(record.archive_location) and "eprint" in fields
    if record.url and (is_number or record.url in texts):
        yield "url"
    if record.genre == "Preprint" and not _SERVERS.isdisjoint(fields):
        yield "genre"


def _spelling(row: Row, record: Record, context: EncodingContext) -> str:
    """Return a field as the source has it, in braces; ``""`` if it says something else."""
    source, spell = context.source, context.spell
    value = getattr(record, row.to, None)
    if row.how in _DATES:
        return braced(exact_date(context, row.tag, value))
    if row.how == "label":
        return braced(raw_latex(source.kept.get(row.tag, ""), spell))
    if row.tag == "howpublished" and record.url:  # it may be there
        latex = source.fields.get(row.tag, "")
        if record.url in latex.replace("\\", ""):
            return braced(raw_latex(latex, spell))
    if row.how not in _TEXTS or not isinstance(value, str):
        return ""
    if row.how == "kind" and value in GENRES and not context.dialect.bytewise:
        return ""  # biblatex has a word for it, which it translates
    return braced(source.spelling(row.tag, value, spell))


def exact_date(context: EncodingContext, tag: str, date: Date | None) -> str:
    """Return a kept date of which the record has only a part: ``1999/``, ``199X``."""
    text = plain_text(context.source.kept.get(tag, ""))
    if not text or date is None or (tag == "date" and not is_edtf(text)):
        return ""
    return raw_latex(context.source.kept[tag]) if edtf(text)[:2] == date[:2] else ""
