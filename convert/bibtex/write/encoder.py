"""What the rows of a table are compiled with: the dialect, the options, how to spell text."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TypeAlias

from ...base.frozen import Frozen
from ...markup import latex_spelling, latex_title, scripts, verbatim
from ...model.record import Record
from ...options import Options
from ...output import field_selection
from ...tables.receivers import RECEIVERS
from ...tables.row import Row
from .source_entry import NO_SOURCE, SourceEntry

# Returns the right side of a field for a record, "" if there is nothing to write.
Encoder: TypeAlias = Callable[[Record], str]
# Returns the bounds of the words of a title whose case is to be kept.
Protection: TypeAlias = Callable[[str], Sequence[tuple[int, int]]]
# Compiles a row for one output.
EncoderMaker: TypeAlias = Callable[[Row, "EncodingContext"], Encoder]

# By the receivers' kinds of spelling.
SPELLERS = {
    "pdflatex": latex_spelling.pdflatex,
    "readable": latex_spelling.readable,
    "bare": latex_spelling.bare,
}
VERBATIM = {
    "bibtex": verbatim.bibtex, "biblatex": verbatim.biblatex, "without_ties": verbatim.without_ties,
}  # fmt: skip


def braced(text: str) -> str:
    """Return text that is already LaTeX as a field's right side, in braces."""
    return f"{{{text}}}" if text else ""


class Dialect(Frozen):
    """A kind of .bib file, BibTeX or BibLaTeX: its name, its table, and who reads it.

    ``types`` are the entry types by CSL's types, ``default_type`` is that of all others.
    ``entry_types`` are all that it has, which an entry from a .bib file keeps; ``aliases`` are
    its names for fields of the other dialect.
    ``bytewise`` says that the program reads bytes: BibTeX takes the first byte of a name for its
    initial, biber the first letter. ``article_number`` is the field for a number in the place of
    pages.
    """

    name: str
    rows: Sequence[Row]
    types: Mapping[str, str]
    default_type: str
    entry_types: Container[str]
    aliases: Mapping[str, str]
    bytewise: bool
    article_number: str
    keyword_separator: str

    @cached_property
    def places(self) -> Mapping[str, int]:
        """The place of each field in an entry."""
        return {row.tag: place for place, row in reversed([*enumerate(self.rows)])}


class EncodingContext:
    """What the encoders of one output share.

    ``unspelled`` collects the characters of a record for which LaTeX has no command,
    ``split_keywords`` those of its keywords of which the receiver makes several;
    ``shortened_date`` is its date if the end is left out; ``source`` is the entry that the
    record was read from; ``pmids`` are those of all records so far.
    """

    def __init__(self, dialect: Dialect, options: Options) -> None:
        self.dialect, self.options = dialect, options
        self.receiver = RECEIVERS[options.receiver]
        self.unspelled: set[str] = set()
        self.split_keywords: list[str] = []
        self.shortened_date = ""
        self.source: SourceEntry = NO_SOURCE
        self.pmids: set[str] = set()
        speller = latex_spelling.ascii_only if options.ascii else SPELLERS[self.receiver.spelling]
        self._speller: Callable[[str], latex_spelling.Spelling] = speller
        # Only BibTeX cuts a name's first byte off.
        self._is_typeset = self.receiver.spelling == "pdflatex"
        self.bytewise_names = dialect.bytewise and self._is_typeset
        # What no style prints needs no commands for what pdfLaTeX does not know.
        self._untypeset = latex_spelling.unicode if speller is latex_spelling.pdflatex else speller
        own_addresses = "bibtex" if dialect.bytewise else "biblatex"
        self.verbatim = VERBATIM[self.receiver.addresses or own_addresses]
        self._wrap = latex_spelling.wrap if self.receiver.markup else scripts.wrap
        # A few hundred journals publish most articles.
        self._spell_journal = lru_cache(maxsize=1024)(
            lambda text: latex_title.title(text, speller, wrap=self._wrap)
        )

    def article_number_field(self) -> str:
        """Return the field that takes an article number: never two, since styles print both."""
        chosen = self.options.article_number
        if chosen == "auto":
            chosen = self.receiver.article_number or self._usual_article_number()
        other = "pages" if chosen == "eid" else "eid"
        return other if self.wants(other) and not self.wants(chosen) else chosen

    def _usual_article_number(self) -> str:
        """Return the field of the source, else that of most styles of the dialect."""
        if self.dialect.bytewise and self.source.is_biblatex:
            return self.dialect.article_number
        return "eid" if self.source.has_article_number else self.dialect.article_number

    def wants(self, tag: str) -> bool:
        """Whether the user wants a field that no row is for."""
        return field_selection.wanted(tag, self.options)

    def spell(self, text: str) -> str:
        """Return plain text as LaTeX."""
        if latex_spelling.PLAIN.fullmatch(text):
            return text
        return self._noted(self._speller(text))

    def spell_untypeset(self, text: str) -> str:
        """Return text of which only programs read the field, with inline markup, as LaTeX."""
        if latex_spelling.PLAIN.fullmatch(text):
            return text
        has_markup = "<" in text and "</" in text
        untypeset = self._untypeset
        spelling = (
            latex_title.title(text, untypeset, wrap=self._wrap) if has_markup else untypeset(text)
        )
        return self._noted(spelling)

    def spell_in_unicode(self, text: str) -> str:
        """Return plain text as LaTeX, without commands for letters that pdfLaTeX does not know."""
        return self._noted(latex_spelling.without_commands(text))

    def spell_title(
        self,
        text: str,
        protect: Protection | None = None,
        tag: str = "",
    ) -> str:
        """Return text with inline markup as LaTeX.

        ``protect`` returns the bounds of the words whose case braces keep as it is. Where the field
        ``tag`` of the source had braces, its author has decided.
        """
        if tag in self.source.fields:
            protect = self._protect_as_in_source(tag, protect)
        if protect:
            spelling = latex_title.title(text, self._speller, protect, self._wrap)
        else:
            spelling = self._spell_journal(text)
        spelt = self._noted(spelling)
        return latex_title.quoted(spelt) if '"' in spelt and self._is_typeset else spelt

    def _noted(self, spelling: latex_spelling.Spelling) -> str:
        """Return the text of a spelling; add the characters without a command to ``unspelled``."""
        if spelling.unspelled:
            self.unspelled |= spelling.unspelled
        return spelling.text

    def _protect_as_in_source(self, tag: str, protect: Protection | None) -> Protection:
        """Return a function of the words that had braces; without any, of those of ``protect``."""
        source = self.source

        def bounds(text: str) -> Sequence[tuple[int, int]]:
            return source.protected(tag, text) or (protect(text) if protect else ())

        return bounds
