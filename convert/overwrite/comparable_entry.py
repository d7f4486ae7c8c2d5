"""What an entry of a file amounts to, for comparing an old file with a new one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from unicodedata import normalize

from ..latex import names
from ..model.record import Record

# What people add to a record that they have. All else comes from where the record came from.
PERSONAL = frozenset({"abstract", "keywords", "notes", "url"})
SCHEMES = ("pmid", "pmcid", "doi")  # the first that two records have tells if they are one
MARKUP = re.compile(r"\\[A-Za-z]+|<[^<>]*>")  # TeX's commands, and the tags of a title
SIGNS = re.compile(r"[\W_]+")


class Holding(NamedTuple):
    """An entry of a file: what it is called, what it is known by, and what people added to it.

    ``names`` are those of which one has to be in the new file. Where none is, ``others`` gets the
    pattern of the keys that are written, and returns those that will do as well.
    """

    shown: str
    names: tuple[str, ...]
    ids: Mapping[str, str]  # by scheme
    title: str  # its letters
    added: frozenset[str]
    others: Callable[[str], Iterable[str]] = lambda _: ()


def of_record(record: Record) -> Holding:
    """Return what a record amounts to in a file."""
    found = tuple(names.of(record))
    title = letters(record.title or record.original_title)
    added = {name for name in PERSONAL if getattr(record, name)}
    return Holding(
        record.key or record.pmid or record.doi or repr(record.title),
        found or (f"title:{title}",),
        identifiers(found),
        title,
        frozenset(added | {field.tag for field in record.kept}),
    )


def identifiers(found: Iterable[str]) -> dict[str, str]:
    """Return the identifiers among an article's names (``pmid:1``), by their schemes."""
    parted = dict(name.split(":", 1) for name in found)
    return {scheme: parted[scheme] for scheme in SCHEMES if scheme in parted}


def spelt(ids: Mapping[str, str]) -> list[str]:
    """Return identifiers as names."""
    return [f"{scheme}:{value}" for scheme, value in ids.items()]


def letters(title: str) -> str:
    """Return the letters and digits of a title, as they are in every spelling of it."""
    return SIGNS.sub("", MARKUP.sub("", normalize("NFKD", title))).casefold()
