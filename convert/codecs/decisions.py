"""What was decided about an article in a screening tool, which its notes keep.

Rayyan: ``RAYYAN-INCLUSION: {"Anna"=>"Included"} | RAYYAN-LABELS: a``; ASReview:
``ASReview_relevant``.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..base.lazy_regex import regex
from ..tables.decisions import LABELS, NAMES, VOTES

_INCLUSION = regex(r"RAYYAN-INCLUSION: *\{([^}]*)\}")
_VOTE = regex(r'=> *"(\w+)"')
_BY_NOTE = {note: label for label, note in LABELS.items()}


def note_of(label: str) -> str:
    """Return the note that stands for a label of ASReview's (``1``), ``""`` if it is none."""
    return LABELS.get(label.removesuffix(".0"), "")


def is_label(note: str) -> bool:
    """Whether a note only stands for a label."""
    return note in _BY_NOTE


def label(notes: Iterable[str]) -> str:
    """Return ASReview's label of what notes decide: ``1``, ``0``, ``-1`` or, for nothing, ``""``.

    Votes in Rayyan decide if all are the same.
    """
    votes = set[str]()
    for note in notes:
        if is_label(note):
            return _BY_NOTE[note]
        for inclusion in _INCLUSION.finditer(note):
            votes.update(_VOTE.findall(inclusion[1]))
    return VOTES.get(votes.pop(), "") if len(votes) == 1 else ""


def decision(notes: Iterable[str]) -> str:
    """Return ``included``, ``excluded`` or ``""``."""
    return NAMES.get(label(notes), "")
