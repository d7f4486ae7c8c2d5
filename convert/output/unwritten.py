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
    candidates = _candidates(homes, tuple(peek.known_values(record)))
    lost = _lost(record, candidates, written)
    partly = _partly_lost(record, candidates, lost, written)
    if not (lost or partly):
        return
    format_name, tags = peek.origin_format(record), tuple(peek.tags(record))
    names = list(_labels(format_name, (*lost, *partly), tags))
    if "type" in lost:
        names.append(f"the type {record.type}")
    if "kept" in lost:  # by the fields' own names
        names += dict.fromkeys(field.tag for field in record.kept if field.tag not in kept)
    if names:
        report.note("not-written", place(record), f"no place for {', '.join(names)}")


class _Candidates(NamedTuple):
    """What a writer has to account for: attributes, and parts of others."""

    names: tuple[str, ...]
    parts: tuple[Part, ...]


@lru_cache(maxsize=4096)  # records of one kind have the same attributes
def _candidates(homes: frozenset[str], at_hand: tuple[str, ...]) -> _Candidates:
    """Return what to account for in records with these attributes at hand, and lazy ones."""
    present = LAZY.union(at_hand)
    told = present - homes - _HOUSEKEEPING
    names = [name for name in Record.names if name in told]
    parts = [part for part in PARTS if part.attribute in present and part.name not in homes]
    # Lazy ones come last, whether or not they are decoded.
    return _Candidates(tuple(sorted(names, key=LAZY.__contains__)), tuple(parts))


def _lost(record: Record, candidates: _Candidates, written: Container[str]) -> list[str]:
    """Return the attributes that a record has and that are not written."""
    value_of = peek.known_values(record).get
    return [name for name in candidates.names if value_of(name, True) and name not in written]


def _partly_lost(
    record: Record, candidates: _Candidates, lost: list[str], written: Container[str]
) -> list[str]:
    """Return the parts that a record has of attributes which are not lost as a whole."""
    value_of = peek.known_values(record).get
    return [
        name
        for name, attribute, exists, _ in candidates.parts
        if value_of(attribute, True)
        and attribute not in lost
        and name not in written
        and exists(record)
    ]


@lru_cache(maxsize=4096)  # records of one kind have the same tags
def _labels(format_name: str, names: tuple[str, ...], present: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of attributes and parts, with those of their tags that are ``present``.

    An attribute's only tag is named in any case.
    """
    tags_by_name = _tags_by_name(format_name)
    return tuple(
        _label(name, tags if len(tags) == 1 else [tag for tag in tags if tag in present])
        for name, tags in ((name, tags_by_name.get(name, ())) for name in names)
        if name not in _NAMED_OTHERWISE
    )


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
