"""The rule for reference lists as text, which has no place for a mark: its lines are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..base.errors import InputError
from ..markup.links import link
from ..model.rich_text import Span
from ..tables.calendar import MONTHS
from .file_content import open_text
from .wording import UNWRITTEN, counted, listed

NUMBER = re.compile(r"\A\s*(?:[\[(]\d+[\])][.:]?|\d+[.):\]])\s+")  # of an entry in a list
NAMESAKE = re.compile(r"\b(\d{4})[a-z]{1,2}\b")  # the letter behind a year
WORD = re.compile(r"[^\W\d_]+")
# Words that an entry loses when its article is printed, besides its numbers.
PASSING = frozenset((
    *map(str.lower, MONTHS),
    "advance", "ahead", "epub", "first", "in", "of", "online", "press", "print", "publication",
))  # fmt: skip


def lines(old: str, new: str) -> str:
    """Return which lines of the text ``old`` are not written again in ``new``, in words.

    The number before an entry and the letter behind its year do not count. Of an entry that names
    the same DOI, PMID or address, other numbers and the words of a publication's state may differ
    too: an article that was ahead of print is printed.
    """
    try:
        known, told = list(_entries(new)), list(_entries(old))
    except InputError:
        return "is not text"
    same = set(known)
    places: dict[str, set[str]] = {}
    for line in known:
        for place in _places(line):
            places.setdefault(place, set()).update(_words(line))
    lost = [line for line in told if line not in same and not _again(line, places)]
    if not lost:
        return ""
    return f"holds {counted(lost, 'line', 'lines')} {UNWRITTEN}: {listed(lost)}"


def _entries(file: str) -> Iterator[str]:
    """Yield the lines of a text that are not blank, without what depends on other entries."""
    for line in open_text(file).lines:
        if bare := NAMESAKE.sub(r"\1", NUMBER.sub("", line)).strip():
            yield bare


def _again(line: str, places: Mapping[str, set[str]]) -> bool:
    """Return whether an entry is written again, but for its numbers."""
    there = [places[place] for place in _places(line) if place in places]
    return bool(there) and _words(line) <= PASSING.union(*there)


def _places(line: str) -> list[str]:
    """Return the addresses that a line names."""
    return [node.href.lower() for node in link((line,)) if isinstance(node, Span)]


def _words(line: str) -> set[str]:
    """Return the words of a line, without its numbers."""
    return {word.lower() for word in WORD.findall(line)}
