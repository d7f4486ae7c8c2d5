"""What elements render to: strings, and runs of strings with formatting.

Punctuation and quotation marks are resolved later (``punctuation/resolve.py``).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

TRUNCATED = "truncated"  # the role of a list of names that goes on


class Run:
    """A sequence of pieces with the kinds to wrap it in (innermost first) and a role.

    ``kinds`` are the kinds of ``medcite.model.rich_text``, and ``quote`` and ``nocase``, which
    are resolved later. ``role`` marks what later steps must find again: ``names``, ``name``,
    ``date``, ``suffix`` (of the year), ``number`` (the citation's), ``truncated`` (a list of
    names), ``leaf`` (one value: the style has no part in the punctuation inside).
    """

    __slots__ = ("children", "href", "kinds", "role")

    def __init__(
        self,
        children: list[Out],
        kinds: tuple[str, ...] = (),
        role: str = "",
        href: str = "",
    ) -> None:
        self.children = children
        self.kinds = kinds
        self.role = role
        self.href = href

    def with_children(self, children: list[Out]) -> Run:
        """Return a run of other children, alike but for them."""
        return Run(children, self.kinds, self.role, self.href)


class Named(Run):
    """One name of a list, with all its parts, by which equal names are recognized."""

    __slots__ = ("person",)

    def __init__(self, name: Out, person: tuple[str, ...]) -> None:
        super().__init__([name], (), "name")
        self.person = person

    def with_children(self, children: list[Out]) -> Named:
        """Return the same name, written in another way."""
        name = Named("", self.person)
        name.children = children
        return name


Out: TypeAlias = str | Run
# Changes an output that is not empty; takes it and the language of the item.
Decorator: TypeAlias = Callable[[Out, str], Out]


def text_of(out: Out) -> str:
    """Return the characters alone, punctuation unresolved."""
    if isinstance(out, str):
        return out
    return "".join([text_of(child) for child in out.children])


def find(out: Out, role: str) -> Run | None:
    """Return the first run with ``role`` in reading order, or None."""
    if isinstance(out, str):
        return None
    if out.role == role:
        return out
    for child in out.children:
        if not isinstance(child, str):
            run = find(child, role)
            if run is not None:
                return run
    return None
