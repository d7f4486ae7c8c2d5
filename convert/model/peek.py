"""Questions about any record that are answered without decoding more of it than they need.

Writers ask them of every record. Those about a lazy record's pending attributes are answered
by its reader, which is asked by the names of these functions.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from .lazy import LAZY, LazyRecord
from .record import NOT_IN_PUBMED, Record
from .values import Origin

# What a lazy record may have though it is not at hand: the pending, and what has a default.
_IMPLIED = LAZY | {name for name, default in Record.defaults.items() if default}

_IDENTIFYING = ("doi", "pii", "pmcid", "pmid", "nihmsid", "nbk", "url", "number")


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


def short_authors(record: Record) -> tuple[str, ...]:
    """Return the authors as AU has them, ``""`` where there is none, in the byline's order."""
    if isinstance(record, LazyRecord) and record.is_pending("author"):
        authors: tuple[str, ...] = record.peek("short_authors")
        return authors
    return tuple([name.short for name in record.author])


def has_affiliations(record: Record) -> bool:
    """Whether an author has an affiliation."""
    if isinstance(record, LazyRecord) and record.is_pending("author"):
        return bool(record.peek("has_affiliations"))
    return any(name.affiliations for name in record.author)


def has_author_ids(record: Record) -> bool:
    """Whether an author has an identifier."""
    if isinstance(record, LazyRecord) and record.is_pending("author"):
        return bool(record.peek("has_author_ids"))
    return any(name.ids for name in record.author)


def author_id_schemes(record: Record) -> frozenset[str]:
    """Return the schemes of the authors' identifiers: ``orcid``, ``isni``..."""
    if isinstance(record, LazyRecord) and record.is_pending("author"):
        schemes: frozenset[str] = record.peek("author_id_schemes")
        return schemes
    return frozenset([identifier.scheme for name in record.author for identifier in name.ids])


def name_part_finder(role: str, part: str) -> Callable[[Record], bool]:
    """Return a function that finds out whether a name of a role has a part, such as ``ids``."""
    return lambda record: any(getattr(name, part) for name in getattr(record, role))


def has_other_identifiers(record: Record) -> bool:
    """Whether ``identifiers`` has one that no attribute of its own has."""
    if isinstance(record, LazyRecord) and record.is_pending("identifiers"):
        values: Iterable[str] = record.peek("identifier_values")
    else:
        values = [identifier.value for identifier in record.identifiers]
    usual = (record.doi, record.pii)
    if all(value in usual for value in values):
        return False
    own = {getattr(record, name).lower() for name in _IDENTIFYING}
    others = [value for value in values if value.lower() not in own]
    return bool(others) and not all(_is_repeated(value.lower(), record, own) for value in others)


def _is_repeated(value: str, record: Record, own: set[str]) -> bool:
    """Whether an identifier repeats an attribute in another form: with a label, as pages."""
    if record.page and value in (record.page.raw.lower(), record.page.full.lower()):
        return True
    return any(text and value.endswith(text) for text in own)


def tags(record: Record) -> tuple[str, Collection[str]]:
    """Return the format that a record was read from, and the tags that it had there."""
    if isinstance(record, LazyRecord):
        found: tuple[str, Collection[str]] = record.peek("tags")
        return found
    if record.origin is None:
        return "", ()
    return record.origin.format, {field.tag for field in record.origin.fields}


def mesh_descriptors(record: Record) -> tuple[str, ...]:
    """Return the descriptors of the MeSH headings."""
    if isinstance(record, LazyRecord) and record.is_pending("mesh"):
        descriptors: tuple[str, ...] = record.peek("mesh_descriptors")
        return descriptors
    return tuple([heading.descriptor for heading in record.mesh])


def has_qualifiers(record: Record) -> bool:
    """Whether a MeSH heading has qualifiers."""
    if isinstance(record, LazyRecord) and record.is_pending("mesh"):
        return bool(record.peek("has_qualifiers"))
    return any(heading.qualifiers for heading in record.mesh)


def relation_kinds(record: Record) -> frozenset[str]:
    """Return the kinds of the relations: ``retraction-in``, ``comment-on``..."""
    if isinstance(record, LazyRecord) and record.is_pending("relations"):
        kinds: frozenset[str] = record.peek("relation_kinds")
        return kinds
    return frozenset([relation.kind for relation in record.relations])
