"""Orders of lists that are settled: why two items stand the other way round.

As in ``settled.py``, NOTES.md has the rules under the same names.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from medcite.csl import Style

from tests.csl.comparison import orders
from tests.csl.comparison.document import Item


def order_settled_by(style: Style, theirs: list[Item], ours: list[Item]) -> set[str]:
    """Return the names of the rules that settle another order of a whole list.

    There are none if two items stand the other way round and no rule tells why.
    """
    names = set()
    for pair in orders.inverted_pairs(theirs, ours):
        rule = next((rule for rule in ORDER_RULES if rule.holds(style, *pair)), None)
        if rule is None:
            return set()
        names.add(rule.name)
    return names


class OrderRule(NamedTuple):
    """Why two items stand the other way round in a list."""

    name: str
    section: str
    sentence: str
    holds: Callable[[Style, Item, Item], bool]


ORDER_RULES = (
    OrderRule(
        "what stands in for names in keys",
        "Sorting Macros",
        'substitution is available (e.g. the "editor" variable might substitute for an empty '
        '"author" variable)',
        orders.names_stand_in,
    ),
    OrderRule("starts of lists in keys", "", "", orders.starts_of_lists),
    OrderRule(
        "et al. in keys",
        "Sorting Macros",
        'When et-al abbreviation occurs, the "et-al" and "and others" terms are excluded from the '
        "sort key values.",
        orders.et_al,
    ),
    OrderRule(
        "dates in one key",
        "Sorting Macros",
        "macros return only those date-parts that would otherwise be rendered",
        orders.dates_in_a_key,
    ),
    OrderRule(
        "titles in keys",
        "Sorting Macros",
        "generally consists of the string value the macro would ordinarily generate",
        orders.titles_in_a_key,
    ),
    OrderRule(
        "particles in keys",
        "Name-part Order",
        "2) dropping-particle + non-dropping-particle 3) given 4) suffix",
        orders.particles_in_keys,
    ),
    OrderRule(
        "circa in keys",
        "Sorting Macros",
        "generally consists of the string value the macro would ordinarily generate",
        orders.circa_in_keys,
    ),
)
