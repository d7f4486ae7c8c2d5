"""Comparing texts as people do: by letters, not by punctuation, case or accents.

This is the Unicode collation at its base strength with punctuation ignored and numbers
by value, which is how citeproc-js sorts.  Latin, Greek and Cyrillic letters get their
order from decomposition; a list with other scripts goes through ``pyuca`` where it is
installed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

from convert.regex import regex

_ASCII_DROP = {
    code: None for code in range(128) if not chr(code).isalnum() and not chr(code).isspace()
}
_DIGITS = regex(r"\d+")
# Letters that no decomposition leads back to the base that they sort by.
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ĸ": "q",
        "ł": "l",
        "ŋ": "n",
        "þ": "th",
        "ŧ": "t",
        "ə": "e",
        "ʻ": None,
        "ʿ": None,
        "ʾ": None,
    }
)


def key(text: str) -> str:
    """Return what stands for ``text`` in comparisons."""
    if text.isascii():
        folded = text.lower()
        if not folded.isalnum():
            folded = " ".join(folded.translate(_ASCII_DROP).split())
    else:
        folded = _fold(text)
    if folded.isalpha():
        return folded
    return _DIGITS.sub(lambda match: match.group().zfill(12), folded)


def _fold(text: str) -> str:
    text = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    kept = [letter for letter in text if letter.isalnum() or letter.isspace()]
    return " ".join("".join(kept).split())


def keys(texts: Iterable[str]) -> list[Any]:
    """Return comparable keys of ``texts``, all made in the same way."""
    plain = [key(text) for text in texts]
    if all(text.isascii() or _known(text) for text in plain):
        return plain
    collator = _collator()
    return plain if collator is None else [collator(text) for text in plain]


def _known(text: str) -> bool:
    """Whether code points order a folded text well enough: up to Cyrillic, and Han."""
    return all(letter < "\u0530" or "\u4e00" <= letter <= "\u9fff" for letter in text)


def _collator() -> Any:
    try:
        from pyuca import Collator
    except ImportError:
        return None
    return Collator().sort_key
