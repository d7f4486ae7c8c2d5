"""The rule for reference lists as plain text, which can have no mark: lines are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..base.errors import InputError
from ..markup.links import link
from ..model.rich_text import Span
from ..tables.calendar import MONTHS
from .file_content import open_text
from .wording import UNWRITTEN, counted, listed

_ENTRY_NUMBER = re.compile(r"\A\s*(?:[\[(]\d+[\])][.:]?|\d+[.):\]])\s+")
_YEAR_SUFFIX = re.compile(r"\b(\d{4})[a-z]{1,2}\b")
_WORD = re.compile(r"[^\W\d_]+")
# Words that, besides numbers, an entry loses when its article is printed.
_PASSING = frozenset((
    *map(str.lower, MONTHS),
    "advance", "ahead", "epub", "first", "in", "of", "online", "press", "print", "publication",
))  # fmt: skip


def missing_lines(old: str, *new: str) -> str:
    """Return in words which lines of the file ``old`` are not written again in the others.

    The number before an entry and the letter behind its year do not count. If a line names the
    same DOI, PMID or address, its other numbers and the words of its publication's state may
    differ too, as when an article that was ahead of print is printed.
    """
    try:
        new_lines = [line for file in new for line in _entries(file)]
        old_lines = list(_entries(old))
    except InputError:
        return "is not text"
    known = set(new_lines)
    words_by_address: dict[str, set[str]] = {}
    for line in new_lines:
        for address in _addresses(line):
            words_by_address.setdefault(address, set()).update(_words(line))
    missing = [
        line for line in old_lines if line not in known and not _is_updated(line, words_by_address)
    ]
    if not missing:
        return ""
    return f"holds {counted(missing, 'line', 'lines')} {UNWRITTEN}: {listed(missing)}"


def _entries(file: str) -> Iterator[str]:
    """Yield the lines of a text that are not blank, without what depends on other entries."""
    for line in open_text(file).lines:
        if entry := _YEAR_SUFFIX.sub(r"\1", _ENTRY_NUMBER.sub("", line)).strip():
            yield entry


def _is_updated(line: str, words_by_address: Mapping[str, set[str]]) -> bool:
    """Return whether an entry is written again, except for its numbers."""
    words = [words_by_address[key] for key in _addresses(line) if key in words_by_address]
    return bool(words) and _words(line) <= _PASSING.union(*words)


def _addresses(line: str) -> list[str]:
    """Return the addresses that a line names."""
    return [node.href.lower() for node in link((line,)) if isinstance(node, Span)]


def _words(line: str) -> set[str]:
    """Return the words of a line, without its numbers."""
    return {word.lower() for word in _WORD.findall(line)}
