"""What our own writer puts into an item's ``custom``: all that CSL has no variable for."""

from __future__ import annotations

from typing import get_type_hints

from ..codecs import subjects
from ..model import serialize
from ..model.record import Record
from ..model.serialize import ShapeError
from ..model.values import Date, Identifier
from ..tables.csl_json import CUSTOM, ROWS
from ..tables.row import by_tag
from .names import decode_names
from .record_builder import CslRecordBuilder
from .texts import text, texts

_VARIABLES = by_tag(ROWS)
_CUSTOM = by_tag(CUSTOM)
_TYPES = get_type_hints(Record)


def decode_custom(builder: CslRecordBuilder, value: object) -> None:
    """Decode the members of ``custom`` that medcite writes; keep the others.

    Raises:
        ShapeError: ``value`` is no object, or has a value of another shape than ours.

    """
    for tag, part in _object(value, "").items():
        row = _CUSTOM.get(tag)
        if row is None:
            builder.keep(f"custom.{tag}", part)
        elif row.how == "orcid":
            _decode_orcids(builder, part)
        elif row.how == "dates":
            _decode_dates(builder, part)
        elif row.how == "mesh":
            builder.values["mesh"] = tuple(map(subjects.heading, texts(part)))
        else:
            builder.values[row.to] = serialize.load(_TYPES[row.to], part, f"custom.{tag}")


def _decode_dates(builder: CslRecordBuilder, value: object) -> None:
    """Take dates that say more than the date-parts of a variable, which they stand behind."""
    for tag, date in _object(value, "custom.dates: ").items():
        row = _VARIABLES.get(tag)
        if row is None or row.how not in ("issued", "date"):
            raise ShapeError(f"custom.dates: {tag} is no date of CSL")
        builder.values[row.to] = serialize.load(Date, date, f"custom.dates.{tag}")


def _decode_orcids(builder: CslRecordBuilder, value: object) -> None:
    """Give the authors their ORCIDs; ``custom`` may stand before or behind the authors."""
    orcids = _object(value, "custom.orcid: ")
    authors = list(builder.values.get("author") or decode_names(builder.item.get("author", [])))
    for place, orcid in orcids.items():
        if place.isdecimal() and 0 < int(place) <= len(authors):
            name = authors[int(place) - 1]
            ids = (*name.ids, Identifier("orcid", text(orcid), "AUID"))
            authors[int(place) - 1] = name._replace(short="", affiliations=(), ids=ids)
    builder.values["author"] = tuple(authors)


def _object(value: object, place: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ShapeError(f"{place}expected an object, found {value!r:.60}")
    return value
