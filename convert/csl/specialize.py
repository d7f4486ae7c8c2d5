"""Recompile a layout for items of one type with the same variables.

Most of the time that an entry takes goes into checking for variables that its item lacks. So
after some items of a type the layout is compiled again for such items alone, without branches
that they never take and variables that they never have, and again after enough other items.
"""

from __future__ import annotations

from collections.abc import Callable

from .context import Item, Render
from .environment import Env
from .item_shape import ItemShape

OFTEN = 20  # compiling a layout takes as long as it saves with this many entries


class Layouts:
    """The closures of an area's layout: for all items, and for items of one shape."""

    def __init__(self, env: Env, compile_layout: Callable[[Env], list[Render]]) -> None:
        self.env = env
        self.compile = compile_layout
        self.general = compile_layout(env)
        self.specialized: dict[str, tuple[ItemShape, list[Render]]] = {}
        # By type, the variables of each item that no specialized layout fits.
        self.unfit: dict[str, list[frozenset[str]]] = {}

    def parts(self, item: Item) -> list[Render]:
        """Return the closures for an item."""
        type_, names = item.get("type", ""), item.keys()
        layout = self.specialized.get(type_)
        if layout is not None:
            shape, parts = layout
            if shape.all <= names <= shape.some:
                return parts
        unfit = self.unfit.setdefault(type_, [])
        unfit.append(frozenset(names))
        return self.general if len(unfit) < OFTEN else self._specialize(type_, unfit)

    def _specialize(self, type_: str, unfit: list[frozenset[str]]) -> list[Render]:
        """Compile the layout for all items of a type seen so far."""
        if type_ in self.specialized:
            (_, some, all_), _ = self.specialized[type_]
            unfit += some, all_
        shape = ItemShape(type_, frozenset().union(*unfit), frozenset.intersection(*unfit))
        parts = self.compile(self.env.specialized(shape))
        self.specialized[type_] = shape, parts
        self.unfit[type_] = []
        return parts
