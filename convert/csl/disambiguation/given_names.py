"""The given-name rules that compare all names cited, rather than the names of one cite."""

from __future__ import annotations

from collections import defaultdict

from ..names.initials import initials
from ..names.name_format import FULL_GIVEN_NAME, INITIALS, NO_GIVEN_NAME
from ..names.name_parts import NameParts, ParsedNames


class GivenNameRule:
    """Which persons cited share a family name, and how much of their given names differs.

    ``rule`` is a ``givenname-disambiguation-rule`` other than ``by-cite``.
    """

    def __init__(self, rule: str) -> None:
        self.primary_only = rule.startswith("primary-name")
        self.initials_only = rule.endswith("with-initials")
        self.by_family: dict[str, set[str]] = defaultdict(set)
        self.by_initials: dict[tuple[str, str], set[str]] = defaultdict(set)

    def add(self, names: ParsedNames) -> None:
        """Add the names of one list to those cited."""
        for index in range(min(1, len(names)) if self.primary_only else len(names)):
            name = names[index]
            if name.literal:
                continue
            family, given, short = _family(name), _letters(name.given), _initials(name)
            self.by_family[family].add(short if self.initials_only else given)
            self.by_initials[family, short].add(given)

    def level(self, name: NameParts, index: int, has_initials: bool) -> int:
        """Return how much of a given name must be written for no other person to read alike.

        ``index`` is the name's place in its list; ``has_initials``: its format writes initials.
        """
        if name.literal or (self.primary_only and index):
            return NO_GIVEN_NAME
        family = _family(name)
        if len(self.by_family[family]) < 2:
            return NO_GIVEN_NAME
        if not has_initials:
            return FULL_GIVEN_NAME
        if not self.initials_only and len(self.by_initials[family, _initials(name)]) > 1:
            return FULL_GIVEN_NAME
        return INITIALS


def _initials(name: NameParts) -> str:
    return initials(name.given, "") if name.given else ""


def _letters(given: str) -> str:
    """Return a given name without the spaces and full stops that two spellings differ in."""
    return given.replace(" ", "").replace(".", "")


def _family(name: NameParts) -> str:
    return f"{name.non_dropping_particle} {name.family}"
