"""A record into fields, in the order in which PubMed prints them.

A record that was read from MEDLINE text and not changed gives back its own fields.
Otherwise each attribute is written by its row of the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..codecs import dates, names, titles
from ..model.record import Record
from ..model.values import Name
from ..tables.kinds import KINDS, PAGED
from ..tables.medline import PEOPLE, ROWS
from ..tables.row import Row
from . import source_line
from .build import Later
from .codec import CODECS
from .derive import BOOKS
from .fields import Raw

Pair = tuple[str, str]

_PEOPLE = frozenset(row.tag for row in PEOPLE)
_ORDER = sorted((row for row in ROWS if row.when != "read"), key=lambda row: row.place)
_ROLES = {row.tag: row.to for row in PEOPLE if row.how == "full"}
_ATTRIBUTES = [name for name in Record.names if name not in ("origin", "kept")]


def encode(record: Record) -> Iterable[Pair]:
    """Give a record's fields: tag and value."""
    if record.origin and record.origin.format == "medline" and _unchanged(record):
        return [(tag, value) for tag, value, _ in record.origin.fields]
    return anew(record)


def _unchanged(record: Record) -> bool:
    """Tell whether reading the record's own fields again gives the record."""
    raw = Raw()
    for tag, value, line in record.origin.fields if record.origin else ():
        raw.add(tag, value, line)
    again = Later(raw, "").record()
    return all(getattr(record, name) == getattr(again, name) for name in _ATTRIBUTES)


def anew(record: Record) -> Iterator[Pair]:
    """Yield a record's fields as its attributes make them."""
    for row in _ORDER:
        if row.tag == "PMID":
            yield row.tag, record.pmid  # begins the record, even where there is none
        elif row.tag in _PEOPLE:
            yield from _people(record, row)
        else:
            texts = _SPECIAL[row.tag](record) if row.tag in _SPECIAL else _texts(record, row)
            yield from ((row.tag, text) for text in texts if text)


def _texts(record: Record, row: Row) -> Iterable[str]:
    """Write one row's attribute."""
    value = getattr(record, row.to)
    if not value:
        return ()
    encoder = CODECS[row.how].encode
    if row.how == "relation":
        return [encoder(each) for each in value if each.kind == row.arg]
    if row.to in ("identifiers", "admin"):
        found = [each for each in value if each.tag == row.tag]
        return [each.value for each in found] if row.how == "admin" else map(encoder, found)
    return map(encoder, value) if row.many else (encoder(value),)


def _people(record: Record, row: Row) -> Iterator[Pair]:
    """Write everybody of one role at the place of the role's first tag."""
    if row.tag not in _ROLES:
        return
    role = _ROLES[row.tag]
    if role == "author":
        yield from (("AD", text) for text in record.affiliations)
    for name in getattr(record, role):
        yield from _name(name, *_NAME_TAGS[role])
    if role == "author" and record.et_al:
        yield "AU", "et al."


# Full name, short name, affiliation.
_NAME_TAGS = {
    "author": ("FAU", "AU", "AD"),
    "editor": ("FED", "ED", "AD"),
    "investigator": ("FIR", "IR", "IRAD"),
    "subject": ("FPS", "PS", "AD"),
}


def _name(name: Name, full: str, short: str, affiliation: str) -> Iterator[Pair]:
    if name.literal:
        yield "CN", name.literal
    else:
        yield full, names.encode(name)
        yield short, names.encode_short(name)
    encoder = CODECS["name-id"].encode
    yield from (("AUID", encoder(each)) for each in name.ids)
    yield from ((affiliation, text) for text in name.affiliations)


def _is_book(record: Record) -> bool:
    return record.type == "book" and not record.container_title


def _title(record: Record) -> Iterable[str]:
    if _is_book(record) or not record.title or record.title == record.original_title:
        return ()
    return (titles.encode(record.title, record.translated),)


def _book(record: Record) -> Iterable[str]:
    """Write a book's title: of the book itself, or of what holds a chapter."""
    if _is_book(record):
        return (record.title,)
    return (record.container_title,) if record.type == "chapter" else ()


def _journal(record: Record) -> Iterable[str]:
    return () if record.type == "chapter" else (record.container_title,)


def types(record: Record) -> Iterable[str]:
    """Give publication types; of a record from another format the one that makes its type.

    There is none for what PubMed does not have, such as a web page.
    """
    if record.publication_types:
        return record.publication_types
    kinds = [kind for kind in KINDS if (kind.type, kind.genre) == (record.type, record.genre)]
    kinds = kinds or [kind for kind in KINDS if kind.type == record.type and not kind.genre]
    if kinds:
        return (kinds[0].name.title(),)
    return ("Journal Article",) if record.type.startswith(("article", "review")) else ()


def _location(record: Record) -> Iterable[str]:
    """Write LID; of a record from another format the DOI and the article number."""
    found = list(_texts(record, _row("LID")))
    if found or any(each.tag == "AID" for each in record.identifiers):
        return found
    number = record.number if record.type in PAGED else ""
    if record.page and record.page.raw == number:
        number = ""
    return (f"{record.doi} [doi]" if record.doi else "", number)


def _identifiers(record: Record) -> Iterable[str]:
    """Write AID, and each identifier that neither LID nor AID holds."""
    found = list(_texts(record, _row("AID")))
    said = {each.value.lower() for each in record.identifiers}
    for value, kind in ((record.pii, "pii"), (record.doi, "doi"), (record.nbk, "bookaccession")):
        if value and value.lower() not in said:
            found.append(f"{value} [{kind}]")
    return found


def _manuscript(record: Record) -> Iterable[str]:
    return list(_texts(record, _row("MID"))) or (record.nihmsid,)


def _history(record: Record) -> Iterable[str]:
    """Write PHST, and the date of submission where the history has none."""
    found = list(map(dates.encode_event, record.history))
    if record.submitted and not found and record.submitted.start:
        year, month, day, _ = record.submitted.start
        stamp = "/".join(f"{part:02}" for part in (year, month, day) if part)
        found.append(f"{stamp} [received]")
    return found


def _electronic(record: Record) -> Iterable[str]:
    date = record.available_date
    return (date.raw if date.raw.isdecimal() else dates.compact(date),) if date else ()


def _address(record: Record) -> Iterable[str]:
    """Write the address, unless the Bookshelf number makes it."""
    return () if record.url == f"{BOOKS}{record.nbk}/" else (record.url,)


def _source(record: Record) -> Iterable[str]:
    """Write NLM's source line: the record's own while it is true, else ours."""
    if record.source_line and not source_line.compare(record):
        return (record.source_line,)
    return (source_line.render(record),) if record.container_title_short else ()


def _row(tag: str) -> Row:
    return next(row for row in _ORDER if row.tag == tag)


_SPECIAL: dict[str, Callable[[Record], Iterable[str]]] = {
    "TI": _title,
    "BTI": _book,
    "JT": _journal,
    "PT": types,
    "LID": _location,
    "AID": _identifiers,
    "MID": _manuscript,
    "PHST": _history,
    "DEP": _electronic,
    "URL": _address,
    "OAB": lambda record: [each.text for each in record.other_abstracts],
    "OABL": lambda record: [each.language for each in record.other_abstracts],
    "SO": _source,
}
