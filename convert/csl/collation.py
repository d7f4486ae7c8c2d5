"""Comparing texts as people do: by letters, not by punctuation, case or accents.

This is the Unicode collation at its base strength with punctuation ignored and numbers
by value, in the order of the locale's language, which is how citeproc-js sorts.  Latin
letters, and those of Greek and Cyrillic alphabets, get their order from decomposition and
from ``medcite.tables.collation``; a list with others goes through ``pyuca``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from ..base.lazy_regex import regex
from ..tables.collation import DOTTED, DOTTING, FIRST, LETTERS, ROOT

_ASCII_DROP = {
    code: None for code in range(128) if not chr(code).isalnum() and not chr(code).isspace()
}
_DIGITS = regex(r"\d+")
# What stands behind a base letter makes another letter of it, after all that the base starts.
_MARK = 0x10FF00
# Latin letters where they come after those of all other scripts.
_LAST = {ord("a") + at: 0x10FE00 + at for at in range(26)}
# Precomposed small letters, in Latin and Cyrillic.
_COMPOSED = (range(0xDF, 0x250), range(0x430, 0x530), range(0x1E00, 0x1F00))
_BASE = regex(r"[<=]")
_RULE = regex(r"([<=])([^<=]+)")


class Order(NamedTuple):
    """A language's order of letters."""

    keys: dict[str, str]  # what stands for a letter, or for several that are one
    letters: re.Pattern[str]
    dotted: dict[int, str]  # capitals whose small letters are the language's own
    latin: dict[int, int]  # Latin letters, where another script comes first
    plain: bool  # whether letters of ASCII have their usual order


@cache
def order(lang: str) -> Order:
    """Return the order of letters in a language, given by a locale's tag."""
    language, _, rest = lang.lower().replace("_", "-").partition("-")
    tag = f"{language}-{rest[:4]}"
    own = LETTERS.get(tag, LETTERS.get(language, ""))
    keys = {"æ": "ae", "œ": "oe", "ʻ": "", "ʿ": "", "ʾ": ""}
    tailored = dict(pair for rule in own.split() for pair in _ruled(rule))
    for rule in ROOT.split():
        keys.update(_ruled(rule))
    keys.update(tailored)
    keys.update(_marked(tailored, keys))
    letters = regex("|".join(sorted(map(re.escape, keys), key=len, reverse=True)))
    dotted = str.maketrans(DOTTED) if language in DOTTING else {}
    latin = _LAST if language in FIRST and tag not in LETTERS else {}
    plain = not dotted and not latin and not any(map(str.isascii, tailored))
    return Order(keys, letters, dotted, latin, plain)


def _ruled(rule: str) -> Iterator[tuple[str, str]]:
    """Yield the letters of a rule, each with what stands for it."""
    base = made = _BASE.split(rule, 1)[0]
    at = _MARK
    for sign, letter in _RULE.findall(rule):
        if sign == "<":
            made = base + chr(at)
            at += 1
        yield letter, made


def _marked(own: dict[str, str], keys: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield letters with more accents than those of a language, and which of these they are."""
    parts = {unicodedata.normalize("NFD", letter): key for letter, key in own.items()}
    for code in (code for codes in _COMPOSED for code in codes) if parts else ():
        letter = unicodedata.normalize("NFD", chr(code))
        if len(letter) < 2 or chr(code) in keys:
            continue
        for text, key in parts.items():
            if text[0] == letter[0] and len(text) > 1 and set(text[1:]) <= set(letter[1:]):
                yield chr(code), key


def key(text: str, letters: Order) -> str:
    """Return what stands for ``text`` in comparisons."""
    if letters.plain and text.isascii():
        folded = text.lower()
        if folded.isalpha():
            return folded
        return " ".join(_DIGITS.sub(_padded, folded).translate(_ASCII_DROP).split())
    folded = _bare(_DIGITS.sub(_padded, _lettered(text, letters)))
    return folded.translate(letters.latin) if letters.latin else folded


def _padded(number: re.Match[str]) -> str:
    return number.group().zfill(12)


def _lettered(text: str, letters: Order) -> str:
    """Return a text in small letters, with what stands for those of a language."""
    text = unicodedata.normalize("NFC", text.translate(letters.dotted).casefold())
    return letters.letters.sub(lambda match: letters.keys[match.group()], text)


def _bare(text: str) -> str:
    """Return a text without accents and punctuation."""
    text = unicodedata.normalize("NFKD", text)
    kept = [one for one in text if one.isalnum() or one.isspace() or ord(one) >= _MARK]
    return " ".join("".join(kept).split())


def keys(texts: Iterable[str], lang: str = "en") -> list[Any]:
    """Return comparable keys of ``texts``, all made in the same way, by a language's order."""
    letters = order(lang)
    plain = [key(text, letters) for text in texts]
    if all(text.isascii() or _known(text) for text in plain):
        return plain
    weigh = _collator()
    return [_primary(weigh(text)) for text in plain]


def _known(text: str) -> bool:
    """Whether code points order a folded text well: alphabets in their order, and Han."""
    return all(
        letter < "\u0080"
        or "α" <= letter <= "ω"
        or "а" <= letter <= "я"
        or "\u4e00" <= letter <= "\u9fff"
        or letter >= "\U0010fe00"
        for letter in text
    )


@cache
def _collator() -> Callable[[str], tuple[int, ...]]:
    """Return pyuca's function; its table takes a while to read, so it waits until needed."""
    from pyuca import Collator

    return Collator().sort_key  # type: ignore[no-any-return]


def _primary(weights: tuple[int, ...]) -> tuple[int, ...]:
    """Return the weights of the letters alone, without those of accents and case."""
    return weights[: weights.index(0)] if 0 in weights else weights
