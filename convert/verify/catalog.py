"""The articles of the exports, found by identifier, by citation, or by words of a title."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..base.lazy_regex import regex
from ..codecs.characters import folded
from ..matching import blocks
from ..matching.groups import group
from ..matching.rules import SAME, compare
from ..matching.traits import Traits, traits_of
from ..merge.combine import by_quality, combine
from ..model.record import Record

_WORD = regex(r"[^\W_]+")
_TAG = regex(r"</?[a-z][^<>]*>")
_NAMED = 3  # authors whose names are looked for in a text
SHORT_TITLE = 25  # letters: a shorter title is not one article's alone
_BEST = 5  # articles of which a text may be the reference


class Catalog:
    """The articles that references are looked up among; copies of one article count as one."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.records: list[Record] = []
        self.traits: list[Traits] = []
        self._by_name: dict[str, int] = {}
        self._by_key: dict[blocks.Key, list[int]] = defaultdict(list)
        all_records = list(records)
        all_traits = [traits_of(record) for record in all_records]
        for place, group_places in enumerate(group(all_traits).groups):
            copies = by_quality([all_records[number] for number in group_places])
            self.records.append(combine(copies) if len(copies) > 1 else copies[0])
            self.traits.append(traits_of(self.records[-1]))
            for traits in (self.traits[-1], *(all_traits[number] for number in group_places)):
                self._index(place, traits)

    def _index(self, place: int, traits: Traits) -> None:
        for name in names_of(traits):
            self._by_name.setdefault(name, place)
        for key in set(blocks.keys_of(traits)):
            self._by_key[key].append(place)
        self._by_word: dict[str, list[int]] = {}
        self._short_by_family: dict[str, list[int]] = {}

    def by_name(self, name: str) -> int | None:
        """Return the article with a name such as ``doi:10.1/x``."""
        return self._by_name.get(name)

    def by_citation(self, traits: Traits) -> int | None:
        """Return the article that a reference cites, by all but its identifiers."""
        unnamed = traits._replace(pmid="", pmcid="", doi="")
        places = {place for key in blocks.keys_of(unnamed) for place in self._by_key.get(key, ())}
        for place in sorted(places):
            there = self.traits[place]._replace(pmid="", pmcid="", doi="")
            if compare(unnamed, there).answer == SAME:
                return place
        return self._likely(unnamed, places)

    def _likely(self, traits: Traits, places: set[int]) -> int | None:
        """Return the article with the same title, although something else differs."""
        same = [place for place in sorted(places) if self.traits[place].title == traits.title]
        return same[0] if len(same) == 1 and len(traits.title) > blocks.SHORT else None

    def by_words(self, text: str) -> list[int]:
        """Return the articles with the most, and the rarest, words in common with a text."""
        if not self._by_word:
            self._index_words()
        scores: dict[int, float] = defaultdict(float)
        for word in set(words_of(text)):
            places = self._by_word.get(word, ())
            weight = math.log(1 + len(self.records) / len(places)) if places else 0
            for place in places:
                scores[place] += weight
        best = sorted(scores, key=lambda place: (-scores[place], place))[:_BEST]
        return list(dict.fromkeys([*best, *self._with_short_titles(text)]))

    def _with_short_titles(self, text: str) -> Iterator[int]:
        """Yield the articles whose title is no more than a word or two that a text has.

        Such words are common, so the first author's name has to be in the text, too.
        """
        whole = folded(text)
        for word in set(words_of(text)):
            for place in self._short_by_family.get(word, ()):
                if self.traits[place].title in whole:
                    yield place

    def _index_words(self) -> None:
        by_word: dict[str, list[int]] = defaultdict(list)
        short: dict[str, list[int]] = defaultdict(list)
        for place, record in enumerate(self.records):
            families = self.traits[place].families[:_NAMED]
            for word in {*words_of(record.title or record.original_title), *families}:
                by_word[word].append(place)
            title = self.traits[place].title
            if families and 0 < len(title) < SHORT_TITLE:
                short[families[0]].append(place)
        self._by_word, self._short_by_family = dict(by_word), dict(short)


def names_of(traits: Traits) -> Iterator[str]:
    """Yield the names of an article, by its identifiers."""
    if traits.pmid:
        yield f"pmid:{traits.pmid}"
    if traits.pmcid:
        yield f"pmcid:{traits.pmcid}"
    if traits.doi:
        yield f"doi:{traits.doi}"


def words_of(text: str) -> list[str]:
    """Return the words of a text that tell titles apart, without case and accents."""
    return [folded(word) for word in _WORD.findall(_TAG.sub("", text)) if len(word) > 2]
