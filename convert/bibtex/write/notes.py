"""Encoders of what is said of a publication beside its citation: its state, notices, notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from ...citekeys.words import significant
from ...model import peek
from ...model.record import Record
from ...model.values import Name
from ...output import value_choice
from ...tables.biblatex_words import STATES, STATES_IN_WORDS
from ...tables.row import Row
from . import names
from .encoder import Encoder, EncoderMaker, EncodingContext, braced
from .source_entry import SourceEntry, is_from_bib


def _state(row: Row, context: EncodingContext) -> Encoder:
    def encode(record: Record) -> str:
        state = context.source.fields.get(row.tag, "").strip()
        if state and STATES.get(state.lower(), state) == record.status:
            return braced(context.spell(state))
        return "{prepublished}" if record.status == "aheadofprint" else ""

    return encode


def _preprint(_: Row, context: EncodingContext) -> Encoder:
    """Encode biblatex's note: that it is a preprint, and the notes of a .bib file."""
    shows_status = context.receiver.status_notes

    def encode(record: Record) -> str:
        is_preprint = shows_status and _is_called_preprint(record, context.source)
        notes = ["Preprint"] if is_preprint else []
        if is_from_bib(record):
            notes += context.source.notes_of(("note",), record, context.spell)
        return braced(". ".join(notes))

    return encode


def _is_called_preprint(record: Record, source: SourceEntry) -> bool:
    """Whether a note says that it is a preprint; in a .bib file, its archive may say so."""
    if record.genre != "Preprint":
        return False
    return not source.type or any("preprint" in note.lower() for note in source.notes.values())


def _retraction(_: Row, context: EncodingContext) -> Encoder:
    def encode(record: Record) -> str:
        notes = [context.spell(notice) for notice in value_choice.notices(record)]
        if is_from_bib(record):
            notes += context.source.notes_of(("addendum",), record, context.spell)
        return braced(". ".join(notes))

    return encode


def _note(row: Row, context: EncodingContext) -> Encoder:
    """Encode the notes of a .bib file that were in a field of their own, such as JabRef's."""
    return lambda record: braced(
        ". ".join(context.source.notes_of((row.tag,), record, context.spell))
    )


def _notes(_: Row, context: EncodingContext) -> Encoder:
    """Encode BibTeX's note, which has to hold what biblatex has fields for."""
    shows_status = context.receiver.status_notes

    def encode(record: Record) -> str:
        notes = [context.spell(notice) for notice in value_choice.notices(record)]
        if shows_status and (status := _status(record, context.source)):
            notes = [status, *notes] if status == "Preprint" else [*notes, status]
        if names.are_editors_noted(record, context.source.fields):
            notes.append(context.spell(f"Edited by {_in_words(record.editor)}"))
        if is_from_bib(record):
            for tag in ("note", "addendum"):
                notes += context.source.notes_of((tag,), record, context.spell)
        if record.version or context.source.fields:
            notes += _unsaid(record, context, " ".join(notes).lower())
        return braced(". ".join(notes))

    return encode


def _in_words(people: Iterable[Name]) -> str:
    """Return names as a sentence has them."""
    return ", ".join(
        " ".join(filter(None, (name.given, name.family, name.suffix, name.literal)))
        for name in people
    )


def _unsaid(record: Record, context: EncodingContext, notes: str) -> Iterator[str]:
    """Yield what BibTeX has no field for, the state of publication and the version, once."""
    version = record.version and f"Version {record.version}"
    for note in (_state_in_words(context.source), version):
        if note and note.lower() not in notes:
            yield context.spell(note)


def _status(record: Record, source: SourceEntry) -> str:
    """Return in BibTeX's words that it is a preprint, or not yet in an issue."""
    if _is_called_preprint(record, source):
        return "Preprint"
    is_ahead = record.status == "aheadofprint" and "pubstate" not in source.fields
    return "Epub ahead of print" if is_ahead and record.genre != "Preprint" else ""


def _state_in_words(source: SourceEntry) -> str:
    """Return what biblatex prints for the state of publication."""
    state = source.fields.get("pubstate", "").strip()
    default = "Epub ahead of print" if state in STATES else state.capitalize()
    return STATES_IN_WORDS.get(state, default)


def _label(_: Row, context: EncodingContext) -> Encoder:
    def encode(record: Record) -> str:
        if peek.plain_authors(record) or record.author or record.editor:
            return ""
        title = record.title or record.original_title or record.container_title
        return braced(context.spell(" ".join(islice(significant(title), 4))))

    return encode


ENCODERS: dict[str, EncoderMaker] = {
    "state": _state, "preprint": _preprint, "retraction": _retraction, "note": _note,
    "notes": _notes, "label": _label,
}  # fmt: skip
