"""Which records are compared at all: those that share a key, so that the work stays linear."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from .traits import Traits

_LETTERS = 20  # of a title's beginning and end
SHORT = 12  # letters: a shorter title ("Editorial") says little by itself
MOST = 30  # records that are compared each with each

Key = tuple[object, ...]


def candidate_pairs(records: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of records that may be of one article, by their places; each pair once."""
    by_key: dict[Key, list[int]] = defaultdict(list)
    for place, traits in enumerate(records):
        for key in set(keys_of(traits)):
            by_key[key].append(place)
    seen: set[tuple[int, int]] = set()
    for places in by_key.values():
        for pair in _pairs(records, places):
            if pair not in seen:
                seen.add(pair)
                yield pair


def keys_of(traits: Traits) -> Iterator[Key]:
    """Yield the keys of a record; copies with errors in one trait share another's."""
    if traits.pmid:
        yield "pmid", traits.pmid
    if traits.pmcid:
        yield "pmcid", traits.pmcid
    if traits.doi:
        yield "doi", traits.work_doi
    first = traits.families[0] if traits.families else ""
    if len(traits.title) >= SHORT:
        yield "begins", traits.title[:_LETTERS]
        yield "ends", traits.title[-_LETTERS:]
    elif traits.title:
        yield "short", traits.title, first, traits.year
    if traits.page and traits.volume:
        yield "page", traits.volume, traits.page, first or traits.year
    if first and traits.page:
        yield "author", first, traits.page, traits.year


def _pairs(records: Sequence[Traits], places: list[int]) -> Iterable[tuple[int, int]]:
    """Yield the pairs of records with one key; of many, only of those that share more."""
    if len(places) <= MOST:
        return combinations(places, 2)
    finer: dict[Key, list[int]] = defaultdict(list)
    for place in places:
        traits = records[place]
        finer[traits.title, traits.families[:1]].append(place)
        finer[traits.year, traits.volume, traits.page, traits.families[:1]].append(place)
    return (pair for group in finer.values() for pair in _near_pairs(group))


def _near_pairs(places: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a group, or of many copies, each with the next ones."""
    for index, place in enumerate(places):
        for other in places[index + 1 : index + 1 + MOST]:
            yield place, other
