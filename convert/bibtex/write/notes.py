"""Encoders of what is said of an entry: retracted, ahead of print, a preprint, edited by."""

from __future__ import annotations

from ...model.record import Record
from ...output import value_choice
from ...tables.row import Row
from .encoder import Encoder, EncoderMaker, EncodingContext, braced
from .kept import is_from_bib


def _preprint(_: Row, context: EncodingContext) -> Encoder:
    """Encode biblatex's note: that it is a preprint, and the notes of a .bib file."""
    shows_status = context.receiver.status_notes

    def encode(record: Record) -> str:
        notes = ["Preprint"] if record.genre == "Preprint" and shows_status else []
        notes += map(context.spell, record.notes if is_from_bib(record) else ())
        return braced(". ".join(notes))

    return encode


def _retraction(_: Row, context: EncodingContext) -> Encoder:
    return lambda record: braced(context.spell(". ".join(value_choice.notices(record))))


def _notes(_: Row, context: EncodingContext) -> Encoder:
    """Encode BibTeX's note, which has to hold what biblatex has fields for."""
    shows_status = context.receiver.status_notes

    def encode(record: Record) -> str:
        notes = [context.spell(notice) for notice in value_choice.notices(record)]
        if shows_status and record.genre == "Preprint":
            notes.insert(0, "Preprint")
        elif shows_status and record.status == "aheadofprint":
            notes.append("Epub ahead of print")
        if record.type in ("book", "classic") and record.editor and record.author:
            editors = ", ".join(
                " ".join(filter(None, (name.given, name.family, name.suffix, name.literal)))
                for name in record.editor
            )
            notes.append(context.spell(f"Edited by {editors}"))
        if is_from_bib(record):
            notes += map(context.spell, record.notes)
        return braced(". ".join(notes))

    return encode


ENCODERS: dict[str, EncoderMaker] = {
    "preprint": _preprint, "retraction": _retraction, "notes": _notes,
}  # fmt: skip
