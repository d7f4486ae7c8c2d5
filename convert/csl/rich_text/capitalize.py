"""The first letter of a note: a term or a particle that starts it becomes a capital."""

from __future__ import annotations

from .text_case import recase
from .tree import Out, Run


def capitalized(out: Out) -> Out:
    """Return ``out`` with its first letter raised where a term or a particle starts it."""
    if isinstance(out, str):
        return out
    changed = _raised(out)
    return out if changed is None else changed


def _raised(run: Run) -> Out | None:
    """Return ``run`` raised, or nothing if what it starts with is no term."""
    if run.role in ("term", "particle"):
        return recase(run, "capitalize-first", "en")
    for at, child in enumerate(run.children):
        if not child:
            continue
        if isinstance(child, str):
            if any(map(str.isalnum, child)):
                return None
            continue
        inner = _raised(child)
        if inner is None:
            return None
        children = [*run.children[:at], inner, *run.children[at + 1 :]]
        return Run(children, run.kinds, run.role, run.href)
    return None
