"""Digits beside text that runs from right to left, in paragraphs that run from left to right."""

from __future__ import annotations

from ..base.lazy_regex import regex
from .paragraphs import TextRun

_MARK = "\u200e"  # left-to-right mark
_LETTER = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"  # Hebrew, Arabic, Syriac, Thaana...
# A letter, and a number behind it that no such letter follows: it belongs to what comes after.
_BEFORE_NUMBER = regex(rf"[{_LETTER}](?=[^\w{_LETTER}]*\d[\d\W]*(?![{_LETTER}\d\W]))")
_ANY = regex(f"[{_LETTER}]")


def mark_numbers(runs: list[TextRun]) -> list[TextRun]:
    """Return runs with a mark after each name from right to left that a number follows.

    Without it, the number would be shown on the other side of the name (Unicode Standard
    Annex 9: a European number after an Arabic letter). A number within such a text stays in it.
    """
    if not any(_ANY.search(run.text) for run in runs):
        return runs
    text = "".join(run.text for run in runs)
    ends = [match.end() for match in _BEFORE_NUMBER.finditer(text)]
    marked, start = [], 0
    for run in runs:
        own, end = run.text, start + len(run.text)
        for place in reversed([place - start for place in ends if start < place <= end]):
            own = f"{own[:place]}{_MARK}{own[place:]}"
        marked.append(run._replace(text=own))
        start = end
    return marked
