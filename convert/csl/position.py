"""Where a cite stands: first, subsequent, ibid, ibid with a locator, near an earlier note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from convert.csl.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Cite


@dataclass(frozen=True, slots=True)
class Cluster:
    """A citation: the cites between one pair of brackets or in one note.

    ``note`` is the number of its note, 0 in the text. ``mode``: empty, ``author-only``,
    ``suppress-author`` or ``composite``; ``infix`` comes between a composite's halves.
    """

    cites: tuple[Cite, ...]
    note: int = 0
    mode: str = ""
    infix: str = ""


@dataclass(slots=True)
class Track:
    """What is known of the citations so far."""

    near: int = 5
    first: dict[str, int] = field(default_factory=dict)  # item -> note of its first cite
    last: dict[str, int] = field(default_factory=dict)  # item -> note of its latest cite
    text: tuple[Cite, ...] = ()  # the citation before, in the text
    notes: tuple[Cite, ...] = ()  # all cites of the note before
    here: tuple[Cite, ...] = ()  # those of this note, so far
    latest: tuple[Cite, ...] = ()  # those of the citation before, in this note
    note: int = 0
    gap: bool = False  # notes without citations came in between

    def place(self, cluster: Cluster) -> Cluster:
        """Return ``cluster`` with each cite's position, and remember it."""
        placed: list[Cite] = []
        if cluster.note and cluster.note != self.note:
            self.notes, self.here = self.here, ()
            self.gap, self.note = cluster.note - self.note > 1, cluster.note
        for cite in cluster.cites:
            placed.append(self._placed(cite, placed, cluster.note))
        if cluster.note:
            self.here, self.latest = (*self.here, *placed), tuple(placed)
        else:
            self.text = tuple(placed)
        return replace(cluster, cites=tuple(placed))

    def _placed(self, cite: Cite, placed: list[Cite], note: int) -> Cite:
        position, near = FIRST, False
        if cite.id in self.first:
            position = self._ibid(cite, placed, note)
            near = note - self.last[cite.id] <= self.near
        else:
            self.first[cite.id] = note
        self.last[cite.id] = note
        # CSL 1.0.2: the number of a *preceding* note.
        again = any(other.id == cite.id and other.position == FIRST for other in placed)
        first_note = self.first[cite.id] if position != FIRST and not again else 0
        return replace(cite, position=position, near_note=near, first_note=first_note, note=note)

    def _ibid(self, cite: Cite, placed: list[Cite], note: int) -> int:
        if placed:
            previous = placed[-1] if placed[-1].id == cite.id else None
        else:
            before = self._before(note)
            same = bool(before) and all(other.id == cite.id for other in before)
            previous = before[-1] if same else None
        return SUBSEQUENT if previous is None else _same_place(cite, previous)

    def _before(self, note: int) -> tuple[Cite, ...]:
        """Return the cites that an ibid at the start of a citation would refer to."""
        if not note:
            return self.text
        return self.latest if self.here else (() if self.gap else self.notes)


def _same_place(cite: Cite, previous: Cite) -> int:
    """CSL 1.0.2, "Position": what the locators of both make of an ibid."""
    if previous.locator:
        if not cite.locator:
            return SUBSEQUENT
        same = (cite.locator, cite.label or "page") == (previous.locator, previous.label or "page")
        return IBID if same else IBID_WITH_LOCATOR
    return IBID_WITH_LOCATOR if cite.locator else IBID


def place(clusters: Sequence[Cluster], near: int = 5) -> list[Cluster]:
    """Return the citations of a document, in order, with all positions set."""
    track = Track(near)
    return [track.place(cluster) for cluster in clusters]
