"""The order of an output: as it comes, or by what the user asks for. Keys come first.

Keys are given in the input's order, so that sorting does not change them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..citekeys.keys import Keys
from ..citekeys.words import ascii, words
from ..model.record import Record
from ..model.values import Name
from ..options import Options
from . import value_choice

Item = tuple[str, Record]

# What a record lacks puts it behind those that have it.
LAST = "\uffff"


def keyed(records: Iterable[Record], options: Options) -> Iterator[Item]:
    """Yield each record with its citation key, in the order that ``options.sort`` asks for.

    Nothing is held back unless there is something to sort.

    Raises:
        PatternError: ``options.key`` is no pattern.

    """
    keys = Keys(options.key)
    items = ((keys(record), record) for record in records)
    by = BY.get(options.sort)
    return iter(sorted(items, key=lambda item: by(item, options))) if by else items


def ordered(records: Iterable[Record], options: Options) -> Iterable[Record]:
    """Give the records in the order asked for, where no output has their keys."""
    if options.sort == "none":
        return records
    return (record for _, record in keyed(records, options))


def _key(item: Item, _: Options) -> Any:
    return item[0].lower()


def _author(item: Item, options: Options) -> Any:
    names = item[1].author or item[1].editor
    return [_name(name) for name in names] or [LAST], _year(item, options), _title(item, options)


def _name(name: Name) -> str:
    return ascii(name.literal or f"{name.family}\t{name.given}").lower()


def _year(item: Item, options: Options) -> Any:
    date = value_choice.issued(item[1], options.date)
    return tuple(date.start) if date and date.start else (9999,)


def _dated(item: Item, options: Options) -> Any:
    return _year(item, options), _author(item, options)


def _title(item: Item, _: Options) -> Any:
    found = words((item[1].title or item[1].original_title).lower())
    skipped = found[1:] if found and found[0] in ("a", "an", "the") else found
    return skipped or [LAST]


def _pmid(item: Item, _: Options) -> Any:
    pmid = item[1].pmid
    return (0, int(pmid), "") if pmid.isdecimal() else (1, 0, pmid)


BY: dict[str, Callable[[Item, Options], Any]] = {
    "key": _key, "author": _author, "year": _dated, "title": _title, "pmid": _pmid,
}  # fmt: skip
