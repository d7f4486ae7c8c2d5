"""Items alike: the same type and the same variables, whatever is in them.

Most of an entry's time goes into finding out what its item lacks. So once enough items of
one shape came by, the layout is compiled again for that shape alone, without the branches
that it cannot take and the variables that it does not have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from convert.csl.context import Env, Render

OFTEN = 60  # to compile a layout takes as long as what so many entries gain by it
DATES = frozenset(
    {"accessed", "available-date", "event-date", "issued", "original-date", "submitted"}
)
_KEYS = {
    "title-short": ("title-short", "shortTitle"),
    "container-title-short": ("container-title-short", "journalAbbreviation"),
    "page-first": ("page-first", "page"),
}
_MADE = frozenset({"citation-number", "citation-label", "year-suffix"})  # not from the item
_CITED = frozenset({"locator", "first-reference-note-number"})  # from the cite


class Shape(NamedTuple):
    """What items alike have in common."""

    type: str
    variables: frozenset[str]


def lacks(env: Env, name: str) -> bool:
    """Whether it is known, while a style is compiled, that a variable has no value."""
    if name in _CITED:
        return env.area == "bibliography"
    if env.shape is None or name in _MADE:
        return False
    return env.shape.variables.isdisjoint(_KEYS.get(name, (name,)))


def has(env: Env, name: str) -> bool:
    """Whether it is known, while a style is compiled, that a variable has a value.

    Of a date it is not: what it holds may be no date.
    """
    return env.shape is not None and name in env.shape.variables and name not in DATES


class Layouts:
    """The closures of an area's layout: for items of any shape, and for shapes met often."""

    def __init__(self, env: Env, compile_layout: Callable[[Env], list[Render]]) -> None:
        self.env = env
        self.compile = compile_layout
        self.general = compile_layout(env)
        self.counts: dict[Shape, int] = {}
        self.made: dict[Shape, list[Render]] = {}

    def parts(self, item: Mapping[str, Any]) -> list[Render]:
        """Return the closures for an item."""
        shape = Shape(item.get("type", ""), frozenset(item))
        made = self.made.get(shape)
        if made is not None:
            return made
        count = self.counts[shape] = self.counts.get(shape, 0) + 1
        if count < OFTEN:
            return self.general
        made = self.made[shape] = self.compile(self.env.narrowed(shape))
        return made
