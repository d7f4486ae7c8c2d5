"""Hold a record against NLM's own citation of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...base.lazy_regex import regex
from ...codecs.dates import MONTHS
from ...model.record import Record
from ...model.values import Date
from .dates import covers, plain, printed, spelled
from .parse import Source, parse
from .slots import Slot, electronic, locations, slots

_NOUGHT = regex(rf"({'|'.join(MONTHS)})0(?=\d)")


class Difference(NamedTuple):
    """A disagreement: which fact, the tag that states it, what the fields say, what SO says."""

    fact: str
    tag: str
    fields: str
    so: str

    def __str__(self) -> str:
        """Give both readings in one line."""
        return f"{self.fact}: {self.tag} says {_quoted(self.fields)}, SO says {_quoted(self.so)}"


def render(record: Record) -> str:
    """Give the source line that NLM prints today for ``record``, from its fields alone."""
    return "".join(slot.today for slot in slots(record)).strip()


def letters(record: Record) -> bool:
    """Tell whether ``record``'s own SO is in today's dialect, so that it must equal ours.

    It is, unless it is known to be in an older one: a line in no dialect is in today's.
    """
    chosen = _fit(slots(record), record.source_line)
    return chosen is None or all(_unified(text) == _unified(slot.today) for slot, text in chosen)


def same(one: str, other: str) -> bool:
    """Tell whether two source lines are equal, blanks aside."""
    return "".join(one.split()) == "".join(other.split())


def compare(record: Record, so: str = "") -> list[Difference]:
    """Give what ``record``'s fields and its source line (or ``so``) say differently.

    Every letter of the line is accounted for: it is put together from the fields in one of
    its dialects, blanks and the leading noughts of days aside, or there is a difference.
    A record without a source line has none.
    """
    so = so or record.source_line
    if not so:
        return []
    pieces = slots(record)
    chosen = _fit(pieces, so)
    if chosen is not None:
        label = next(text for slot, text in chosen if slot.fact == "issue date")
        return list(_contradictions(record, label))
    found = list(_differences(record, parse(so, record.container_title_short)))
    return found or [Difference("source line", "record", render(record), so)]


def _fit(pieces: tuple[Slot, ...], so: str) -> list[tuple[Slot, str]] | None:
    """Find for each piece the text that stands in ``so``; ``None`` if they do not make it up."""
    rest = _unified(so)
    chosen = []
    for slot in pieces:
        # The longest first: a full stop is also the beginning of `. pii: S0013.`
        for text in sorted((slot.today, *slot.older), key=len, reverse=True):
            form = _unified(text)
            if rest.startswith(form):
                rest = rest[len(form) :]
                chosen.append((slot, text))
                break
        else:
            return None
    return None if rest else chosen


def _unified(text: str) -> str:
    """Drop the differences that mean nothing: blanks, also underlined; noughts before days."""
    return _NOUGHT.sub(r"\1", "".join(text.split()).replace("Suppl_", "Suppl"))


def _contradictions(record: Record, label: str) -> Iterator[Difference]:
    """Yield where fields contradict each other, though SO agrees with one of them.

    DP stands in SO under the name of the issue, or not at all; then it must be what DEP is,
    only less precise. A DOI in AID must be the one in LID. A LID of no type repeats PG.
    """
    unnamed = record.status == "aheadofprint" or (record.status == "epublish" and not label)
    if unnamed and not covers(record.issued, record.available_date):
        yield Difference("date", "DP", printed(record.issued), printed(record.available_date))
    placed, known = (locations(record, tag, "doi") for tag in ("LID", "AID"))
    if placed and known and not set(placed) & set(known):
        yield Difference("DOI", "AID", known[0], placed[0])
    number = next(iter(locations(record, "LID", "")), "")
    if number and record.page and not record.page.last and record.page.raw != number:
        yield Difference("article number", "LID", number, record.page.raw)
    for tag, date in (("DP", record.issued), ("DEP", record.available_date)):
        if date and date.start and plain(spelled(date)) != plain(printed(date)):
            yield Difference("date", f"our reading of {tag}", spelled(date), printed(date))


def _differences(record: Record, source: Source) -> Iterator[Difference]:
    """Yield the facts in which a line that fits no dialect differs."""
    for fact, tag, fields, said in _facts(record, source):
        if _unified(fields) != _unified(said):
            yield Difference(fact, tag, fields, said)
    if source.rest:
        yield Difference("source line", "record", render(record), f"... {source.rest}")


def _facts(record: Record, source: Source) -> Iterator[tuple[str, str, str, str]]:
    """Yield each fact that fields and line may both state: its name, tag and two readings."""
    title = record.container_title_short or record.container_title
    yield "journal", "TA", title.rstrip("."), source.journal.rstrip(".")
    tag = "DEP" if electronic(record) else "DP"
    date = record.available_date if electronic(record) else record.issued
    yield "date", tag, _date(date), plain(source.date)
    yield "volume", "VI", record.volume, source.volume
    yield "issue", "IP", record.issue, source.issue
    yield _place(record, source)
    placed = locations(record, "LID", "doi")
    doi = next(iter(placed or locations(record, "AID", "doi")), "")
    doi = doi if record.identifiers else record.doi
    if placed or source.doi is not None:
        yield "DOI", "LID" if placed else "AID", doi, source.doi or ""
    yield from _remarks(record, source)


def _remarks(record: Record, source: Source) -> Iterator[tuple[str, str, str, str]]:
    """Yield the facts that stand after the DOI."""
    epub = f"Epub {_date(record.available_date)}" if record.status == "ppublish" else ""
    said = "" if source.epub is None else f"Epub {plain(source.epub)}"
    yield "electronic date", "DEP", epub if record.available_date else "", said
    if source.label is not None:
        name = re.match(r"[A-Za-z]*", source.label)
        label = name[0] if name else ""
        dated = record.status == "epublish" and record.issued
        issued = f"{label} {_date(record.issued)}" if dated else ""
        yield "issue date", "DP", issued, f"{label} {plain(source.label.removeprefix(label))}"
    if source.ahead is not None:
        yield "status", "PST", _if(record.status == "aheadofprint", source.ahead), source.ahead
    if source.preprint is not None:
        preprint = "Preprint" in record.publication_types
        yield "type", "PT", _if(preprint, source.preprint), source.preprint


def _place(record: Record, source: Source) -> tuple[str, str, str, str]:
    """Give both readings of pages, article number or PII."""
    said = source.page if source.pii is None else source.pii
    if record.page:
        return "pages", "PG", record.page.raw, said
    bare = locations(record, "LID", "")
    known = bare or [*locations(record, "LID", "pii"), *locations(record, "AID", "pii")]
    number = record.number or record.pii
    return "article number", "LID", said if said in known else (known or [number])[0], said


def _date(date: Date | None) -> str:
    """Give a date for comparison."""
    return plain(printed(date))


def _if(holds: bool, text: str) -> str:
    """Give ``text`` if it is true of the record."""
    return text if holds else ""


def _quoted(text: str) -> str:
    return f"`{text}`" if text else "nothing"
