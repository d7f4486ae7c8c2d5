"""disambiguate-add-names: names and given names, added to cites that read alike.

CSL 1.0.2 adds names "one by one to all members of a set of ambiguous cites". The order in
which members leave the set is citeproc-js's: after each addition the first cite is compared
with the others; if it reads like none of them, it keeps the additions that have helped so
far, and the others go on from there.
"""

from __future__ import annotations

from collections import Counter

from ..context import Disambiguation
from ..names.name_format import FULL_GIVEN_NAME
from .compared_cites import ComparedCites, Group


def add_names(cites: ComparedCites, ids: list[str], *, add_given_names: bool) -> list[Group]:
    """Return ``ids`` in groups that still read alike, each with its disambiguation."""
    counts = {id_: cites.count_names(id_) for id_ in ids}
    by_counts = sorted(ids, key=lambda id_: (",".join(map(str, counts[id_][0].values())), id_))
    totals = counts[by_counts[0]][0]
    if not totals:
        return [(ids, Disambiguation())]
    shown = {
        element: max(by_element.get(element, 0) for _, by_element in counts.values())
        for element in totals
    }
    groups = _NameAdder(cites, totals, shown, by_counts[0], add_given_names).run(by_counts)
    place = {id_: index for index, id_ in enumerate(ids)}
    return [(sorted(group, key=place.__getitem__), kept) for group, kept in groups]


class _NameAdder:
    """Spells out one set of cites.

    ``totals`` says how many names each names element has, and ``shown`` how many it shows by
    itself; the cite ``sample`` tells which elements write initials.
    """

    def __init__(
        self,
        cites: ComparedCites,
        totals: dict[int, int],
        shown: dict[int, int],
        sample: str,
        add_given_names: bool,
    ) -> None:
        self.cites = cites
        self.totals = totals
        self.shown = shown
        self.writes_initials = cites.writes_initials([sample])
        self.add_given_names = add_given_names
        self.elements = sorted(totals)
        self.element = self.name = 0  # the names element and the name that were added to last
        self.trial = Disambiguation()  # all additions
        self.kept = Disambiguation()  # those that told cites apart
        self.nothing_added = True
        self.pending: list[list[str]] = []
        self.done: list[Group] = []

    def run(self, ids: list[str]) -> list[Group]:
        """Return the cites in groups that still read alike, each with its disambiguation."""
        self.pending = [ids]
        while self.pending:
            self.element = self.name = 0
            self._separate(self.pending.pop(0))
        return self.done

    def _separate(self, ids: list[str]) -> None:
        """Add to cites until each is done, some are left for later, or nothing can be added."""
        clashes = 0
        while ids:
            exhausted = self._add()
            texts = {id_: self.cites.text(id_, self.trial) for id_ in ids}
            ambiguous = self._finish_unique(ids, texts)
            before = clashes if len(ambiguous) == len(ids) else 0
            ids, clashes = self._compare_with_first(ambiguous, texts, before)
            if exhausted:
                self._give_up([*ids, *(id_ for others in self.pending for id_ in others)])
                return

    def _finish_unique(self, ids: list[str], texts: dict[str, str]) -> list[str]:
        """Finish the cites in front that read like no other; return the others."""
        counts = Counter(texts.values())
        for index, id_ in enumerate(ids):
            if counts[texts[id_]] > 1:
                return ids[index:]
            self._keep_last_addition()
            self._finish([id_])
        return []

    def _compare_with_first(
        self, ids: list[str], texts: dict[str, str], clashes_before: int
    ) -> tuple[list[str], int]:
        """Return the cites to go on with, and how many of them read like the first.

        Those that the last addition told apart from the first are finished or left for later.
        """
        if not ids:
            return [], 0
        alike = [id_ for id_ in ids if texts[id_] == texts[ids[0]]]
        others = [id_ for id_ in ids if texts[id_] != texts[ids[0]]]
        clashes = len(alike) - 1
        if len(others) == 1:
            self._keep_last_addition()
            self._finish(others)
            return alike, clashes
        if clashes < clashes_before:
            self._keep_last_addition()
            self.pending.append(others)
            return alike, clashes
        return [*alike, *others], clashes

    def _finish(self, ids: list[str]) -> None:
        self.done.append((ids, self.kept.copy()))

    def _give_up(self, ids: list[str]) -> None:
        """Finish all cites, in groups that read alike with everything that can be added."""
        self.pending = []
        for group in self.cites.split(ids, self.trial):
            self._finish(group)

    def _add(self) -> bool:
        """Add a given name's next level, else a name; return whether that was the last."""
        if self.nothing_added:  # the cites are first compared as they are
            self.nothing_added = False
            return False
        element = self.elements[self.element]
        if self.add_given_names and self._given_name_level() < FULL_GIVEN_NAME:
            self.trial.givens[element, self.name] = self._given_name_level() + 1
        elif self.name < self.totals[element]:
            self.name += 1
            names = self.trial.names
            names[element] = names.get(element, self.shown[element]) + 1
        elif self.element < len(self.elements) - 1:
            self.element, self.name = self.element + 1, 0
        return self._is_exhausted()

    def _given_name_level(self) -> int:
        return self.trial.givens.get((self.elements[self.element], self.name), 0)

    def _is_exhausted(self) -> bool:
        """Whether nothing can be added any more."""
        is_last_element = self.element == len(self.elements) - 1
        is_last = is_last_element and self.name == self.totals[self.elements[self.element]]
        return is_last and (not self.add_given_names or self._given_name_level() == FULL_GIVEN_NAME)

    def _keep_last_addition(self) -> None:
        """Keep the last addition, which told cites apart."""
        element = self.elements[self.element]
        level = self.trial.givens.get((element, self.name))
        if level is not None:
            # The bibliography is to show no less, even if its names have initials.
            initials = self.writes_initials.get(element, False)
            self.kept.givens[element, self.name] = level if initials else FULL_GIVEN_NAME
        if element in self.trial.names:
            self.kept.names[element] = self.trial.names[element]
