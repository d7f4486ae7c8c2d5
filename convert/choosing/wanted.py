"""The articles that a list names, by PMID, PMCID, DOI or citation key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..base.lazy_regex import regex
from ..library import article_names
from ..model.record import Record
from ..model.report import Location, Report
from ..tables.identifiers import LABELS

_PART = regex(r"[^\s\"]+")
_LIST = regex(r"[,;]")


class WantedArticles:
    """The names of a list, each with where it stands; remembers which were found."""

    def __init__(self, names: Iterable[tuple[str, Location]]) -> None:
        self._asked = [(frozenset(article_names.of_key(name)), place) for name, place in names]
        self._wanted = frozenset[str]().union(*(meanings for meanings, _ in self._asked))
        self._found: set[str] = set()

    def has(self, record: Record) -> bool:
        """Whether the list names a record."""
        names = self._wanted.intersection(article_names.of_record(record))
        self._found |= names
        return bool(names)

    def report_missing(self, report: Report) -> None:
        """Warn of each name that no record had."""
        for meanings, place in self._asked:
            if meanings.isdisjoint(self._found):
                report.warning("unresolved", place, "no record has this name")


def read_names(lines: Iterable[str], file: str) -> Iterator[tuple[str, Location]]:
    """Yield the names in lines of text, with blanks, commas or semicolons between them.

    Labels such as ``PMID:`` and what stands behind ``#`` are left out.
    """
    for number, line in enumerate(lines, start=1):
        text = line.strip("\ufeff").partition("#")[0]
        for name in _names(text):
            yield name, Location(file, number, name)


def _names(text: str) -> Iterator[str]:
    """Yield the names in a line; a DOI may have commas and semicolons inside."""
    for part in _PART.findall(text):
        names = [part.rstrip(",;")] if "10." in part else _LIST.split(part)
        yield from (name for name in names if name and name.upper().rstrip("S:") not in LABELS)
