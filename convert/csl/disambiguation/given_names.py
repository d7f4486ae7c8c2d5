"""The given-name rules that look at all names cited, not at one cite."""

from __future__ import annotations

from collections import defaultdict

from ..names.initials import initials
from ..names.name_parts import NameParts, ParsedNames


class GivenNames:
    """Who shares a family name with whom, among all names cited."""

    def __init__(self, rule: str) -> None:
        self.primary = rule.startswith("primary-name")
        self.initials_only = rule.endswith("with-initials")
        self.families: dict[str, set[str]] = defaultdict(set)
        self.initials: dict[tuple[str, str], set[str]] = defaultdict(set)

    def add(self, people: ParsedNames) -> None:
        """Take note of the names of one list."""
        for at in range(min(1, len(people)) if self.primary else len(people)):
            one = people[at]
            if one.literal:
                continue
            family, given = _family(one), _even(one.given)
            short = initials(one.given, "") if one.given else ""
            self.families[family].add(short if self.initials_only else given)
            self.initials[(family, short)].add(given)

    def level(self, one: NameParts, at: int, marked: bool) -> int:
        """Return the least given-name level at which a name is told apart from others."""
        if one.literal or (self.primary and at):
            return 0
        family = _family(one)
        if len(self.families[family]) < 2:
            return 0
        if self.initials_only:
            return 1 if marked else 2
        short = initials(one.given, "") if one.given else ""
        if not marked or len(self.initials[(family, short)]) > 1:
            return 2
        return 1


def _even(given: str) -> str:
    """Return a given name without what only spells it otherwise: spaces and full stops."""
    return given.replace(" ", "").replace(".", "")


def _family(one: NameParts) -> str:
    return f"{one.non_dropping_particle} {one.family}"
