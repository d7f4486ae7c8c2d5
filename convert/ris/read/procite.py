"""ProCite's references: labelled notes and misplaced tags as the tags that other programs write."""

from __future__ import annotations

import re

from ...base.lazy_regex import regex
from ...model.values import Field
from ...tables import procite
from .record_builder import RisRecordBuilder

_PAGES = regex(r"(\d+)\s*(?:p|pp|pgs?|pages?)\.?", re.IGNORECASE)
_VOLUMES = regex(r"(\d+)\s*(?:v|vols?|volumes?)\.?", re.IGNORECASE)


def standard_fields(builder: RisRecordBuilder, fields: list[Field]) -> list[Field]:
    """Return a reference's fields, of ProCite's with the tags that other programs have for them.

    What says nothing of the work is kept.
    """
    if not any(field.tag == "N1" and _label(field) in procite.SIGNS for field in fields):
        return fields
    standard: list[Field] = []
    for field in fields:
        if _says_nothing(field, builder.code):
            builder.keep(field)
        elif field.tag != "N1":
            tag = procite.MOVED.get((field.tag, builder.code), field.tag)
            standard.append(field._replace(tag=tag))
        elif not _give_role(standard, field):
            standard.append(_standard_note(field, builder.code))
    return standard


def _label(field: Field) -> str:
    return field.value.partition(": ")[0]


def _text(field: Field) -> str:
    return field.value.partition(": ")[2].strip()


def _says_nothing(field: Field, code: str) -> bool:
    """Whether a field is none of the work's: its number, "in", a date that is not of access."""
    if field.tag == "Y2":
        return code not in procite.LOOKED_AT
    if field.tag != "N1":
        return False
    is_in = _label(field) == procite.CONNECTIVE and _text(field).lower().rstrip(":") == "in"
    return is_in or _label(field) in procite.NUMBERS


def _give_role(fields: list[Field], note: Field) -> bool:
    """Give the people at the end of ``fields`` the role that a note says; whether it says one."""
    tag = procite.ROLES.get(_text(note).lower().rstrip(".").strip("()[] "))
    if not (fields and tag and _label(note).endswith(procite.ROLE_ENDING)):
        return False
    last = fields[-1].tag
    if _label(fields[-1]) in procite.WITHOUT_ROLE:
        fields[-1] = Field(tag, _text(fields[-1]), fields[-1].line)
        return True
    if last not in procite.PEOPLE:
        return False
    for index in range(len(fields) - 1, -1, -1):
        if fields[index].tag != last:
            break
        fields[index] = fields[index]._replace(tag=tag)
    return True


def _standard_note(field: Field, code: str) -> Field:
    """Return a note as the field that its label names, if RIS has a tag for that."""
    label, text = _label(field), _text(field)
    tag = procite.LABELS.get(label, "")
    if label == procite.SERIES_NUMBER:
        tag = procite.SERIES_NUMBERS.get(code, "SV")
    elif label == procite.EXTENT and (match := _PAGES.fullmatch(text)):
        tag, text = "SP", match[1]
    elif label == procite.EXTENT and (match := _VOLUMES.fullmatch(text)):
        tag, text = "NV", match[1]
    return field._replace(tag=tag, value=text) if tag and text else field
