"""Make entries of a .bib file from records, and compare them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, cast

from .. import format_registry
from ..library import article_names
from ..library.library_reader import silent_report
from ..markup import verbatim
from ..model.record import Record
from ..options import Options
from .bib_file import KEY, START, Entry, parse, parse_fields

ESCAPE = re.compile(r"\\([_%&#$])|\{\\text[a-z]+\}")


class EntryDraft(NamedTuple):
    """What an entry is made of: a record, its key, and its alias keys for biblatex."""

    record: Record
    key: str
    ids: Sequence[str]


@dataclass(frozen=True, slots=True)
class EntryMaker:
    """Makes entries in one dialect, ``bibtex`` or ``biblatex``, without some attributes."""

    dialect: str
    options: Options
    left_out: tuple[str, ...] = ()

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
        for draft, entry in zip(drafts, parse(text).entries, strict=True):
            ids = ", ".join(draft.ids) if self.dialect == "biblatex" else ""
            yield replace_key(entry.body, draft.key, ids)

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
    """Yield the article names that an entry's fields contain."""
    fields = entry.fields
    pmid = fields.get("pmid", "")
    if not pmid and fields.get("eprinttype", fields.get("archiveprefix", "")).lower() == "pubmed":
        pmid = fields.get("eprint", "")
    for scheme, value in (
        ("pmid:", pmid),
        ("pmcid:", fields.get("pmcid", "")),
        ("doi:", fields.get("doi", "")),
    ):
        if value.strip():
            plain = verbatim.decoded(ESCAPE.sub(r"\1", value.strip()))
            yield article_names.of_key(scheme + plain)[0]


def describe_differences(old: str, new: str) -> str:
    """Say which fields differ between two texts of an entry."""
    before, after = dict(parse_fields(old)), dict(parse_fields(new))
    differences = {
        "new": [name for name in after if name not in before],
        "changed": [name for name in after if name in before and after[name] != before[name]],
        "gone": [name for name in before if name not in after],
    }
    groups = [f"{kind}: {', '.join(names)}" for kind, names in differences.items() if names]
    return "; ".join(groups) or "written differently"


def describe(record: Record) -> str:
    """Return author, journal and year, for a reader to recognise the article."""
    first = next((name.literal or name.family for name in record.author), "")
    more = " et al." if len(record.author) > 1 else ""
    year = str(record.issued.start.year) if record.issued and record.issued.start else ""
    journal = record.container_title_short or record.container_title
    return ", ".join(part for part in (first + more, journal, year) if part)
