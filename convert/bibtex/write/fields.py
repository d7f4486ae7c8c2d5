"""The fields of one entry: a record's values, in the form of the .bib entry they were read from."""

from __future__ import annotations

from collections.abc import Iterator

from ...codecs import addresses
from ...codecs.edtf import edtf, is_edtf
from ...markup.latex_to_text import plain_text
from ...model import peek
from ...model.record import Record
from ...model.values import Date
from ...tables.kinds import GENRES
from ...tables.row import Row
from .encoder import EncodingContext, braced
from .plan import EntryPlan
from .raw_latex import raw_latex

_TEXTS = frozenset(("text", "whole", "location", "kind"))
# Where an entry has the archive or server of a preprint.
_SERVERS = frozenset(("eprint", "howpublished", "organization", "journal", "journaltitle"))
_DATES = frozenset(("date", "day-of", "year", "years"))


def encode_fields(record: Record, plan: EntryPlan, written: list[str]) -> list[str]:
    """Return the lines of an entry; add to ``written`` the attributes of which only they know."""
    lines, value_of = [], peek.known_values(record).get
    for _, opening, encode, needed, written_in in plan.fields:
        if (not needed or value_of(needed)) and (value := encode(record)):
            lines.append(opening + value)
            if written_in:
                written += written_in(record)
    return lines


def encode_as_in_source(
    record: Record, plan: EntryPlan, context: EncodingContext, written: list[str]
) -> dict[str, str]:
    """Return right sides by tag; what a field of the source still says is spelled as it was.

    ``written`` are the attributes written, as in :func:`encode_fields`.
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
