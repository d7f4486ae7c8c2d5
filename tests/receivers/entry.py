"""What a program read of one reference, in terms that all programs share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

# By fact: ``key title journal abbreviation volume issue pages number doi pmid pmcid issn isbn url
# abstract keywords language publisher place edition notes`` are lists of texts; ``date`` is its
# start and end as EDTF (``2020-07-17``, ``2001-24``); ``authors`` and ``editors`` are persons. A
# title may have CSL's markup. What a program does not tell is absent.
Entry: TypeAlias = dict[str, list[Any]]

_PARTICLE = re.compile(r"(?: [^\W\dA-Z][^\WA-Z]*)+$")


class Person(NamedTuple):
    """A name; a group has only ``family``, which begins with its particles."""

    family: str
    given: str = ""
    suffix: str = ""


# The last name of a byline that goes on.
OTHERS = Person("others")


def person(particle: str, family: str, given: str = "", suffix: str = "") -> Person:
    """Return a name whose particle is given apart."""
    between = "" if particle.endswith(("'", "’", "-")) else " "
    return Person(f"{particle}{between}{family}".strip(), given, suffix)


def person_in_order(family: str, given: str = "", suffix: str = "") -> Person:
    """Return a name whose particle is printed behind the given name, as some styles do."""
    if match := _PARTICLE.search(given):
        return person(match[0].strip(), family, given[: match.start()], suffix)
    return Person(family, given, suffix)


def entry(**facts: object) -> Entry:
    """Return an entry of the facts that are not empty; a single text becomes a list."""
    lists = {name: list(_flat(value)) for name, value in facts.items()}
    return {name: values for name, values in lists.items() if values}


def _flat(value: object) -> Iterator[object]:
    """Yield what is not empty in a value, in a list, or in lists of lists."""
    if isinstance(value, list):
        for part in value:
            yield from _flat(part)
    elif value:
        yield value
