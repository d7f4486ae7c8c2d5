"""A line for each record of each input, read or not: which group it is in, and by which rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..model.report import Location
from .merging import Merge

COLUMNS = ("input", "number", "id", "group", "rule")
HEAD = "\t".join(COLUMNS)


def lines(merge: Merge, errors: Iterable[Location] = ()) -> Iterator[str]:
    """Yield the lines of the list, with tabs, by input; ``errors`` are where one was not read.

    Groups are numbered from 1 in the order of the output. The rule is the one by which a record
    came to the others of its group, ``""`` for a group's first and for a record alone.
    """
    yield f"{HEAD}\n"
    groups = {
        place: number
        for number, places in enumerate(merge.grouping.groups, start=1)
        for place in places
    }
    rules = {link.two: link.verdict.rule for link in merge.uniting()}
    rows: dict[str, list[tuple[int, int, tuple[str, str, str]]]] = defaultdict(list)
    for place, copy in enumerate(merge.copies):
        cells = (copy.id, str(groups[place]), rules.get(place, ""))
        rows[copy.input].append((copy.line, copy.number, cells))
    for error in errors:
        if error.file in rows and error.line:
            rows[error.file].append((error.line, 0, (error.record, "", "not read")))
    for input, own in rows.items():
        for number, (_, _, cells) in enumerate(sorted(own), start=1):
            yield "\t".join(" ".join(cell.split()) for cell in (input, str(number), *cells)) + "\n"
