"""How alike two records are, trait by trait: ``None`` where one of them says nothing."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from ..codecs.journals import is_abbreviation
from .traits import Traits

_LONG_TITLE = 30  # letters: so many begin no other article's title by chance
_CUT_TITLE, _CUT = 10, 0.8  # a shorter one may begin another's, so that all else has to agree
_ALIKE = 85  # of 100: titles of a journal in two spellings


def titles(one: Traits, two: Traits) -> float | None:
    """Return how alike the titles are, from 0 to 1; one may lack the other's subtitle."""
    pairs = [(one.title, two.title), (one.original, two.title), (one.title, two.original)]
    return max([_alike(*pair) for pair in pairs if all(pair)], default=None)


def _alike(one: str, two: str) -> float:
    short, long = sorted((one, two), key=len)
    if len(short) >= _CUT_TITLE and long.startswith(short):
        return 1.0 if len(short) >= _LONG_TITLE or short == long else _CUT
    return fuzz.ratio(short, long) / 100


def authors(one: Traits, two: Traits) -> float | None:
    """Return the share of the family names of the shorter byline that the other has, 0 to 1.

    A name counts as well if it differs by a letter, or stands among the given names.
    """
    short, long = sorted((one, two), key=lambda traits: len(traits.families))
    if not short.families:
        return None
    known = {*long.families, *long.given}
    found = sum(name in known or _is_misspelt(name, known) for name in short.families)
    return found / len(short.families)


def _is_misspelt(name: str, known: set[str]) -> bool:
    return len(name) > 4 and any(
        abs(len(name) - len(other)) < 3 and fuzz.ratio(name, other) >= _ALIKE for other in known
    )


def same_number(one: str, two: str) -> bool | None:
    """Whether two numbers are the same."""
    return one == two if one and two else None


def pages(one: Traits, two: Traits) -> bool | None:
    """Whether two first pages are the same; an article number and a printed page say nothing."""
    same = same_number(one.page, two.page)
    return None if same is False and one.is_number != two.is_number else same


def journals(one: Traits, two: Traits) -> bool | None:
    """Whether two journals may be the same, by ISSN or title."""
    if not set(one.issns).isdisjoint(two.issns):
        return True
    if not one.journal or not two.journal:
        return None
    return _same_journal(*sorted((one.journal, two.journal), key=len))


@lru_cache(maxsize=65536)
def _same_journal(short: str, long: str) -> bool:
    return (
        long.startswith(short)
        or is_abbreviation(short, long)
        or fuzz.token_set_ratio(short, long) >= _ALIKE
    )


def years_apart(one: Traits, two: Traits) -> int | None:
    """Return how many years lie between two records."""
    return abs(one.year - two.year) if one.year and two.year else None
