"""A record into fields, in the order in which PubMed prints them.

A record that was read from MEDLINE text and not changed gives back its own fields.
Otherwise each attribute is written by its row of the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..codecs import addresses, dates, identifiers, names, titles
from ..model import peek
from ..model.record import TRUNCATED, Record
from ..model.values import Event, Name
from ..tables.kinds import KINDS, PAGED
from ..tables.medline import PEOPLE, ROWS
from ..tables.row import Row, by_tag
from .codec import CODECS
from .decode import decode
from .fields import Fields
from .source_line.compare import compare, render

Pair = tuple[str, str]

_PEOPLE = frozenset(row.tag for row in PEOPLE)
_WRITTEN = sorted((row for row in ROWS if row.when != "read"), key=lambda row: row.place)
_BY_TAG = by_tag(_WRITTEN)
_ROLES = {row.tag: row.to for row in PEOPLE if row.how == "full"}
_ATTRIBUTES = [name for name in Record.names if name not in ("origin", "kept")]


def encode(record: Record) -> Iterable[Pair]:
    """Return a record's fields: tag and value."""
    return own_fields(record) or anew(record)


def own_fields(record: Record) -> list[Pair]:
    """Return the fields that a record was read from, if it is MEDLINE text's and not changed."""
    if record.origin and peek.origin_format(record) == "medline" and _unchanged(record):
        return [(tag, value) for tag, value, _ in record.origin.fields]
    return []


def _unchanged(record: Record) -> bool:
    """Whether decoding the record's own fields again makes the same record."""
    fields = Fields()
    for tag, value, line in record.origin.fields if record.origin else ():
        fields.add(tag, value, line)
    again = decode(fields, "")
    return all(getattr(record, name) == getattr(again, name) for name in _ATTRIBUTES)


def anew(record: Record) -> Iterator[Pair]:
    """Yield a record's fields as its attributes make them."""
    for row in _WRITTEN:
        if row.tag == "PMID":
            yield row.tag, record.pmid  # begins the record, even where there is none
        elif row.tag in _PEOPLE:
            yield from _people(record, row)
        else:
            texts = _SPECIAL[row.tag](record) if row.tag in _SPECIAL else _texts(record, row)
            yield from ((row.tag, text) for text in texts if text)
    if record.kept and peek.is_from_pubmed(record):
        yield from ((field.tag, field.value) for field in record.kept)


def _texts(record: Record, row: Row) -> Iterable[str]:
    """Write one row's attribute."""
    value = getattr(record, row.to)
    if not value:
        return ()
    encoder = CODECS[row.how].encode
    if row.how == "relation":
        return [encoder(relation) for relation in value if relation.kind == row.arg]
    if row.to in ("identifiers", "admin"):
        own = [item for item in value if item.tag == row.tag]
        return [field.value for field in own] if row.how == "admin" else map(encoder, own)
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
    if role in TRUNCATED and getattr(record, TRUNCATED[role]):
        yield _NAME_TAGS[role][1], "et al."


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
    yield from (("AUID", encoder(identifier)) for identifier in name.ids)
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
    """Return publication types; of a record from another format the one that makes its type.

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
    texts = list(_texts(record, _BY_TAG["LID"]))
    if texts or any(identifier.tag == "AID" for identifier in record.identifiers):
        return texts
    number = record.number if record.type in PAGED else ""
    if record.page and record.page.raw == number:
        number = ""
    return (f"{record.doi} [doi]" if record.doi else "", number)


def _identifiers(record: Record) -> Iterable[str]:
    """Write AID, and each identifier that neither LID nor AID holds."""
    texts = list(_texts(record, _BY_TAG["AID"]))
    texts += [identifiers.encode(one) for one in record.identifiers if one.tag not in _BY_TAG]
    known = {identifier.value.lower() for identifier in record.identifiers}
    for value, scheme in ((record.pii, "pii"), (record.doi, "doi"), (record.nbk, "bookaccession")):
        if value and value.lower() not in known:
            texts.append(f"{value} [{scheme}]")
    return texts


def _manuscript(record: Record) -> Iterable[str]:
    return list(_texts(record, _BY_TAG["MID"])) or (record.nihmsid,)


def _history(record: Record) -> Iterable[str]:
    """Write PHST, and the date of submission where the history has none."""
    if record.history or not record.submitted or not record.submitted.start:
        return map(dates.encode_event, record.history)
    return (dates.encode_event(Event("received", record.submitted._replace(raw=""))),)


def _electronic(record: Record) -> Iterable[str]:
    date = record.available_date
    return (date.raw if date.raw.isdecimal() else dates.compact(date),) if date else ()


def _address(record: Record) -> Iterable[str]:
    """Write the address, unless the Bookshelf number makes it."""
    return () if record.url == addresses.of_bookshelf(record.nbk) else (record.url,)


def _source(record: Record) -> Iterable[str]:
    """Write NLM's source line: the record's own while it is true, else ours."""
    if record.source_line and not compare(record):
        return (record.source_line,)
    return (render(record),) if record.container_title_short else ()


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
    "OAB": lambda record: [abstract.text for abstract in record.other_abstracts],
    "OABL": lambda record: [abstract.language for abstract in record.other_abstracts],
    "SO": _source,
}
