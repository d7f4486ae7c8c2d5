"""Entries of a .bib file: made from records, and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .. import format_registry
from ..markup import verbatim
from ..model.record import Record
from ..options import Options
from . import article_names
from .bib_file import KEY, START, Entry, fields, parse
from .library_reader import silent

ESCAPE = re.compile(r"\\([_%&#$])|\{\\text[a-z]+\}")


class Draft(NamedTuple):
    """What an entry is made of: a record, the key, and biblatex's other keys."""

    record: Record
    key: str
    ids: Sequence[str]


@dataclass(frozen=True, slots=True)
class Speller:
    """Makes entries in one dialect: ``bibtex`` or ``biblatex``."""

    dialect: str
    options: Options

    def entries(self, drafts: Sequence[Draft]) -> Iterator[str]:
        """Yield each draft as an entry under exactly its key.

        Only biblatex knows other keys. What the dialect has no field for is left out.
        """
        if not drafts:  # and then no writer need be loaded
            return
        writer = format_registry.writer(self.dialect)
        # Any key that costs nothing: the true one takes its place.
        omit = (*self.options.omit, "ids") if self.dialect == "biblatex" else self.options.omit
        options = self.options.replace(key="pmid", sort="none", omit=omit)
        text = "".join(writer.write((each.record for each in drafts), options, silent()))
        for draft, entry in zip(drafts, parse(text).entries, strict=True):
            ids = ", ".join(draft.ids) if self.dialect == "biblatex" else ""
            yield rekeyed(entry.body, draft.key, ids)

    def fit(self, key: str) -> bool:
        """Return whether ``key`` can be an entry's key."""
        return article_names.fit(key, self.dialect)


def rekeyed(body: str, key: str, ids: str) -> str:
    """Return an entry's text under another key, with a field of other keys if it has any."""
    start = START.match(body)
    named = KEY.match(body, start.end()) if start else None
    if not named:
        raise ValueError(f"not an entry: {body[:60]!r}")
    rest = body[named.end() :]
    if ids:
        indent = re.match(r",\n[ \t]*", rest)
        rest = f"{indent[0] if indent else ', '}ids = {{{ids}}}{rest}"
    return body[: named.start()] + key + rest


def called(entry: Entry) -> Iterator[str]:
    """Yield the names that an entry's fields give to its article."""
    said = entry.fields
    pmid = said.get("pmid", "")
    if not pmid and said.get("eprinttype", said.get("archiveprefix", "")).lower() == "pubmed":
        pmid = said.get("eprint", "")
    for scheme, value in (
        ("pmid:", pmid),
        ("pmcid:", said.get("pmcid", "")),
        ("doi:", said.get("doi", "")),
    ):
        if value.strip():
            plain = verbatim.decoded(ESCAPE.sub(r"\1", value.strip()))
            yield article_names.read(scheme + plain)[0]


def differences(old: str, new: str) -> str:
    """Say which fields differ between two texts of an entry."""
    before, after = dict(fields(old)), dict(fields(new))
    groups = {
        "new": [name for name in after if name not in before],
        "changed": [name for name in after if name in before and after[name] != before[name]],
        "gone": [name for name in before if name not in after],
    }
    said = "; ".join(f"{how}: {', '.join(each)}" for how, each in groups.items() if each)
    return said or "written differently"


def short(record: Record) -> str:
    """Return a few words that tell a reader which article ``record`` is."""
    first = next((each.literal or each.family for each in record.author), "")
    more = " et al." if len(record.author) > 1 else ""
    year = str(record.issued.start.year) if record.issued and record.issued.start else ""
    journal = record.container_title_short or record.container_title
    return ", ".join(each for each in (first + more, journal, year) if each)
