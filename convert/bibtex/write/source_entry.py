"""The entry of a .bib file that a record was read from, whose form its new entry keeps.

A record has what an entry says, but not how: whether the host of a conference was its publisher
or its organization, which words of a title stood in braces, in which of two fields a note was.
What still says the same is written as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from ...base.frozen import Frozen
from ...markup.latex_to_text import plain_text
from ...model import peek
from ...model.record import Record
from ..protection import protected_bounds
from .raw_latex import raw_latex

Speller: TypeAlias = Callable[[str], str]

FORMAT = "bibtex"
_EMPTY: Mapping[str, str] = MappingProxyType({})


class SourceEntry(Frozen):
    """An entry as it was read, by the names that the output's dialect has for its fields.

    ``csl_type`` is what its type is in CSL. ``fields`` are those that the record's attributes
    hold, ``notes`` such as say a note, and ``kept`` all others. The lists of names in
    ``continued`` end with ``and others``. ``is_biblatex`` says that only biblatex has such fields,
    ``has_article_number`` that one of them is for an article number. ``text_of`` returns what a
    field prints in the output's dialect: only biblatex knows keys for phrases.
    """

    type: str = ""
    csl_type: str = ""
    fields: Mapping[str, str] = _EMPTY
    notes: Mapping[str, str] = _EMPTY
    kept: Mapping[str, str] = _EMPTY
    continued: frozenset[str] = frozenset()
    is_biblatex: bool = False
    has_article_number: bool = False
    text_of: Callable[[str], str] = plain_text

    def spelling(self, tag: str, text: str, spell: Speller) -> str:
        """Return the LaTeX of a field that says ``text``; ``""`` if it says something else."""
        latex = self.fields.get(tag)
        return raw_latex(latex, spell) if latex and self.text_of(latex) == text else ""

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


NO_SOURCE = SourceEntry()


def is_from_bib(record: Record) -> bool:
    """Whether a record was read from a .bib file."""
    return peek.origin_format(record) == FORMAT
