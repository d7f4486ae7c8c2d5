"""Articles that no file of a library has, and that a source of articles was asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

from ..model.record import Record
from . import article_names
from .held_records import HeldRecords

IDENTIFIERS = ("pmid:", "pmcid:", "doi:")  # the beginnings of names that any source knows


class ArticleSource(Protocol):
    """Where articles can be had by their names, such as PubMed."""

    def fetch(self, names: Iterable[str]) -> Iterator[tuple[str, Record]]:
        """Yield articles, each with the name by which it was asked for; report what fails."""
        ...


class Fetched(HeldRecords):
    """The articles of a source, in the place of a folder of files."""

    def __init__(self, source: ArticleSource) -> None:
        super().__init__()
        self._source = source
        self._asked: set[str] = set()

    def ask(self, names: Collection[str]) -> None:
        """Ask for the articles with ``names`` that are identifiers, each once."""
        new = [name for name in dict.fromkeys(names) if name.startswith(IDENTIFIERS)]
        new = [name for name in new if name not in self._asked and not self._records.get(name)]
        self._asked.update(new)
        for asked, record in self._source.fetch(new) if new else ():
            self.hold(record, [asked])


def lacking(
    records: Iterable[Record], keys: Iterable[str], source: ArticleSource
) -> Iterator[Record]:
    """Yield the articles that ``keys`` name and that are none of ``records``, from ``source``."""
    known = {name for record in records for name in article_names.of_record(record)}
    groups = map(article_names.of_key, keys)
    names = [name for group in groups if known.isdisjoint(group) for name in group]
    wanted = dict.fromkeys(name for name in names if name.startswith(IDENTIFIERS))
    yield from (record for _, record in source.fetch(wanted))
