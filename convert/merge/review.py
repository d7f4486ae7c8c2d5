"""Pairs that a person has to look at, as a table, and what was decided about them.

Decisions are known by what the two records say, not by where they stand: the same pair of another
export is not asked for again. They are remembered in a file beside the inputs.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from ..base.errors import InputError
from ..base.frozen import Frozen
from ..matching.groups import ArticleLink, Decide
from ..matching.rules import OTHER, SAME
from ..matching.traits import Traits
from ..spreadsheet.write import no_formula
from .copies import Copy

_WORDS = {
    **dict.fromkeys(("same", "yes", "y", "1", "duplicate", "true"), SAME),
    **dict.fromkeys(("other", "no", "n", "0", "different", "false"), OTHER),
}
_SHOWN = ("place", "source", "id", "authors", "year", "title", "journal", "volume", "page", "doi")
COLUMNS = (
    "decision", "reason", *(f"{name}_{side}" for name in _SHOWN for side in (1, 2)),
    "key_1", "key_2",
)  # fmt: skip
HEAD = "decision,reason,"  # how the table begins

MEMORY = ".medcite-decisions.csv"  # the file beside the inputs

# The keys of two records, in order.
Pair = tuple[str, str]


class Reviewed(Frozen):
    """A table as a person left it: columns, rows by pair, and what was decided."""

    columns: tuple[str, ...] = COLUMNS
    rows: Mapping[Pair, Mapping[str, str]] = {}  # never modified
    decisions: Mapping[Pair, str] = {}  # never modified

    def after(self, remembered: Reviewed) -> Reviewed:
        """Return this table with what earlier ones decided; where both have a pair, this one."""
        earlier = {
            pair: decision
            for pair, decision in remembered.decisions.items()
            if pair not in self.rows
        }
        return Reviewed(
            (*self.columns, *(name for name in remembered.columns if name not in self.columns)),
            {**remembered.rows, **self.rows},
            {**earlier, **self.decisions},
        )


def key_of(traits: Traits) -> str:
    """Return a short text that stands for what a record says of itself."""
    return blake2b(repr(tuple(traits)).encode(), digest_size=6).hexdigest()


def decider(decisions: Mapping[Pair, str], copies: Sequence[Copy]) -> Decide:
    """Return what looks decisions up by the places of two records."""
    if not decisions:
        return lambda one, two: ""
    keys = [key_of(copy.traits) for copy in copies]
    return lambda one, two: decisions.get(_pair(keys[one], keys[two]), "")


def read(text: str, name: str) -> Reviewed:
    """Return the table in a text.

    Raises:
        InputError: It is no such table, or a decision is neither ``same`` nor ``other``.

    """
    lines = csv.DictReader(io.StringIO(text, newline=""))
    columns = tuple(lines.fieldnames or ())
    if not {"decision", "key_1", "key_2"} <= set(columns):
        raise InputError(f"{name}: is no table of pairs: it has no columns decision, key_1, key_2")
    rows: dict[Pair, dict[str, str]] = {}
    decisions: dict[Pair, str] = {}
    for line in lines:
        row = {column: line.get(column) or "" for column in columns}
        pair = _pair(row["key_1"], row["key_2"])
        rows[pair] = row
        if word := row["decision"].strip().lower():
            if word not in _WORDS:
                problem = f"unknown decision {word!r}; use `same` or `other`"
                raise InputError(f"{name}:{lines.line_num}: {problem}")
            decisions[pair] = _WORDS[word]
    return Reviewed((*columns, *(name for name in COLUMNS if name not in columns)), rows, decisions)


def lines(near: Iterable[ArticleLink], copies: Sequence[Copy], before: Reviewed) -> Iterator[str]:
    """Yield the lines of the table: pairs to look at, then those that were decided, as they were.

    What a person wrote into further columns stays.
    """
    yield _line(before.columns)
    for link in near:
        one, two = sorted((copies[link.one], copies[link.two]), key=lambda c: key_of(c.traits))
        pair = key_of(one.traits), key_of(two.traits)
        if pair not in before.decisions:
            row = {**before.rows.get(pair, {}), **_row(one, two), "reason": link.verdict.reason}
            yield _line([row.get(column, "") for column in before.columns])
    for pair in before.decisions:
        yield _line([before.rows[pair].get(column, "") for column in before.columns])


def decided_lines(reviewed: Reviewed) -> Iterator[str]:
    """Yield the lines of a table of only the pairs that were decided, sorted."""
    yield _line(reviewed.columns)
    for pair in sorted(reviewed.decisions):
        row = {**reviewed.rows[pair], "decision": reviewed.decisions[pair]}
        yield _line([row.get(column, "") for column in reviewed.columns])


def _row(one: Copy, two: Copy) -> dict[str, str]:
    """Return the cells of two records by their columns."""
    row = {"key_1": key_of(one.traits), "key_2": key_of(two.traits)}
    for side, copy in enumerate((one, two), start=1):
        row |= {f"{name}_{side}": value for name, value in zip(_SHOWN, _cells(copy), strict=True)}
    return row


def _cells(copy: Copy) -> tuple[str, ...]:
    record = copy.record()
    names = [name.literal or f"{name.family} {name.given}".strip() for name in record.author]
    shown = "; ".join(names[:3]) + (f"; and {len(names) - 3} more" if len(names) > 3 else "")
    return (
        copy.place, copy.source.name, copy.id, shown, str(copy.traits.year or ""),
        record.title, record.container_title or record.container_title_short,
        record.volume, str(record.page or record.number), record.doi,
    )  # fmt: skip


def _pair(one: str, two: str) -> Pair:
    return (one, two) if one <= two else (two, one)


def _line(cells: Iterable[str]) -> str:
    """Return a line of CSV; a spreadsheet takes no cell of it for a formula."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(map(no_formula, cells))
    return out.getvalue()
