"""Capitalize the first letter of a note or entry if a term or a particle starts it."""

from __future__ import annotations

from .text_case import recase
from .tree import Out, Run


def capitalized(out: Out) -> Out:
    """Return ``out`` with its first letter capital if a term or a particle starts it."""
    if isinstance(out, str):
        return out
    changed = _capitalized(out)
    return out if changed is None else changed


def _capitalized(run: Run) -> Out | None:
    """Return ``run`` capitalized, or None if it starts with neither."""
    if run.role in ("term", "particle"):
        return recase(run, "capitalize-first", "en")
    for at, child in enumerate(run.children):
        if not child:
            continue
        if isinstance(child, str):
            if any(map(str.isalnum, child)):
                return None
            continue
        inner = _capitalized(child)
        if inner is None:
            return None
        return run.with_children([*run.children[:at], inner, *run.children[at + 1 :]])
    return None
