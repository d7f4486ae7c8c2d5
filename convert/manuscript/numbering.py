"""Whether the numbers of a document's citations and of its list are in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..base.lazy_regex import regex
from .articles import ResolvedCite

# What a citation by numbers shows: "(1,2)", "[3–5]", "6".
_NUMBERS = regex(r"[\s(\[]*(\d{1,4}(?:\s*[-–—,;]\s*\d{1,4})*)[\s)\].]*")
_RANGE = regex(r"(\d+)(?:\s*[-–—]\s*(\d+))?")
_LABEL = regex(r"\s*[(\[]?(\d{1,4})(?:[.)\]]+\s*|\t)(?=\D)")
_MOST = 1000  # numbers of a range; more is a misprint


def numbers_in(shown: str) -> list[int]:
    """Return the numbers that a citation shows, those of its ranges included; else nothing."""
    match = _NUMBERS.fullmatch(shown)
    numbers: list[int] = []
    for first, last in _RANGE.findall(match[1]) if match else ():
        start, end = int(first), int(last or first)
        numbers += range(start, min(end, start + _MOST) + 1)
    return numbers


def label_of(entry: str) -> int:
    """Return the number that an entry of a list begins with, 0 for none."""
    match = _LABEL.match(entry)
    return int(match[1]) if match else 0


def gaps(numbers: Iterable[int]) -> str:
    """Return the numbers below the highest one that are missing: ``2, 5``."""
    known = set(numbers)
    missing = (number for number in range(1, max(known, default=0)) if number not in known)
    return ", ".join(map(str, missing))


def repeats(numbers: Iterable[int]) -> str:
    """Return the numbers that stand there more than once: ``2, 5``."""
    return ", ".join(str(number) for number, count in Counter(numbers).items() if count > 1)


def shared(citations: Sequence[tuple[str, Sequence[ResolvedCite]]]) -> Iterator[int]:
    """Yield the numbers that stand for several articles, by the texts that citations show."""
    articles: dict[int, set[str]] = {}
    for shown, cites in citations:
        numbers = numbers_in(shown)
        if len(numbers) == len(cites) == 1:  # else the order need not be that of the cites
            articles.setdefault(numbers[0], set()).add(cites[0].article.id)
    yield from (number for number, ids in sorted(articles.items()) if len(ids) > 1)
