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
from ..base.plugins import plugin
from ..checks.retractions import place
from ..model import peek
from ..model.lazy import LAZY
from ..model.record import NOT_IN_PUBMED, Record
from ..model.report import Report
from ..tables.row import by_variable

# Attributes about the record and not about the publication: no reader of a citation misses
# them. The date of submission is one of the history's.
_HOUSEKEEPING = frozenset(
    {"admin", "origin", "source_line", "keyword_owner", "identifiers", "key", "submitted"}
)
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
    Part(AUTHOR_IDS, "author", lambda record: bool(peek.author_id_schemes(record)), ("AUID",)),
    *(
        Part(f"{part} of {role.replace('_', ' ')}s", role, peek.name_part_finder(role, attribute))
        for role in ("editor", "translator", "collection_editor")
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
    lost, partly = _lost(record, homes, written)
    if lost or partly:
        names = _labels(record, lost, partly)
        if "kept" in lost:  # by the fields' own names
            names += dict.fromkeys(field.tag for field in record.kept if field.tag not in kept)
        if names:
            report.note("not-written", place(record), f"no place for {', '.join(names)}")


def _lost(
    record: Record, homes: frozenset[str], written: Container[str]
) -> tuple[list[str], list[Part]]:
    """Return the attributes that a record has and that are not written, and parts of others."""
    light, heavy, parts = _candidates(homes, peek.may_exceed_pubmed(record))
    value_of = peek.known_values(record).get  # often without the attributes that are empty
    lost = [name for name in light if value_of(name) and name not in written]
    lost += [name for name in peek.having(record, heavy) if name not in written]
    rest = [part for part in parts if part.name not in written]
    return lost, [part for part in rest if _is_lost(part, record, lost)]


def _is_lost(part: Part, record: Record, lost: Container[str]) -> bool:
    """Whether a record has a part of an attribute that is not lost as a whole."""
    name = part.attribute
    return name not in lost and peek.has(record, name) and part.exists(record)


@cache
def _candidates(
    homes: frozenset[str], beyond: bool
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[Part, ...]]:
    """Return the attributes to account for, the ready and the lazy, and the parts of others.

    Without ``beyond`` only what PubMed's records may have.
    """
    absent = frozenset[str]() if beyond else NOT_IN_PUBMED
    names = [name for name in Record.names if name not in _HOUSEKEEPING | homes | absent]
    light = tuple(name for name in names if name not in LAZY)
    parts = tuple(part for part in PARTS if homes.isdisjoint([part.name]))
    parts = tuple(part for part in parts if part.attribute not in absent)
    return light, tuple(name for name in names if name in LAZY), parts


def _labels(record: Record, lost: Iterable[str], partly: Iterable[Part]) -> list[str]:
    """Return the names of attributes and parts, with the record's tags that they are from."""
    format_name, present = peek.tags(record)
    tags_of = _tags(format_name)
    labels = [
        _label(name, tags_of.get(name, ()), present)
        for name in lost
        if name not in ("kept", "type")
    ]
    if "type" in lost:
        labels.append(f"the type {record.type}")
    for part in partly:
        tags = (
            part.tags if part.tags and format_name in _MEDLINE else tags_of.get(part.attribute, ())
        )
        labels.append(_label(part.name, tags, present))
    return labels


def _label(name: str, tags: tuple[str, ...], present: Container[str]) -> str:
    if len(tags) == 1:
        return _named(name, tags)
    return _named(name, tuple([tag for tag in tags if tag in present]) if tags else ())


@lru_cache(maxsize=1024)
def _named(name: str, tags: tuple[str, ...]) -> str:
    """Return ``grants (GR)``, ``subject (FPS PS)``."""
    return name.replace("_", " ") + (f" ({' '.join(tags)})" if tags else "")


# The formats whose fields have MEDLINE's tags.
_MEDLINE = ("medline", "pubmed-xml")
# The tables by which these are read, where they are not called like the format.
_TABLES = {"pubmed-xml": "medline", "bibtex": "bibtex_reads"}


@cache
def _tags(format_name: str) -> dict[str, tuple[str, ...]]:
    """Return the tags by which a format's table says that each attribute is read."""
    module = plugin(tables, _TABLES.get(format_name, format_name))
    rows = by_variable(getattr(module, "ROWS", ()))
    return {name: tuple(dict.fromkeys(row.tag for row in own)) for name, own in rows.items()}
