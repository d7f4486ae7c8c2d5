"""The number of an edition, which styles print in their own language."""

from __future__ import annotations

import re
from functools import lru_cache

from ..base.lazy_regex import regex
from ..tables.editions import CHINESE, EDITIONS, ENDINGS, FOREIGN_ORDINALS, ORDINALS, TENS


def _any_of(words: str) -> str:
    return "|".join(sorted(set(words.split()), key=len, reverse=True))


_ENDING = rf"(?:[.-]?\s?(?:{_any_of(ENDINGS)})(?![^\W\d_]))?\.?"
_EDITION = rf"\(?(?:{_any_of(EDITIONS)})\b\.?\)?"
_NUMBERED = regex(rf"0*(\d{{1,3}}){_ENDING}(?:[,.]?\s*{_EDITION})?", re.IGNORECASE)
_BEHIND = regex(rf"{_EDITION}\s*(?:no\.?\s*)?0*(\d{{1,3}})\.?", re.IGNORECASE)
_IN_WORDS = regex(rf"([^\W\d_]+(?:[- ][^\W\d_]+)??)\.?(?:\s+{_EDITION})?", re.IGNORECASE)
_EAST_ASIAN = regex(rf"第?\s*(\d{{1,3}}|[{CHINESE}])\s*[版판]")


@lru_cache(maxsize=256)
def number(text: str) -> str:
    """Return the digits of an edition that is only a number: ``2`` of ``2nd ed.`` or ``Zweite``.

    Of one that says more (``3rd rev. ed.``) or has no number, "" is returned.
    """
    text = text.strip(" ()")
    for pattern in (_NUMBERED, _BEHIND):
        if match := pattern.fullmatch(text):
            return match[1]
    if match := _EAST_ASIAN.fullmatch(text):
        return match[1] if match[1].isdigit() else str(CHINESE.index(match[1]) + 1)
    match = _IN_WORDS.fullmatch(text)
    return str(_ordinal(match[1].casefold()) or "") if match else ""


def _ordinal(words: str) -> int:
    """Return the number of an ordinal in words, 0 for other words."""
    tens, _, unit = words.replace(" ", "-").partition("-")
    if unit and tens in TENS:
        below_ten = ORDINALS.get(unit, 0)
        return TENS[tens] + below_ten if 0 < below_ten < 10 else 0
    return ORDINALS.get(words) or FOREIGN_ORDINALS.get(words, 0)
