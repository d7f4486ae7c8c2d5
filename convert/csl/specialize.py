"""Items alike: of the same type, with no other variables than those met so far.

Most of an entry's time goes into finding out what its item lacks. So after some items of a
type the layout is compiled again for such items alone, without the branches that they cannot
take and the variables that they never have; and again when enough others have come by.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .context import Env, Render

OFTEN = 20  # to compile a layout takes as long as what so many entries gain by it
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
    """What items alike have in common: the variables that some of them have, and that all have."""

    type: str
    some: frozenset[str]
    all: frozenset[str]


def lacks(env: Env, name: str) -> bool:
    """Whether it is known, while a style is compiled, that a variable has no value."""
    if name in _CITED:
        return env.area == "bibliography"
    if env.shape is None or name in _MADE:
        return False
    return env.shape.some.isdisjoint(_KEYS.get(name, (name,)))


def has(env: Env, name: str) -> bool:
    """Whether it is known, while a style is compiled, that a variable has a value.

    Of a date it is not: what it holds may be no date.
    """
    return env.shape is not None and name in env.shape.all and name not in DATES


class Layouts:
    """The closures of an area's layout: for all items, and for those of a type that are alike."""

    def __init__(self, env: Env, compile_layout: Callable[[Env], list[Render]]) -> None:
        self.env = env
        self.compile = compile_layout
        self.general = compile_layout(env)
        self.made: dict[str, tuple[Shape, list[Render]]] = {}
        self.met: dict[str, list[frozenset[str]]] = {}  # what the layouts made do not fit

    def parts(self, item: Mapping[str, Any]) -> list[Render]:
        """Return the closures for an item."""
        type_, names = item.get("type", ""), item.keys()
        made = self.made.get(type_)
        if made is not None:
            shape, parts = made
            if shape.all <= names <= shape.some:
                return parts
        met = self.met.setdefault(type_, [])
        met.append(frozenset(names))
        return self.general if len(met) < OFTEN else self._widened(type_, met)

    def _widened(self, type_: str, met: list[frozenset[str]]) -> list[Render]:
        """Compile the layout for all items of a type that have come by."""
        if type_ in self.made:
            (_, some, all_), _ = self.made[type_]
            met += some, all_
        shape = Shape(type_, frozenset().union(*met), frozenset.intersection(*met))
        parts = self.compile(self.env.narrowed(shape))
        self.made[type_] = shape, parts
        self.met[type_] = []
        return parts
