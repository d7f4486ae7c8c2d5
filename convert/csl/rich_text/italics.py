"""Italics, which only some scripts have: Chinese and Devanagari stay upright (citeproc-js)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...base.lazy_regex import regex
from ..context import finisher
from .tree import Out, text_of

# Letters and digits of scripts that slant: European ones, Hebrew, Arabic, Thai.
_SLANTING = regex("[0-9A-Za-z\u00aa-\u08ff\u0e00-\u0e7f\u1e00-\u1fff]")


def slanted(attrs: Mapping[str, str]) -> Callable[[Out], Out] | None:
    """Return what puts formatting and affixes around a value, italics where its script has any."""
    finish = finisher(attrs)
    if attrs.get("font-style") not in ("italic", "oblique"):
        return finish
    upright = finisher({key: value for key, value in attrs.items() if key != "font-style"})

    def dress(out: Out) -> Out:
        text = out if isinstance(out, str) else text_of(out)
        if text.isascii() or _SLANTING.search(text):
            return finish(out) if finish else out
        return upright(out) if upright else out

    return dress
