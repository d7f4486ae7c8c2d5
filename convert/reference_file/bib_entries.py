"""Make entries of a .bib file from records, and compare them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from .. import format_registry
from ..library import article_names
from ..library.library_reader import silent_report
from ..markup import verbatim
from ..options import Options
from . import bib_file
from .bib_file import KEY, START
from .entry import Entry, EntryDraft, ReferenceFile, names_of_identifiers

ESCAPE = re.compile(r"\\([_%&#$])|\{\\text[a-z]+\}")


@dataclass(frozen=True, slots=True)
class BibEntryMaker:
    """Makes entries in one dialect, ``bibtex`` or ``biblatex``, without some attributes."""

    dialect: str
    options: Options
    left_out: tuple[str, ...] = ()
    has_aliases: bool = False

    @property
    def signature(self) -> str:
        """Return a text that differs wherever entries would be written otherwise."""
        # Marks in existing files hold its checksum: another text would put them out of date.
        return f"Speller(dialect={self.dialect!r}, options={self.options!r})"

    @property
    def key_pattern(self) -> str:
        """Return the pattern of keys that are made up."""
        return self.options.key

    @property
    def ignores_case(self) -> bool:
        """Whether case counts in keys: BibTeX ignores it, biber does not."""
        return self.dialect == "bibtex"

    def parse(self, text: str) -> ReferenceFile:
        """Take a file apart. Raises BrokenError."""
        return bib_file.parse(text, comments=self.dialect == "biblatex")

    def names(self, entry: Entry) -> Iterator[str]:
        """Yield the article names that an entry's fields contain."""
        return names_of_entry(entry)

    def entry(self, before: str, body: str, newline: str, source_checksum: str = "") -> Entry:
        """Return ``body`` as an entry with a mark and the file's line ends."""
        return bib_file.make_entry(before, body, newline, source_checksum)

    def append(self, file: ReferenceFile, entries: Sequence[tuple[str, str]]) -> ReferenceFile:
        """Return a file with more entries, given as texts with their source checksums."""
        return bib_file.append_entries(file, entries)

    def render(self, drafts: Sequence[EntryDraft]) -> Iterator[str]:
        """Yield each draft as an entry under exactly its key.

        Only biblatex has alias keys. What the dialect has no field for is left out.
        """
        if not drafts:  # no writer need be imported
            return
        writer = format_registry.writer(self.dialect)
        # The key costs least to make; it is replaced.
        omit = (*self.options.omit, "ids") if self.dialect == "biblatex" else self.options.omit
        options = self.options.replace(key="pmid", sort="none", omit=omit)
        blank = dict.fromkeys(self.left_out, "")
        records = (draft.record.replace(**blank) if blank else draft.record for draft in drafts)
        text = "".join(cast("Iterable[str]", writer.write(records, options, silent_report())))
        for draft, entry in zip(drafts, bib_file.parse(text).entries, strict=True):
            yield replace_key(entry.body, draft.key, ", ".join(draft.ids))

    def is_valid_key(self, key: str) -> bool:
        """Whether ``key`` can be an entry's key."""
        return article_names.is_valid_key(key, self.dialect)


def replace_key(body: str, key: str, ids: str) -> str:
    """Return an entry's text with another key, and with a field ``ids`` unless that is empty."""
    start = START.match(body)
    old_key = KEY.match(body, start.end()) if start else None
    if not old_key:
        raise ValueError(f"not an entry: {body[:60]!r}")
    rest = body[old_key.end() :]
    if ids:
        indent = re.match(r",\n[ \t]*", rest)
        rest = f"{indent[0] if indent else ', '}ids = {{{ids}}}{rest}"
    return body[: old_key.start()] + key + rest


def names_of_entry(entry: Entry) -> Iterator[str]:
    """Return the article names that an entry's fields contain."""
    fields = entry.fields
    pmid = fields.get("pmid", "")
    if not pmid and fields.get("eprinttype", fields.get("archiveprefix", "")).lower() == "pubmed":
        pmid = fields.get("eprint", "")
    identifiers = {"pmid": pmid, "pmcid": fields.get("pmcid", ""), "doi": fields.get("doi", "")}
    return names_of_identifiers(
        {scheme: verbatim.decoded(ESCAPE.sub(r"\1", value.strip()))
         for scheme, value in identifiers.items()}
    )  # fmt: skip
