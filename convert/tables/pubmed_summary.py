"""PubMed's Summary: MEDLINE's tag for each part of a citation, which has no names of its own."""

from __future__ import annotations

from .medline import ROWS as MEDLINE

_PARTS = (
    "AU",
    "CN",
    "TI",
    "TA",
    "DP",
    "DEP",
    "PST",
    "VI",
    "IP",
    "PG",
    "LID",
    "SO",
    "PMID",
    "PMC",
    "BTI",
)
ROWS = tuple(row for row in MEDLINE if row.tag in _PARTS)
