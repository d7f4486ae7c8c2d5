"""Disambiguation: only cites that come out the same are looked at, in their own bucket."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from ..citations.collapse import suffix_of
from ..context import FIRST, SUBSEQUENT, Cite, Context, Disambiguation
from ..evaluate import evaluate
from ..names.name_list import shown_count
from ..registry import Registry
from ..rich_text.tree import Run, text_of
from .add_names import Expansion
from .given_names import GivenNames

Step: TypeAlias = Callable[[Disambiguation], None]
Seen: TypeAlias = list[Any]


class Disambiguator:
    """Works out the disambiguation of each of a registry's items.

    ``notes`` has the numbers of the notes that first cite them: these may tell cites apart.
    """

    def __init__(self, registry: Registry, notes: Mapping[str, int] | None = None) -> None:
        self.registry = registry
        self.notes = notes or {}
        options = registry.citation.options
        self.rule = options.get("givenname-disambiguation-rule", "by-cite")
        self.names = options.get("disambiguate-add-names") == "true"
        self.givens = options.get("disambiguate-add-givenname") == "true"
        self.suffix = options.get("disambiguate-add-year-suffix") == "true"
        self.condition = _conditions(registry)
        self.position = SUBSEQUENT if _by_position(registry) else FIRST
        self.seen: dict[str, Seen] = {}

    def run(self) -> None:
        """Fill the registry's ``dis``."""
        registry = self.registry
        buckets: dict[str, list[str]] = defaultdict(list)
        for id_ in registry.order:
            text = self.text(id_, None)
            if text:
                buckets[text].append(id_)
        for ids in buckets.values():
            if len(ids) > 1:
                self._resolve(ids)

    def survey(self) -> None:
        """Fill the registry's ``levels``, by the rules that look at all names cited.

        Entries sort by the names that this has them print.
        """
        if not self.givens or self.rule == "by-cite":
            return
        names = GivenNames(self.rule)
        for id_ in self.registry.ids:
            self.text(id_, None)
            for _index, people, _form in self.seen[id_]:
                names.add(people)
        self.registry.levels = names.level

    def text(self, id_: str, dis: Disambiguation | None) -> str:
        """Return a cite's text under a disambiguation, as readers would compare it."""
        registry = self.registry
        first = self.notes.get(id_, 0) if self.rule == "by-cite" else 0
        cite = Cite(id_, position=self.position, near_note=True, first_note=first)
        ctx = Context(registry.items[id_], cite, registry.numbers.get(id_, 0))
        registry.prepare(ctx)
        ctx.disambiguation = dis
        ctx.probe = True
        seen: Seen = []
        ctx.names_seen = seen
        outs = evaluate(registry.citation_layouts.parts(ctx.item), ctx)
        self.seen[id_] = seen
        return text_of(Run(outs))

    def _resolve(self, ids: list[str]) -> None:
        groups = [(ids, Disambiguation())]
        if self.names:
            groups = self._named(ids)
        elif self.givens and self.rule == "by-cite":
            groups = self._expand(*groups[0])
        if self.condition and not self.suffix:  # CSL 1.0.2: only when all else has failed
            groups = [part for group in groups for part in self._flagged(*group)]
        for group_ids, dis in groups:
            if len(group_ids) > 1 and self.suffix:
                self._number(group_ids, dis)
            else:
                for id_ in group_ids:
                    self.registry.dis[id_] = dis

    def _named(self, given: list[str]) -> list[tuple[list[str], Disambiguation]]:
        """Add names, and given names where the rule is by cite."""
        counts = {id_: self._counts(id_) for id_ in given}
        ids = sorted(given, key=lambda id_: (",".join(map(str, counts[id_][0].values())), id_))
        totals = counts[ids[0]][0]
        if not totals:
            return [(given, Disambiguation())]
        shown = {index: max(each[1].get(index, 0) for each in counts.values()) for index in totals}
        by_cite = self.givens and self.rule == "by-cite"
        place = {id_: at for at, id_ in enumerate(given)}
        marked = {index for index, _people, form in self.seen[ids[0]] if form.mark is not None}
        groups = Expansion(self.text, totals, shown, by_cite, marked).run(ids)
        return [(sorted(some, key=place.__getitem__), dis) for some, dis in groups]

    def _counts(self, id_: str) -> tuple[dict[int, int], dict[int, int]]:
        """Return how many names each names element of a cite has, and how many it shows."""
        self.text(id_, None)
        ctx = Context(self.registry.items[id_], Cite(id_, position=self.position))
        totals = {index: len(people) for index, people, _form in self.seen[id_]}
        shown = {
            index: shown_count(len(people), form, ctx) for index, people, form in self.seen[id_]
        }
        return totals, shown

    def _number(self, ids: list[str], dis: Disambiguation) -> None:
        for at, id_ in enumerate(ids, 1):
            own = dis.copy()
            own.suffix = suffix_of(at)
            self.registry.dis[id_] = own

    def _flagged(
        self, ids: list[str], dis: Disambiguation
    ) -> Iterator[tuple[list[str], Disambiguation]]:
        if len(ids) < 2:
            yield ids, dis
            return
        for count in range(1, self.condition + 1):
            flagged = dis.copy()
            flagged.flag = count
            parts = self._parted(ids, flagged)
            if len(parts) > 1:
                for part in parts:
                    yield from (
                        self._flagged(part, flagged)
                        if count < self.condition
                        else [(part, flagged)]
                    )
                return
        yield ids, flagged

    def _parted(self, ids: list[str], dis: Disambiguation) -> list[list[str]]:
        parts: dict[str, list[str]] = defaultdict(list)
        for id_ in ids:
            parts[self.text(id_, dis)].append(id_)
        return list(parts.values())

    def _expand(
        self, ids: list[str], base: Disambiguation
    ) -> list[tuple[list[str], Disambiguation]]:
        """Take steps until the items part; keep those steps alone that parted them."""
        todo = [(ids, base, base.copy(), 0)]
        done: list[tuple[list[str], Disambiguation]] = []
        while todo:
            some, kept, trial, start = todo.pop()
            if len(some) < 2:
                done.append((some, kept))
                continue
            steps = self._steps(some, kept)
            for at in range(start, len(steps)):
                steps[at](trial)
                parts = self._parted(some, trial)
                if len(parts) > 1:
                    better = kept.copy()
                    steps[at](better)
                    todo.extend((part, better, trial.copy(), at + 1) for part in reversed(parts))
                    break
            else:
                done.append((some, kept))
        return done

    def _steps(self, ids: list[str], base: Disambiguation) -> list[Step]:
        """Return what may be added: the given names shown, one after the other."""
        steps: list[Step] = []
        sizes = self._sizes(ids, base)
        marked = {
            index: form.mark is not None for id_ in ids for index, _people, form in self.seen[id_]
        }
        for index, total in sorted(sizes.items()):
            levels = (1, 2) if marked[index] else (2,)
            steps.extend(_given_step(index, at, level) for at in range(total) for level in levels)
        return steps

    def _sizes(self, ids: list[str], base: Disambiguation) -> dict[int, int]:
        most: dict[int, int] = {}
        for id_ in ids:
            self.text(id_, base)
            for index, people, _form in self.seen[id_]:
                most[index] = max(most.get(index, 0), len(people))
        return most


def _given_step(index: int, at: int, level: int) -> Step:
    def step(dis: Disambiguation) -> None:
        dis.givens[(index, at)] = level

    return step


def _conditions(registry: Registry) -> int:
    """Return how many ``disambiguate`` conditions the style has."""
    return sum(node.get("disambiguate") == "true" for node in registry.citing())


def _by_position(registry: Registry) -> bool:
    """Whether a later cite of an item may be shorter than its first one."""
    if "et-al-subsequent-min" in registry.citation.options:
        return True
    attributes = ("position", "et-al-subsequent-min")
    return any(node.get(name) for node in registry.citing() for name in attributes)
