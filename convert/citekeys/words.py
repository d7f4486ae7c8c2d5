"""Turn text into ASCII words, for citation keys and for sorting."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..base.lazy_regex import regex
from ..tables.keys import SMALL

TAGS = regex(r"</?(?:i|b|sup|sub|sc|u|span)(?:\s[^<>]*)?>")
# Dropped inside a word: O'Brien, H(2)O, CD8(+), U.S.
INNER = regex(r"['’ʼ`´()\[\]{}+.*\"]+")
CHUNK = regex(r"\S+")
WORD = regex(r"[A-Za-z0-9]+")
GREEK = "\u0370-\u03ff"
# A lone Greek letter is spelled out (TGF-β is TGF-beta); in a Greek word it is transliterated.
LONE = regex(f"(?<![{GREEK}])[{GREEK}](?![{GREEK}])")


MARKS = regex("[\u0300-\u0362]+")
# Other common characters besides accented letters, transliterated as anyascii does.
COMMON = str.maketrans({
    "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "ø": "o", "Ø": "O", "ł": "l",
    "Ł": "L", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "đ": "d", "ı": "i", "®": "(R)",
})  # fmt: skip


def ascii(text: str) -> str:
    """Transliterate ``text``: ``ø`` to ``o``, ``щ`` to ``shch``, ``β`` to ``beta``."""
    if text.isascii():
        return text
    text = LONE.sub(_letter, unicodedata.normalize("NFC", text))
    plain = MARKS.sub("", unicodedata.normalize("NFD", text)).translate(COMMON)
    if plain.isascii():
        return plain
    from anyascii import anyascii  # noqa: PLC0415  # importing it takes longer than a short file

    return anyascii(text)


def _letter(match: re.Match[str]) -> str:
    """Return a Greek letter's name, in the letter's case."""
    kind, separator, name = unicodedata.name(match[0], "").partition(" LETTER ")
    if not separator:
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
    """Yield the significant words of ``text``, which are not articles, prepositions or numbers.

    If there are none, yield all words.
    """
    if "<" in text:
        text = TAGS.sub("", text)
    is_empty = True
    for chunk in CHUNK.finditer(text):  # most callers want the first word only
        for word in words(chunk[0]):
            if word.lower() not in SMALL and not word.isdigit():
                is_empty = False
                yield word
    if is_empty:
        yield from words(text)
