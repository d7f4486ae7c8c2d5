"""What a writer leaves out of a record, in one note: attributes, parts of them, kept fields.

A writer says which attributes it has written of the record at hand, whole; everything else that
the record says is named in the note, with the tags that it was read from. Parts that most formats
have no place for (an author's ORCID, a second ISSN) count as written only if the writer names them
in ``written`` too.
"""

from collections.abc import Callable, Container, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from .. import tables
from ..base.frozen import Frozen
from ..base.plugins import plugin
from ..checks.retractions import place
from ..model import peek
from ..model.lazy import LAZY
from ..model.record import Record
from ..model.report import Report
from ..tables.row import by_variable

# Attributes about the record and not about the publication: no reader of a citation misses
# them. The date of submission is one of the history's.
_HOUSEKEEPING = frozenset(
    {"admin", "origin", "source_line", "keyword_owner", "identifiers", "key", "submitted"}
)
# What a note says of these is made of their values.
_NAMED_OTHERWISE = frozenset({"type", "kept"})
AFFILIATIONS = "affiliations of authors"
AUTHOR_IDS = "identifiers of authors"
FURTHER_ISBNS = "further ISBNs"
FURTHER_ISSNS = "further ISSNs"
OTHER_IDENTIFIERS = "other identifiers"
QUALIFIERS = "qualifiers of mesh"


class Part(NamedTuple):
    """A part of an attribute that a format may have no place for, though it has the attribute."""

    name: str
    attribute: str
    exists: Callable[[Record], bool]
    tags: tuple[str, ...] = ()  # where they are not the attribute's


# Of each part: its name, the attribute without which there is none, and whether a record has it.
PARTS = (
    Part(AFFILIATIONS, "author", peek.has_affiliations, ("AD",)),
    Part(AUTHOR_IDS, "author", peek.has_author_ids, ("AUID",)),
    *(
        Part(f"{part} of {role.replace('_', ' ')}s", role, peek.name_part_finder(role, attribute))
        for role in ("editor", "translator", "collection_editor", "container_author")
        for part, attribute in (("affiliations", "affiliations"), ("identifiers", "ids"))
    ),
    Part(FURTHER_ISBNS, "isbn", lambda record: len(record.isbn) > 1),
    Part(FURTHER_ISSNS, "issn", lambda record: len(record.issn) > 1),
    Part(QUALIFIERS, "mesh", peek.has_qualifiers),
    Part(OTHER_IDENTIFIERS, "identifiers", peek.has_other_identifiers),
)

ALL_PARTS = frozenset(part.name for part in PARTS)


def note_unwritten(
    record: Record,
    homes: frozenset[str],
    report: Report,
    kept: Container[str] = (),
    written: Container[str] = (),
) -> None:
    """Note what ``record`` says beyond the attributes and parts for which a format has ``homes``.

    ``written`` are those of which a writer knows only when it has written the record; ``kept``
    are the tags of kept fields that are written.
    """
    told = _accountable(homes)
    lost = _lost(record, told, written)
    partly = _partly_lost(record, told, lost, written)
    if not (lost or partly):
        return
    names = _labels(record, (*lost, *partly))
    if "type" in lost:
        names.append(f"the type {record.type}")
    if "kept" in lost:  # by the fields' own names
        names += dict.fromkeys(field.tag for field in record.kept if field.tag not in kept)
    if names:
        report.note("not-written", place(record), f"no place for {', '.join(names)}")


class _Accountable(Frozen):
    """What a writer has to account for: attributes, those that may be pending, and parts."""

    attributes: frozenset[str]
    lazy: frozenset[str]
    parts: tuple[Part, ...]


@lru_cache(maxsize=256)  # a writer has one for each kind of record
def _accountable(homes: frozenset[str]) -> _Accountable:
    """Return what has no home."""
    attributes = frozenset(Record.names) - homes - _HOUSEKEEPING
    parts = tuple([part for part in PARTS if part.name not in homes])
    return _Accountable(attributes, attributes & LAZY, parts)


# The order in which attributes are named. Lazy ones come last, whether or not they are decoded.
_ORDER = {name: place for place, name in enumerate(sorted(Record.names, key=LAZY.__contains__))}


def _lost(record: Record, told: _Accountable, written: Container[str]) -> list[str]:
    """Return the attributes that a record has and that are not written."""
    values, attributes = peek.known_values(record), told.attributes
    names = [name for name, value in values.items() if value and name in attributes]
    names += told.lazy.difference(values)
    if written:
        names = [name for name in names if name not in written]
    return sorted(names, key=_ORDER.__getitem__)


def _partly_lost(
    record: Record, told: _Accountable, lost: list[str], written: Container[str]
) -> list[str]:
    """Return the parts that a record has of attributes which are not lost as a whole."""
    value_of = peek.known_values(record).get
    return [
        name
        for name, attribute, exists, _ in told.parts
        if value_of(attribute, attribute in LAZY)
        and attribute not in lost
        and name not in written
        and exists(record)
    ]


def _labels(record: Record, names: Iterable[str]) -> list[str]:
    """Return the names of attributes and parts, with those of their tags that a record has.

    An attribute's only tag is named in any case.
    """
    format_name = peek.origin_format(record)
    usual, tags_by_name = _usual_labels(format_name), _tags_by_name(format_name)
    present = peek.tags(record)
    return [
        usual.get(name) or _label(name, [tag for tag in tags_by_name[name] if tag in present])
        for name in names
        if name not in _NAMED_OTHERWISE
    ]


@cache
def _usual_labels(format_name: str) -> dict[str, str]:
    """Return the labels of what has one tag or none, whichever tags a record has."""
    tags_by_name = _tags_by_name(format_name)
    tags = {name: tags_by_name.get(name, ()) for name in (*Record.names, *ALL_PARTS)}
    return {name: _label(name, own) for name, own in tags.items() if len(own) < 2}


def _label(name: str, tags: Iterable[str]) -> str:
    """Return ``grants (GR)``, ``subject (FPS PS)``."""
    tags = " ".join(tags)
    return name.replace("_", " ") + (f" ({tags})" if tags else "")


# The tables by which these are read, where they are not called like the format.
_TABLES = {"pubmed-xml": "medline", "bibtex": "bibtex_reads"}


@cache
def _tags_by_name(format_name: str) -> dict[str, tuple[str, ...]]:
    """Return the tags by which a format's table says that each attribute and part is read."""
    module = plugin(tables, _TABLES.get(format_name, format_name))
    rows = by_variable(getattr(module, "ROWS", ()))
    tags = {name: tuple(dict.fromkeys(row.tag for row in own)) for name, own in rows.items()}
    for part in PARTS:
        own_tags = part.tags if format_name in peek.PUBMED_FORMATS else ()
        tags[part.name] = own_tags or tags.get(part.attribute, ())
    return tags
