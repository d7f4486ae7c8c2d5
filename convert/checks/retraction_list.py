"""Retraction Watch's list of what became of articles, as Crossref publishes it (CSV).

A row is a notice: a retraction, an expression of concern, a correction or a reinstatement. Only a
retraction makes an article retracted, unless it was reinstated later. Articles are found by their
DOI, in any case, and PMID. Source: Crossref, "Retraction Watch retractions data", README.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ..base.errors import InputError
from ..base.lazy_regex import regex
from ..codecs.identifiers import doi
from ..model import peek
from ..model.record import Record
from ..model.report import Diagnostic, Level, Report
from ..model.retracted_titles import is_notice_title
from ..model.values import PartialDate, Relation
from .retractions import place

RETRACTION, REINSTATEMENT = "retraction", "reinstatement"
# What is told of the other notices: code, and the text.
_TOLD = {
    "expression of concern": ("concern", "there is an expression of concern"),
    "correction": ("erratum", "there is a correction"),
    REINSTATEMENT: ("updated", "this article was reinstated after its retraction"),
}
_NEEDED = ("RetractionNature", "OriginalPaperDOI", "OriginalPaperPubMedID")
_AMERICAN_DATE = regex(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")
_ISO_DATE = regex(r"(\d{4})-(\d{2})-(\d{2})")
_NOTICE_TYPES = frozenset(("Retraction of Publication", "Published Erratum"))


class ListedNotice(NamedTuple):
    """A row of the list: what the notice is, when and where it was published, and why."""

    nature: str  # in lower case: retraction, correction...
    date: PartialDate | None
    journal: str = ""
    doi: str = ""
    pmid: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def citation(self) -> str:
        """The notice as NLM cites such: ``PLoS One. 2024 Mar 1. doi: 10.1371/...``."""
        where = (self.journal, str(self.date or ""), self.doi and f"doi: {self.doi}")
        reasons = f"({'; '.join(self.reasons)})" if self.reasons else ""
        return f"{'. '.join(filter(None, where))} {reasons}".strip()


class RetractionList:
    """The notices of each article, by its DOI and PMID, the earliest first."""

    def __init__(self, notices: Mapping[str, Iterable[ListedNotice]]) -> None:
        self._notices = {name: tuple(own) for name, own in notices.items()}

    def notices(self, names: Iterable[str]) -> list[ListedNotice]:
        """Return the notices of an article, whose names are ``pmid:...`` and ``doi:...``."""
        known = (notice for name in names for notice in self._notices.get(name, ()))
        return sorted(dict.fromkeys(known), key=_when)

    def retraction(self, names: Iterable[str]) -> ListedNotice | None:
        """Return the notice that retracted an article; ``None`` if it was reinstated later."""
        last = None
        for notice in self.notices(names):
            if notice.nature == RETRACTION:
                last = notice
            elif notice.nature == REINSTATEMENT:
                last = None
        return last

    def marked(self, record: Record) -> Record:
        """Return a record with the retraction that the list knows and the record does not."""
        notice = self.retraction(_names(record.doi, record.pmid))
        if notice is None or _is_notice(record) or "retraction-in" in peek.relation_kinds(record):
            return record
        relation = Relation("retraction-in", notice.citation, notice.pmid, notice.doi)
        return record.replace(relations=(*record.relations, relation))

    def told(self, records: Iterable[Record], report: Report) -> Iterator[Record]:
        """Pass records on; report notices of them that are no retractions."""
        for record in records:
            for notice in self.others(record):
                report.add(notice)
            yield record

    def others(self, record: Record) -> Iterator[Diagnostic]:
        """Yield notes on corrections, expressions of concern and reinstatements of an article."""
        for notice in [] if _is_notice(record) else self.notices(_names(record.doi, record.pmid)):
            if notice.nature in _TOLD:
                code, text = _TOLD[notice.nature]
                message = f"{text}: {notice.citation}"
                yield Diagnostic(Level.NOTE, code, place(record), message)


def read_list(lines: Iterable[str], name: str) -> RetractionList:
    """Return the list in the lines of a table.

    Raises:
        InputError: It has other columns.

    """
    rows = csv.DictReader(f"{line}\n" for line in lines)
    if missing := [column for column in _NEEDED if column not in (rows.fieldnames or ())]:
        expected = "expected Retraction Watch's list in CSV, as Crossref publishes it"
        raise InputError(f"{name}: has no column {missing[0]}; {expected}")
    notices: dict[str, list[ListedNotice]] = defaultdict(list)
    for row in rows:
        cells = {column: (row.get(column) or "").strip() for column in rows.fieldnames or ()}
        notice = _notice(cells)
        article = doi(cells["OriginalPaperDOI"]), _pmid(cells["OriginalPaperPubMedID"])
        for known in _names(*article):
            notices[known].append(notice)
    return RetractionList(notices)


def _notice(cells: Mapping[str, str]) -> ListedNotice:
    reasons = (reason.strip("+ ") for reason in cells.get("Reason", "").split(";"))
    return ListedNotice(
        cells["RetractionNature"].lower(),
        _date(cells.get("RetractionDate", "")),
        cells.get("Journal", ""),
        doi(cells.get("RetractionDOI", "")),
        _pmid(cells.get("RetractionPubMedID", "")),
        tuple(filter(None, reasons)),
    )


def _pmid(text: str) -> str:
    """Return a PMID; the list has 0 where there is none."""
    return text.lstrip("0") if text.isdecimal() else ""


def _date(text: str) -> PartialDate | None:
    """Read ``3/1/2024 0:00``, the month first, or ``2024-03-01``."""
    if match := _AMERICAN_DATE.match(text):
        return PartialDate(int(match[3]), int(match[1]), int(match[2]))
    match = _ISO_DATE.match(text)
    return PartialDate(*map(int, match.groups())) if match else None


def _when(notice: ListedNotice) -> tuple[int, ...]:
    return tuple(notice.date or ())


def _names(doi: str, pmid: str) -> list[str]:
    """Return the names of an article."""
    names = (("doi", doi.lower()), ("pmid", pmid))
    return [f"{scheme}:{value}" for scheme, value in names if value]


def _is_notice(record: Record) -> bool:
    """Whether a record is a notice itself, which may have its article's DOI."""
    return (
        not _NOTICE_TYPES.isdisjoint(record.publication_types)
        or "retraction-of" in peek.relation_kinds(record)
        or is_notice_title(record.title)
    )
