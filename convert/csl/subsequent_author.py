"""subsequent-author-substitute: names printed in the entry before are not printed again."""

from __future__ import annotations

from collections.abc import Callable

from .environment import Env
from .rich_text.tree import Named, Out, Run, find, text_of


class Substitute:
    """Compares each entry's first names with those of the entry before."""

    def __init__(self, env: Env) -> None:
        options = env.options
        self.text = options.get("subsequent-author-substitute")  # None: nothing is replaced
        self.rule = options.get("subsequent-author-substitute-rule", "complete-all")
        self.before: list[object] | None = None  # whom the entry before names, or its text

    def apply(self, outs: list[Out], nameless: Callable[[], list[Out]]) -> list[Out]:
        """Return an entry's pieces with the names that repeat replaced by ``text``, in place.

        Where nothing stands for them, what parts them from the rest goes too: ``nameless``
        gives the pieces of the entry without its names.
        """
        names = next((run for out in outs if (run := find(out, "names")) is not None), None)
        if names is None:
            self.before = None
            return outs
        people = _people(names)
        now: list[object] = [run.person for run in people] or [text_of(names)]
        before, self.before = self.before, now
        if before is None or _late(outs, names):
            return outs
        if not self.text and self.rule.startswith("complete") and before == now:
            return nameless()
        self._replace(names, people, before, now)
        return outs

    def _replace(
        self, names: Run, people: list[Named], before: list[object], now: list[object]
    ) -> None:
        mark = self.text or ""
        if self.rule == "complete-all":
            if before == now:
                _replace_all(names, mark)
        elif not people:
            if before == now:
                names.children = [mark]
        elif self.rule == "complete-each":
            if before == now:
                for run in people:
                    run.children = [mark]
        else:
            most = 1 if self.rule == "partial-first" else len(now)
            for at in range(min(most, len(before), len(people))):
                if before[at] != now[at]:
                    break
                people[at].children = [mark]


def _late(outs: list[Out], names: Run) -> bool | None:
    """Whether words come before the names, the entry's number aside; nothing if no names came.

    As citeproc-js: entries are grouped by what they start with.
    """
    for out in outs:
        if out is names:
            return False
        if isinstance(out, str):
            if any(map(str.isalnum, out)):
                return True
        elif out.role != "number":
            late = _late(out.children, names)
            if late is not None:
                return late
    return None


def _people(names: Run) -> list[Named]:
    found: list[Named] = []
    for child in names.children:
        if isinstance(child, Run):
            found.extend([child] if isinstance(child, Named) else _people(child))
    return found


def _replace_all(names: Run, mark: str) -> None:
    """Put the mark in the place of the first list; labels and what follows stay."""
    listed = find(names, "list")
    target = listed if listed is not None else names
    target.children = [mark]
