"""The entry of a .bib file that a record was read from, whose form its new entry keeps.

A record has what an entry says, but not how: whether the host of a conference was its publisher
or its organization, which words of a title stood in braces, in which of two fields a note was.
What still says the same is written as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias

from ...base.frozen import Frozen
from ...model import peek
from ...model.record import Record

Speller: TypeAlias = Callable[[str], str]

FORMAT = "bibtex"
_EMPTY: Mapping[str, str] = MappingProxyType({})


class SourceEntry(Frozen):
    """An entry as it was read, by the names that the output's dialect has for its fields.

    ``csl_type`` is what its type is in CSL. ``fields`` are those that the record's attributes
    hold, ``notes`` such as say a note, and ``kept`` all others. The lists of names in
    ``continued`` end with ``and others``. ``is_biblatex`` says that only biblatex has such fields,
    ``has_article_number`` that one of them is for an article number.

    This class is an entry without fields, as of a record that is not from a .bib file. Those that
    have fields are a :class:`medcite.bibtex.write.find_source.LatexEntry`, which reads their LaTeX.
    """

    type: str = ""
    csl_type: str = ""
    fields: Mapping[str, str] = _EMPTY
    notes: Mapping[str, str] = _EMPTY
    kept: Mapping[str, str] = _EMPTY
    continued: frozenset[str] = frozenset()
    is_biblatex: bool = False
    has_article_number: bool = False

    @cached_property
    def shape(self) -> tuple[frozenset[str], bool]:
        """What entries must have in common for one plan of their fields."""
        return frozenset(self.fields), self.is_biblatex

    def latex(self, tag: str) -> str:
        """Return the LaTeX of a field, ``""`` if TeX could do harm with it."""
        return ""

    def address(self) -> str:
        """Return the address in the field ``url``."""
        return ""

    def spelling(self, tag: str, text: str, spell: Speller) -> str:
        """Return the LaTeX of a field that says ``text``; ``""`` if it says something else."""
        return ""

    def subtitle_of(self, title: str, tag: str) -> str:
        """Return the end of a title that was read from a field ``tag``, its colon included."""
        return ""

    def protected(self, tag: str, title: str) -> Sequence[tuple[int, int]]:
        """Return the bounds of what braces protected in a field that says ``title``."""
        return ()

    def notes_of(self, tags: Container[str], record: Record, spell: Speller) -> list[str]:
        """Return the LaTeX of those of a record's notes that were in one of ``tags``.

        A note that was in no field is one of ``note``.
        """
        return []


NO_SOURCE = SourceEntry()


def is_from_bib(record: Record) -> bool:
    """Whether a record was read from a .bib file."""
    return peek.origin_format(record) == FORMAT
