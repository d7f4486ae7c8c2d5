"""Scripts that have italics: Chinese and Devanagari, say, stay upright (citeproc-js)."""

from __future__ import annotations

from ...base.lazy_regex import regex
from .tree import Out, text_of

# Letters and digits of the scripts that have: European ones, Hebrew, Arabic, Thai.
_WITH_ITALICS = regex("[0-9A-Za-z\u00aa-\u08ff\u0e00-\u0e7f\u1e00-\u1fff]")


def has_italics(out: Out) -> bool:
    """Whether anything in a text is of a script that has italics, or it is ASCII alone."""
    text = out if isinstance(out, str) else text_of(out)
    return text.isascii() or _WITH_ITALICS.search(text) is not None
