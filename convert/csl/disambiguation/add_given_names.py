"""disambiguate-add-givenname by cite: initials and given names, added to cites that read alike."""

from typing import NamedTuple

from ..context import Disambiguation
from ..names.name_format import FULL_GIVEN_NAME, INITIALS
from .compared_cites import ComparedCites, Group


class _Step(NamedTuple):
    """An addition: the given name of one name in one names element, up to a level."""

    element: int
    name: int
    level: int

    def apply(self, disambiguation: Disambiguation) -> None:
        disambiguation.givens[self.element, self.name] = self.level


class _Search(NamedTuple):
    """Cites that read alike, and how far they have been spelled out."""

    ids: list[str]
    kept: Disambiguation  # the additions that told cites apart
    trial: Disambiguation  # all additions
    first_step: int  # the next addition to try


def add_given_names(cites: ComparedCites, ids: list[str]) -> list[Group]:
    """Return ``ids`` in groups that still read alike, each with its disambiguation.

    Given names are added one by one until the cites differ; only additions that told some of
    them apart are kept.
    """
    pending = [_Search(ids, Disambiguation(), Disambiguation(), 0)]
    groups: list[Group] = []
    while pending:
        search = pending.pop()
        parts = _split(cites, search)
        if parts:
            pending.extend(reversed(parts))
        else:
            groups.append((search.ids, search.kept))
    return groups


def _split(cites: ComparedCites, search: _Search) -> list[_Search]:
    """Add given names until the cites differ; return the parts, or none if they never do."""
    if len(search.ids) < 2:
        return []
    steps = _steps(cites, search)
    for number in range(search.first_step, len(steps)):
        steps[number].apply(search.trial)
        parts = cites.split(search.ids, search.trial)
        if len(parts) > 1:
            kept = search.kept.copy()
            steps[number].apply(kept)
            return [_Search(part, kept, search.trial.copy(), number + 1) for part in parts]
    return []


def _steps(cites: ComparedCites, search: _Search) -> list[_Step]:
    """Return what may be added: the given names shown, one after the other."""
    totals: dict[int, int] = {}
    for id_ in search.ids:
        cites.text(id_, search.kept)
        for element, names, _ in cites.names[id_]:
            totals[element] = max(totals.get(element, 0), len(names))
    initials = cites.writes_initials(search.ids)
    return [
        _Step(element, name, level)
        for element, total in sorted(totals.items())
        for name in range(total)
        for level in ((INITIALS, FULL_GIVEN_NAME) if initials[element] else (FULL_GIVEN_NAME,))
    ]
