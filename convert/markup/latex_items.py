r"""LaTeX: one ``\item`` a reference, for a list environment of the author's own."""

from __future__ import annotations

from .latex import MARK, body, render
from .reference_list import ReferenceList, items
from .registry import Markup


def document(bibliography: ReferenceList) -> str:
    r"""Return the references as plain items; the author's list numbers them, if any does."""
    _, listed = items(bibliography)
    return "".join(f"\\item {body(item.text)}\n" for item in listed)


MARKUP = Markup("latex-items", document, inline=render, mark=MARK)
