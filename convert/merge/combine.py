"""One record of several copies: field by field the best source wins, and nothing is lost.

The best is PubMed's newest (LR), then the copy that says the most. What it lacks is taken from the
others; lists such as keywords and identifiers are united.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..codecs.characters import folded
from ..model import peek
from ..model.record import Record
from ..model.values import Date, Field, Name

# Values that are united, with what makes two of them the same.
_UNITED: dict[str, Callable[[Any], object]] = {
    "keywords": lambda keyword: folded(keyword.text),
    "identifiers": lambda identifier: (identifier.scheme, identifier.value.lower()),
    "issn": lambda issn: issn.value,
    "isbn": folded,
    "publication_types": str.lower,
    "notes": folded,
    "grants": lambda grant: grant,
    "databanks": lambda databank: databank,
    "substances": lambda substance: folded(substance.name),
    "relations": lambda relation: (relation.kind, relation.pmid or folded(relation.citation)),
}
# What belongs together is taken from one copy: no volume of one beside the pages of another.
_TOGETHER = (
    ("author", "et_al"),
    ("editor", "editor_et_al"),
    ("title", "original_title", "translated"),
    ("type", "genre"),
)
# Of which it is told that copies differ.
_COMPARED = ("title", "volume", "issue", "page", "issued", "doi", "pmcid")
# About the copy, and not about the article.
_OWN = frozenset({"origin", "admin", "source_line", "kept"})


def by_quality(copies: Sequence[Record]) -> list[Record]:
    """Return the copies, the best first; the order in which they come does not matter."""
    qualities = [_quality(copy) for copy in copies]
    if len(set(qualities)) < len(qualities):  # equally good: any order, but always the same
        qualities = [
            (*quality, _text(copy)) for quality, copy in zip(qualities, copies, strict=True)
        ]
    places = sorted(range(len(copies)), key=qualities.__getitem__)
    return [copies[place] for place in places]


def combine(copies: Sequence[Record], kept: tuple[Field, ...] = ()) -> Record:
    """Return the one record of some copies, which are sorted by quality.

    ``kept`` are the fields that no attribute takes: those that the output's format has.
    """
    best = copies[0]
    values: dict[str, Any] = {"kept": kept}
    for names in _TOGETHER:
        donor = next((copy for copy in copies if getattr(copy, names[0])), best)
        if names[0] == "author":
            donor = _with_fullest_names(copies)
        values |= {name: getattr(donor, name) for name in names}
    for name in Record.names:
        if name in values or name in _OWN:
            continue
        if name in _UNITED:
            values[name] = _united([getattr(copy, name) for copy in copies], _UNITED[name])
        else:
            values[name] = _first([getattr(copy, name) for copy in copies])
    return best.replace(**values)


def _first(values: Sequence[Any]) -> Any:
    """Return the first value that is not empty; a date with the month before its year alone."""
    first = next(filter(None, values), values[0])
    if isinstance(first, Date):
        fuller = [date for date in values if date and str(date).startswith(f"{first} ")]
        return next(iter(fuller), first)
    return first


def differences(copies: Sequence[Record]) -> Iterator[tuple[str, str, str]]:
    """Yield what a copy says otherwise than the best: attribute, the best's value, the other's."""
    best, *others = copies
    for name in _COMPARED:
        own = _shown(best, name)
        values = dict.fromkeys(_shown(other, name) for other in others)
        for value in filter(None, values):
            if own and not _is_fuller(folded(own), folded(value)):
                yield name, own, value


def _shown(record: Record, name: str) -> str:
    return str(getattr(record, name) or "")


def _is_fuller(one: str, two: str) -> bool:
    """Whether one of two values says what the other does, and perhaps more: a date's day."""
    return one.startswith(two) or two.startswith(one)


def _quality(record: Record) -> tuple[object, ...]:
    revised = next((field.value for field in record.admin if field.tag == "LR"), "")
    filled = len(peek.having(record, [name for name in Record.names if name not in _OWN]))
    newest = tuple(-ord(character) for character in revised)
    size = len(record.abstract) + sum(len(name.given) for name in record.author)
    return not peek.is_from_pubmed(record), newest, -filled, -size


def _text(record: Record) -> str:
    """Return a text that differs for copies that differ, to decide between equally good ones."""
    return repr([getattr(record, name) for name in Record.names if name not in ("origin", "admin")])


def _with_fullest_names(copies: Sequence[Record]) -> Record:
    """Return the copy whose byline is whole, and of these the first that has any."""
    candidates = [copy for copy in copies if copy.author]
    whole = [copy for copy in candidates if not copy.et_al] or candidates
    full = [copy for copy in whole if any(_is_full(name) for name in copy.author)]
    return (full or whole or copies)[0]


def _is_full(name: Name) -> bool:
    """Whether a person has more than initials."""
    return any(len(word.strip(".")) > 1 and not word.isupper() for word in name.given.split())


def _united(values: Sequence[tuple[Any, ...]], key: Callable[[Any], object]) -> tuple[Any, ...]:
    """Return the values of all copies, each once."""
    first: dict[object, Any] = {}
    for value in (value for own in values for value in own):
        first.setdefault(key(value), value)
    return tuple(first.values())
