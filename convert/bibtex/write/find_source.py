"""The .bib entry that a record was read from; only records that have one need this module."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence

from ...markup.latex_to_text import address, plain_text, rich_text
from ...model.record import Record
from ...model.values import Field
from ...tables import biblatex, bibtex
from ...tables.bibtex_reads import REFINED_TYPES, ROWS, TYPES
from ..field_text import field_text
from ..protection import protected_bounds
from ..read.names import parse_names
from .encoder import Dialect
from .raw_latex import raw_latex
from .source_entry import NO_SOURCE, SourceEntry, Speller

_NOTES = frozenset(row.tag for row in ROWS if row.how == "note")
_NAMES = frozenset(row.tag for row in ROWS if row.how in ("authors", "editors", "people"))
_ARTICLE_NUMBERS = frozenset(row.tag for row in ROWS if row.to == "number")
_ONLY_BIBLATEX = frozenset(
    {row.tag for row in biblatex.ROWS} - {row.tag for row in bibtex.ROWS} - {"shortjournal"}
    | {"date"}
)


class LatexEntry(SourceEntry):
    """An entry that has fields.

    ``text_of`` returns what a field prints in the output's dialect: only biblatex knows keys for
    phrases.
    """

    text_of: Callable[[str], str] = plain_text

    def latex(self, tag: str) -> str:
        """Return the LaTeX of a field, ``""`` if TeX could do harm with it."""
        return raw_latex(self.fields.get(tag, ""))

    def address(self) -> str:
        """Return the address in the field ``url``."""
        return address(self.fields.get("url", ""))

    def spelling(self, tag: str, text: str, spell: Speller) -> str:
        """Return the LaTeX of a field that says ``text``; ``""`` if it says something else."""
        latex = self.fields.get(tag)
        return raw_latex(latex, spell) if latex and self.text_of(latex) == text else ""

    def subtitle_of(self, title: str, tag: str) -> str:
        """Return the end of a title that was read from a field ``tag``, its colon included."""
        if tag not in self.fields:
            return ""
        end = f": {rich_text(self.fields[tag])}"
        return end if title.endswith(end) else ""

    def protected(self, tag: str, title: str) -> Sequence[tuple[int, int]]:
        """Return the bounds of what braces protected in a field that says ``title``."""
        latex = self.fields.get(tag, "")
        subtitle = self.fields.get("subtitle", "") if tag == "title" else ""
        for whole in filter(None, (latex, subtitle and f"{latex}: {subtitle}")):
            text, bounds = protected_bounds(whole)
            if text.rstrip(".") == title.rstrip("."):
                return bounds
        return ()

    def notes_of(self, tags: Container[str], record: Record, spell: Speller) -> list[str]:
        """Return the LaTeX of those of a record's notes that were in one of ``tags``.

        A note that was in no field is one of ``note``.
        """
        texts = {plain_text(latex): (tag, latex) for tag, latex in self.notes.items()}
        notes = []
        for note in record.notes:
            tag, latex = texts.get(note, ("note", ""))
            if tag in tags:
                notes.append(raw_latex(latex, spell) or spell(note))
        return notes


def find_source(record: Record, dialect: Dialect) -> SourceEntry:
    """Return the entry that a record was read from, by the names of ``dialect``."""
    origin = record.origin
    if origin is None:
        return NO_SOURCE
    fields = {field.tag: field.value for field in reversed(origin.fields) if field.value.strip()}
    used = [field for field in origin.fields if field.tag in fields and field not in record.kept]
    own_fields = _renamed(used, dialect.aliases)
    return LatexEntry(
        origin.type,
        TYPES.get(origin.type, "document"),
        own_fields,
        {tag: fields[tag] for tag in _NOTES & fields.keys()},
        {dialect.aliases.get(field.tag, field.tag): field.value for field in record.kept},
        frozenset(tag for tag in _NAMES & fields.keys() if parse_names(fields[tag]).has_others),
        not _ONLY_BIBLATEX.isdisjoint(fields),
        not _ARTICLE_NUMBERS.isdisjoint(own_fields),
        plain_text if dialect.bytewise else field_text,
    )


def _renamed(fields: list[Field], aliases: Mapping[str, str]) -> dict[str, str]:
    """Return fields by the dialect's names; with the other name in use, one keeps its own."""
    tags = {field.tag for field in fields}
    renamed: dict[str, str] = {}
    for field in fields:
        tag = aliases.get(field.tag, field.tag)
        is_taken = tag in tags and field.tag not in _NOTES  # an address beside a location
        renamed.setdefault(field.tag if is_taken else tag, field.value)
    return renamed


def kept_type(record: Record, source: SourceEntry, dialect: Dialect) -> str:
    """Return the entry's type if the dialect has it and the record is still of it, else ``""``."""
    if source.type not in dialect.entry_types:
        return ""
    if record.type != source.csl_type and record.type not in REFINED_TYPES:
        return ""
    return "" if dialect.bytewise and _is_part_of_book(source) else source.type


def _is_part_of_book(source: SourceEntry) -> bool:
    """Whether it is biblatex's ``inbook``. In BibTeX's the title is that of the book."""
    return source.type == "inbook" and "booktitle" in source.fields and source.is_biblatex
