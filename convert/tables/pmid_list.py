"""A list of PMIDs, which has no fields but these."""

from __future__ import annotations

from .row import Row

ROWS = (Row("PMID", "pmid", "text", "a PMID; the record is taken from a library of exports"),)
