"""Find the record that a cited key means, and report what the author should know about it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..base.suggestions import nearest
from ..model.record import Record
from ..model.report import Location, Report
from . import article_names
from .library import Library, mistyped_numbers

if TYPE_CHECKING:
    from ..checks.retraction_list import RetractionList


@dataclass(frozen=True, slots=True)
class Resolver:
    """Finds records in ``library``, and tells ``report`` with the ``places`` of the keys.

    ``outdated`` are keys that the document may cite no longer, so that they need no record.
    ``retractions`` are known besides those that the records tell.
    """

    library: Library
    places: Mapping[str, Location]
    report: Report
    outdated: frozenset[str] = frozenset()
    retractions: RetractionList | None = None

    def find(self, key: str, names: Iterable[str]) -> Record | None:
        """Return the record that has the first of ``names`` that any record has, or ``None``.

        Of several copies, the most final one is taken. Different articles with the same name, and
        a retracted article, are reported.
        """
        names = list(names)
        copies = self.library.find(names)
        if not copies:
            self._report_listed(key, names)
            return None
        record = self._best(copies)
        if key in self.outdated:
            return record
        others = dict.fromkeys(copy.pmid for copy in copies if copy.pmid != record.pmid)
        if record.pmid and any(others):
            which = " and ".join(f"pmid:{pmid}" for pmid in (record.pmid, *others) if pmid)
            message = f"names several articles, {which}: taken as the first; cite its PMID"
            self.report.warning("ambiguous", self.location(key), message)
        self.report_notices(record, self.location(key))
        return record

    def find_silently(self, names: Iterable[str]) -> Record | None:
        """Return the same record as ``find``, but report nothing."""
        copies = self.library.find(names)
        return self._best(copies) if copies else None

    def is_listed(self, names: Iterable[str]) -> bool:
        """Whether the list of retractions has an article."""
        return bool(self.retractions and self.retractions.notices(names))

    def marked(self, record: Record) -> Record:
        """Return a record with a retraction that the list knows."""
        return self.retractions.marked(record) if self.retractions else record

    def report_notices(self, record: Record, where: Location) -> None:
        """Report at ``where`` an article is cited what became of it: that it was retracted."""
        if record.retracted:
            notice = next((each.citation for each in record.relation("retraction-in")), "")
            see = f"; see {notice}" if notice else ""
            self.report.warning("retracted", where, f"this article is retracted{see}")
        for other in self.retractions.others(record) if self.retractions else ():
            self.report.add(other._replace(where=where))

    def _best(self, copies: Sequence[Record]) -> Record:
        """Return the most final of some copies."""
        return self.marked(max(copies, key=finality))

    def _report_listed(self, key: str, names: Iterable[str]) -> None:
        """Report that an article without a record is in the list of retractions."""
        notice = self.retractions.retraction(names) if self.retractions else None
        if notice and key not in self.outdated:
            message = f"this article is retracted; see {notice.citation}"
            self.report.warning("retracted", self.location(key), message)

    def report_unresolved(self, key: str, known: Iterable[str]) -> None:
        """Report that no record was found for ``key``, and suggest similar keys."""
        if key in self.outdated:
            return
        scheme, _, value = article_names.of_key(key)[0].partition(":")
        if scheme in ("pmid", "pmcid"):  # numbers are similar if one may be the other mistyped
            names = {f"{scheme}:{number}" for number in mistyped_numbers(value)}
            similar = [key for key in known if article_names.of_key(key)[0] in names]
        else:
            similar = nearest(key, known)
        suggestions = list(dict.fromkeys([*similar, *self.library.similar_keys(key)]))[:3]
        hint = f"; did you mean {' or '.join(suggestions)}?" if suggestions else ""
        message = f"no record with this name in {self.library.extent}{hint}"
        self.report.error("unresolved", self.location(key), message)

    def report_invalid_key(self, key: str, record: Record, taken: Container[str] = ()) -> None:
        """Report that ``key`` would break the bibliography, and suggest a better one."""
        if key in self.outdated:
            return
        keys = (article_names.to_key(name) for name in article_names.of_record(record))
        free = (key for key in keys if key not in taken)
        better = next((key for key in free if article_names.is_valid_key(key, "biblatex")), "")
        advice = f"; cite {better}" if better else ""
        message = f"has characters that TeX or BibTeX would not read as part of a key{advice}"
        self.report.error("bad-key", self.location(key), message)

    def location(self, key: str) -> Location:
        """Return where a key is cited."""
        return self.places.get(key, Location(record=key))


def finality(record: Record) -> tuple[bool, bool, str]:
    """Rank copies of a record: printed, PubMed's own, and by NLM's last revision (LR)."""
    revised = next((field.value for field in record.admin if field.tag == "LR"), "")
    return record.status != "aheadofprint", bool(record.source_line), revised
