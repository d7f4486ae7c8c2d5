"""What became of an article: retracted, in doubt, corrected, updated. Told whenever one is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..model import peek
from ..model.record import Record, is_retracted
from ..model.report import Diagnostic, Level, Location, Report
from ..model.retracted_titles import says_retracted

# Kind of relation: code, level, what it means for whoever cites the article.
NOTICES: dict[str, tuple[str, Level, str]] = {
    "retraction-in": ("retracted", Level.WARNING, "this article was retracted"),
    "partial-retraction-in": ("retracted", Level.WARNING, "this article was retracted in part"),
    "retracted-republished-in": (
        "retracted",
        Level.WARNING,
        "this article was retracted and published anew",
    ),
    "concern-in": ("concern", Level.NOTE, "there is an expression of concern"),
    "corrected-in": ("erratum", Level.NOTE, "a corrected version was published"),
    "erratum-in": ("erratum", Level.NOTE, "there is an erratum"),
    "update-in": ("updated", Level.NOTE, "there is a newer version"),
}


RETRACTIONS = frozenset(kind for kind, (code, *_) in NOTICES.items() if code == "retracted")


def notices(record: Record) -> Iterator[Diagnostic]:
    """Yield retractions as warnings; expressions of concern, errata and updates as notes."""
    codes = set()
    for relation in record.relations:
        if notice := NOTICES.get(relation.kind):
            code, level, text = notice
            pmid = f" PMID: {relation.pmid}" if relation.pmid else ""
            citation = relation.citation + (pmid if pmid.strip() not in relation.citation else "")
            codes.add(code)
            yield Diagnostic(level, code, place(record), f"{text}: {citation}")
    if record.retracted and "retracted" not in codes:
        if says_retracted(record.title):
            text, where = "this article was retracted, as its title says", place(record)
        else:
            text = "this article was retracted; the record does not say where"
            where = place(record, "PT")
        yield Diagnostic(Level.WARNING, "retracted", where, text)


def report_retracted(records: Iterable[Record], report: Report) -> Iterator[Record]:
    """Pass records on, reporting those that were retracted and where the notice stands."""
    for record in records:
        kinds = peek.relation_kinds(record)
        if is_retracted(record, kinds) or not RETRACTIONS.isdisjoint(kinds):
            for notice in notices(record):
                if notice.code == "retracted":
                    report.add(notice)
        yield record


def place(record: Record, tag: str = "") -> Location:
    """Return where ``tag`` stands; without one, where the record begins (nothing is decoded)."""
    file, line = peek.location(record)
    if tag and record.origin:
        line = record.origin.line_of(tag)
    return Location(file, line, record.pmid or record.key, tag)
