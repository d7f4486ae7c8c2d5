"""The order of an output: as in the input, or as the user asks: ``year``, ``-year,author``.

Keys are given in the input's order, so that sorting does not change them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import itemgetter
from typing import Any, TypeAlias

from ..citekeys.keys import Keys
from ..citekeys.words import ascii, words
from ..model.record import Record
from ..model.values import Name
from ..options import Options
from . import value_choice

KeyedRecord: TypeAlias = tuple[str, Record]
# Returns what a record with a key is sorted by; it begins with whether it lacks the field.
SortKey: TypeAlias = Callable[[str, Record, Options], tuple[Any, ...]]

# Sorts records behind others that have what they lack.
_LAST = "\uffff"
_NO_DATE = (9999,)
# What decides between records that the last field of an order leaves equal.
_TIES = {"author": ("year", "title"), "year": ("author", "title")}
_ARTICLES = ("a", "an", "the")


def keyed(records: Iterable[Record], options: Options) -> Iterator[KeyedRecord]:
    """Yield each record with its citation key, in the order that ``options.sort`` asks for.

    Nothing is held back unless there is something to sort.

    Raises:
        PatternError: ``options.key`` is no pattern.
        UnknownError: ``options.sort`` names a field that there is not.

    """
    keys = Keys(options.key)
    parts = check(options.sort)
    keyed_records: Iterable[KeyedRecord] = ((keys(record), record) for record in records)
    for part in reversed(parts):
        keyed_records = _sorted(keyed_records, part, options)
    return iter(keyed_records)


def ordered(records: Iterable[Record], options: Options) -> Iterable[Record]:
    """Return the records in the order asked for, for outputs without their keys."""
    if options.sort == "none":
        return records
    return (record for _, record in keyed(records, options))


def check(order: str) -> list[str]:
    """Return the parts of an order, such as ``-year``, and what decides between equal records.

    Raises:
        UnknownError: There is no such field.

    """
    parts = [part.strip().lower() for part in order.split(",")]
    parts = [] if parts == ["none"] else parts
    for part in parts:
        _sort_key(part.removeprefix("-"))
    return [*parts, *_TIES.get(parts[-1].removeprefix("-"), ())] if parts else []


def _sort_key(name: str) -> SortKey:
    """Return the function that gives the sort keys of a field. Raises UnknownError."""
    if name in _SORT_KEYS:
        return _SORT_KEYS[name]
    from ..query import fields  # noqa: PLC0415  # most runs sort nothing

    by_field = fields.sort_key(name, ("none", *_SORT_KEYS))
    return lambda _, record, __: by_field(record)


def _sorted(items: Iterable[KeyedRecord], part: str, options: Options) -> list[KeyedRecord]:
    """Sort by one part of an order; what lacks its field comes last in both directions."""
    sort_key = _sort_key(part.removeprefix("-"))
    placed = [(sort_key(*item, options), item) for item in items]
    if part.startswith("-"):
        present = [pair for pair in placed if not pair[0][0]]
        present.sort(key=itemgetter(0), reverse=True)
        placed = present + [pair for pair in placed if pair[0][0]]
    else:
        placed.sort(key=itemgetter(0))
    return [item for _, item in placed]


def _by_key(key: str, _: Record, __: Options) -> tuple[object, ...]:
    return False, key.lower()


def _by_author(_: str, record: Record, __: Options) -> tuple[object, ...]:
    names = [_name(name) for name in record.author or record.editor]
    return not names, names


def _by_year(_: str, record: Record, options: Options) -> tuple[object, ...]:
    date = _date(record, options)
    return date == _NO_DATE, date


def _by_title(_: str, record: Record, __: Options) -> tuple[object, ...]:
    title = _title(record)
    return title == [_LAST], title


def _by_pmid(_: str, record: Record, __: Options) -> tuple[object, ...]:
    pmid = record.pmid
    return not pmid, (0, int(pmid), "") if pmid.isdecimal() else (1, 0, pmid)


def _name(name: Name) -> str:
    return ascii(name.literal or f"{name.family}\t{name.given}").lower()


def _date(record: Record, options: Options) -> tuple[int, ...]:
    date = value_choice.issued(record, options.date)
    return tuple(date.start) if date and date.start else _NO_DATE


def _title(record: Record) -> list[str]:
    """Return the title's words without an article before them."""
    title = words((record.title or record.original_title).lower())
    if title and title[0] in _ARTICLES:
        title = title[1:]
    return title or [_LAST]


_SORT_KEYS: dict[str, SortKey] = {
    "author": _by_author,
    "key": _by_key,
    "pmid": _by_pmid,
    "title": _by_title,
    "year": _by_year,
}
