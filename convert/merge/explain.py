"""Say why a record was merged with others, or was not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ..base.errors import InputError
from ..matching.blocks import candidate_pairs
from ..matching.rules import compare
from .copies import Copy
from .merging import Merge


def lines(merge: Merge, asked: str) -> Iterator[str]:
    """Yield lines on each record with a PMID, PMCID, DOI or key, and on those like it.

    Raises:
        InputError: No record has it.

    """
    wanted = asked.strip().lower().removeprefix("pmid:").removeprefix("doi:").strip()
    places = [place for place, copy in enumerate(merge.copies) if wanted in _names(copy)]
    if not places:
        raise InputError(f"no record has the PMID, PMCID, DOI or key {asked!r}")
    pairs = list(candidate_pairs([copy.traits for copy in merge.copies]))
    for place in places:
        yield _title(merge.copies[place])
        others = sorted({*chain(*(pair for pair in pairs if place in pair))} - {place})
        yield from (_comparison(merge, place, other) for other in others)
        if not others:
            yield "  no other record is like it"


def _comparison(merge: Merge, place: int, other: int) -> str:
    """Return whether two records were merged, and why."""
    one, two = merge.copies[place], merge.copies[other]
    verdict = compare(one.traits, two.traits)
    is_one = any({place, other} <= set(places) for places in merge.grouping.groups)
    answer = "one article with" if is_one else "not one with"
    return f"  {answer} {_title(two)}: {verdict.reason}"


def _names(copy: Copy) -> set[str]:
    traits = copy.traits
    return {traits.pmid, traits.pmcid.lower(), traits.doi, copy.source.id.lower()} - {""}


def _title(copy: Copy) -> str:
    """Return ``embase.ris:12 (Embase 2005123456)``."""
    return f"{copy.place} ({copy.source})"
