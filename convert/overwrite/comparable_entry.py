"""What is compared of an entry in an old file and in the new one."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from ..base.lazy_regex import regex
from ..codecs.characters import folded
from ..library import article_names
from ..model.record import Record

# What people add to records. Everything else comes with the record from its source.
PERSONAL = frozenset({"abstract", "keywords", "notes", "url"})
# The first that both entries have decides whether they are the same.
SCHEMES = ("pmid", "pmcid", "doi")
_COMMAND = regex(r"\\[A-Za-z]+")


class ComparableEntry(NamedTuple):
    """An entry of a file: its names, its identifiers, and what people have added to it.

    One of ``names`` has to be in the new file. If none is, ``other_names`` gets the pattern of the
    keys that are written, and returns names that will do as well.
    """

    label: str  # what messages call it
    names: tuple[str, ...]
    ids: Mapping[str, str]  # by scheme
    title: str  # normalized
    added: frozenset[str]
    other_names: Callable[[str], Iterable[str]] = lambda _: ()


def from_record(record: Record) -> ComparableEntry:
    """Return what is compared of a record."""
    record_names = tuple(article_names.of_record(record))
    title = normalized_title(record.title or record.original_title)
    added = {name for name in PERSONAL if getattr(record, name)}
    return ComparableEntry(
        record.key or record.pmid or record.doi or repr(record.title),
        record_names or (f"title:{title}",),
        identifiers(record_names),
        title,
        frozenset(added | {field.tag for field in record.kept}),
    )


def identifiers(names: Iterable[str]) -> dict[str, str]:
    """Return the identifiers among an article's names (``pmid:1``), by their schemes."""
    by_scheme = dict(name.split(":", 1) for name in names)
    return {scheme: by_scheme[scheme] for scheme in SCHEMES if scheme in by_scheme}


def identifier_names(ids: Mapping[str, str]) -> list[str]:
    """Return identifiers as names (``pmid:1``)."""
    return [f"{scheme}:{value}" for scheme, value in ids.items()]


def normalized_title(title: str) -> str:
    """Return a title, in LaTeX or not, as it is compared: its letters and digits."""
    return folded(_COMMAND.sub("", title))
