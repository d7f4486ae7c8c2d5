"""What users write on the command line: patterns of citation keys, and conditions."""

from __future__ import annotations

from collections.abc import Iterator

import medcite
from medcite.citekeys import keys, pattern
from medcite.query import grammar
from medcite.tables.keys import PRESETS

from fuzz import seeds
from fuzz.target import FaultError, Target

PATTERNS = (
    "auth.lower + year + title.word(1).lower | 'pmid' + pmid",
    "[auth:lower][year]_[title:word(1):lower:(none)]",
)
CONDITIONS = (
    "year >= 2015 and (author: doe or not title: \"a word\" or doi = '10.1000/a(b)c')",
    "issued < 2020-03-01 and volume > 12 and retracted and mesh: neopl* and pmid != PMID:1",
)


def targets() -> Iterator[Target]:
    """Yield the targets."""
    yield Target("key-pattern", lambda: _encoded((*PATTERNS, *PRESETS.values())), _make_keys)
    yield Target("condition", lambda: _encoded(CONDITIONS), _test_condition)


def _encoded(texts: tuple[str, ...]) -> list[bytes]:
    return [text.encode() for text in texts]


def _make_keys(data: bytes) -> None:
    """Make the keys of some records by a pattern."""
    try:
        make = keys.Keys(data.decode("utf-8", "replace"))
    except medcite.Error:
        return
    made = [make(record) for record in seeds.records()]
    if wrong := [key for key in made if not key or pattern.UNSAFE.search(key)]:
        raise FaultError(f"unsafe keys: {wrong}")


def _test_condition(data: bytes) -> None:
    """Ask of some records whether a condition holds."""
    try:
        condition = grammar.parse(data.decode("utf-8", "replace"))
    except medcite.Error:
        return
    for record in seeds.records():
        condition(record)
