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
    Part(AUTHOR_IDS, "author", peek.has_author_ids, ("AUID",)),
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
    candidates = _candidates(homes, peek.may_exceed_pubmed(record))
    lost = _lost(record, candidates, written)
    partly = _partly_lost(record, candidates, lost, written)
    if lost or partly:
        names = [*_labels(record, lost, partly)]
        if "type" in lost:
            names.append(f"the type {record.type}")
        if "kept" in lost:  # by the fields' own names
            names += dict.fromkeys(field.tag for field in record.kept if field.tag not in kept)
        if names:
            report.note("not-written", place(record), f"no place for {', '.join(names)}")


class _Candidates(NamedTuple):
    """What a writer has to account for: attributes that are ready, lazy ones, parts of others."""

    ready: dict[str, int]  # with their place in the note
    lazy: tuple[str, ...]
    parts: tuple[Part, ...]
    wholes: frozenset[str]  # the attributes that the parts are of


@cache
def _candidates(homes: frozenset[str], beyond: bool) -> _Candidates:
    """Return what to account for; without ``beyond`` only what PubMed's records may have."""
    absent = frozenset[str]() if beyond else NOT_IN_PUBMED
    names = [name for name in Record.names if name not in _HOUSEKEEPING | homes | absent]
    ready = {name: place for place, name in enumerate(names) if name not in LAZY}
    parts = tuple(part for part in PARTS if part.name not in homes and part.attribute not in absent)
    wholes = frozenset(part.attribute for part in parts)
    return _Candidates(ready, tuple(name for name in names if name in LAZY), parts, wholes)


def _lost(record: Record, candidates: _Candidates, written: Container[str]) -> list[str]:
    """Return the attributes that a record has and that are not written."""
    values = peek.known_values(record)  # often without the attributes that are empty
    ready = [
        name
        for name in candidates.ready.keys() & values.keys()
        if values[name] and name not in written
    ]
    lazy = [name for name in peek.having(record, candidates.lazy) if name not in written]
    return sorted(ready, key=candidates.ready.__getitem__) + lazy


def _partly_lost(
    record: Record, candidates: _Candidates, lost: list[str], written: Container[str]
) -> list[Part]:
    """Return the parts that a record has of attributes which are not lost as a whole."""
    present = peek.having(record, candidates.wholes)
    return [
        part
        for part in candidates.parts
        if part.attribute in present
        and part.attribute not in lost
        and part.name not in written
        and part.exists(record)
    ]


def _labels(record: Record, lost: list[str], partly: list[Part]) -> tuple[str, ...]:
    """Return the names of attributes and parts, with the record's tags that they are from."""
    format_name = peek.origin_format(record)
    doubtful = _doubtful_tags(format_name).intersection(peek.tags(record))
    return _labels_of(format_name, tuple(lost), tuple(partly), doubtful)


@lru_cache(maxsize=1024)
def _labels_of(
    format_name: str, lost: tuple[str, ...], partly: tuple[Part, ...], present: frozenset[str]
) -> tuple[str, ...]:
    """Return the names with their tags; where there are several, those that are ``present``."""
    tags_of, is_medline = _tags(format_name), format_name in peek.PUBMED_FORMATS
    tags_by_name = {name: tags_of.get(name, ()) for name in lost if name not in ("kept", "type")}
    for part in partly:
        own = part.tags if is_medline else ()
        tags_by_name[part.name] = own or tags_of.get(part.attribute, ())
    return tuple(
        _label(name, tags if len(tags) == 1 else [tag for tag in tags if tag in present])
        for name, tags in tags_by_name.items()
    )


def _label(name: str, tags: Iterable[str]) -> str:
    """Return ``grants (GR)``, ``subject (FPS PS)``."""
    tags = " ".join(tags)
    return name.replace("_", " ") + (f" ({tags})" if tags else "")


# The tables by which these are read, where they are not called like the format.
_TABLES = {"pubmed-xml": "medline", "bibtex": "bibtex_reads"}


@cache
def _tags(format_name: str) -> dict[str, tuple[str, ...]]:
    """Return the tags by which a format's table says that each attribute is read."""
    module = plugin(tables, _TABLES.get(format_name, format_name))
    rows = by_variable(getattr(module, "ROWS", ()))
    return {name: tuple(dict.fromkeys(row.tag for row in own)) for name, own in rows.items()}


@cache
def _doubtful_tags(format_name: str) -> frozenset[str]:
    """Return the tags of attributes that have several, of which a record may have some."""
    several = [tags for tags in _tags(format_name).values() if len(tags) > 1]
    parts = [part.tags for part in PARTS if len(part.tags) > 1]
    return frozenset(tag for tags in several + parts for tag in tags)
