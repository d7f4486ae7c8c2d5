"""What elements return while a style is evaluated: strings and runs, not yet settled."""

from __future__ import annotations

from typing import TypeAlias


class Run:
    """A sequence of pieces with the kinds to wrap it in (innermost first) and a role.

    ``kinds`` are the kinds of ``medcite.model.rich_text``, and ``quote`` and ``nocase``, which are
    settled away.  ``role`` marks what later steps must find again: ``names``, ``name``,
    ``date``, ``suffix`` (of the year), ``number`` (the citation's), ``leaf`` (one value: its
    inner joints are the author's, not the style's).
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


class Named(Run):
    """One name of a list, and its parts in full, which tell whose it is."""

    __slots__ = ("person",)

    def __init__(self, name: Out, person: tuple[str, ...]) -> None:
        super().__init__([name], (), "name")
        self.person = person


Out: TypeAlias = str | Run


def text_of(out: Out) -> str:
    """Return the characters alone, unsettled."""
    if isinstance(out, str):
        return out
    return "".join([text_of(child) for child in out.children])


def find(out: Out, role: str) -> Run | None:
    """Return the first run with ``role`` in reading order, or nothing."""
    if isinstance(out, str):
        return None
    if out.role == role:
        return out
    for child in out.children:
        if not isinstance(child, str):
            found = find(child, role)
            if found is not None:
                return found
    return None
