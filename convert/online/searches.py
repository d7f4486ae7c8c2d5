"""The articles of a search of PubMed, also of more than PubMed lists at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..model.report import Location, Report
from .eutilities import LISTED, SERVICE, Eutilities, FoundArticles

# Days on which articles came to PubMed (EDAT), with room to spare: NLM gave older articles days of
# their time.
_FIRST, _LAST = date(1700, 1, 1), date(2199, 12, 31)


class Search:
    """A search: how many articles it finds, and their PMIDs.

    PubMed lists the first 9,999 articles of a search and no more. A longer one is kept on NCBI's
    history server and cut by the days on which its articles came to PubMed, until each part can be
    listed. Raises NoAnswerError.
    """

    def __init__(self, eutilities: Eutilities, term: str, report: Report) -> None:
        self._eutilities, self._report = eutilities, report
        self._found = eutilities.search(term)
        for phrase in self._found.unknown:
            message = f"PubMed finds nothing for {phrase!r}, and leaves it out"
            report.warning("search", Location(SERVICE), message)

    @property
    def count(self) -> int:
        """Return how many articles the search finds."""
        return self._found.total

    def pmids(self, limit: int) -> Iterator[str]:
        """Yield the PMIDs of ``limit`` articles, the newest first. Raises NoAnswerError."""
        wanted = min(limit, self.count)
        seen: set[str] = set()
        parts = self._found.pmids if wanted <= LISTED else self._parts(_FIRST, _LAST)
        for pmid in parts:
            if len(seen) >= wanted:
                return
            if pmid not in seen:
                seen.add(pmid)
                yield pmid
        if len(seen) < wanted:
            message = f"only {len(seen):,} of {wanted:,} articles were listed; search for fewer"
            self._report.error("no-answer", Location(SERVICE), message)

    def _parts(self, first: date, last: date) -> Iterator[str]:
        """Yield the PMIDs of the articles of some days, the latest first."""
        found = self._within(first, last)
        if found.total <= LISTED or first == last:
            yield from found.pmids
            return
        middle = first + (last - first) // 2
        yield from self._parts(middle + timedelta(days=1), last)
        yield from self._parts(first, middle)

    def _within(self, first: date, last: date) -> FoundArticles:
        days = f'"{first:%Y/%m/%d}"[edat] : "{last:%Y/%m/%d}"[edat]'
        return self._eutilities.search(days, within=self._found.history)
