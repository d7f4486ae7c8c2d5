"""Where a cite stands: first, subsequent, ibid, ibid with a locator, near an earlier note."""

from __future__ import annotations

from collections.abc import Sequence

from ...base.frozen import Frozen
from ..context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Cite


class Cluster(Frozen):
    """A citation: the cites between one pair of brackets or in one note.

    ``note`` is the number of its note, 0 in the text. ``mode``: empty, ``author-only``,
    ``suppress-author`` or ``composite``, of which the first cite's authors are meant (as
    citeproc-js); ``infix`` comes between a composite's halves.
    """

    cites: tuple[Cite, ...]
    note: int = 0
    mode: str = ""
    infix: str = ""


class Track:
    """What is known of the citations so far: of those in the text, or of those in notes."""

    def __init__(self, near: int = 5) -> None:
        self.near = near
        self.first: dict[str, int] = {}  # item -> note of its first cite
        self.last: dict[str, int] = {}  # item -> note of its latest cite
        self.before: tuple[Cite, ...] = ()  # all cites of the note before, or citation before
        self.here: list[Cite] = []  # those of this note, so far
        self.note = 0

    def place(self, cluster: Cluster) -> Cluster:
        """Return ``cluster`` with each cite's position, and remember it."""
        if not cluster.note or cluster.note != self.note:
            gap = cluster.note - self.note > 1  # notes without citations came in between
            self.before, self.here = () if gap else tuple(self.here), []
            self.note = cluster.note
        start = len(self.here)
        for cite in cluster.cites:
            self.here.append(self._placed(cite, cluster.note))
        return cluster.replace(cites=tuple(self.here[start:]))

    def _placed(self, cite: Cite, note: int) -> Cite:
        position, near = FIRST, False
        if cite.id in self.first:
            position = self._ibid(cite)
            near = note - self.last[cite.id] <= self.near
        else:
            self.first[cite.id] = note
        self.last[cite.id] = note
        first = self.first[cite.id]
        first_note = first if first != note else 0  # CSL 1.0.2: that of a *preceding* note
        return cite.replace(position=position, near_note=near, first_note=first_note, note=note)

    def _ibid(self, cite: Cite) -> int:
        """CSL 1.0.2, "Position": an ibid follows a cite of the same item.

        What follows in one note is read as one citation, as citeproc-js does.
        """
        if self.here:
            previous = self.here[-1]
        elif len(self.before) == 1:
            previous = self.before[0]
        else:
            return SUBSEQUENT
        return _same_place(cite, previous) if previous.id == cite.id else SUBSEQUENT


def _same_place(cite: Cite, previous: Cite) -> int:
    """CSL 1.0.2, "Position": what the locators of both make of an ibid."""
    if previous.locator:
        if not cite.locator:
            return SUBSEQUENT
        same = (cite.locator, cite.label or "page") == (previous.locator, previous.label or "page")
        return IBID if same else IBID_WITH_LOCATOR
    return IBID_WITH_LOCATOR if cite.locator else IBID


def place(clusters: Sequence[Cluster], near: int = 5) -> list[Cluster]:
    """Return the citations of a document, in order, with all positions set.

    Those in the text and those in notes do not refer to each other.
    """
    text, notes = Track(near), Track(near)
    return [(notes if cluster.note else text).place(cluster) for cluster in clusters]
