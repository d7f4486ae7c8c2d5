"""What elements return while a style is evaluated: strings and runs, not yet settled."""

from __future__ import annotations

from typing import TypeAlias


class Run:
    """A sequence of pieces with the kinds to wrap it in (innermost first) and a role.

    ``kinds`` are the kinds of ``convert.text``, and ``quote`` and ``nocase``, which are
    settled away.  ``role`` marks what later steps must find again: ``names``, ``name``,
    ``year``, ``suffix`` (of the year), ``number`` (the citation's), ``leaf`` (one value: its
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


def pieces(out: Out) -> list[Out]:
    """Return what ``out`` consists of: the children of a mere sequence, or itself."""
    if isinstance(out, Run) and not out.kinds and not out.role:
        return out.children
    return [out]


def join(parts: list[Out], delimiter: str) -> Out:
    """Put ``delimiter`` between ``parts``; nothing for no parts, the part itself for one."""
    if len(parts) < 2:
        return parts[0] if parts else ""
    children: list[Out] = []
    for part in parts:
        if children and delimiter:
            children.append(delimiter)
        if isinstance(part, Run) and not part.kinds and not part.role:
            children.extend(part.children)  # one level nearer to where they are settled
        else:
            children.append(part)
    return Run(children)
