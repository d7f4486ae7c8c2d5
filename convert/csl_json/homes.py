"""Which attributes of a record its item in CSL-JSON holds: what it does not is told."""

from __future__ import annotations

from ..model import peek
from ..model.record import TRUNCATED, Record
from ..options import Options
from ..output import unwritten
from ..tables.csl_json import CUSTOM, KNOWN_TYPES, ROWS
from ..tables.receivers import RECEIVERS
from .items import is_from_csl_json

_KEYWORDS = {"keywords", "mesh"}
_HOMES = frozenset(
    {row.to for row in (*ROWS, *CUSTOM)} - {"type"}
    | {*TRUNCATED.values()}
    | {unwritten.FURTHER_ISSNS, unwritten.FURTHER_ISBNS, unwritten.QUALIFIERS}
)


def homes(record: Record, options: Options) -> frozenset[str]:
    """Return the attributes that the item of a record holds, and the parts of them."""
    keeps_keywords = RECEIVERS[options.receiver].csl_json_keywords
    written = set(_HOMES if keeps_keywords else _HOMES - _KEYWORDS)
    if record.kept and is_from_csl_json(record):
        written.add("kept")
    if record.type in KNOWN_TYPES:
        written.add("type")
    if peek.author_id_schemes(record) == {"orcid"}:
        written.add(unwritten.AUTHOR_IDS)
    return frozenset(written)
