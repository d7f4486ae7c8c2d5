"""Hold a record against NLM's own citation of it."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from ...base.lazy_regex import regex
from ...model.record import Record
from ...model.values import Date
from ...tables.calendar import MONTHS
from .dates import covers, normalized, printed, spelled
from .parse import SourceLine, parse
from .slots import Slot, electronic, locations, slots

_ZERO = regex(rf"({'|'.join(MONTHS)})0(?=\d)")
_LABEL = regex(r"[A-Za-z]*")
# A fact that fields and line may both state: its name, its tag, and what either says.
Fact: TypeAlias = tuple[str, str, str, str]


class Difference(NamedTuple):
    """A disagreement: which fact, the tag that states it, what the fields say, what SO says."""

    fact: str
    tag: str
    fields: str
    so: str

    def __str__(self) -> str:
        """Return both readings in one line."""
        return f"{self.fact}: {self.tag} says {_quoted(self.fields)}, SO says {_quoted(self.so)}"


def render(record: Record) -> str:
    """Return the source line that NLM prints today for ``record``, from its fields alone."""
    return "".join(slot.today for slot in slots(record)).strip()


def letters(record: Record) -> bool:
    """Whether ``record``'s own SO is in today's dialect, so that it must equal ours.

    It is, unless it is known to be in an older one: a line in no dialect is in today's.
    """
    texts = _fit(slots(record), record.source_line)
    return texts is None or all(_unified(text) == _unified(slot.today) for slot, text in texts)


def same(one: str, other: str) -> bool:
    """Whether two source lines are equal, blanks aside."""
    return "".join(one.split()) == "".join(other.split())


def compare(record: Record, so: str = "") -> list[Difference]:
    """Return what ``record``'s fields and its source line (or ``so``) say differently.

    Every letter of the line is accounted for: it is put together from the fields in one of
    its dialects, blanks and the leading zeros of days aside, or there is a difference.
    A record without a source line has none.
    """
    so = so or record.source_line
    if not so:
        return []
    texts = _fit(slots(record), so)
    if texts is not None:
        label = next(text for slot, text in texts if slot.fact == "issue date")
        return list(_contradictions(record, label))
    differences = list(_differences(record, parse(so, record.container_title_short)))
    return differences or [Difference("source line", "record", render(record), so)]


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
    """Drop the differences that mean nothing: blanks, also underlined; zeros before days."""
    return _ZERO.sub(r"\1", "".join(text.split()).replace("Suppl_", "Suppl"))


def _contradictions(record: Record, label: str) -> Iterator[Difference]:
    """Yield where fields contradict each other, though SO agrees with one of them.

    DP stands in SO under the name of the issue, or not at all; then it must be what DEP is,
    only less precise.
    """
    unnamed = record.status == "aheadofprint" or (record.status == "epublish" and not label)
    if unnamed and not covers(record.issued, record.available_date):
        yield Difference("date", "DP", printed(record.issued), printed(record.available_date))
    yield from _place_contradictions(record)
    for tag, date in (("DP", record.issued), ("DEP", record.available_date)):
        if date and date.start and normalized(spelled(date)) != normalized(printed(date)):
            yield Difference("date", f"our reading of {tag}", spelled(date), printed(date))


def _place_contradictions(record: Record) -> Iterator[Difference]:
    """Yield a DOI in AID that is not the one in LID, and a LID of no type that is not PG."""
    located, other = (locations(record, tag, "doi") for tag in ("LID", "AID"))
    if located and other and not set(located) & set(other):
        yield Difference("DOI", "AID", other[0], located[0])
    number = next(iter(locations(record, "LID", "")), "")
    if number and record.page and not record.page.last and record.page.raw != number:
        yield Difference("article number", "LID", number, record.page.raw)


def _differences(record: Record, source: SourceLine) -> Iterator[Difference]:
    """Yield the facts in which a line that fits no dialect differs."""
    for fact, tag, fields, so in _facts(record, source):
        if _unified(fields) != _unified(so):
            yield Difference(fact, tag, fields, so)
    if source.rest:
        yield Difference("source line", "record", render(record), f"... {source.rest}")


def _facts(record: Record, source: SourceLine) -> Iterator[Fact]:
    """Yield each fact that fields and line may both state."""
    title = record.container_title_short or record.container_title
    yield "journal", "TA", title.rstrip("."), source.journal.rstrip(".")
    tag = "DEP" if electronic(record) else "DP"
    date = record.available_date if electronic(record) else record.issued
    yield "date", tag, _date(date), normalized(source.date)
    yield "volume", "VI", record.volume, source.volume
    yield "issue", "IP", record.issue, source.issue
    yield _place(record, source)
    located = locations(record, "LID", "doi")
    doi = next(iter(located or locations(record, "AID", "doi")), "")
    doi = doi if record.identifiers else record.doi
    if located or source.doi is not None:
        yield "DOI", "LID" if located else "AID", doi, source.doi or ""
    yield from _remarks(record, source)


def _remarks(record: Record, source: SourceLine) -> Iterator[Fact]:
    """Yield the facts that stand after the DOI."""
    epub = f"Epub {_date(record.available_date)}" if record.status == "ppublish" else ""
    printed_epub = "" if source.epub is None else f"Epub {normalized(source.epub)}"
    yield "electronic date", "DEP", epub if record.available_date else "", printed_epub
    if source.label is not None:
        yield _issue_date(record, source.label)
    if source.ahead is not None:
        ahead = source.ahead if record.status == "aheadofprint" else ""
        yield "status", "PST", ahead, source.ahead
    if source.preprint is not None:
        preprint = source.preprint if "Preprint" in record.publication_types else ""
        yield "type", "PT", preprint, source.preprint


def _issue_date(record: Record, text: str) -> Fact:
    """Return both readings of the issue's date, which has a label: ``eCollection 2022``."""
    match = _LABEL.match(text)
    label = match[0] if match else ""
    dated = record.status == "epublish" and record.issued
    issued = f"{label} {_date(record.issued)}" if dated else ""
    return "issue date", "DP", issued, f"{label} {normalized(text.removeprefix(label))}"


def _place(record: Record, source: SourceLine) -> Fact:
    """Return both readings of pages, article number or PII."""
    place = source.page if source.pii is None else source.pii
    if record.page:
        return "pages", "PG", record.page.raw, place
    bare = locations(record, "LID", "")
    known = bare or [*locations(record, "LID", "pii"), *locations(record, "AID", "pii")]
    number = record.number or record.pii
    return "article number", "LID", place if place in known else (known or [number])[0], place


def _date(date: Date | None) -> str:
    """Return a date for comparison."""
    return normalized(printed(date))


def _quoted(text: str) -> str:
    return f"`{text}`" if text else "nothing"
