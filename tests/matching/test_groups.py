"""Groups do not depend on the order of records, and never hold what is not one article."""

from __future__ import annotations

from random import Random

import pytest
from medcite.matching import blocks
from medcite.matching.groups import group
from medcite.matching.rules import OTHER, SAME
from medcite.matching.traits import Traits, traits_of

from .test_rules import ARTICLE, TITLE

PMID = ARTICLE.replace(pmid="23571364")
DOI = ARTICLE.replace(doi="10.1086/670207")
BOTH = PMID.replace(doi="10.1086/670207")
OTHER_PMID = ARTICLE.replace(pmid="99999999")
UNLIKE = ARTICLE.replace(title="Biofilm in endoscopes: a review of all studies", author=())


def traits(*records: object) -> list[Traits]:
    return [traits_of(record) for record in records]  # type: ignore[arg-type]  # records


def grouped(records: list[Traits]) -> set[frozenset[int]]:
    return {frozenset(places) for places in group(records).groups}


def test_an_identifier_links_what_no_other_does() -> None:
    cut = DOI.replace(title="Copper surfaces", author=(), page=None, volume="")
    assert grouped(traits(PMID, BOTH, DOI, UNLIKE)) == {frozenset({0, 1, 2}), frozenset({3})}
    assert len(grouped(traits(PMID, cut))) == 2


def test_two_pmids_are_never_in_one_group() -> None:
    result = group(traits(PMID, ARTICLE, OTHER_PMID))
    assert sorted(map(len, result.groups)) == [1, 2]
    assert [link.verdict.reason for link in result.near] == ["other PMIDs in their groups"]


@pytest.mark.parametrize("seed", range(20))
def test_the_order_does_not_matter(seed: int) -> None:
    records = traits(PMID, ARTICLE, OTHER_PMID, BOTH, DOI, UNLIKE, ARTICLE, UNLIKE)
    order = list(range(len(records)))
    Random(seed).shuffle(order)
    shuffled = group([records[place] for place in order])
    expected = group(records)

    def said(groups: list[tuple[int, ...]], of: list[Traits]) -> list[list[Traits]]:
        return [[of[place] for place in places] for places in groups]

    assert said(shuffled.groups, [records[place] for place in order]) == said(
        expected.groups, records
    )
    assert len(shuffled.near) == len(expected.near)


def test_a_decision_counts_more_than_what_is_read() -> None:
    records = traits(ARTICLE, ARTICLE)
    assert len(group(records).groups) == 1
    assert len(group(records, lambda one, two: OTHER).groups) == 2
    likely = traits(ARTICLE, ARTICLE.replace(title=TITLE, volume="35"))
    assert len(group(likely, lambda one, two: SAME).groups) == 1


def test_many_copies_stay_linear(monkeypatch: pytest.MonkeyPatch) -> None:
    records = traits(*[ARTICLE] * 1000)
    pairs = list(blocks.candidate_pairs(records))
    assert len(pairs) < 1000 * 2 * blocks.MOST
    assert len(group(records).groups) == 1
