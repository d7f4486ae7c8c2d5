"""The position of each cite: first, subsequent, ibid, ibid with locator, near an earlier note."""

from __future__ import annotations

from collections.abc import Sequence

from ...base.frozen import Frozen
from ..context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Cite


class Cluster(Frozen):
    """A citation: the cites between one pair of brackets or in one note.

    ``note`` is the number of its note, 0 in the text. ``mode`` is empty, ``author-only``,
    ``suppress-author`` or ``composite``, and concerns the authors of the first cite (as
    citeproc-js); ``infix`` stands between the halves of a composite citation.
    """

    cites: tuple[Cite, ...]
    note: int = 0
    mode: str = ""
    infix: str = ""


class PositionTracker:
    """The citations so far, either of those in the text or of those in notes."""

    def __init__(self, near_note_distance: int = 5) -> None:
        self.near_note_distance = near_note_distance
        self.first_note: dict[str, int] = {}  # item -> note of its first cite
        self.last_note: dict[str, int] = {}  # item -> note of its latest cite
        self.previous: tuple[Cite, ...] = ()  # the cites of the note or citation before
        self.current: list[Cite] = []  # the cites of this note so far
        self.note = 0

    def assign(self, cluster: Cluster) -> Cluster:
        """Return ``cluster`` with the position of each cite, and remember it."""
        if not cluster.note or cluster.note != self.note:
            notes_between = cluster.note - self.note > 1  # notes without citations
            self.previous = () if notes_between else tuple(self.current)
            self.current = []
            self.note = cluster.note
        start = len(self.current)
        for cite in cluster.cites:
            self.current.append(self._with_position(cite, cluster.note))
        return cluster.replace(cites=tuple(self.current[start:]))

    def _with_position(self, cite: Cite, note: int) -> Cite:
        position, near = FIRST, False
        if cite.id in self.first_note:
            position = self._later_position(cite)
            near = note - self.last_note[cite.id] <= self.near_note_distance
        else:
            self.first_note[cite.id] = note
        self.last_note[cite.id] = note
        first = self.first_note[cite.id]
        first_note = first if first != note else 0  # CSL 1.0.2: that of a *preceding* note
        return cite.replace(position=position, near_note=near, first_note=first_note, note=note)

    def _later_position(self, cite: Cite) -> int:
        """Return the position of an item's later cite (CSL 1.0.2, "Position").

        An ibid directly follows a cite of the same item. All cites in one note are read as
        one citation, as citeproc-js does.
        """
        if self.current:
            before = self.current[-1]
        elif len(self.previous) == 1:
            before = self.previous[0]
        else:
            return SUBSEQUENT
        return _position_after(before, cite) if before.id == cite.id else SUBSEQUENT


def _position_after(before: Cite, cite: Cite) -> int:
    """Return the position of a cite directly after one of the same item, by their locators."""
    if before.locator:
        if not cite.locator:
            return SUBSEQUENT
        same = (cite.locator, cite.label or "page") == (before.locator, before.label or "page")
        return IBID if same else IBID_WITH_LOCATOR
    return IBID_WITH_LOCATOR if cite.locator else IBID


def assign_positions(clusters: Sequence[Cluster], near_note_distance: int = 5) -> list[Cluster]:
    """Return the citations of a document, in order, with the position of each cite.

    Citations in the text and those in notes do not refer to each other.
    """
    text, notes = PositionTracker(near_note_distance), PositionTracker(near_note_distance)
    return [(notes if cluster.note else text).assign(cluster) for cluster in clusters]
