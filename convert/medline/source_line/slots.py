"""The pieces that NLM's source line is put together from, as the record's fields give them.

Which of the facts SO prints, and how, has changed with the exporter and its year. So each
piece knows its text of today and the texts that older exporters wrote for the same facts:
before 2006 no full stop stood after the journal, and ``;`` stood for an empty volume;
E-utilities printed until 2022 the DOI only where LID has it, ``pii: `` and the PII where
there are no pages, and said nothing of articles ahead of print.
"""

from typing import NamedTuple

from ...model.record import Record
from .dates import covers, printed, spelled

LABELS = ("eCollection", "Print")


class Slot(NamedTuple):
    """One piece: which fact it tells, its text of today, and its older texts."""

    fact: str
    today: str
    older: tuple[str, ...] = ()


def slots(record: Record) -> tuple[Slot, ...]:
    """Return the pieces of ``record``'s source line, in their order."""
    return (
        _journal(record),
        _date(record),
        _issue(record),
        _place(record),
        *_tail(record),
        _label(record),
        *_remarks(record),
    )


def locations(record: Record, tag: str, scheme: str) -> list[str]:
    """Return the record's identifiers of one tag and scheme, as they stand, in their order."""
    return [
        identifier.value
        for identifier in record.identifiers
        if identifier.tag == tag and identifier.scheme == scheme and identifier.value
    ]


def electronic(record: Record) -> bool:
    """Whether the electronic date is the article's date, not the issue's.

    NLM: an article of an electronic-only issue (PST epublish) is dated by DEP. PMC's
    exports have no PST; there DEP is the date if it makes a vague DP more precise.
    """
    if record.available_date is None or record.status not in ("epublish", ""):
        return False
    return record.status == "epublish" or covers(record.issued, record.available_date)


def _journal(record: Record) -> Slot:
    title = record.container_title_short or record.container_title
    if not title:
        return Slot("journal", "")
    return Slot("journal", f"{title}.", (f"{title} [Preprint].", title))


def _date(record: Record) -> Slot:
    date = record.available_date if electronic(record) else record.issued
    if date is None:
        return Slot("date", "")
    return Slot("date", f" {printed(date)}", (f" {spelled(date)}", f" {date.raw.rstrip('.')}"))


def _issue(record: Record) -> Slot:
    issue = f"({record.issue})" if record.issue else ""
    text = record.volume + issue
    if not text:
        return Slot("volume", "", (";",))
    # The web site lately writes `2024 Feb 27:13:85.` where there is no issue.
    return Slot("volume", f";{text}", () if issue else (f":{text}",))


def _place(record: Record) -> Slot:
    """Return pages, article number or PII, with the full stop after them.

    NLM: PG if there is one, else a LID of no type (an article number), else a LID that is
    a PII. Older exporters label the PII, and take it from AID.
    """
    located, other = locations(record, "LID", "pii"), locations(record, "AID", "pii")
    text = record.page.raw.replace("--", "-") if record.page else _number(record, located)
    if text:
        # PMC's exports leave out the article number, but not the colon.
        return Slot("pages", f":{text}.", () if record.page or record.status else (":.",))
    older = tuple(f". pii: {pii}." for pii in dict.fromkeys(other + located))
    if not located:
        # Publishers have given the DOI for the page; PG then lacks, but SO prints it.
        dated = record.issued or record.available_date or record.volume
        return Slot("pages", "." if dated else "", (*older, ":.", f":{record.doi}."))
    return Slot("pages", f":{located[0]}.", older if other else (*older, "."))


def _number(record: Record, piis: list[str]) -> str:
    """Return the article number: a LID of no type, or the record's where no LID is a PII."""
    bare = locations(record, "LID", "") or ([] if piis else [record.number])
    return bare[0] if bare else ""


def _doi(record: Record) -> Slot:
    located = locations(record, "LID", "doi")
    doi = next(iter(located or locations(record, "AID", "doi")), "")
    if not record.identifiers:
        doi = record.doi
    return Slot("DOI", f" doi: {doi}." if doi else "", () if located else ("",))


def _tail(record: Record) -> tuple[Slot, ...]:
    """Return the DOI, and the electronic date of an article that is dated by its issue."""
    dated = record.status in ("ppublish", "") and not electronic(record)
    if not dated or record.available_date is None:
        return (_doi(record),)
    text = f" Epub {printed(record.available_date)}"
    if record.status:
        return _doi(record), Slot("Epub", f"{text}.")
    # PMC's exports write it before the DOI, and only if it tells more than DP.
    if covers(record.available_date, record.issued):
        return (_doi(record),)
    return Slot("Epub", "", (text,)), _doi(record), Slot("Epub", f"{text}.", ("",))


def _label(record: Record) -> Slot:
    """Return the issue's date where the article has the electronic one.

    Which label, or none, stands in no other tag but, lately, PHST.
    """
    if record.status != "epublish" or record.issued is None:
        return Slot("issue date", "")
    date = printed(record.issued)
    older = [f" {label} {date}." for label in LABELS]
    today = f" {record.issue_label} {date}." if record.issue_label else ""
    if covers(record.issued, record.available_date):
        older.append("")
    return Slot("issue date", today, tuple(older))


def _remarks(record: Record) -> tuple[Slot, ...]:
    """Return what SO says of an article that is not, or not yet, in an issue."""
    ahead = " Online ahead of print." if record.status == "aheadofprint" else ""
    preprint = " Preprint." if "Preprint" in record.publication_types else ""
    return tuple(Slot("status", text, ("",)) for text in (ahead, preprint) if text)
