"""Disambiguate the cites of a document (CSL 1.0.2, "Disambiguation")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..citations.year_suffix import year_suffix
from ..context import Disambiguation
from ..registry import Registry
from .add_given_names import add_given_names
from .add_names import add_names
from .compared_cites import ComparedCites, Group
from .given_names import GivenNameRule

_BY_CITE = "by-cite"


class Disambiguator:
    """Finds the disambiguation of each of a registry's items.

    ``first_notes`` has the numbers of the notes that first cite them, by id: by the rule
    ``by-cite`` these may tell cites apart.
    """

    def __init__(self, registry: Registry, first_notes: Mapping[str, int] | None = None) -> None:
        self.registry = registry
        options = registry.citation.options
        self.rule = options.get("givenname-disambiguation-rule", _BY_CITE)
        self.add_names = options.get("disambiguate-add-names") == "true"
        self.add_given_names = options.get("disambiguate-add-givenname") == "true"
        self.add_year_suffix = options.get("disambiguate-add-year-suffix") == "true"
        self.conditions = sum(
            node.get("disambiguate") == "true" for node in registry.citation_elements()
        )
        notes = first_notes if first_notes and self.rule == _BY_CITE else {}
        self.cites = ComparedCites(registry, notes)

    def compare_all_names(self) -> None:
        """Set the registry's given-name level, by the rules that compare all names cited."""
        if not self.add_given_names or self.rule == _BY_CITE:
            return
        rule = GivenNameRule(self.rule)
        for id_ in self.registry.ids:
            self.cites.text(id_, None)
            for _, names, _ in self.cites.names[id_]:
                rule.add(names)
        self.registry.given_name_level = rule.level

    def run(self) -> None:
        """Set the registry's disambiguations, of the cites alone that read like another."""
        by_text: dict[str, list[str]] = defaultdict(list)
        for id_ in self.registry.order:
            text = self.cites.text(id_, None)
            if text:
                by_text[text].append(id_)
        for ids in by_text.values():
            if len(ids) > 1:
                self._disambiguate(ids)

    def _disambiguate(self, ids: list[str]) -> None:
        """Set the disambiguations of cites that read alike."""
        groups = self._add_names(ids)
        # CSL 1.0.2: a condition only holds when everything else has failed.
        if self.conditions and not self.add_year_suffix:
            groups = [part for group in groups for part in self._meet_conditions(*group)]
        for group, disambiguation in groups:
            if len(group) > 1 and self.add_year_suffix:
                self._add_year_suffixes(group, disambiguation)
            else:
                self.registry.disambiguations |= dict.fromkeys(group, disambiguation)

    def _add_names(self, ids: list[str]) -> list[Group]:
        """Add names and given names, as the style asks for."""
        given_names_by_cite = self.add_given_names and self.rule == _BY_CITE
        if self.add_names:
            return add_names(self.cites, ids, add_given_names=given_names_by_cite)
        if given_names_by_cite:
            return add_given_names(self.cites, ids)
        return [(ids, Disambiguation())]

    def _add_year_suffixes(self, ids: list[str], disambiguation: Disambiguation) -> None:
        for index, id_ in enumerate(ids, 1):
            own = self.registry.disambiguations[id_] = disambiguation.copy()
            own.suffix = year_suffix(index)

    def _meet_conditions(self, ids: list[str], disambiguation: Disambiguation) -> Iterator[Group]:
        """Yield cites in groups that still read alike when ``disambiguate`` conditions hold.

        One condition after the other is met, until the cites differ.
        """
        if len(ids) < 2:
            yield ids, disambiguation
            return
        for count in range(1, self.conditions + 1):
            met = disambiguation.copy()
            met.flag = count
            parts = self.cites.split(ids, met)
            if len(parts) > 1:
                for part in parts:
                    again = count < self.conditions
                    yield from self._meet_conditions(part, met) if again else [(part, met)]
                return
        yield ids, met
