"""Text to ASCII words: what citation keys are made of and sorting goes by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..tables.keys import SMALL

TAGS = regex(r"</?(?:i|b|sup|sub|sc|u|span)(?:\s[^<>]*)?>")
# Inside a word these say nothing: O'Brien, H(2)O, CD8(+), U.S.
INNER = regex(r"['’ʼ`´()\[\]{}+.*\"]+")
WORD = regex(r"[A-Za-z0-9]+")
GREEK = "\u0370-\u03ff"
# A lone Greek letter is a name (TGF-β is TGF-beta); in a Greek word it is a sound.
LONE = regex(f"(?<![{GREEK}])[{GREEK}](?![{GREEK}])")


MARKS = regex("[\u0300-\u0362]+")
# What is left of most texts without their accents, as anyascii spells it.
USUAL = str.maketrans({
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "ø": "o", "Ø": "O", "ł": "l",
    "Ł": "L", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "đ": "d", "ı": "i", "®": "(R)",
})  # fmt: skip


def ascii(text: str) -> str:
    """Transliterate ``text``: ``ø`` to ``o``, ``щ`` to ``shch``, ``β`` to ``beta``."""
    if text.isascii():
        return text
    text = LONE.sub(_letter, unicodedata.normalize("NFC", text))
    plain = MARKS.sub("", unicodedata.normalize("NFD", text)).translate(USUAL)
    if plain.isascii():
        return plain
    from anyascii import anyascii  # noqa: PLC0415  # to load it takes longer than a short file

    return anyascii(text)


def _letter(match: re.Match[str]) -> str:
    """Return a Greek letter's name, in the letter's case."""
    kind, found, name = unicodedata.name(match[0], "").partition(" LETTER ")
    if not found:
        return match[0]
    name = name.split()[0]
    return name.capitalize() if "CAPITAL" in kind else name.lower()


def words(text: str) -> list[str]:
    """Return the words of ``text`` in ASCII letters and digits, without markup."""
    if text.isalnum() and text.isascii():
        return [text]
    if "<" in text:
        text = TAGS.sub("", text)
    return WORD.findall(INNER.sub("", ascii(text)))


def significant(text: str) -> Iterator[str]:
    """Yield the words of ``text`` that tell it from others: no articles and bare numbers.

    A text that has nothing else gives all its words.
    """
    if "<" in text:
        text = TAGS.sub("", text)
    none = True
    for chunk in text.split():  # most callers want the first word only
        for word in words(chunk):
            if word.lower() not in SMALL and not word.isdigit():
                none = False
                yield word
    if none:
        yield from words(text)
