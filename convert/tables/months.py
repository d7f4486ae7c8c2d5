"""The months' English names, of which every format has its own spelling."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ABBREVIATIONS = tuple(name[:3] for name in MONTHS)  # as NLM writes them: Jan, Feb, Sep
