"""What items of one type have in common, known while a layout is compiled for them alone."""

from typing import NamedTuple

from ..tables.csl_variables import DATES, STAND_INS

_FROM_PROCESSOR = frozenset({"citation-number", "citation-label", "year-suffix"})


class ItemShape(NamedTuple):
    """Items of a type: the variables that at least one of them has, and those that all have."""

    type: str
    some: frozenset[str]
    all: frozenset[str]

    def lacks(self, name: str) -> bool:
        """Whether no such item has a value for a variable."""
        return name not in _FROM_PROCESSOR and self.some.isdisjoint(STAND_INS.get(name, (name,)))

    def has(self, name: str) -> bool:
        """Whether every such item has a value for a variable.

        Never known of a date: its value may not be a date.
        """
        return name in self.all and name not in DATES
