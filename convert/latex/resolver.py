"""Cited keys to articles: which record is meant, and what the author should know of it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from ..base.suggestions import nearest
from ..model.record import Record
from ..model.report import Location, Report
from . import article_names
from .citations import Citation
from .library import Library, slips


@dataclass(frozen=True, slots=True)
class Resolver:
    """Finds records in ``library`` and tells ``report``, with the ``places`` of the keys."""

    library: Library
    places: dict[str, Citation]
    report: Report

    def find(self, key: str, wanted: Iterable[str]) -> Record | None:
        """Return the record that has the first known of the ``wanted`` names, if any has.

        Of several copies the most final is taken. It is told if different articles have the
        name, and if the article was retracted.
        """
        found = self.library.find(wanted)
        if not found:
            return None
        record = max(found, key=finality)
        others = dict.fromkeys(each.pmid for each in found if each.pmid != record.pmid)
        if record.pmid and any(others):
            which = " and ".join(f"pmid:{pmid}" for pmid in (record.pmid, *others) if pmid)
            message = f"names several articles, {which}: taken as the first; cite its PMID"
            self.report.warning("ambiguous", self.where(key), message)
        if record.retracted:
            self._retracted(key, record)
        return record

    def best(self, wanted: Iterable[str]) -> Record | None:
        """Return the record that has the first known of the ``wanted`` names, in silence."""
        return max(self.library.find(wanted), key=finality, default=None)

    def unresolved(self, key: str, known: Iterable[str]) -> None:
        """Report that ``key`` was found nowhere, and what looks like it."""
        scheme, _, value = article_names.read(key)[0].partition(":")
        if scheme in ("pmid", "pmcid"):  # for numbers, likeness is a slip of the fingers
            near = {f"{scheme}:{each}" for each in slips(value)}
            known = [each for each in known if article_names.read(each)[0] in near]
        else:
            known = nearest(key, known)
        close = list(dict.fromkeys([*known, *self.library.near(key)]))[:3]
        hint = f"; did you mean {' or '.join(close)}?" if close else ""
        files = "1 file" if self.library.count == 1 else f"{self.library.count} files"
        message = f"no record of this name in {files} looked through{hint}"
        self.report.error("unresolved", self.where(key), message)

    def unfit(self, key: str, record: Record, taken: Container[str] = ()) -> None:
        """Report that ``key`` would break the bibliography, and under which key to cite instead."""
        usual = (article_names.spelt(name) for name in article_names.of(record))
        other = next(
            (each for each in usual if each not in taken and article_names.fit(each, "biblatex")),
            "",
        )
        advice = f"; cite {other}" if other else ""
        message = f"has signs that TeX or BibTeX would not read as part of a key{advice}"
        self.report.error("bad-key", self.where(key), message)

    def where(self, key: str) -> Location:
        """Return the place of a key."""
        place = self.places.get(key, Citation(key))
        return Location(place.file, place.line, key)

    def _retracted(self, key: str, record: Record) -> None:
        notice = next((each.citation for each in record.relation("retraction-in")), "")
        see = f"; see {notice}" if notice else ""
        self.report.warning("retracted", self.where(key), f"this article is retracted{see}")


def finality(record: Record) -> tuple[bool, bool, str]:
    """Rank copies of a record: printed, PubMed's own, and by NLM's last revision (LR)."""
    revised = next((each.value for each in record.admin if each.tag == "LR"), "")
    return record.status != "aheadofprint", bool(record.source_line), revised
