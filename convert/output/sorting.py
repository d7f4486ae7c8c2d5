"""The order of an output: as in the input, or as the user asks.

Keys are given in the input's order, so that sorting does not change them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from ..citekeys.keys import Keys
from ..citekeys.words import ascii, words
from ..model.record import Record
from ..model.values import Name
from ..options import Options
from . import value_choice

KeyedRecord: TypeAlias = tuple[str, Record]

# Sorts records behind others that have what they lack.
_LAST = "\uffff"
_ARTICLES = ("a", "an", "the")


def keyed(records: Iterable[Record], options: Options) -> Iterator[KeyedRecord]:
    """Yield each record with its citation key, in the order that ``options.sort`` asks for.

    Nothing is held back unless there is something to sort.

    Raises:
        PatternError: ``options.key`` is no pattern.

    """
    keys = Keys(options.key)
    keyed_records = ((keys(record), record) for record in records)
    if options.sort not in _SORT_KEYS:
        return keyed_records
    sort_key = _SORT_KEYS[options.sort]
    return iter(sorted(keyed_records, key=lambda item: sort_key(item[0], item[1], options)))


def ordered(records: Iterable[Record], options: Options) -> Iterable[Record]:
    """Return the records in the order asked for, for outputs without their keys."""
    if options.sort == "none":
        return records
    return (record for _, record in keyed(records, options))


def _by_key(key: str, _: Record, __: Options) -> tuple[object, ...]:
    return (key.lower(),)


def _by_author(_: str, record: Record, options: Options) -> tuple[object, ...]:
    names = [_name(name) for name in record.author or record.editor] or [_LAST]
    return names, _date(record, options), _title(record)


def _by_year(key: str, record: Record, options: Options) -> tuple[object, ...]:
    return _date(record, options), _by_author(key, record, options)


def _by_title(_: str, record: Record, __: Options) -> tuple[object, ...]:
    return (_title(record),)


def _by_pmid(_: str, record: Record, __: Options) -> tuple[object, ...]:
    pmid = record.pmid
    return (0, int(pmid), "") if pmid.isdecimal() else (1, 0, pmid)


def _name(name: Name) -> str:
    return ascii(name.literal or f"{name.family}\t{name.given}").lower()


def _date(record: Record, options: Options) -> tuple[int, ...]:
    date = value_choice.issued(record, options.date)
    return tuple(date.start) if date and date.start else (9999,)


def _title(record: Record) -> list[str]:
    """Return the title's words without an article before them."""
    title = words((record.title or record.original_title).lower())
    if title and title[0] in _ARTICLES:
        title = title[1:]
    return title or [_LAST]


_SORT_KEYS: dict[str, Callable[[str, Record, Options], tuple[object, ...]]] = {
    "author": _by_author,
    "key": _by_key,
    "pmid": _by_pmid,
    "title": _by_title,
    "year": _by_year,
}
