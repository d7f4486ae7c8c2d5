"""PubMed's Abstract: MEDLINE's tag for each paragraph and each part of the citation."""

from __future__ import annotations

from .medline import ROWS as MEDLINE

_PARTS = ("AU", "CN", "AD", "IR", "TI", "TA", "DP", "DEP", "PST", "VI", "IP", "PG", "LID", "SO", "LA",
          "AB", "CI", "COIS", "PMID", "PMC")  # fmt: skip
ROWS = tuple(row for row in MEDLINE if row.tag in _PARTS or row.to == "relations")
