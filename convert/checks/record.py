"""What ``medcite check`` reports of a record: its source line, its fields, notices about it.

Nothing here changes a record; each finding is a :class:`~medcite.model.report.Diagnostic`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from ..base.lazy_regex import regex
from ..codecs.characters import folded
from ..codecs.identifiers import DOI_SHAPE, doi
from ..codecs.orcid import orcid_problem
from ..medline.source_line.compare import compare
from ..model import peek
from ..model.record import Record
from ..model.report import Diagnostic, Level
from ..model.values import Date, Name
from ..tables.kinds import PAGED
from .duplicates import Duplicates
from .retractions import notices, place

_ISSN = regex(r"\d{4}-\d{3}[\dX]")


def check(record: Record) -> Iterator[Diagnostic]:
    """Yield everything to report of ``record``: see the functions of ``CHECKS``."""
    return chain.from_iterable(function(record) for function in CHECKS)


def check_all(records: Iterable[Record]) -> Iterator[Diagnostic]:
    """Check each record, and report which articles and keys occur twice.

    Of each record, only its names and the fields of its citation stay in memory.
    """
    duplicates = Duplicates()
    for record in records:
        yield from check(record)
        yield from duplicates.check(record)


def source_line(record: Record) -> Iterator[Diagnostic]:
    """Yield every disagreement between the record's fields and NLM's citation of it (SO)."""
    if not record.source_line:
        return
    for difference in compare(record):
        yield Diagnostic(
            Level.WARNING, "so-mismatch", place(record, "SO"), f"{difference}; look the article up"
        )


def essentials(record: Record) -> Iterator[Diagnostic]:
    """Yield what a citation needs and the record does not have."""
    missing = [
        name
        for name, value in (
            ("a title (TI)", record.title or record.original_title),
            ("a journal or book (TA, JT, BTI)", _container(record) or record.type not in PAGED),
            ("a date (DP)", record.issued or record.available_date),
        )
        if not value
    ]
    if missing:
        message = f"a citation needs {' and '.join(missing)}; the record has none"
        yield Diagnostic(Level.WARNING, "missing-field", place(record), message)


def identifiers(record: Record) -> Iterator[Diagnostic]:
    """Yield identifiers that cannot be right: a DOI's form, the check digits of ISSN and ORCID.

    The readers of MEDLINE and PubMed XML have already reported and dropped bad DOIs and ORCIDs.
    """
    if record.doi and doi(record.doi) != record.doi:
        message = f"`{record.doi}` is no DOI: expected {DOI_SHAPE}"
        yield Diagnostic(Level.WARNING, "bad-doi", place(record, "DOI"), message)
    for issn in record.issn:
        if not valid_issn(issn.value):
            message = f"`{issn.value}` is no ISSN: expected 1234-5679, the last a check digit"
            yield Diagnostic(Level.WARNING, "bad-issn", place(record, "IS"), message)
    if peek.is_from_pubmed(record):
        return
    for identifier in chain.from_iterable(name.ids for name in record.author):
        if problem := orcid_problem(identifier):
            yield Diagnostic(Level.WARNING, "bad-orcid", place(record), problem)


def names(record: Record) -> Iterator[Diagnostic]:
    """Yield authors whose full name (FAU) and short name (AU) are of different people."""
    for name in record.author:
        if name.family and name.short and not _same_person(name):
            full = f"{name.family}, {name.given}" if name.given else name.family
            message = f"AU says `{name.short}`, FAU says `{full}`; expected the same person"
            yield Diagnostic(Level.WARNING, "name-mismatch", place(record, "AU"), message)


def dates(record: Record) -> Iterator[Diagnostic]:
    """Yield a history that runs backwards: accepted before received."""
    stages = {event.kind: event.date for event in record.history}
    received, accepted = stages.get("received"), stages.get("accepted")
    if received and accepted and _earlier(accepted, received):
        message = f"accepted ({accepted.raw}) before it was received ({received.raw})"
        yield Diagnostic(Level.NOTE, "date-order", place(record, "PHST"), message)


CHECKS: tuple[Callable[[Record], Iterator[Diagnostic]], ...] = (
    source_line,
    names,
    identifiers,
    dates,
    essentials,
    notices,
)


def valid_issn(text: str) -> bool:
    """Whether ``text`` is an ISSN with the right check digit (ISO 3297: modulo 11)."""
    if not _ISSN.fullmatch(text):
        return False
    digits = [10 if digit == "X" else int(digit) for digit in text.replace("-", "")]
    return sum((8 - index) * digit for index, digit in enumerate(digits)) % 11 == 0


def _container(record: Record) -> str:
    """Return what the work appeared in; a preprint may have an archive or an address instead."""
    own = record.container_title or record.container_title_short
    if record.type == "article":
        own = own or record.archive or record.doi or record.url
    return own


def _same_person(name: Name) -> bool:
    """Whether the short name begins with the family name and goes on with the first initial."""
    family, short = folded(name.family), folded(name.short)
    if not short.startswith(family):
        return False
    initials = short[len(family) :]
    return not name.given or not initials or initials[0] == folded(name.given)[:1]


def _earlier(one: Date, other: Date) -> bool:
    """Whether ``one`` lies before ``other``, both known to the day."""
    first, last = one.start, other.start
    return bool(first and last and first.day and last.day and first[:3] < last[:3])
