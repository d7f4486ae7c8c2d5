"""subsequent-author-substitute: replace names that repeat those of the entry before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from .environment import Env
from .rich_text.tree import TRUNCATED, Named, Out, Run, find, text_of


class SubsequentAuthorSubstitute:
    """Compares the first names of each entry with those of the entry before."""

    def __init__(self, env: Env) -> None:
        options = env.options
        self.text = options.get("subsequent-author-substitute")  # None: nothing is replaced
        self.rule = options.get("subsequent-author-substitute-rule", "complete-all")
        self.previous: Sequence[object] | None = None  # the names in the entry before

    def apply(self, outs: list[Out], render_without_names: Callable[[], list[Out]]) -> list[Out]:
        """Return an entry's pieces, with names that repeat replaced by ``text`` in place.

        If ``text`` is empty, what separates the names from the rest goes as well:
        ``render_without_names`` returns the entry's pieces without its names.
        """
        names = _first_names(outs)
        if names is None:
            self.previous = None
            return outs
        persons = _persons(names)
        current: list[object] = [run.person for run in persons] or [text_of(names)]
        if find(names, TRUNCATED):
            current.append(TRUNCATED)
        previous, self.previous = self.previous, current
        if previous is None or _text_precedes(outs, names):
            return outs
        if not self.text and self.rule.startswith("complete") and previous == current:
            return render_without_names()
        for run in self._repeated(names, persons, previous, current):
            run.children = [self.text or ""]
        return outs

    def _repeated(
        self,
        names: Run,
        persons: list[Named],
        previous: Sequence[object],
        current: Sequence[object],
    ) -> Sequence[Run]:
        """Return what is to be replaced, as the rule says (CSL 1.0.2, "Reference Grouping")."""
        if persons and self.rule.startswith("partial"):
            pairs = zip(persons, previous, current, strict=False)
            repeated = [run for run, _, _ in takewhile(lambda pair: pair[1] == pair[2], pairs)]
            return repeated[:1] if self.rule == "partial-first" else repeated
        if previous != current:
            return []
        if self.rule == "complete-all":
            return [_list_in(names)]
        return persons or [names]


def _text_precedes(outs: list[Out], names: Run) -> bool | None:
    """Whether words other than the entry's number come before ``names``; None if they do not come.

    As citeproc-js: entries are grouped by what they start with.
    """
    for out in outs:
        if out is names:
            return False
        if isinstance(out, str):
            if any(map(str.isalnum, out)):
                return True
        elif out.role != "number":
            precedes = _text_precedes(out.children, names)
            if precedes is not None:
                return precedes
    return None


def _first_names(outs: list[Out]) -> Run | None:
    return next((run for out in outs if (run := find(out, "names")) is not None), None)


def _persons(names: Run) -> list[Named]:
    """Return the single names below ``names``, in order."""
    persons: list[Named] = []
    for child in names.children:
        if isinstance(child, Run):
            persons.extend([child] if isinstance(child, Named) else _persons(child))
    return persons


def _list_in(names: Run) -> Run:
    """Return the first list of names: labels and what follows it stay."""
    names_list = find(names, "list")
    return names if names_list is None else names_list
