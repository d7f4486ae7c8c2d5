"""The initials that NLM knows, for names whose given names do not tell them.

AU is an authority and no rule: it has two initials of three (``Madden PA`` for Pamela A F), and
``Freddi TAL`` for Tomás de A L, where a rule for particles would print ``Freddi T de AL``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..csl.names.initials import initials
from ..model.values import initials_of

CslNames = list[dict[str, str]]


def set_initials(names: CslNames, shorts: Sequence[str]) -> None:
    """Add ``initials`` to those names whose AU (``shorts``) has others than a style would print.

    Styles that print initials without full stops take them. A hyphen makes no difference:
    whether it is printed (``J-P``), the style says. A word of the given name that has an initial
    is no particle, and gets its capital: ``Jing xiong`` of Chen JX.
    """
    for index, (name, short) in enumerate(zip(names, shorts, strict=False)):
        given = name.get("given", "")
        if short and short != f"{name.get('family', '')} {_by_rule(given)}":
            names[index] = _with_initials(name, given, short)


def _with_initials(name: dict[str, str], given: str, short: str) -> dict[str, str]:
    known = initials_of(short, name.get("family", ""), name.get("suffix", ""))
    if known and not given:  # FAU has the family name only
        return {**name, "given": " ".join(known)}
    if known and known == _of_all_words(given):
        return {**name, "given": _with_capitals(given)}
    if known and known != _by_rule(given):
        return {**name, "initials": known}
    return name


@lru_cache(maxsize=1 << 14)  # a list has few different given names
def _by_rule(given: str) -> str:
    """Return initials as a style prints them without full stops and hyphens.

    A word in small letters is a particle, which a style prints.
    """
    return "" if any(map(str.islower, given.split())) else initials(given, "", hyphen=False)


def _of_all_words(given: str) -> str:
    return initials(_with_capitals(given), "", hyphen=False)


def _with_capitals(given: str) -> str:
    return " ".join(word[0].upper() + word[1:] for word in given.split())
