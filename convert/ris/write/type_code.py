"""The code of a reference's type (TY): the one that it was read with, or that of CSL's type."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ...model.record import Record
from ...tables.receivers import Receiver
from ...tables.ris import row_to_read
from ...tables.ris_types import CSL_TYPES, RIS_TYPES


def own_code(record: Record, receiver: Receiver, attributes: Mapping[str, Collection[str]]) -> str:
    """Return the code with which a reference was read, if it still fits; else ``""``.

    RIS has several types for one of CSL's, which differ in what some tags mean: none of the tags
    may mean anything else than the ``attributes`` that stand there.
    """
    fields = record.origin.fields if record.origin else ()
    code = next((field.value.upper() for field in fields if field.tag == "TY"), "")
    if CSL_TYPES.get(code) != record.type:
        return ""
    if record.type == "article" and receiver.ris_tags != "generic":
        return ""  # it has a code of its own for preprints
    usual = usual_code(record, receiver)
    for tag, names in attributes.items():
        row = row_to_read(tag, record.type, code)
        is_same = row == row_to_read(tag, record.type, usual) or (row and row.to in names)
        if not is_same:
            return ""
    return code


def usual_code(record: Record, receiver: Receiver) -> str:
    """Return the code of a record's CSL type."""
    if record.type == "article":
        return receiver.preprint
    if record.type == "book" and record.editor and not record.author and receiver.editor_tags:
        return "EDBOOK"
    if record.type == "classic" and (record.container_title or record.volume_title or record.page):
        return "ANCIENT"  # T2 is its publication, T3 its volume, SP its page; CLSWK's are others
    return RIS_TYPES.get(record.type, "GEN")
