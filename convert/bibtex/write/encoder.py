"""What the encoders of one output share: the target, the options, the way to spell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from ...base.frozen import Frozen
from ...markup import latex, latex_title, verbatim
from ...model.record import Record
from ...options import Options
from ...tables.row import Row

Encode = Callable[[Record], str]
Maker = Callable[[Row, "Job"], Encode]


def braced(text: str) -> str:
    """Return text that is already escaped as a field's value, in braces."""
    return f"{{{text}}}" if text else ""


class Target(Frozen):
    """A kind of .bib file: its name, its table, and whether the program reads bytes.

    BibTeX takes the first byte of a name for its initial, biber the first letter.
    """

    name: str
    rows: Sequence[Row]
    types: Mapping[str, str]
    other: str
    also: Sequence[str]
    bytewise: bool


class Job:
    """One output: spells text for it, and collects the characters that LaTeX cannot spell."""

    def __init__(self, target: Target, options: Options) -> None:
        self.target, self.options = target, options
        self.left: set[str] = set()
        speller = latex.ascii if options.ascii else latex.tex
        self.speller: Callable[[str], latex.Spelling] = speller
        self.verbatim = verbatim.bibtex if target.bytewise else verbatim.biblatex
        # A few hundred journals publish most articles.
        self._journal = lru_cache(maxsize=1024)(lambda text: latex_title.title(text, speller))

    def spell(self, text: str) -> str:
        """Spell plain text."""
        if latex.PLAIN.fullmatch(text):
            return text
        spelt = self.speller(text)
        if spelt.left:
            self.left |= spelt.left
        return spelt.text

    def title(
        self, text: str, protect: Callable[[str], Sequence[tuple[int, int]]] | None = None
    ) -> str:
        """Spell a title with markup; ``protect`` gives what braces keep from a change of case."""
        spelt = latex_title.title(text, self.speller, protect) if protect else self._journal(text)
        if spelt.left:
            self.left |= spelt.left
        return spelt.text
