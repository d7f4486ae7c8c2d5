"""The text that a field's LaTeX prints, biblatex's keys for phrases included."""

from __future__ import annotations

from ..markup.latex_to_text import plain_text
from ..tables.biblatex_words import PHRASES

_AND = " and "


def field_text(latex: str) -> str:
    """Return a field's text, with phrases for the keys that it consists of (``newseries``)."""
    text = plain_text(latex)
    if text in PHRASES:
        return PHRASES[text]
    parts = text.split(_AND)
    return _AND.join(PHRASES[part] for part in parts) if PHRASES.keys() >= {*parts} else text
