"""Months and seasons by their English names, for every format that spells them."""

from __future__ import annotations

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTHS = tuple(name[:3] for name in MONTH_NAMES)  # as NLM, BibTeX and RIS shorten them
SEASONS = ("Spring", "Summer", "Autumn", "Winter")

# By the name in lower case, American English included.
SEASON_NUMBERS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
# EDTF and CSL-JSON number the seasons from 21, in the place of a month.
SEASON_BASE = 20
