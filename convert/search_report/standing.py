"""What is to be known of a record before it is used: the marks of the report, and what they mean.

NIH: "NOT-OD-08-033". What NIH paid for has to be in PubMed Central (PMCID); until it is, a
manuscript handed in has a NIHMSID. This is so for what was accepted from April 2008 on.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from ..base.lazy_regex import regex
from ..checks.retractions import notices
from ..model import peek
from ..model.record import Record
from ..model.report import Diagnostic

NIH_POLICY_YEAR = 2008
_NIH = regex(r"\bNIH\b|National Institutes of Health")
_LINKS = {
    "update-in": "published version",
    "update-of": "earlier version",
    "republished-in": "republished",
}


class RecordMark(NamedTuple):
    """A mark, in words; which records have it, and its look in the table (see RecordList)."""

    label: str
    is_on: Callable[[Record], bool]
    look: str = ""  # with one, the page lists the records


def _tells(code: str, record: Record) -> bool:
    """Whether a notice about an article has a code, such as ``erratum``."""
    return bool(peek.relation_kinds(record)) and any(
        notice.code == code for notice in notices(record)
    )


def is_preprint(record: Record) -> bool:
    """Whether a record is a preprint's."""
    return record.genre == "Preprint" or "Preprint" in record.publication_types


def nih_state(record: Record) -> str:
    """Return how an article that NIH paid for is open: ``pmcid``, ``nihmsid`` or ``missing``.

    ``""`` says that NIH did not pay, or not under its policy.
    """
    if (record.year or 0) < NIH_POLICY_YEAR or is_preprint(record):
        return ""
    if not any(_NIH.search(grant.agency or grant.raw) for grant in record.grants):
        return ""
    if record.pmcid:
        return "pmcid"
    return "nihmsid" if record.nihmsid.upper().startswith("NIHMS") else "missing"


def _has_nih_state(state: str, record: Record) -> bool:
    return nih_state(record) == state


MARKS = (
    RecordMark("Retracted", peek.retracted, "alert"),
    RecordMark(
        "Retracted in part, or retracted and republished",
        lambda record: _tells("retracted", record) and not peek.retracted(record),
        "alert",
    ),
    RecordMark("Expression of concern", partial(_tells, "concern"), "alert"),
    RecordMark("Corrected", partial(_tells, "erratum"), "tag"),
    RecordMark("Preprint", is_preprint, "tag"),
    RecordMark("Without abstract", lambda record: not record.abstract),
    RecordMark("Without DOI", lambda record: not record.doi),
    RecordMark("Without PMCID", lambda record: not record.pmcid),
    RecordMark("NIH grant and PMCID", partial(_has_nih_state, "pmcid")),
    RecordMark("NIH grant and NIHMSID, no PMCID yet", partial(_has_nih_state, "nihmsid"), "tag"),
    RecordMark("NIH grant, neither PMCID nor NIHMSID", partial(_has_nih_state, "missing"), "tag"),
)


def marks(record: Record) -> list[int]:
    """Return the numbers of a record's marks in ``MARKS``."""
    return [number for number, mark in enumerate(MARKS) if mark.is_on(record)]


def remarks(record: Record) -> Iterator[str]:
    """Yield what became of an article, and of a preprint where it was published."""
    kinds = peek.relation_kinds(record)
    if kinds or peek.retracted(record):
        told: Iterator[Diagnostic] = notices(record)
        yield from (notice.message for notice in told if notice.code != "updated")
    for kind in sorted(kinds & _LINKS.keys()):
        for relation in record.relation(kind):
            pmid = f" PMID: {relation.pmid}" if relation.pmid not in relation.citation else ""
            yield f"{_LINKS[kind]}: {relation.citation}{pmid}"
