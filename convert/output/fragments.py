"""Outputs made in parts, which depend on other records in nothing but the keys.

A draft is a record's text cut where its key belongs, so that several processes can make
drafts, and the keys, which depend on all records before, come in at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from ..citekeys.keys import Keys, identity
from ..model.record import Record
from ..model.report import Report
from ..options import Options

# The key that it would have, what tells it from a namesake, the text before, between and behind.
Draft: TypeAlias = tuple[str, str, tuple[str, ...]]
# Takes a record, and gives its text in such pieces.
Pieces: TypeAlias = Callable[[Record, Report], tuple[str, ...]]
# Takes a record and its key, and gives its text.
Spell: TypeAlias = Callable[[Record, str, Report], str]

KEY = "\uffff"  # stands for a key while a text is made: Unicode has no such character


def cut(spell: Spell) -> Pieces:
    """Give what cuts the text that ``spell`` makes of a record where its key stands."""
    return lambda record, report: tuple(spell(record, KEY, report).split(KEY))


def drafter(
    pieces: Pieces, options: Options
) -> Callable[[Iterable[Record], Report], Iterator[Draft]]:
    """Give what makes the drafts of a part of the records.

    Raises:
        PatternError: ``options.key`` is no pattern.

    """
    keys = Keys(options.key)

    def drafts(records: Iterable[Record], report: Report) -> Iterator[Draft]:
        for record in records:
            yield keys.wanted(record), identity(record), pieces(record, report)

    return drafts


def finish(drafts: Iterable[Draft], options: Options) -> Iterator[str]:
    """Yield the texts with their keys, as one process would make them."""
    keys = Keys(options.key)
    for wanted, other, pieces in drafts:
        yield keys.unique(wanted, other).join(pieces)
