"""Questions about any record that are answered without decoding more of it than they need.

Writers ask them of every record. Those about a lazy record's pending attributes are answered
by its reader, which is asked by the names of these functions.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import wraps
from typing import TypeVar

from .lazy import LAZY, LazyRecord
from .record import NOT_IN_PUBMED, Record, is_retracted

# What a lazy record may have though it is not at hand: the pending, and what has a default.
_IMPLIED = LAZY | {name for name, default in Record.defaults.items() if default}

# The formats whose fields have MEDLINE's tags.
PUBMED_FORMATS = ("medline", "pubmed-xml")

_Answer = TypeVar("_Answer")

_IDENTIFYING = ("doi", "pii", "pmcid", "pmid", "nihmsid", "nbk", "url", "number")


def location(record: Record) -> tuple[str, int]:
    """Return the file and line at which a record begins, ``("", 0)`` if it was not read."""
    if isinstance(record, LazyRecord):
        return record.location
    return (record.origin.file, record.origin.line) if record.origin else ("", 0)


def origin_format(record: Record) -> str:
    """Return the format that a record was read from, ``""`` if it was not read."""
    if isinstance(record, LazyRecord):
        return record.format
    return record.origin.format if record.origin else ""


def is_from_pubmed(record: Record) -> bool:
    """Whether a record was read from MEDLINE text or PubMed XML, which have the same fields."""
    return origin_format(record) in PUBMED_FORMATS


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
    return not record.__dict__.keys().isdisjoint(NOT_IN_PUBMED)


def _answered_by_reader(
    attribute: str,
) -> Callable[[Callable[[Record], _Answer]], Callable[[Record], _Answer]]:
    """Return a decorator: while ``attribute`` is pending, the record's reader answers instead."""

    def decorate(answer: Callable[[Record], _Answer]) -> Callable[[Record], _Answer]:
        question = answer.__name__

        @wraps(answer)
        def ask(record: Record) -> _Answer:
            if attribute in record.__dict__ or not isinstance(record, LazyRecord):
                return answer(record)
            known: _Answer = record.peek(question)
            return known

        return ask

    return decorate


@_answered_by_reader("author")
def plain_authors(record: Record) -> tuple[str, ...]:
    """Return the authors as ``Family, Given`` where each is known to be a person with just that.

    ``()`` says that ``author`` has to be looked at, not that there is none.
    """
    return ()


@_answered_by_reader("author")
def short_authors(record: Record) -> tuple[str, ...]:
    """Return the authors as AU has them, ``""`` where there is none, in the byline's order."""
    return tuple([name.short for name in record.author])


@_answered_by_reader("author")
def has_affiliations(record: Record) -> bool:
    """Whether an author has an affiliation."""
    return any(name.affiliations for name in record.author)


@_answered_by_reader("author")
def has_author_ids(record: Record) -> bool:
    """Whether an author has an identifier."""
    return any(name.ids for name in record.author)


@_answered_by_reader("author")
def author_id_schemes(record: Record) -> frozenset[str]:
    """Return the schemes of the authors' identifiers: ``orcid``, ``isni``..."""
    return frozenset([identifier.scheme for name in record.author for identifier in name.ids])


def name_part_finder(role: str, part: str) -> Callable[[Record], bool]:
    """Return a function that finds out whether a name of a role has a part, such as ``ids``."""
    return lambda record: any(getattr(name, part) for name in getattr(record, role))


@_answered_by_reader("identifiers")
def identifier_values(record: Record) -> Sequence[str]:
    """Return the identifiers without their schemes."""
    return [identifier.value for identifier in record.identifiers]


def has_other_identifiers(record: Record) -> bool:
    """Whether ``identifiers`` has one that no attribute of its own has."""
    values = identifier_values(record)
    if {record.doi, record.pii}.issuperset(values):
        return False
    own = {getattr(record, name).lower() for name in _IDENTIFYING}
    others = [value for value in values if value.lower() not in own]
    return bool(others) and not all(_is_repeated(value.lower(), record, own) for value in others)


def _is_repeated(value: str, record: Record, own: set[str]) -> bool:
    """Whether an identifier repeats an attribute in another form: with a label, as pages."""
    if record.page and value in (record.page.raw.lower(), record.page.full.lower()):
        return True
    return any(text and value.endswith(text) for text in own)


@_answered_by_reader("origin")
def tags(record: Record) -> Collection[str]:
    """Return the tags that a record had in what it was read from."""
    return {field.tag for field in record.origin.fields} if record.origin else ()


@_answered_by_reader("mesh")
def mesh_descriptors(record: Record) -> tuple[str, ...]:
    """Return the descriptors of the MeSH headings."""
    return tuple([heading.descriptor for heading in record.mesh])


@_answered_by_reader("mesh")
def has_qualifiers(record: Record) -> bool:
    """Whether a MeSH heading has qualifiers."""
    return any(heading.qualifiers for heading in record.mesh)


@_answered_by_reader("relations")
def relation_kinds(record: Record) -> frozenset[str]:
    """Return the kinds of the relations: ``retraction-in``, ``comment-on``..."""
    return frozenset([relation.kind for relation in record.relations])


def retracted(record: Record) -> bool:
    """Whether a record, its title included, says that the article was retracted."""
    return is_retracted(record, relation_kinds(record))
