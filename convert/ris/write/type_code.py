"""The code of a reference's type (TY): the one that it was read with, or that of CSL's type."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ...model import peek
from ...model.record import Record
from ...tables.receivers import Receiver
from ...tables.ris import row_to_read
from ...tables.ris_types import CSL_TYPES, RIS_TYPES


def type_code(record: Record, receiver: Receiver, attributes: Mapping[str, Collection[str]]) -> str:
    """Return the type of a reference with these ``attributes``, by tag.

    RIS has several types for one of CSL's, which differ in what some tags mean: a reference that
    was read from RIS keeps its own, unless a tag would mean something else there.
    """
    usual = _usual_code(record, receiver)
    if peek.origin_format(record) != "ris" or (
        record.type == "article" and receiver.ris_tags != "generic"
    ):
        return usual
    own = _own_code(record)
    if CSL_TYPES.get(own) != record.type or own == usual:
        return usual
    for tag, names in attributes.items():
        row = row_to_read(tag, record.type, own)
        is_same = row == row_to_read(tag, record.type, usual) or (row and row.to in names)
        if not is_same:
            return usual
    return own


def _own_code(record: Record) -> str:
    """Return the code of the type that a reference was read with."""
    fields = record.origin.fields if record.origin else ()
    return next((field.value.upper() for field in fields if field.tag == "TY"), "")


def _usual_code(record: Record, receiver: Receiver) -> str:
    """Return the code of CSL's type."""
    if record.type == "article":
        return receiver.preprint
    if record.type == "book" and record.editor and not record.author and receiver.editor_tags:
        return "EDBOOK"
    if record.type == "classic" and (record.container_title or record.volume_title or record.page):
        return "ANCIENT"  # T2 is its publication, T3 its volume, SP its page; CLSWK's are others
    return RIS_TYPES.get(record.type, "GEN")
