"""Cites as readers compare them: their text under a disambiguation, and the names in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeAlias

from ..context import FIRST, SUBSEQUENT, Cite, Context, Disambiguation, NamesSeen
from ..evaluate import evaluate
from ..names.name_list import shown_count
from ..registry import Registry
from ..rich_text.tree import Run, text_of

# Cites that read alike, and the disambiguation that they have so far.
Group: TypeAlias = tuple[list[str], Disambiguation]


class ComparedCites:
    """Renders cites of a registry's items in order to compare them.

    ``first_notes`` has the numbers of the notes that first cite them, by id: these are text
    like any other.
    """

    def __init__(self, registry: Registry, first_notes: Mapping[str, int]) -> None:
        self.registry = registry
        self.first_notes = first_notes
        self.position = SUBSEQUENT if _later_cites_may_be_shorter(registry) else FIRST
        self.names: dict[str, list[NamesSeen]] = {}  # by id, as last rendered

    def text(self, id_: str, disambiguation: Disambiguation | None) -> str:
        """Return the text of a cite under a disambiguation, and note the names in it."""
        registry = self.registry
        note = self.first_notes.get(id_, 0)
        cite = Cite(id_, position=self.position, near_note=True, first_note=note)
        ctx = Context(registry.items[id_], cite, registry.numbers.get(id_, 0))
        registry.prepare(ctx)
        ctx.disambiguation = disambiguation
        ctx.probe = True
        names: list[NamesSeen] = []
        ctx.names_seen = names
        outs = evaluate(registry.citation_layouts.parts(ctx.item), ctx)
        self.names[id_] = names
        return text_of(Run(outs))

    def split(self, ids: list[str], disambiguation: Disambiguation) -> list[list[str]]:
        """Return ``ids`` in groups that read alike under a disambiguation."""
        groups: dict[str, list[str]] = defaultdict(list)
        for id_ in ids:
            groups[self.text(id_, disambiguation)].append(id_)
        return list(groups.values())

    def count_names(self, id_: str) -> tuple[dict[int, int], dict[int, int]]:
        """Return how many names each names element of a cite has, and how many it shows."""
        self.text(id_, None)
        ctx = Context(self.registry.items[id_], Cite(id_, position=self.position))
        totals = {index: len(names) for index, names, _ in self.names[id_]}
        shown = {
            index: min(shown_count(names.total, form, ctx), len(names))
            for index, names, form in self.names[id_]
        }
        return totals, shown

    def writes_initials(self, ids: list[str]) -> dict[int, bool]:
        """Return, for each names element in the cites, whether its format writes initials."""
        return {
            index: form.initials is not None for id_ in ids for index, _, form in self.names[id_]
        }


def _later_cites_may_be_shorter(registry: Registry) -> bool:
    """Whether a later cite of an item may print less than its first one."""
    if "et-al-subsequent-min" in registry.citation.options:
        return True
    attributes = ("position", "et-al-subsequent-min")
    return any(node.get(name) for node in registry.citation_elements() for name in attributes)
