"""What the rows of a table are compiled with: the dialect, the options, how to spell text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from ...base.frozen import Frozen
from ...markup import latex, latex_title, verbatim
from ...model.record import Record
from ...options import Options
from ...output import field_selection
from ...tables.receivers import RECEIVERS
from ...tables.row import Row

# Returns the right side of a field for a record, "" if there is nothing to write.
Encoder: TypeAlias = Callable[[Record], str]
# Compiles a row for one output.
EncoderMaker: TypeAlias = Callable[[Row, "EncodingContext"], Encoder]


def braced(text: str) -> str:
    """Return text that is already LaTeX as a field's right side, in braces."""
    return f"{{{text}}}" if text else ""


class Dialect(Frozen):
    """A kind of .bib file, BibTeX or BibLaTeX: its name, its table, and who reads it.

    ``types`` are the entry types by CSL's types, ``default_type`` is that of all others.
    ``written_elsewhere`` are the attributes that are not lost though no row is theirs.
    ``bytewise`` says that the program reads bytes: BibTeX takes the first byte of a name for its
    initial, biber the first letter. ``article_number`` is the field for a number in the place of
    pages.
    """

    name: str
    rows: Sequence[Row]
    types: Mapping[str, str]
    default_type: str
    written_elsewhere: Sequence[str]
    bytewise: bool
    article_number: str


class EncodingContext:
    """What the encoders of one output share.

    ``unspelled`` collects the characters of a record for which LaTeX has no command.
    """

    def __init__(self, dialect: Dialect, options: Options) -> None:
        self.dialect, self.options = dialect, options
        self.receiver = RECEIVERS[options.receiver]
        self.unspelled: set[str] = set()
        speller = latex.ascii_only if options.ascii else latex.pdflatex
        self._speller: Callable[[str], latex.Spelling] = speller
        self.verbatim = verbatim.bibtex if dialect.bytewise else verbatim.biblatex
        # A few hundred journals publish most articles.
        self._spell_journal = lru_cache(maxsize=1024)(lambda text: latex_title.title(text, speller))

    def article_number_field(self) -> str:
        """Return the field that takes an article number: never two, since styles print both."""
        chosen = self.options.article_number
        if chosen == "auto":
            chosen = self.receiver.article_number or self.dialect.article_number
        other = "pages" if chosen == "eid" else "eid"
        return other if self.wants(other) and not self.wants(chosen) else chosen

    def wants(self, tag: str) -> bool:
        """Whether the user wants a field that no row is for."""
        return field_selection.wanted(tag, self.options)

    def spell(self, text: str) -> str:
        """Return plain text as LaTeX."""
        if latex.PLAIN.fullmatch(text):
            return text
        spelling = self._speller(text)
        if spelling.unspelled:
            self.unspelled |= spelling.unspelled
        return spelling.text

    def spell_in_unicode(self, text: str) -> str:
        """Return plain text as LaTeX, without commands for letters that pdfLaTeX does not know."""
        spelling = latex.without_commands(text)
        self.unspelled |= spelling.unspelled
        return spelling.text

    def spell_title(
        self, text: str, protect: Callable[[str], Sequence[tuple[int, int]]] | None = None
    ) -> str:
        """Return text with inline markup as LaTeX.

        ``protect`` returns the bounds of the words whose case braces keep as it is.
        """
        if protect:
            spelling = latex_title.title(text, self._speller, protect)
        else:
            spelling = self._spell_journal(text)
        if spelling.unspelled:
            self.unspelled |= spelling.unspelled
        return spelling.text
