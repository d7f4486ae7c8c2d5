"""Questions about any record that are answered without decoding more of it than they need.

Writers ask them of every record. Those about a lazy record's pending attributes are answered
by its reader, which is asked by the names of these functions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .lazy import LAZY, LazyRecord
from .record import NOT_IN_PUBMED, Record
from .values import Origin

# What a lazy record may have though it is not at hand: the pending, and what has a default.
_IMPLIED = LAZY | {name for name, default in Record.defaults.items() if default}


def location(record: Record) -> tuple[str, int]:
    """Return the file and line at which a record begins, ``("", 0)`` if it was not read."""
    if isinstance(record, LazyRecord):
        return record.location
    return (record.origin.file, record.origin.line) if record.origin else ("", 0)


def origin_format(record: Record) -> str:
    """Return the format that a record was read from; ``""`` if that is not at hand."""
    origin = record.__dict__.get("origin")
    return origin.format if isinstance(origin, Origin) else ""


def known_values(record: Record) -> Mapping[str, object]:
    """Return the attributes at hand by name, without those that are pending or left empty."""
    return record.__dict__


def has(record: Record, name: str) -> bool:
    """Whether an attribute has a value."""
    return bool(record.__dict__.get(name, name in _IMPLIED))


def having(record: Record, names: Iterable[str]) -> list[str]:
    """Return those of some attributes that have a value."""
    values = record.__dict__
    return [name for name in names if values.get(name, name in _IMPLIED)]


def may_exceed_pubmed(record: Record) -> bool:
    """Whether a record may have attributes that PubMed has no tag for; if not, try none."""
    return not NOT_IN_PUBMED.isdisjoint(record.__dict__)


def plain_authors(record: Record) -> tuple[str, ...]:
    """Return the authors as ``Family, Given`` where each is known to be a person with just that.

    ``()`` says that ``author`` has to be looked at, not that there is none.
    """
    if isinstance(record, LazyRecord) and record.is_pending("author"):
        authors: tuple[str, ...] = record.peek("plain_authors")
        return authors
    return ()


def has_affiliations(record: Record) -> bool:
    """Whether an author has an affiliation."""
    if isinstance(record, LazyRecord) and record.is_pending("author"):
        return bool(record.peek("has_affiliations"))
    return any(name.affiliations for name in record.author)


def mesh_descriptors(record: Record) -> tuple[str, ...]:
    """Return the descriptors of the MeSH headings."""
    if isinstance(record, LazyRecord) and record.is_pending("mesh"):
        descriptors: tuple[str, ...] = record.peek("mesh_descriptors")
        return descriptors
    return tuple([heading.descriptor for heading in record.mesh])


def relation_kinds(record: Record) -> frozenset[str]:
    """Return the kinds of the relations: ``retraction-in``, ``comment-on``..."""
    if isinstance(record, LazyRecord) and record.is_pending("relations"):
        kinds: frozenset[str] = record.peek("relation_kinds")
        return kinds
    return frozenset([relation.kind for relation in record.relations])
