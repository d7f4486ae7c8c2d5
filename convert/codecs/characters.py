"""Letters that other programs write in another way: accents in pieces, other cases."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from ..base.lazy_regex import regex

_INLINE_TAG = regex(r"</?[a-z][^<>]*>")

_ABOVE = 230  # Unicode's combining class of marks above a letter
_DOTLESS = regex("([ıȷ])([\u0300-\u036f]+)")
_DOTTED = {"ı": "i", "ȷ": "j"}


def folded(text: str) -> str:
    """Return the letters and digits of a text, without accents, case and inline markup.

    Two spellings of a name, a title or a word have the same ones.
    """
    if text.isascii() and text.isalnum():  # most words
        return text.lower()
    decomposed = normalize("NFKD", _INLINE_TAG.sub("", text)).casefold()
    return "".join(filter(str.isalnum, decomposed))


def with_composed_letters(text: str) -> str:
    """Return a text with ``í`` for a dotless ``ı`` and an accent above it.

    TeX puts accents on a dotless i, and converters leave it so; Unicode composes only the
    dotted one, whose dot gives way to the accent.
    """
    if text.isascii():
        return text
    return _DOTLESS.sub(_composed, text)


def _composed(match: re.Match[str]) -> str:
    letter, marks = match[1], match[2]
    if not any(combining(mark) == _ABOVE for mark in marks):
        return match[0]
    return normalize("NFC", _DOTTED[letter] + marks)
