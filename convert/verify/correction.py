"""A reference with the fields that differ set as its article has them."""

from typing import NamedTuple

from ..model.record import Record
from ..tables.verified_fields import BY_NAME
from .answers import DIFFERS, RETRACTED, Answer
from .fields import FieldDifference


class Correction(NamedTuple):
    """A reference as it was read, as it should be, and in which fields the two differ."""

    key: str
    reference: Record
    corrected: Record
    fields: tuple[FieldDifference, ...]


def correction(key: str, reference: Record, answer: Answer) -> Correction | None:
    """Return what to correct of a reference.

    ``None``: nothing differs, or nobody knows which article is meant, so that there is nothing to
    set right from.
    """
    if answer.answer not in (DIFFERS, RETRACTED) or not answer.fields or answer.article is None:
        return None
    names = [name for field in answer.fields for name in BY_NAME[field.field].attributes]
    values = {name: getattr(answer.article, name) for name in names}
    return Correction(key, reference, reference.replace(**values), answer.fields)
