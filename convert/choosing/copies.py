"""One record for each article: later ones with its identifiers are left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..matching.rules import SAME, compare
from ..matching.traits import Traits, traits_of
from ..model import peek
from ..model.record import Record
from ..model.report import Location, Report

_MOST = 30  # records with one identifier that are compared: chapters of a book
SeenCopy = tuple[Traits, str]  # and where it stands


def without_copies(records: Iterable[Record], report: Report) -> Iterator[Record]:
    """Yield the first record of each article; note the others.

    Two records are of one article if they have the same PMID, PMCID or DOI, and nothing speaks
    against it: chapters of a book, and a notice and its article, may have one DOI.
    """
    seen: dict[tuple[str, str], list[SeenCopy]] = {}
    for record in records:
        traits = traits_of(record)
        names = [name for name in _names(traits) if name[1]]
        found = (_first_copy(traits, seen.get(name, ())) for name in names)
        first = next(filter(None, found), None)
        file, line = peek.location(record)
        for name in names:
            copies = seen.setdefault(name, [])
            if len(copies) < _MOST:
                copies.append((traits, f"{file or '-'}:{line}"))
        if first is None:
            yield record
            continue
        where = Location(file, line, record.pmid or record.key or record.doi)
        report.note("duplicate", where, f"the article stands in {first} too; left out")


def _names(traits: Traits) -> tuple[tuple[str, str], ...]:
    doi = traits.work_doi
    titled = f"{doi} {traits.title}" if doi else ""
    return ("pmid", traits.pmid), ("pmcid", traits.pmcid), ("doi and title", titled), ("doi", doi)


def _first_copy(traits: Traits, copies: Iterable[SeenCopy]) -> str | None:
    """Return where the first record of the same article stands, if there is one."""
    places = (place for other, place in copies if compare(other, traits).answer == SAME)
    return next(places, None)
