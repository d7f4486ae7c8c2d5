"""Groups of the records of one article, which do not depend on the records' order."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from .blocks import candidate_pairs
from .rules import NEAR, RULES, SAME, Verdict, compare
from .traits import NOTICES, PREPRINT, Traits


class ArticleLink(NamedTuple):
    """Two records, by their places, and why they are or may be of one article."""

    one: int
    two: int
    verdict: Verdict


class Grouping(NamedTuple):
    """The groups, each a sorted tuple of places; the links that made them, and the near pairs."""

    groups: list[tuple[int, ...]]
    links: list[ArticleLink]
    near: list[ArticleLink]


# Returns what a person decided on two records: ``same``, ``other``, or "" for nothing.
Decide = Callable[[int, int], str]


_Facts = tuple[frozenset[str], ...]
# Of what no group may have two.
_NAMES = ("PMIDs", "PMCIDs", "DOIs", "kinds")


def _facts(traits: Traits) -> _Facts:
    kind = traits.kind if traits.kind in (*NOTICES, PREPRINT) else "article"
    values = (traits.pmid, traits.pmcid, traits.work_doi, kind)
    return tuple([frozenset({value} - {""}) for value in values])


class _Clusters:
    """Disjoint sets of records, none of which has what cannot be of one article."""

    def __init__(self, records: Sequence[Traits]) -> None:
        self._parents = list(range(len(records)))
        self._facts = [_facts(traits) for traits in records]
        self._dois = [traits.doi for traits in records]

    def root(self, place: int) -> int:
        """Return the record that stands for the set of a record."""
        parents = self._parents
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    def unite(self, one: int, two: int) -> str:
        """Unite the sets of two records; return why that may not be done, ``""`` if it was."""
        first, second = self.root(one), self.root(two)
        if first == second:
            return ""
        pairs = zip(_NAMES, self._facts[first], self._facts[second], strict=True)
        conflicts = {name for name, ours, theirs in pairs if ours and theirs and not ours & theirs}
        if self._dois[one] and self._dois[two]:  # which were compared, and did not matter
            conflicts.discard("DOIs")
        if conflicts:
            return f"other {min(conflicts)} in their groups"
        self._parents[second] = first
        united = map(frozenset.union, self._facts[first], self._facts[second])
        self._facts[first] = tuple(united)
        return ""

    def groups(self, rank: Sequence[int]) -> list[tuple[int, ...]]:
        """Return the sets, and the records in each, in the order of ``rank``."""
        by_root: dict[int, list[int]] = {}
        for place in sorted(range(len(self._parents)), key=rank.__getitem__):
            by_root.setdefault(self.root(place), []).append(place)
        return list(map(tuple, by_root.values()))


def group(records: Sequence[Traits], decide: Decide = lambda one, two: "") -> Grouping:
    """Return the groups of records that are of one article.

    Links are taken with the surest first. One that would put two PMIDs or DOIs into one group,
    or a notice to its article, is left as a near pair.
    """
    order = sorted(range(len(records)), key=records.__getitem__)
    rank = [0] * len(order)
    for number, place in enumerate(order):
        rank[place] = number
    links, near = _links([records[place] for place in order], order, decide)
    links.sort(key=lambda link: (_strength(link.verdict), rank[link.one], rank[link.two]))
    clusters = _Clusters(records)
    used = []
    for link in links:
        if conflict := clusters.unite(link.one, link.two):
            near.append(link._replace(verdict=Verdict(NEAR, "", conflict)))
        else:
            used.append(link)
    near.sort(key=lambda link: (rank[link.one], rank[link.two]))
    return Grouping(clusters.groups(rank), used, _between_groups(near, clusters))


def _between_groups(near: list[ArticleLink], clusters: _Clusters) -> list[ArticleLink]:
    """Return the first near pair of each two groups."""
    first: dict[frozenset[int], ArticleLink] = {}
    for link in near:
        roots = frozenset((clusters.root(link.one), clusters.root(link.two)))
        if len(roots) > 1:
            first.setdefault(roots, link)
    return list(first.values())


def _links(
    records: Sequence[Traits], places: Sequence[int], decide: Decide
) -> tuple[list[ArticleLink], list[ArticleLink]]:
    """Return the links of records that are the same, and those of near ones."""
    links: list[ArticleLink] = []
    near: list[ArticleLink] = []
    for first, second in candidate_pairs(records):
        one, two = places[first], places[second]
        verdict = compare(records[first], records[second])
        if decision := decide(one, two):
            verdict = Verdict(decision, "decision" if decision == SAME else "", "as was decided")
        if verdict.answer == SAME:
            links.append(ArticleLink(one, two, verdict))
        elif verdict.answer == NEAR:
            near.append(ArticleLink(one, two, verdict))
    return links, near


def _strength(verdict: Verdict) -> int:
    """Return a sort key: what a person decided, then the rules in their order."""
    return RULES.index(verdict.rule) if verdict.rule in RULES else -1
