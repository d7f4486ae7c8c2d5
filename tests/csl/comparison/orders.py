"""Why two items stand the other way round in two lists: what their sort keys are made of.

Each function tells whether one reason holds of a pair; ``settled_orders.py`` says why that
settles it.
"""

from __future__ import annotations

from collections.abc import Iterator

from medcite.csl import Style
from medcite.csl.xml import Element
from medcite.tables.csl_variables import NAMES

from tests.csl.comparison.document import Item


def inverted_pairs(theirs: list[Item], ours: list[Item]) -> Iterator[tuple[Item, Item]]:
    """Yield the pairs of items that stand the other way round in the second list."""
    places = {item["id"]: place for place, item in enumerate(theirs)}
    for index, item in enumerate(ours):
        for other in ours[index + 1 :]:
            if places[item["id"]] > places[other["id"]]:
                yield item, other


def names_stand_in(_style: Style, item: Item, other: Item) -> bool:
    """Whether something else stands where the author would in one of the keys."""
    return "author" not in item or "author" not in other


def et_al(_style: Style, item: Item, other: Item) -> bool:
    """Whether a list of names is one that et al. shortens."""
    return max(len(item.get("author", ())), len(other.get("author", ()))) > 2  # it is for three


def starts_of_lists(_style: Style, item: Item, other: Item) -> bool:
    """Whether one list of names is the start of the other."""
    authors, others = item.get("author", []), other.get("author", [])
    shared = min(len(authors), len(others))
    return len(authors) != len(others) and authors[:shared] == others[:shared] != []


def particles_in_keys(_style: Style, item: Item, other: Item) -> bool:
    """Whether one of two people with the same family name has a particle behind it."""
    for name, other_name in zip(item.get("author", ()), other.get("author", ()), strict=False):
        if name != other_name:
            same = name.get("family") == other_name.get("family")
            return same and _has_particle(name) != _has_particle(other_name)
    return False


def _has_particle(name: Item) -> bool:
    """Whether a name has a particle, be it in lowercase at the end of the given name."""
    return "particle" in " ".join(name) or name.get("given", "").rpartition(" ")[2].islower()


def circa_in_keys(style: Style, item: Item, other: Item) -> bool:
    """Whether "circa" is printed in a key, where one of two dates is uncertain."""
    prints = any(node.get("term") == "circa" for nodes in _key_nodes(style) for node in nodes)
    return prints and any("circa" in entry.get("issued", {}) for entry in (item, other))


def dates_in_a_key(style: Style, item: Item, other: Item) -> bool:
    """Whether one key has two dates, of which one item has another or no month in the second."""
    keys = [[node for node in nodes if node.tag == "date"] for nodes in _key_nodes(style)]
    return (
        any(len(dates) > 1 for dates in keys)
        and _have_first_author_in_common(item, other)
        and (_has_original_or_season(item) or _has_original_or_season(other))
    )


def _has_original_or_season(item: Item) -> bool:
    """Whether an item has an original date, or a season in place of the month."""
    ends = item.get("issued", {}).get("date-parts", [])
    return "original-date" in item or any(len(end) > 1 and int(end[1]) > 12 for end in ends)


def titles_in_a_key(style: Style, item: Item, other: Item) -> bool:
    """Whether a macro in the keys prints titles, which sort what has the same first author."""
    prints = any(node.get("variable") == "title" for nodes in _key_nodes(style) for node in nodes)
    return prints and _have_first_author_in_common(item, other)


def _have_first_author_in_common(item: Item, other: Item) -> bool:
    first, other_first = (
        next((names[0] for key in ("author", *sorted(NAMES)) if (names := it.get(key))), None)
        for it in (item, other)
    )
    return first is not None and first.get("family") == (other_first or {}).get("family")


def _key_nodes(style: Style) -> Iterator[list[Element]]:
    """Yield the elements of each macro by which the bibliography is sorted."""
    sort = style.bibliography.child("sort") if style.bibliography else None
    for key in sort.all("key") if sort else ():
        if key.get("macro"):
            yield list(_walk(style, style.macros[key.get("macro")]))


def _walk(style: Style, root: Element) -> Iterator[Element]:
    """Yield the elements of a macro, and those of the macros that it calls."""
    for node in root.walk():
        yield node
        if "macro" in node.attrs and node.get("macro") in style.macros:
            yield from _walk(style, style.macros[node.get("macro")])
