"""CSL 1.0.2's variables by what they hold (appendix IV); those not listed hold text."""

from __future__ import annotations

_NAMES = """
    author chair collection-editor compiler composer container-author contributor curator
    director editor editorial-director executive-producer guest host illustrator interviewer
    narrator organizer original-author performer producer recipient reviewed-author
    script-writer series-creator translator
"""
_DATES = "accessed available-date event-date issued original-date submitted"
# Numbers but those with rules of their own: citation-number, first-reference-note-number,
# locator, page and page-first.
_NUMBERS = """
    chapter-number collection-number edition issue number number-of-pages number-of-volumes
    part-number printing-number section supplement-number version volume
"""
NAMES = frozenset(_NAMES.split())
# The last name of a list that goes on. pandoc's citeproc, too, prints it as "et al.".
MORE_NAMES = {"literal": "others"}
DATES = frozenset(_DATES.split())
NUMBERS = frozenset(_NUMBERS.split())
# Variables that may stand under several names; the first of these that is not empty counts.
STAND_INS = {
    "title-short": ("title-short", "shortTitle"),
    "container-title-short": ("container-title-short", "journalAbbreviation"),
    "page-first": ("page-first", "page"),
}
