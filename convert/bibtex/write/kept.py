"""Fields of a .bib file that no attribute takes, which go back when a .bib file is written."""

from __future__ import annotations

from collections.abc import Mapping

from ...markup.latex_to_text import plain_text
from ...model.record import Record
from .encoder import EncodingContext, braced
from .raw_latex import raw_latex


def kept_fields(
    record: Record, written: Mapping[str, str], context: EncodingContext
) -> dict[str, tuple[str, str]]:
    """Return the tags and right sides of kept fields by the tags that they were read with.

    ``written`` are the entry's other fields. None is repeated; one that is written just as it was
    kept is not lost.
    """
    fields: dict[str, tuple[str, str]] = {}
    used: set[str] = set()
    for field in record.kept:
        tag = context.dialect.aliases.get(field.tag, field.tag)
        value = _right_side(field.value, context)
        is_first = tag not in used and written.get(tag, value) == value
        if value and is_first and (tag in written or context.wants(tag)):
            used.add(tag)
            fields[field.tag] = (tag, value)
    return fields


def _right_side(latex: str, context: EncodingContext) -> str:
    """Return a value as it was, in braces; as text unless it is known to be harmless."""
    spell = context.spell if context.options.ascii else None
    return braced(raw_latex(latex, spell) or context.spell(plain_text(latex)))
