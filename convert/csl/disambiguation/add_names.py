"""disambiguate-add-names: names and given names, added to a set of cites that read alike.

CSL 1.0.2 adds names "one by one to all members of a set of ambiguous cites".  In which
order members leave the set is citeproc-js's: after each addition the first is compared with
the others; if it reads like none, it keeps what has helped so far, and the rest goes on
from there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

from ..context import Disambiguation

FULL = 2  # the highest level of a given name
Group = tuple[list[str], Disambiguation]


class Expansion:
    """Spells one set of cites out.

    ``text`` gives a cite's text under a disambiguation; ``totals`` says how many names each
    names element has at most, and ``shown`` how many it shows by itself; ``initialled`` are
    those that show initials at the first level of a given name, the others all of it.
    """

    def __init__(
        self,
        text: Callable[[str, Disambiguation], str],
        totals: dict[int, int],
        shown: dict[int, int],
        givens: bool,
        initialled: set[int],
    ) -> None:
        self.text = text
        self.totals = totals
        self.shown = shown
        self.givens = givens
        self.initialled = initialled
        self.elements = sorted(totals)
        self.element = self.at = 0  # the names element and the name that were added to last
        self.trial = Disambiguation()  # all additions
        self.better = Disambiguation()  # those that told cites apart
        self.fresh = True  # the set is to be compared as it is, before anything is added
        self.done: list[Group] = []

    def run(self, ids: list[str]) -> list[Group]:
        """Return the cites in groups that still read alike, each with its disambiguation."""
        lists = [ids]
        while lists:
            some, clashes = lists.pop(0), 0
            self.element = self.at = 0
            while some:
                exhausted = self._add()
                texts = {id_: self.text(id_, self.trial) for id_ in some}
                left = self._unique(some, texts)
                before, clashes = (clashes if len(left) == len(some) else 0), 0
                if left:
                    alike = [id_ for id_ in left if texts[id_] == texts[left[0]]]
                    others = [id_ for id_ in left if texts[id_] != texts[left[0]]]
                    clashes = len(alike) - 1
                    left = self._judged(alike, others, clashes < before, lists)
                some = left
                if exhausted:
                    self._give_up([*some, *(id_ for each in lists for id_ in each)])
                    return self.done
        return self.done

    def _unique(self, ids: list[str], texts: dict[str, str]) -> list[str]:
        """Let go those in front who read like no other; return the rest."""
        counts = Counter(texts.values())
        for at, id_ in enumerate(ids):
            if counts[texts[id_]] > 1:
                return ids[at:]
            self._keep()
            self._settle([id_])
        return []

    def _judged(
        self, alike: list[str], others: list[str], fewer: bool, lists: list[list[str]]
    ) -> list[str]:
        """Let go whom the last addition told apart; return with whom to go on."""
        if len(others) == 1:
            self._keep()
            self._settle(others)
            return alike
        if fewer:
            self._keep()
            lists.append(others)
            return alike
        return [*alike, *others]

    def _settle(self, ids: list[str]) -> None:
        self.done.append((ids, self.better.copy()))

    def _give_up(self, ids: list[str]) -> None:
        """Settle the rest as it reads with all that can be added."""
        for alike in self._parted(ids):
            self._settle(alike)

    def _parted(self, ids: list[str]) -> list[list[str]]:
        parts: dict[str, list[str]] = defaultdict(list)
        for id_ in ids:
            parts[self.text(id_, self.trial)].append(id_)
        return list(parts.values())

    def _add(self) -> bool:
        """Add a given name's next level, else a name; return whether that was the last."""
        if self.fresh:
            self.fresh = False
            return False
        trial, index = self.trial, self.elements[self.element]
        level = trial.givens.get((index, self.at), 0)
        if self.givens and level < FULL:
            trial.givens[(index, self.at)] = level + 1
        elif self.at < self.totals[index]:
            self.at += 1
            trial.names[index] = trial.names.get(index, self.shown[index]) + 1
        elif self.element < len(self.elements) - 1:
            self.element, self.at = self.element + 1, 0
        index = self.elements[self.element]
        level = trial.givens.get((index, self.at), 0)
        last = self.element == len(self.elements) - 1 and self.at == self.totals[index]
        return last and (level == FULL or not self.givens)

    def _keep(self) -> None:
        """Take over the last addition, which told cites apart."""
        index = self.elements[self.element]
        if (index, self.at) in self.trial.givens:
            # The bibliography is to show no less, though it may know initials.
            level = self.trial.givens[(index, self.at)] if index in self.initialled else FULL
            self.better.givens[(index, self.at)] = level
        if index in self.trial.names:
            self.better.names[index] = self.trial.names[index]
